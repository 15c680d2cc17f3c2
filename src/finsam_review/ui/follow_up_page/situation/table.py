"""Owns the table view: rows are chosen whole, columns give way where room is short, heads sort."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.situation.delegate import (
    AIR,
    ROW_HIGH,
    SituationDelegate,
    SituationHeads,
)
from finsam_review.ui.follow_up_page.situation.model import SituationModel
from finsam_review.ui.follow_up_page.situation.rows import Column, SituationRow, heads
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import chip_width
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TITLE_LEAST = 170
_FIRST_TO_GO = (Column.CAME, Column.JUDGED, Column.STEP)
"""Columns that give way where room is short; the steps beside say the same."""


class SituationTable(QTableView):
    """Every application. ``chosen`` tells of another row, ``entered`` of Enter or a double click."""

    chosen = Signal(str)
    entered = Signal()
    sorted_by = Signal(int)

    def __init__(self, model: SituationModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._situation = model
        self._cells = SituationDelegate(self)
        self.heads = SituationHeads(self)
        self.setAccessibleName(_("Where the applications stand"))
        self._set_up()
        self.setModel(model)
        self.heads.setSortIndicator(Column.APPLICATION, Qt.SortOrder.AscendingOrder)
        self.heads.setSortIndicatorShown(True)
        self.heads.sectionClicked.connect(self._on_head)
        self.doubleClicked.connect(lambda _index: self.entered.emit())
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        follow_theme(self._dress)

    @property
    def row(self) -> SituationRow | None:
        """The row one is at."""
        place = self.currentIndex().row()
        return self._situation.rows[place] if 0 <= place < len(self._situation.rows) else None

    def choose(self, place: int) -> None:
        """Go to a row, counted from 0."""
        if 0 <= place < len(self._situation.rows):
            self.setCurrentIndex(self._situation.index(place, Column.APPLICATION))

    def sort_by(self, column: Column, *, descending: bool = False) -> None:
        """Sort by a column; the row one is at stays the one."""
        before = self.row
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.heads.setSortIndicator(column, order)
        self._situation.sort(column, order)
        self.choose(max(0, self._situation.place_of(before.application_id)) if before else 0)
        self.sorted_by.emit(column)

    def fit(self) -> None:
        """Give each column what it needs and the titles the rest; what has no room is not shown."""
        theme, room = current_theme(), self.viewport().width()
        wanted = {column: self._wanted(column) for column in Column if column is not Column.APPLICATION}
        hidden: set[Column] = set()
        for column in _FIRST_TO_GO:
            rest = room - sum(width for key, width in wanted.items() if key not in hidden)
            if rest < theme.px(_TITLE_LEAST):
                hidden.add(column)
        for column, width in wanted.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, width)
        shown = sum(width for key, width in wanted.items() if key not in hidden)
        self.setColumnWidth(Column.APPLICATION, max(theme.px(80), room - shown))
        self._cells.last = max(column for column in Column if column not in hidden)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: other room, other columns."""
        super().resizeEvent(event)
        self.fit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter goes on to the steps; left and right have nothing to do in whole rows."""
        if event.key() in _ENTER and self.row is not None:
            self.entered.emit()
        elif event.key() not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            super().keyPressEvent(event)

    @guarded(default=None)
    def keyboardSearch(self, search: str) -> None:
        """Qt override: typing does not search."""
        del search

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: coming here goes to the row one was at, or the first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(0)
        self._mark()

    @guarded(default=None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt override: the ring goes."""
        super().focusOutEvent(event)
        self._mark()

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which row one is at."""
        super().currentChanged(current, previous)
        self._mark()
        if current.isValid() and current.row() != previous.row() and self.row is not None:
            self.chosen.emit(self.row.application_id)

    def _set_up(self) -> None:
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self.heads)
        self.verticalHeader().hide()
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _wanted(self, column: Column) -> int:
        theme = current_theme()
        small = QFontMetricsF(theme.font(Role.SMALL))
        head = QFontMetricsF(theme.font(Role.SMALL, SEMIBOLD)).horizontalAdvance(heads()[column])
        rows = self._situation.rows
        if column is Column.REPLY:
            cells = max((chip_width(row.look) for row in rows), default=0.0)
            return round(max(head + theme.px(20), min(cells, theme.px(210)))) + theme.px(AIR + 4)
        cells = max((small.horizontalAdvance(row.text(column)) for row in rows), default=0.0)
        return round(max(head + theme.px(20), min(cells, theme.px(190)))) + theme.px(AIR + 10)

    def _mark(self) -> None:
        self._cells.current, self._cells.focused = self.currentIndex().row(), self.hasFocus()
        self.viewport().update()

    def _on_head(self, section: int) -> None:
        column, descending = self._situation.order
        self.sort_by(Column(section), descending=section == column and not descending)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current_theme().px(ROW_HIGH))
        self.fit()
