"""Owns what the tab says while there are no applications at all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState


class NoLetters(QWidget):
    """What letters are made from, and the way there."""

    summary_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("Approve a summary, and its draft is made.")
        state = EmptyState("envelope-simple", _("Here the letters are collected."), words, self)
        button = Button(_("To the summary"), state, icon_name="checks")
        button.clicked.connect(self.summary_asked)
        state.add_button(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(state)
        self._column.addStretch(1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        side = current_theme().px(24)
        self._column.setContentsMargins(side, side, side, side)
