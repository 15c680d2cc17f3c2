"""Owns the words at the foot of every view: that all is saved, why something was not, what undo did."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.status import StatusPiece

REMARK_SHOWN = 6000
"""Milliseconds that a remark stands before the state comes back."""

State = tuple[str, str]
"""Words and their kind, as :class:`StatusPiece` takes them."""


class SavedState(StatusPiece):
    """Says what ``words`` returns as long as all is well; what could not be saved stands until it can."""

    def __init__(
        self, context: DayContext, words: Callable[[], State], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._words_when_saved = words
        self._refusal = ""
        self._remark = QTimer(self, singleShot=True, interval=REMARK_SHOWN)
        self._remark.timeout.connect(self.refresh)
        context.commands.saved.connect(self._on_saved)
        context.commands.refused.connect(self._on_refused)
        context.commands.remarked.connect(self._on_remarked)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        self._remark.stop()
        if self._refusal:
            self.say(self._refusal, kind="danger")
            return
        words, kind = self._words_when_saved()
        self.say(words, kind=kind)

    def _on_saved(self) -> None:
        self._refusal = ""
        self.refresh()

    def _on_refused(self, sentence: str) -> None:
        self._refusal = sentence
        self.refresh()

    def _on_remarked(self, sentence: str) -> None:
        self.say(sentence, kind="neutral")
        self._remark.start()
