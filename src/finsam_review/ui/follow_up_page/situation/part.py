"""Owns the tab Läget: the table at the left, the steps of the chosen application at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.corner import ArrivalsCorner
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.documents.opening import open_process
from finsam_review.ui.follow_up_page.situation.model import SituationModel
from finsam_review.ui.follow_up_page.situation.rows import Column, heads, situation_rows
from finsam_review.ui.follow_up_page.situation.table import SituationTable
from finsam_review.ui.follow_up_page.steps.pane import StepsPane
from finsam_review.ui.follow_up_page.two_sides import SidedPart, TwoSides
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.fields import Choice
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.segmented import SegmentedChoice


class SituationPart(SidedPart):
    """Where everything stands. ``application_asked`` asks to compare and judge one."""

    application_asked = Signal(str)

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._context, self._day, self._stale = context, day, True
        self.corner: QWidget = ArrivalsCorner(day)
        self.model = SituationModel(self)
        self.table = SituationTable(self.model, self)
        self.which = SegmentedChoice(
            _("Which applications"),
            [("all", _("All"), ""), ("late", _("Late and missing"), "circle-dashed")],
            self,
        )
        self.order = Choice(_("Order"), self)
        for column, words in heads().items():
            self.order.addItem(words, int(column))
        self.counted = Label("", self, role=Role.SMALL, tone="ink2")
        self.title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self.compare = Button(_("Compare and judge"), self, icon_name="swap")
        self.steps = StepsPane(context, day, self)
        self._lay_out()
        self._connect()
        follow_theme(self._dress)

    def focus_first(self) -> None:
        """Put the focus in the table."""
        if self._stack.currentWidget() is self._empty:
            self.setFocus()
        else:
            self.enter("first")

    def enter(self, key: str) -> None:
        """Show a side and take the keyboard there."""
        if self.sides is not None:
            self.sides.show_side(key)
        if key == "second":
            self.steps.focus_list()
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, application_id: str) -> None:
        """Go to an application."""
        self.refresh()
        self.table.choose(self.model.place_of(application_id))

    def refresh(self) -> None:
        """Read everything anew if something changed; the row one is at stays."""
        if not self._stale:
            return
        self._stale = False
        before = self.table.row
        self.model.set_rows(situation_rows(self._day))
        self._stack.setCurrentWidget(self._sides if self._day.applications else self._empty)
        place = self.model.place_of(before.application_id) if before else -1
        self.table.choose(max(place, 0))
        self._count()
        self._show_steps()

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self.refresh()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc goes back to the table."""
        here = self.sides.side_with_focus() if self.sides is not None else ""
        if event.key() == Qt.Key.Key_Escape and here == "second":
            self.enter("first")
        else:
            super().keyPressEvent(event)

    def _on_changed(self, _changes: object) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_which(self, key: str) -> None:
        before = self.table.row
        self.model.set_late_only(late_only=key == "late")
        place = self.model.place_of(before.application_id) if before else -1
        self.table.choose(max(place, 0))
        self._count()
        self._show_steps()

    def _count(self) -> None:
        shown, all_of = len(self.model.rows), len(self._day.applications)
        words = _("{n} of {total}").format(n=shown, total=all_of)
        self.counted.setText(words if shown != all_of else "")

    def _show_steps(self) -> None:
        row = self.table.row
        self._detail.setVisible(row is not None)
        self._nothing.setVisible(row is None)
        if row is None:
            return
        self.title.setText(f"{row.number}  {row.title}")
        has_reply = row.standing.has_reply
        self.compare.set_words(_("Compare and judge") if has_reply else _("Show what is awaited"))
        self.steps.show_application(row.application_id)

    def _on_order(self, place: int) -> None:
        column = Column(self.order.itemData(place))
        if self.model.order[0] is not column:
            self.table.sort_by(column)

    def _open_process(self) -> None:
        open_process(self._context.session, self.steps.application_id, self)

    def _ask_for_application(self) -> None:
        if self.table.row is not None:
            self.application_asked.emit(self.table.row.application_id)

    def _connect(self) -> None:
        self._day.changed.connect(self._on_changed)
        self.which.chosen.connect(self._on_which)
        self.order.activated.connect(self._on_order)
        self.table.sorted_by.connect(lambda column: self.order.setCurrentIndex(self.order.findData(column)))
        self.table.chosen.connect(lambda _key: self._show_steps())
        self.table.entered.connect(lambda: self.enter("second"))
        self.steps.picture_asked.connect(self._open_process)
        self.compare.clicked.connect(self._ask_for_application)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self.sides = self._sides = TwoSides(
            (_("Applications"), "list-bullets", self._list_side()),
            (_("Steps"), "clock", self._step_side()),
            _("What is seen"),
            self,
            beside=940,
            share=0.38,
        )
        self._empty = QWidget(self)
        self._empty_column = QVBoxLayout(self._empty)
        words = _("Take in applications first. Here one sees how far each has come.")
        self._empty_column.addWidget(EmptyState("clock", _("No applications yet"), words, self._empty))
        self._empty_column.addStretch(1)
        self._stack.addWidget(self._sides)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _list_side(self) -> QWidget:
        side = QFrame(self)
        side.setProperty("part", "surface")
        tools = QWidget(side)
        self._flow = FlowLayout(tools)
        order = QWidget(tools)
        self._order_row = QHBoxLayout(order)
        self._order_row.setContentsMargins(0, 0, 0, 0)
        self._order_row.addWidget(Label(_("Order"), order, role=Role.SMALL, tone="ink2"))
        self._order_row.addWidget(self.order)
        for part in (self.which, order, self.counted):
            self._flow.addWidget(part)
        self._tools = QVBoxLayout()
        self._tools.addWidget(tools)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tools)
        column.addWidget(self.table, 1)
        return side

    def _step_side(self) -> QWidget:
        side = QFrame(self)
        side.setProperty("part", "surface")
        self._detail = QWidget(side)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.compare)
        inside = QVBoxLayout(self._detail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._head)
        inside.addWidget(line_across(self._detail))
        inside.addWidget(self.steps, 1)
        self._nothing = Label(_("No application is late or missing."), side, tone="ink2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._detail, 1)
        column.addWidget(self._nothing)
        return side

    def _dress(self) -> None:
        px = current_theme().px
        self._flow.set_air(px(10))
        self.counted.setMinimumHeight(px(36))
        self._order_row.setSpacing(px(6))
        self._tools.setContentsMargins(px(16), px(10), px(16), px(8))
        self._head.setContentsMargins(px(16), px(8), px(12), px(8))
        self._empty_column.setContentsMargins(px(24), px(24), px(24), px(24))
