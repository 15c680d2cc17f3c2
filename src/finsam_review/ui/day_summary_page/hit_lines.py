"""Owns what is said beneath a text about places that may hold personal data, and what can be done there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.checks.gate import Choice, Hit
from finsam_review.domain.text import fold
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.points_page.cards.row import hit_words
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message

_SHOWN = 3
"""Messages at a time; the next ones come when these are decided on."""


class HitLines(QWidget):
    """One message for each thing found. Nothing is seen while there is nothing to decide."""

    decided = Signal(object, object)
    """(Hit, Choice): a person decided about a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._messages: list[Message] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        follow_theme(self._dress)

    @property
    def words(self) -> list[str]:
        """What is said, message by message."""
        return [message.accessibleName() for message in self._messages]

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Say what was found, each thing once; what is said already is not said again."""
        once = tuple({(hit.kind, fold(hit.text)): hit for hit in hits}.values())
        if [(hit.kind, hit.text) for hit in once] == [(hit.kind, hit.text) for hit in self._hits]:
            self._hits = once
            return
        self._hits = once
        for message in self._messages:
            message.hide()
            message.deleteLater()
        self._messages = [self._message(hit) for hit in once[:_SHOWN]]
        if len(once) > _SHOWN:
            n = len(once) - _SHOWN
            lead = ngettext("{n} more place to look at.", "{n} more places to look at.", n).format(n=n)
            self._messages.append(Message("warn", lead, "", self))
        for message in self._messages:
            self._column.addWidget(message)
            message.show()
        self.setVisible(bool(once))

    def decide(self, place: int, choice: Choice) -> None:
        """Decide about the thing in ``place``."""
        self.decided.emit(self._hits[place], choice)

    def _message(self, hit: Hit) -> Message:
        lead = f"{hit_words(hit.kind)}: {' '.join(hit.text.split())}."
        message = Message("warn", lead, _("It is masked until you let it stand."), self)
        message.add_action(_("Mask"), lambda: self.decided.emit(hit, Choice.MASK))
        message.add_action(_("Let it stand"), lambda: self.decided.emit(hit, Choice.PASS), kind="text")
        return message

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(6))
