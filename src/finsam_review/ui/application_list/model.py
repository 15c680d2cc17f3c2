"""Owns the rows of the list: the model, and the proxy that filters and sorts them."""

from collections.abc import Sequence
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from finsam_review.domain.text import fold, swedish_key
from finsam_review.ui.application_list.row import ApplicationRow
from finsam_review.ui.guard import guarded
from finsam_review.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


class RowRole(IntEnum):
    """What a view may ask of a row besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    APPLICATION_ID = Qt.ItemDataRole.UserRole + 2


class SortKey(Enum):
    """By what the list is sorted."""

    NUMBER = "number"
    TITLE = "title"
    APPLICANT = "applicant"
    AMOUNT = "amount"
    UNANSWERED = "unanswered"


class Show(Enum):
    """Which applications the list shows."""

    ALL = "all"
    UNANSWERED = "unanswered"
    DOUBTS = "doubts"
    LOOSE = "loose"


class ApplicationListModel(QAbstractListModel):
    """Applications in the order they are given; sorting is the proxy's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ApplicationRow] = []

    @property
    def rows(self) -> tuple[ApplicationRow, ...]:
        """The applications shown."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[ApplicationRow]) -> None:
        """Show ``rows``. With the same applications only changed rows change; else the list begins anew."""
        if [row.application_id for row in rows] != [row.application_id for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self._rows[place]:
                self._rows[place] = row
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def place_of(self, application_id: str) -> int:
        """Return the place of an application in the model, or -1."""
        places = (place for place, row in enumerate(self._rows) if row.application_id == application_id)
        return next(places, -1)

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many applications."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the row, its id, its title, or its words for a tooltip or a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == RowRole.APPLICATION_ID:
            return row.application_id
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.short_title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(row.in_full)
        return None


class ApplicationFilter(QSortFilterProxyModel):
    """Shows the applications that are asked for, in the order that is asked for."""

    def __init__(self, model: ApplicationListModel, parent: QObject | None = None) -> None:
        self._words: list[str] = []
        self._show = Show.ALL
        self._key = SortKey.NUMBER
        super().__init__(parent)
        self._model = model
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    @property
    def shown(self) -> Show:
        """Which applications are shown."""
        return self._show

    def count_of(self, show: Show) -> int:
        """Return how many applications there are of those ``show`` tells, whatever is searched for."""
        return sum(_wanted(row, show) for row in self._model.rows)

    def search(self, text: str) -> None:
        """Show only rows that hold every word of ``text``, in any case and any order."""
        self._words = fold(text).split()
        self._again()

    def show_only(self, show: Show) -> None:
        """Show only the applications that ``show`` tells."""
        self._show = show
        self._again()

    def sort_by(self, key: SortKey, *, falling: bool = False) -> None:
        """Sort by ``key``, the number deciding between equals."""
        self._key = key
        self.sort(-1)
        self.sort(0, Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder)

    @guarded(default=True)
    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Qt override: whether the row is asked for."""
        row = self._model.rows[source_row]
        if not _wanted(row, self._show):
            return False
        return not self._words or all(word in row.haystack for word in self._words)

    @guarded(default=False)
    def lessThan(self, left: Index, right: Index) -> bool:
        """Qt override: å, ä and ö last, numbers as numbers."""
        first, second = left.data(RowRole.ROW), right.data(RowRole.ROW)
        return _sort_value(first, self._key) < _sort_value(second, self._key)

    def _again(self) -> None:
        self.beginFilterChange()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)


def _wanted(row: ApplicationRow, show: Show) -> bool:
    if show is Show.UNANSWERED:
        return row.answered < row.asked
    if show is Show.DOUBTS:
        return row.doubts > 0
    return row.loose > 0 if show is Show.LOOSE else True


def _sort_value(row: ApplicationRow, key: SortKey) -> tuple[object, ...]:
    if key is SortKey.TITLE:
        return (swedish_key(row.short_title), row.number)
    if key is SortKey.APPLICANT:
        return (swedish_key(row.applicant), row.number)
    if key is SortKey.AMOUNT:
        return (row.amount, row.number)
    if key is SortKey.UNANSWERED:
        return (row.answered - row.asked, row.number)
    return (row.number,)
