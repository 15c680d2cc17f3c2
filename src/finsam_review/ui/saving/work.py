"""Owns the work that makes documents beside the window: one piece at a time, the newest preview first."""

import sys
from collections.abc import Callable, Iterator
from threading import Lock

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from finsam_review.domain.errors import UserError
from finsam_review.ui.tasks import Task

_MAKING = Lock()
"""What writes PDF is never run twice at once, however many pages have work of their own."""


class SavingWork(QObject):
    """Makes previews and files on another thread.

    ``previewed`` carries what a preview's maker returned and ``stepped`` each step of a saving; both carry an
    exception in ``…failed``. A saving ends in ``done`` or, when somebody stopped it, in ``stopped``.
    """

    previewed = Signal(object)
    preview_failed = Signal(object)
    stepped = Signal(object)
    failed = Signal(object)
    done = Signal()
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._saving = self._stop_asked = False
        self._next_preview: Callable[[], object] | None = None
        self._next_saving: Iterator[object] | None = None
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made or waits to be."""
        return self._task is not None

    @property
    def is_saving(self) -> bool:
        """Whether files are being written or wait to be."""
        return self._saving or self._next_saving is not None

    def preview(self, make: Callable[[], object]) -> None:
        """Call ``make`` on the other thread as soon as possible; one that was waiting is dropped."""
        self._next_preview = make
        self._go_on()

    def forget_preview(self) -> None:
        """Let the preview that waits be none; one that is being made is told all the same."""
        self._next_preview = None

    def save(self, steps: Iterator[object]) -> None:
        """Run ``steps`` on the other thread; what comes of each is told by ``stepped``."""
        self._next_saving = steps
        self._go_on()

    def cancel(self) -> None:
        """Stop after the file at hand. Those that are written stay."""
        if self._saving and self._task is not None:
            self._stop_asked = True
            self._task.cancel()
        elif self._next_saving is not None:
            self._next_saving = None
            self.stopped.emit()

    def stop(self) -> None:
        """Drop what waits, wait for what is at hand to be whole, and tell of it while somebody listens.

        The day may be closed right after this: a file that was written must be known to it before.
        """
        self._next_preview = self._next_saving = None
        task = self._task
        if task is None:
            return
        task.cancel()
        task.wait()
        for receiver in (self, task):
            QCoreApplication.sendPostedEvents(receiver, QEvent.Type.MetaCall.value)

    def _go_on(self) -> None:
        if self._task is not None:
            return
        if self._next_saving is not None:
            steps, self._next_saving = self._next_saving, None
            self._saving = True
            self._run(steps)
        elif self._next_preview is not None:
            make, self._next_preview = self._next_preview, None
            self._run(_once(make))

    def _run(self, steps: Iterator[object]) -> None:
        task = Task(_one_at_a_time(steps), QCoreApplication.instance())
        self._task = task
        task.stepped.connect(self._on_stepped)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.finished.connect(task.deleteLater)
        task.start()

    def _on_stepped(self, step: object) -> None:
        if self._saving:
            self.stepped.emit(step)
        elif self._next_preview is None:
            self.previewed.emit(step)

    def _on_failed(self, error: Exception) -> None:
        (self.failed if self._saving else self.preview_failed).emit(error)
        if not isinstance(error, UserError | OSError):
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_ended(self) -> None:
        self._task = None
        if self._saving:
            stopped, self._saving, self._stop_asked = self._stop_asked, False, False
            (self.stopped if stopped else self.done).emit()
        self._go_on()


def _once(make: Callable[[], object]) -> Iterator[object]:
    yield make()


def _one_at_a_time(steps: Iterator[object]) -> Iterator[object]:
    """Yield what ``steps`` yields, each made while nothing else is."""
    try:
        while True:
            with _MAKING:
                try:
                    step = next(steps)
                except StopIteration:
                    return
            yield step
    finally:
        close = getattr(steps, "close", None)
        if close is not None:
            close()
