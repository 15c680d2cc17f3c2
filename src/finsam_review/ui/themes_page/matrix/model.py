"""Owns the matrix as Qt sees it: a row for each application, a column for each theme."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from finsam_review.domain.themes import ThemeCell, ThemeMatrix, ThemeRow
from finsam_review.domain.workshop import Theme
from finsam_review.ui.guard import guarded
from finsam_review.ui.themes_page.matrix.words import head_of, spoken_cell
from finsam_review.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class CellRole(IntEnum):
    """What a view may ask of a cell besides its text."""

    CELL = Qt.ItemDataRole.UserRole + 1


class ThemeMatrixModel(QAbstractTableModel):
    """Applications × themes. What differs is told cell by cell, so that the place one is at stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = ThemeMatrix((), ())

    @property
    def matrix(self) -> ThemeMatrix:
        """The matrix shown."""
        return self._matrix

    def set_matrix(self, matrix: ThemeMatrix) -> None:
        """Show ``matrix``; with other applications or themes it begins anew."""
        before = self._matrix
        if matrix == before:
            return
        same = [row.application_id for row in before.rows] == [row.application_id for row in matrix.rows]
        if not same or [t.code for t in before.themes] != [t.code for t in matrix.themes]:
            self.beginResetModel()
            self._matrix = matrix
            self.endResetModel()
            return
        self._matrix = matrix
        self._tell(before)

    def row_at(self, row: int) -> ThemeRow:
        """Return the application in ``row``."""
        return self._matrix.rows[row]

    def theme_at(self, column: int) -> Theme:
        """Return the theme in ``column``."""
        return self._matrix.themes[column]

    def cell_at(self, row: int, column: int) -> ThemeCell:
        """Return the cell of an application and a theme."""
        return self._matrix.rows[row].cells[column]

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many applications."""
        return 0 if parent is not None and parent.isValid() else len(self._matrix.rows)

    @guarded(default=0)
    def columnCount(self, parent: Index | None = None) -> int:
        """Qt override: how many themes."""
        return 0 if parent is not None and parent.isValid() else len(self._matrix.themes)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the cell, its count, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._matrix.rows):
            return None
        cell = self.cell_at(index.row(), index.column())
        if role == CellRole.CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return str(len(cell.notes)) if cell.notes else "–"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(self.row_at(index.row()), self.theme_at(index.column()), cell)
        return None

    @guarded(default=None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Qt override: themes above, applications at the left."""
        across = orientation is Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        if across:
            theme = self.theme_at(section)
            short, whole = head_of(theme), theme.name
        else:
            row = self.row_at(section)
            short = whole = f"{row.number} {row.title}"
        if role == Qt.ItemDataRole.DisplayRole:
            return short
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return whole
        return plain_tooltip(whole) if role == Qt.ItemDataRole.ToolTipRole else None

    def _tell(self, before: ThemeMatrix) -> None:
        if before.themes != self._matrix.themes:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._matrix.themes) - 1)
        for place, (old, new) in enumerate(zip(before.rows, self._matrix.rows, strict=True)):
            if (old.number, old.title) != (new.number, new.title):
                self.headerDataChanged.emit(Qt.Orientation.Vertical, place, place)
            changed = [at for at, cell in enumerate(new.cells) if cell != old.cells[at]]
            if changed:
                self.dataChanged.emit(self.index(place, changed[0]), self.index(place, changed[-1]))
