"""Owns what stands in place of the board while there are no applications."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.theme import current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState


class NoApplications(QFrame):
    """What to do first: drop files here, or choose them."""

    intake_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        words = _("Drop files or a folder here. Word, PDF, ODT and the diary list will do, in any order.")
        self._state = EmptyState("folder-open", _("No applications yet"), words, self)
        take_in = Button(_("Take in applications"), self._state, kind="filled")
        take_in.clicked.connect(self.intake_requested)
        self._state.add_button(take_in)
        self.setFocusProxy(take_in)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        follow_theme(self._dress)

    def _dress(self) -> None:
        self._state.setFixedWidth(current_theme().px(400))
