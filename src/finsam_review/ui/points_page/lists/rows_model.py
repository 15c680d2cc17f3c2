"""Owns the model of both lists: rows of frozen values, changed exactly where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded

Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """A row: a frozen value with a key of its own, and its words for a screen reader."""

    @property
    def key(self) -> str:
        """What the row is known by as long as it is there."""

    @property
    def spoken(self) -> str:
        """The whole row in words."""

    @property
    def choosable(self) -> bool:
        """Whether the row can be chosen: a heading can't."""


class RowRole(IntEnum):
    """What a view may ask of a row besides its words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    LIT = Qt.ItemDataRole.UserRole + 2


class RowsModel(QAbstractListModel):
    """Rows in order. Some of them may be lit: they belong to what is chosen in the other list."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: list[Row] = []
        self._places: dict[str, int] | None = {}
        self._lit: frozenset[str] = frozenset()
        super().__init__(parent)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return tuple(self._rows)

    @property
    def lit(self) -> frozenset[str]:
        """The keys of the rows that are lit."""
        return self._lit

    def row_at(self, place: int) -> Row:
        """Return the row at ``place``."""
        return self._rows[place]

    def place_of(self, key: str) -> int:
        """Return the place of the row called ``key``, or -1."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._rows)}
        return self._places.get(key, -1)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``: what is new comes in, what is gone goes, what differs changes; the rest stays.

        With nothing in common (another question) the list begins anew.
        """
        wanted = {row.key: place for place, row in enumerate(rows)}
        if not any(row.key in wanted for row in self._rows):
            if self._rows or rows:
                self.beginResetModel()
                self._put(list(rows))
                self.endResetModel()
            return
        self._remove_all_but(wanted)
        present = {row.key for row in self._rows}
        place = 0
        while place < len(rows):
            place = self._settle(rows, place, present=present, wanted=wanted)
        self._change(rows)

    def set_lit(self, keys: Iterable[str]) -> None:
        """Light the rows called ``keys`` and no others."""
        new = frozenset(keys)
        stale = sorted(place for key in new ^ self._lit if (place := self.place_of(key)) >= 0)
        self._lit = new
        self._tell(stale)

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the row, whether it is lit, and its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        lit = row.key in self._lit
        if role == RowRole.LIT:
            return lit
        if role == Qt.ItemDataRole.DisplayRole:
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.spoken} {_('Belongs to what is chosen beside.')}" if lit else row.spoken
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt override: headings can't be chosen."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return Qt.ItemFlag.NoItemFlags
        still = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return still | Qt.ItemFlag.ItemIsSelectable if self._rows[index.row()].choosable else still

    def _put(self, rows: list[Row]) -> None:
        self._rows = rows
        self._places = None

    def _remove_all_but(self, wanted: dict[str, int]) -> None:
        gone = [place for place, row in enumerate(self._rows) if row.key not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._put(self._rows[:first] + self._rows[last + 1 :])
            self.endRemoveRows()

    def _settle(self, rows: Sequence[Row], place: int, *, present: set[str], wanted: dict[str, int]) -> int:
        """Let ``place`` hold the row it should, a run of new ones at a time; return where to go on."""
        key = rows[place].key
        if key not in present:
            end = place
            while end < len(rows) and rows[end].key not in present:
                end += 1
            self.beginInsertRows(QModelIndex(), place, end - 1)
            self._put([*self._rows[:place], *rows[place:end], *self._rows[place:]])
            self.endInsertRows()
            return end
        here = self._rows[place].key
        if here == key:
            return place + 1
        if place + 1 < len(self._rows) and self._rows[place + 1].key == key:
            # It is the one that stands here that has moved on: everything after it keeps its order.
            self._move(place, min(wanted[here], len(self._rows) - 1))
            return place
        self._move(self.place_of(key), place)
        return place + 1

    def _move(self, source: int, target: int) -> None:
        """Move a row so that it stands at ``target`` afterwards."""
        before = target if target < source else target + 1
        if self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), before):
            rows = list(self._rows)
            rows.insert(target, rows.pop(source))
            self._put(rows)
            self.endMoveRows()

    def _change(self, rows: Sequence[Row]) -> None:
        stale = [
            place
            for place, (old, new) in enumerate(zip(self._rows, rows, strict=True))
            if old is not new and old != new
        ]
        if stale:
            self._rows = list(rows)
            self._tell(stale)

    def _tell(self, stale: Sequence[int]) -> None:
        for first, last in _runs(stale):
            self.dataChanged.emit(self.index(first), self.index(last))


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of neighbours among ``places``, which rise."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if last >= 0:
                yield first, last
            first = place
        last = place
    if last >= 0:
        yield first, last
