"""Owns the list of notes of one question, and changes exactly the rows that are concerned."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.note_card import NoteCard

Index = QModelIndex | QPersistentModelIndex


class NoteRole(IntEnum):
    """What a view may ask of a note besides its text."""

    CARD = Qt.ItemDataRole.UserRole + 1
    NOTE_ID = Qt.ItemDataRole.UserRole + 2


class NoteListModel(QAbstractListModel):
    """Notes in the order they hang."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[NoteCard] = []

    @property
    def cards(self) -> tuple[NoteCard, ...]:
        """The notes shown."""
        return tuple(self._cards)

    def set_notes(self, cards: Sequence[NoteCard]) -> None:
        """Show ``cards``: rows are inserted, removed, moved and changed one by one, so that the rest stays.

        With nothing in common (another application) the list begins anew.
        """
        first, after = self._same_ends(cards)
        last = len(self._cards) - after
        kept = {card.note_id for card in cards[first : len(cards) - after]}
        if not first and not after and not any(card.note_id in kept for card in self._cards):
            if self._cards or cards:
                self.beginResetModel()
                self._cards = list(cards)
                self.endResetModel()
            return
        self._remove_all_but(kept, first, last - 1)
        present = {card.note_id for card in self._cards[first : len(self._cards) - after]}
        row, middle = first, cards[: len(cards) - after]
        while row < len(middle):
            row = self._settle(middle, row, present)

    def card_at(self, row: int) -> NoteCard:
        """Return the note in ``row``."""
        return self._cards[row]

    def row_of(self, note_id: str) -> int:
        """Return the row of ``note_id``, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.note_id == note_id), -1)

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many notes."""
        return 0 if parent is not None and parent.isValid() else len(self._cards)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the card, its id, its text, or its words for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == NoteRole.CARD:
            return card
        if role == NoteRole.NOTE_ID:
            return card.note_id
        if role == Qt.ItemDataRole.DisplayRole:
            return card.text
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return card.spoken if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return None

    def _same_ends(self, cards: Sequence[NoteCard]) -> tuple[int, int]:
        """Return how many notes at the beginning and at the end are the same already."""
        shorter = min(len(cards), len(self._cards))
        first = 0
        while first < shorter and _same(self._cards[first], cards[first]):
            first += 1
        after = 0
        while after < shorter - first and _same(self._cards[-1 - after], cards[-1 - after]):
            after += 1
        return first, after

    def _remove_all_but(self, kept: set[str], least: int, last: int) -> None:
        while last >= least:
            if self._cards[last].note_id in kept:
                last -= 1
                continue
            first = last
            while first > least and self._cards[first - 1].note_id not in kept:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._cards[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _settle(self, cards: Sequence[NoteCard], row: int, present: set[str]) -> int:
        """Make row ``row`` (and the run of new ones after it) what it should be; return the next row."""
        card = cards[row]
        if card.note_id not in present:
            end = row
            while end < len(cards) and cards[end].note_id not in present:
                end += 1
            self.beginInsertRows(QModelIndex(), row, end - 1)
            self._cards[row:row] = cards[row:end]
            self.endInsertRows()
            return end
        if self._cards[row].note_id != card.note_id:
            self._move(self.row_of(card.note_id), row)
        if self._cards[row] != card:
            self._cards[row] = card
            place = self.index(row)
            self.dataChanged.emit(place, place)
        return row + 1

    def _move(self, source: int, target: int) -> None:
        if self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target):
            self._cards.insert(target, self._cards.pop(source))
            self.endMoveRows()


def _same(one: NoteCard, other: NoteCard) -> bool:
    return one is other or one == other
