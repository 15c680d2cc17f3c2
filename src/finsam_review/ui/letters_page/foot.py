"""Owns the sentence at the foot of the tab: that nothing is sent from here, and who does it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.icons import icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label


class Foot(QFrame):
    """Calm words, always there where there is room for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        words = _("No letter is sent from here. You open the drafts in Outlook and send them yourself.")
        self.setAccessibleName(words)
        self._icon = Label("", self)
        self._words = Label(words, self, role=Role.SMALL, weight=SEMIBOLD, tone="ok", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(18)
        self._icon.setPixmap(icon("check-circle-fill", theme.colour("ok"), side).pixmap(side, side))
        self._row.setContentsMargins(theme.px(16), theme.px(5), theme.px(16), theme.px(5))
        self._row.setSpacing(theme.px(6))
