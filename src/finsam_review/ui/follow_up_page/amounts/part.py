"""Owns the tab Belopp: the totals at the left, the check of sums at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.applications_page.details import edit_details
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.amounts.checking import CheckingPane
from finsam_review.ui.follow_up_page.amounts.looks import looks
from finsam_review.ui.follow_up_page.amounts.rows import DifferenceRow, amount_rows
from finsam_review.ui.follow_up_page.corner import ArrivalsCorner
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.rows.delegate import RowDelegate
from finsam_review.ui.follow_up_page.two_sides import SidedPart, TwoSides
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.cards import EmptyState

_KEYS = {Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open", Qt.Key.Key_F2: "open"}


class AmountsView(RowsView):
    """Totals and differences. Enter on a difference leads to the details of its application."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _KEYS, parent, many=False)
        self.setAccessibleName(_("Amounts"))

    def _side(self) -> int:
        return 10

    def _air(self) -> int:
        return 2

    def _dress(self) -> None:
        self.use(RowDelegate(looks(current_theme()), self))


class AmountsPart(SidedPart):
    """What everything costs."""

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._context, self._day, self._stale = context, day, True
        self.corner: QWidget = ArrivalsCorner(day)
        self.model = RowsModel(self)
        self.view = AmountsView(self.model, self)
        self.checking = CheckingPane(self)
        self._lay_out()
        self.view.asked.connect(lambda _command: self._open())
        self.view.doubleClicked.connect(lambda _index: self._open())
        day.changed.connect(self._on_changed)
        follow_theme(self._dress)

    def focus_first(self) -> None:
        """Put the focus in the list, or in the box on a day without applications."""
        self.enter("first" if self._day.applications else "second")

    def leave(self) -> None:
        """End what is under way; to be called before the day is closed."""
        self.checking.leave()

    def enter(self, key: str) -> None:
        """Show a side and take the keyboard there."""
        if self.sides is not None:
            self.sides.show_side(key)
        target = self.checking.box if key == "second" else self.view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Read everything anew if something changed."""
        if not self._stale:
            return
        self._stale = False
        applications = self._day.applications
        self.model.set_rows(amount_rows(applications, self._day.frame))
        self._stack.setCurrentWidget(self.view if applications else self._empty)

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, _changes: object) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _open(self) -> None:
        place = self.view.currentIndex().row()
        row = self.model.row_at(place) if place >= 0 else None
        if isinstance(row, DifferenceRow):
            application = self._day.get(row.application_id)
            if application is not None:
                edit_details(self._context, application, self)

    def _lay_out(self) -> None:
        self._empty = QFrame(self)
        self._empty_column = QVBoxLayout(self._empty)
        words = _("Take in applications first. Here their amounts are added up.")
        self._empty_column.addWidget(EmptyState("table", _("No applications yet"), words, self._empty))
        self._empty_column.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self.sides = TwoSides(
            (_("Totals"), "table", self._stack),
            (_("Check a sum"), "checks", self.checking),
            _("What is seen"),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides)

    def _dress(self) -> None:
        side = current_theme().px(24)
        self._empty_column.setContentsMargins(side, side, side, side)
