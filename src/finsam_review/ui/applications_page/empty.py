"""Owns what stands in place of the board while there are no applications."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.theme import current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState


class NoApplications(QFrame):
    """What to do first: drop files here, or choose them."""

    intake_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        words = _("Drop files or a folder here. Word, PDF, ODT and the diary list will do, in any order.")
        self._state = EmptyState("folder-open", _("No applications yet"), words, self)
        take_in = Button(_("Take in applications"), self._state, kind="filled")
        take_in.clicked.connect(self.intake_requested)
        by_hand = Button(_("Add an application by hand …"), self._state, kind="text")
        by_hand.clicked.connect(self.add_requested)
        self._state.add_button(take_in)
        self._state.add_button(by_hand)
        self.setFocusProxy(take_in)
        column = QVBoxLayout(self)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._state)
        middle.addStretch(1)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)
        follow_theme(self._dress)

    def _dress(self) -> None:
        self._state.setFixedWidth(current_theme().px(400))
