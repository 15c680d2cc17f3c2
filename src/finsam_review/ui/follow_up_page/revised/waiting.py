"""Owns what stands in place of a comparison while no revised version has come: what is awaited, the steps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.steps.pane import StepsPane
from finsam_review.ui.follow_up_page.words import awaited_words
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label


class WaitingPane(QFrame):
    """No revised version yet: what was asked for, the way to take one in, and the steps so far."""

    intake_asked = Signal()

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._day = day
        self._title = Label(_("No revised version yet"), self, role=Role.LEAD, weight=SEMIBOLD)
        self.words = Label("", self, wrap=True)
        self.take_in = Button(
            _("Take in a revised version …"), self, kind="filled", icon_name="upload-simple"
        )
        self._drop = Label(_("or drop the file here"), self, role=Role.SMALL, tone="ink2")
        self.steps = StepsPane(context, day, self)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.take_in)
        self._foot.addWidget(self._drop)
        self._foot.addStretch(1)
        self._head = QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self.words)
        self._head.addLayout(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.steps, 1)
        if context.session.read_only:
            self.take_in.set_blocked(_("The day can only be read here."))
        self.take_in.clicked.connect(self.intake_asked)
        follow_theme(self._dress)

    def show_application(self, application_id: str) -> None:
        """Show what is awaited of an application."""
        self.words.setText(awaited_words(self._day.arrival(application_id), self._day.today))
        self.steps.show_application(application_id)

    def focus_list(self) -> None:
        """Put the focus on the way to take one in."""
        self.take_in.setFocus()

    def _dress(self) -> None:
        px = current_theme().px
        self._head.setContentsMargins(px(16), px(12), px(16), px(10))
        self._head.setSpacing(px(8))
        self._foot.setSpacing(px(10))
