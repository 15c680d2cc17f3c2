"""Owns taking in while the window stays alive: one application at each turn of the event loop."""

from collections.abc import Generator, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem, Gathered
from finsam_review.i18n.wording import error_text
from finsam_review.services.intake import TakeStep
from finsam_review.ui.context import DayContext


class Taking(QObject):
    """Takes in what was gathered, after a backup. The file belongs to this thread, so the work does too.

    ``stepped`` carries how many are done and of how many; ``refused`` why nothing was begun; ``done`` tells
    last, when every view has been told. ``places`` are those of the candidates that came in.
    """

    stepped = Signal(int, int)
    refused = Signal(str)
    done = Signal()

    def __init__(self, context: DayContext, gathered: Gathered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._gathered = context, gathered
        self._steps: Iterator[TakeStep] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)
        self.application_ids: tuple[str, ...] = ()
        self.places: tuple[int, ...] = ()
        self.failed: tuple[FailedItem, ...] = ()

    @property
    def names(self) -> Sequence[str]:
        """The titles, in the order they are taken in."""
        return [candidate.proposal.details.title for candidate in self._gathered.candidates]

    def start(self) -> None:
        """Back up, and begin."""
        try:
            self._context.session.backups.now(reason="import")
        except UserError as error:
            self.refused.emit(error_text(error.code, error.values))
            return
        self._steps = self._context.session.intake.take_in_steps(self._gathered)
        self._timer.start()

    def stop(self) -> None:
        """Stop here; what is taken in stays, as one step of undo."""
        if isinstance(self._steps, Generator):
            self._steps.close()
        self._end(Changes(applications=frozenset(self.application_ids)))
        self.done.emit()

    def _on_turn(self) -> None:
        try:
            step = next(self._steps)
        except UserError as error:
            self._end(Changes(applications=frozenset(self.application_ids)))
            self.refused.emit(error_text(error.code, error.values))
            return
        if step.application_id is not None:
            self.application_ids = (*self.application_ids, step.application_id)
            self.places = (*self.places, step.number - 1)
        if step.refused is not None:
            self.failed = (*self.failed, step.refused)
        self.stepped.emit(step.number, step.total)
        if step.taken is not None:
            self._end(step.taken.changes)
            self.done.emit()

    def _end(self, changes: Changes) -> None:
        self._timer.stop()
        self._context.commands.do(lambda: changes)
