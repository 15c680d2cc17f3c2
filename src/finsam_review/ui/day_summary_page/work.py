"""Owns the work that makes the document beside the window: the newest preview, or a file, one at a time."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from finsam_review.domain.day_summary import DaySummarySource
from finsam_review.domain.errors import UserError
from finsam_review.services.outgoing.day_files import preview_day, save_day
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.ui.tasks import Task


@dataclass(frozen=True, slots=True)
class _Pages:
    """A finished preview."""

    data: bytes


class DayWork(QObject):
    """Makes previews and files on another thread. What writes PDF is never run twice at once."""

    previewed = Signal(bytes)
    saved = Signal(object)
    """Carries the :class:`Exported`, with the file or with why there is none."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._next_preview: DaySummarySource | None = None
        self._next_save: tuple[DaySummarySource, Path] | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or waits to be."""
        return self._task is not None

    def preview(self, source: DaySummarySource) -> None:
        """Make the pages as soon as possible; those that were waited for are dropped."""
        self._next_preview = source
        self._go_on()

    def save(self, source: DaySummarySource, target: Path) -> None:
        """Write the file that a person chose."""
        self._next_save = (source, target)
        self._go_on()

    def stop(self) -> None:
        """Drop what waits, and wait for what is at hand to be whole."""
        self._next_preview = self._next_save = None
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def _go_on(self) -> None:
        if self._task is not None:
            return
        if self._next_save is not None:
            steps, self._next_save = _saving(*self._next_save), None
        elif self._next_preview is not None:
            steps, self._next_preview = _previewing(self._next_preview), None
        else:
            return
        self._task = task = Task(steps, QCoreApplication.instance())
        task.stepped.connect(self._on_stepped)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.finished.connect(task.deleteLater)
        task.start()

    def _on_stepped(self, step: object) -> None:
        if isinstance(step, Exported):
            self.saved.emit(step)
        elif isinstance(step, _Pages) and self._next_preview is None:
            self.previewed.emit(step.data)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        if not isinstance(error, UserError | OSError):
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_ended(self) -> None:
        self._task = None
        self._go_on()


def _previewing(source: DaySummarySource) -> Iterator[object]:
    yield _Pages(preview_day(source))


def _saving(source: DaySummarySource, target: Path) -> Iterator[object]:
    yield save_day(source, target)
