"""Owns the left side of a table's view: whose it is, its reading order, and how far it has come."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.workshop import TableGroup
from finsam_review.i18n import gettext as _
from finsam_review.ui.marks.badges import TableBadge
from finsam_review.ui.table_view.order_list import OrderList, OrderRow
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.progress import Bar


class TableSide(QFrame):
    """Badge, reading order and progress of one table."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, table: TableGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self._order = OrderList(self)
        self._order.chosen.connect(self.chosen)
        self._done = Label("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._bar = Bar(_("Done"), self)
        self._leave = Button(
            _("Facilitator's view"), self, kind="text", icon_name="arrow-left", role=Role.SMALL
        )
        self._leave.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(0)
        name = _("Table {letter}").format(letter=table.letter)
        words.addWidget(Label(name, self, role=Role.DISPLAY, weight=SEMIBOLD))
        words.addWidget(Label(_("Your reading order"), self, tone="ink2"))
        self._head = QHBoxLayout()
        self._head.addWidget(TableBadge(table.number, self, side=44, mark=False))
        self._head.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._order, 1)
        for part in (self._done, self._bar, self._leave):
            self._column.addWidget(part)
        follow_theme(self._dress)

    def show_order(self, rows: Sequence[OrderRow]) -> None:
        """Show the reading order and how much of it is done."""
        self._order.set_rows(rows)
        done = sum(row.done for row in rows)
        words = _("{done} of {all} done").format(done=done, all=len(rows))
        self._done.setText(words)
        self._bar.setMaximum(max(len(rows), 1))
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)

    def has_focus(self) -> bool:
        """Whether the focus is somewhere in here."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def focus_order(self) -> None:
        """Put the focus in the reading order."""
        self._order.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select(self, application_id: str) -> None:
        """Mark the application that is on the board."""
        self._order.select(application_id)

    def _dress(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.px(287) if theme.text_scale < 1.5 else theme.px(220))
        self._column.setContentsMargins(theme.px(14), theme.px(18), theme.px(14), theme.px(14))
        self._column.setSpacing(theme.px(8))
        self._head.setSpacing(theme.px(12))
