"""Owns the matrix on the screen: as many columns as there is room for, paged, with heads that stay."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.themes_page.matrix.delegate import ThemeCellDelegate
from finsam_review.ui.themes_page.matrix.heads import HEAD_HIGH, ApplicationHeads, ThemeHeads
from finsam_review.ui.themes_page.matrix.model import ThemeMatrixModel
from finsam_review.ui.themes_page.matrix.pager import ColumnPager
from finsam_review.ui.themes_page.matrix.painting import widest_cell
from finsam_review.ui.themes_page.matrix.words import head_of

Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_TITLE_LEAST, _TITLE_MOST, _TITLE_SHARE = 150, 420, 0.4
_AIR = 6


class ThemeMatrixView(QTableView):
    """Applications × themes. Arrows go from cell to cell; columns without room come as one goes there."""

    cell_chosen = Signal(int, int)
    """Row and column of the cell one is at."""
    read_requested = Signal()
    """Enter or a double click: read the notes of the cell."""
    paged = Signal()
    """Other columns are seen than before."""

    def __init__(self, model: ThemeMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._cells = ThemeCellDelegate(self)
        self.heads = ThemeHeads(self)
        self.applications = ApplicationHeads(self)
        self.pager = ColumnPager(self)
        self._visible = 0
        self._set_up()
        self.setModel(model)
        self.pager.turned.connect(self._on_turned)
        model.modelReset.connect(self._on_reset)
        model.headerDataChanged.connect(self.fit)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(lambda _index: self.read_requested.emit())
        follow_theme(self._dress)

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the cell one is at; -1 before there is one."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (-1, -1)

    @property
    def columns_seen(self) -> tuple[int, int]:
        """The first column that is seen, and the one after the last."""
        first = self.horizontalScrollBar().value()
        return first, min(first + self._visible, self._matrix.columnCount())

    def choose(self, row: int, column: int) -> None:
        """Go to a cell."""
        self.setCurrentIndex(self._matrix.index(row, column))

    def fit(self) -> None:
        """Share the room between the titles and as many columns as no word is cut in."""
        count, whole = self._matrix.columnCount(), self.width() - 2 * self.frameWidth()
        if not count or whole < 1:
            return
        theme = current_theme()
        bar = self.verticalScrollBar().sizeHint().width() if self._scrolls() else 0
        room, least = whole - bar, self._least_column()
        titles = min(theme.px(_TITLE_LEAST), round(room * _TITLE_SHARE))
        self._visible = max(1, min(count, (room - titles) // least))
        if self._visible < count:
            titles = max(titles, self.pager.wanted_width(count))
            self._visible = max(1, (room - titles) // least)
        wanted = min(self.applications.wanted_width(self._matrix.matrix.rows), theme.px(_TITLE_MOST))
        spare = (room - titles - self._visible * least) // 2
        titles = max(titles, min(wanted, titles + spare))
        width, rest = divmod(room - titles, self._visible)
        self.applications.setFixedWidth(titles + rest)
        self.heads.setDefaultSectionSize(width)
        self.updateGeometries()
        self._tell_pager()

    @guarded(default=None)
    def updateGeometries(self) -> None:
        """Qt override: the corner is where titles and themes meet."""
        super().updateGeometries()
        frame = self.frameWidth()
        self.pager.setGeometry(frame, frame, self.applications.width(), self.heads.height())
        self.pager.raise_()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: other room, other columns."""
        super().resizeEvent(event)
        self.fit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter reads."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.read_requested.emit()
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def keyboardSearch(self, search: str) -> None:
        """Qt override: letters are commands here, so typing ahead does not search."""
        del search

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: coming here by keyboard chooses the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._matrix.rowCount() and self._matrix.columnCount():
            self.choose(0, 0)
        self.viewport().update()

    @guarded(default=None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt override: the ring is thinner while one is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which cell one is at; its row and column are marked."""
        super().currentChanged(current, previous)
        self._mark()
        self.cell_chosen.emit(*self.place)

    def _set_up(self) -> None:
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.applications)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)

    def _scrolls(self) -> bool:
        theme = current_theme()
        high = self._matrix.rowCount() * self.applications.defaultSectionSize() + theme.px(HEAD_HIGH)
        return high > self.height()

    def _least_column(self) -> int:
        theme, matrix = current_theme(), self._matrix.matrix
        cells = widest_cell(matrix, theme) + theme.px(_AIR)
        return max(cells, self.heads.least_width([head_of(item) for item in matrix.themes]))

    def _mark(self) -> None:
        row, column = self.place
        self._cells.current = (row, column)
        self.heads.current, self.applications.current = column, row
        for part in (self.viewport(), self.heads.viewport(), self.applications.viewport()):
            part.update()

    def _tell_pager(self) -> None:
        self.pager.show_range(*self.columns_seen, self._matrix.columnCount())
        self.paged.emit()

    def _on_turned(self, step: int) -> None:
        """Turn to the themes after or before, round at the ends; the cell one is at goes along."""
        bar, (row, column) = self.horizontalScrollBar(), self.place
        before, last = bar.value(), bar.maximum()
        at_end = before == (last if step > 0 else 0)
        bar.setValue((0 if step > 0 else last) if at_end else before + step * self._visible)
        if column >= 0 and bar.value() != before:
            first, end = self.columns_seen
            self.choose(row, min(max(column + bar.value() - before, first), end - 1))

    def _on_scrolled(self) -> None:
        self._tell_pager()

    def _on_reset(self) -> None:
        self._mark()
        self.fit()

    def _dress(self) -> None:
        self.fit()
