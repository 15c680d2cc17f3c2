"""Owns how the tab Reviderade is laid out: header, the line that asks when, and the two sides."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.answers.pane import AnswersPane
from finsam_review.ui.follow_up_page.changes.pane import ChangesPane
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.revised.header import RevisedHeader
from finsam_review.ui.follow_up_page.revised.received_line import ReceivedLine
from finsam_review.ui.follow_up_page.revised.waiting import WaitingPane
from finsam_review.ui.follow_up_page.two_sides import TwoSides
from finsam_review.ui.frame.lines import line_across


class RevisedBody(QWidget):
    """Changes, or what is awaited, at the left; the points at the right."""

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = RevisedHeader(self, read_only=context.session.read_only)
        self.received = ReceivedLine(self)
        self.changes, self.waiting = ChangesPane(self), WaitingPane(context, day, self)
        self.answers = AnswersPane(self)
        self._left = QStackedWidget(self)
        self._left.addWidget(self.changes)
        self._left.addWidget(self.waiting)
        self.sides = TwoSides(
            (_("Changes"), "swap", self._left),
            (_("Answers"), "checks", self.answers),
            _("What is seen"),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.received, line_across(self, part="divider")):
            column.addWidget(part)
        column.addWidget(self.sides, 1)

    @property
    def waits(self) -> bool:
        """Whether no revised version has come of what is shown."""
        return self._left.currentWidget() is self.waiting

    def show_left(self, *, came: bool) -> None:
        """Show the changes, or what is awaited."""
        self._left.setCurrentWidget(self.changes if came else self.waiting)

    def enter(self, key: str) -> None:
        """Show side *first* or *second* and take the keyboard there."""
        self.sides.show_side(key)
        if key == "second":
            self.answers.focus_list()
        elif self.waits:
            self.waiting.focus_list()
        else:
            self.changes.focus_list()

    def begin(self) -> None:
        """Take the keyboard where one works: among the points, or on what to do first."""
        if self.sides.is_folded:
            self.enter(self.sides.side)
        else:
            self.enter("first" if self.waits else "second")

    def step_change(self, step: int) -> None:
        """Go to the next (1) or previous (-1) change of the text."""
        if not self.waits:
            self.sides.show_side("first")
            self.changes.step(step)
