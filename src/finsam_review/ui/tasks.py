"""Owns work that takes time: a generator run on another thread, its steps told on this one, stoppable.

What runs there gets frozen values and gives frozen values back; it never sees the file.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QThread, Signal

from finsam_review.ui.guard import guarded

_alive: "set[Task]" = set()
"""Tasks that belong to Qt and that it has not deleted yet. Where nothing in Python holds a thread when Qt
deletes it by ``deleteLater``, PySide 6.11 reads its freed wrapper: a segfault in every other test run."""


class Task(QThread):
    """Runs ``steps`` to its end or until :meth:`cancel`.

    ``stepped`` carries each value the generator yields; ``failed`` an exception it raised; ``ended`` tells
    last, once, whatever happened.
    """

    stepped = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, steps: Iterator[object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.finished.connect(self.ended)
        if parent is not None:
            _alive.add(self)
            self.destroyed.connect(lambda: _alive.discard(self))

    def cancel(self) -> None:
        """Stop before the next step. What was done stays done."""
        self.requestInterruption()

    @guarded(default=None)
    def run(self) -> None:
        """Qt override: the other thread."""
        try:
            for step in self._steps:
                self.stepped.emit(step)
                if self.isInterruptionRequested():
                    break
        except Exception as error:  # noqa: BLE001 - told to the thread that can show it
            self.failed.emit(error)
        finally:
            close = getattr(self._steps, "close", None)
            if close is not None:
                close()
