"""Owns the way from a gesture to a use case: carried out, told to every view, or refused in words."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus

_NOTHING_TO_DO = {"nothing_to_undo", "nothing_to_redo"}
_NOT_SAVED = {
    "disk_full", "disk_error", "file_read_only", "file_in_use", "file_damaged", "file_unreadable",
    "file_too_big",
}  # fmt: skip
"""Refusals of the file itself: whatever was asked for, the person must see that nothing is saved."""


class Commands(QObject):
    """Carries out what a person asks for on the open day.

    ``undoable`` carries a sentence for the undo line, ``refused`` one that says why nothing happened,
    ``saved`` the moment of the commit, ``remarked`` what undo and redo did. The commit is the save: there
    is nothing else to press.
    """

    undoable = Signal(str)
    refused = Signal(str)
    remarked = Signal(str)
    saved = Signal(object)
    undo_state_changed = Signal()

    def __init__(self, session: Session, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bus = bus

    def do(self, action: Callable[[], Changes], *, quiet: bool = False) -> str:
        """Carry out ``action`` and tell every view; return the sentence if it was refused, else nothing.

        ``quiet`` leaves it to the caller to show a refusal where it happened; one of the file itself is told
        all the same.
        """
        try:
            changes = action()
        except UserError as error:
            sentence = error_text(error.code, error.values)
            if error.code in _NOT_SAVED:
                sentence = _("Not saved. {why}").format(why=sentence)
                self.refused.emit(sentence)
            elif not quiet:
                self.refused.emit(sentence)
            return sentence
        self._tell(changes)
        return ""

    def remark(self, sentence: str) -> None:
        """Say something that is worth a glance: nothing was refused, nothing need be done."""
        self.remarked.emit(sentence)

    def offer_undo(self) -> None:
        """Show the undo line for the newest step."""
        label = self._session.undo.next_undo
        if label:
            self.undoable.emit(_(label))

    def undo(self) -> None:
        """Take back the newest step."""
        self._step(self._session.undo.undo, _("Undone: {what}"))

    def redo(self) -> None:
        """Do the newest undone step again."""
        self._step(self._session.undo.redo, _("Done again: {what}"))

    def _step(self, take: Callable[[], tuple[str, Changes]], words: str) -> None:
        try:
            label, changes = take()
        except UserError as error:
            told = self.remarked if error.code in _NOTHING_TO_DO else self.refused
            told.emit(error_text(error.code, error.values))
            return
        self._tell(changes)
        self.remarked.emit(words.format(what=_(label)))

    def _tell(self, changes: Changes) -> None:
        self._bus.changed.emit(changes)
        if changes != Changes(source=changes.source):
            self.saved.emit(datetime.now().astimezone())
        self.undo_state_changed.emit()
