"""Owns the work that makes PDFs beside the window: one piece at a time, the newest preview first in line."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummarySource
from finsam_review.services.summaries import Exported, export, export_one, preview
from finsam_review.ui.tasks import Task


@dataclass(frozen=True, slots=True)
class Preview:
    """A finished preview and the application it is of."""

    application_id: str
    data: bytes


class SummaryWork(QObject):
    """Makes previews and files on another thread. What writes PDF is never run twice at once."""

    previewed = Signal(object)
    preview_failed = Signal(object)
    exported = Signal(object)
    export_failed = Signal(object)
    export_done = Signal()
    export_stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._exporting = self._stop_asked = False
        self._next_preview: SummarySource | None = None
        self._next_export: Iterator[Exported] | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or waits to be."""
        return self._task is not None

    @property
    def is_exporting(self) -> bool:
        """Whether files are being written or wait to be."""
        return self._exporting or self._next_export is not None

    def preview(self, source: SummarySource) -> None:
        """Make a preview as soon as possible; one that was waiting is dropped."""
        self._next_preview = source
        self._go_on()

    def export_all(self, sources: Sequence[SummarySource], folder: Path) -> None:
        """Write all summaries into ``folder``; what comes of each is told by ``exported``."""
        self._next_export = export(sources, folder)
        self._go_on()

    def export_one(self, source: SummarySource, target: Path) -> None:
        """Write one summary under the name that a person chose."""
        self._next_export = _exports(source, target)
        self._go_on()

    def cancel_export(self) -> None:
        """Stop after the file at hand. Those that are written stay."""
        if self._exporting and self._task is not None:
            self._stop_asked = True
            self._task.cancel()
        elif self._next_export is not None:
            self._next_export = None
            self.export_stopped.emit()

    def stop(self) -> None:
        """Drop what waits, and wait for what is at hand to be whole."""
        self._next_preview = self._next_export = None
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def _go_on(self) -> None:
        if self._task is not None:
            return
        if self._next_export is not None:
            steps, self._next_export = self._next_export, None
            self._exporting = True
            self._run(steps)
        elif self._next_preview is not None:
            source, self._next_preview = self._next_preview, None
            self._run(_previews(source))

    def _run(self, steps: Iterator[object]) -> None:
        task = Task(steps, QCoreApplication.instance())
        self._task = task
        task.stepped.connect(self._on_stepped)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.finished.connect(task.deleteLater)
        task.start()

    def _on_stepped(self, step: object) -> None:
        if isinstance(step, Exported):
            self.exported.emit(step)
        elif self._next_preview is None:
            self.previewed.emit(step)

    def _on_failed(self, error: Exception) -> None:
        (self.export_failed if self._exporting else self.preview_failed).emit(error)
        if not isinstance(error, UserError | OSError):
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_ended(self) -> None:
        self._task = None
        if self._exporting:
            stopped, self._exporting, self._stop_asked = self._stop_asked, False, False
            (self.export_stopped if stopped else self.export_done).emit()
        self._go_on()


def _previews(source: SummarySource) -> Iterator[Preview]:
    yield Preview(source.application.id, preview(source))


def _exports(source: SummarySource, target: Path) -> Iterator[Exported]:
    yield export_one(source, target)
