"""Owns the table as Qt sees it: rows of applications, some filtered away, in the order of a column."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from finsam_review.ui.follow_up_page.situation.rows import Column, SituationRow, heads, ordered
from finsam_review.ui.guard import guarded
from finsam_review.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class SituationRole(IntEnum):
    """What the delegate asks for besides words."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SituationModel(QAbstractTableModel):
    """Applications × what is known of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._all: tuple[SituationRow, ...] = ()
        self._rows: tuple[SituationRow, ...] = ()
        self._late_only = False
        self._column, self._descending = Column.APPLICATION, False
        super().__init__(parent)

    @property
    def rows(self) -> tuple[SituationRow, ...]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that decides the order, and whether it is turned round."""
        return self._column, self._descending

    def place_of(self, application_id: str) -> int:
        """Return where an application stands, -1 if it does not."""
        ids = [row.application_id for row in self._rows]
        return ids.index(application_id) if application_id in ids else -1

    def set_rows(self, rows: Sequence[SituationRow]) -> None:
        """Show ``rows``; where only what is said of them differs, the view keeps its place."""
        self._all = tuple(rows)
        self._show()

    def set_late_only(self, *, late_only: bool) -> None:
        """Show only late and missing ones, or all."""
        self._late_only = late_only
        self._show()

    @guarded(default=None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt override: another order."""
        self._column = Column(column)
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._show()

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many applications."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @guarded(default=0)
    def columnCount(self, parent: Index | None = None) -> int:
        """Qt override: how many columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: a cell, and the whole row in words in the first one."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == SituationRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text(column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = column is Column.APPLICATION
            return row.spoken if first else f"{heads()[column]}: {row.text(column)}"
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.APPLICATION:
            return plain_tooltip(f"{row.number} {row.title}, {row.applicant}")
        return None

    @guarded(default=None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Qt override: the names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return heads()[Column(section)]
        return None

    def _show(self) -> None:
        wanted = [row for row in self._all if row.is_late or not self._late_only]
        new = tuple(ordered(wanted, self._column, descending=self._descending))
        if [row.application_id for row in new] != [row.application_id for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        stale = [place for place, row in enumerate(new) if row != self._rows[place]]
        self._rows = new
        for place in stale:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
