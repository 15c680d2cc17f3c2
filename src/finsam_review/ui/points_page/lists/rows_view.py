"""Owns the view of both lists: one column of rows, letters that are commands, and what is chosen."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import Row, RowsModel
from finsam_review.ui.post_its.masonry import Room
from finsam_review.ui.post_its.masonry_view import MasonryView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction
_STEPS = {
    Action.MoveUp: -1,
    Action.MovePrevious: -1,
    Action.MoveLeft: -1,
    Action.MoveDown: 1,
    Action.MoveNext: 1,
    Action.MoveRight: 1,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SELECT = QItemSelectionModel.SelectionFlag


class RowMeasure(Protocol):
    """Knows how high a row is."""

    def height(self, row: Row, width: int) -> int:
        """Return the height in px of ``row`` when it is ``width`` px wide."""


class RowPainter(Protocol):
    """A delegate that knows how high its rows are."""

    @property
    def measure(self) -> RowMeasure:
        """What it paints by."""


class RowsView(MasonryView):
    """A list in which single letters are commands; ``keys`` says which command each of them is."""

    asked = Signal(str)
    """A command was asked for by its key."""
    moved = Signal(str)
    """Another row is current; carries its key."""
    _measure: RowMeasure | None = None

    def __init__(
        self, model: RowsModel, keys: Mapping[Qt.Key, str], parent: QWidget | None = None, *, many: bool
    ) -> None:
        """``many`` lets several rows be selected at once."""
        super().__init__(parent)
        self._listed, self._keys = model, dict(keys)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setModel(model)
        follow_theme(self._dress)

    @property
    def rows(self) -> RowsModel:
        """The model."""
        return self._listed

    @property
    def current_key(self) -> str:
        """The key of the current row; empty when there is none."""
        index = self.currentIndex()
        return self._listed.row_at(index.row()).key if index.isValid() else ""

    @property
    def selected_keys(self) -> list[str]:
        """The keys of the selected rows, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._listed.row_at(place).key for place in places]

    def use(self, delegate: RowPainter) -> None:
        """Paint with ``delegate`` from now on, which the list owns."""
        assert isinstance(delegate, QStyledItemDelegate)
        before = self.itemDelegate()
        self._measure = delegate.measure
        self.setItemDelegate(delegate)
        before.deleteLater()
        self.relayout()

    def choose(self, key: str, *, quiet: bool = False) -> bool:
        """Let the row called ``key`` be the only one chosen and bring it into sight; ``False`` without it.

        ``quiet`` tells nobody.
        """
        place = self._listed.place_of(key)
        if place < 0:
            return False
        index = self._listed.index(place)
        was = self.signalsBlocked()
        self.blockSignals(was or quiet)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self.blockSignals(was)
        self.scrollTo(index)
        return True

    def unchoose(self) -> None:
        """Let no row be chosen."""
        self.selectionModel().clear()
        self.viewport().update()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: letters are commands; arrows, Space and Shift are the list's own."""
        command = self._keys.get(Qt.Key(event.key())) if event.modifiers() in _PLAIN else None
        if command is None:
            super().keyPressEvent(event)
        else:
            self.asked.emit(command)

    @guarded(default=None)
    def keyboardSearch(self, search: str) -> None:
        """Qt override: letters are commands here, so typing ahead does not search."""
        del search

    @guarded(default=QModelIndex)
    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Qt override: up and down past headings; only as many rows as needed are measured."""
        here = self.currentIndex().row()
        if action in _STEPS:
            place = self._next(here, _STEPS[action])
        elif action is Action.MoveHome:
            place = self._next(-1, 1)
        elif action is Action.MoveEnd:
            place = self._next(self._count(), -1)
        else:
            place = self._by_page(here, 1 if action is Action.MovePageDown else -1)
        return self._listed.index(place) if place >= 0 else self.currentIndex()

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which row is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(self._listed.row_at(current.row()).key)

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: coming here chooses the row one was at, or the first."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if not index.isValid() and (first := self._next(-1, 1)) >= 0:
            self.choose(self._listed.row_at(first).key)
        elif index.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().select(index, _SELECT.ClearAndSelect)
        self.viewport().update()

    @guarded(default=None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt override: the ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: what was chosen and seen is seen in less room too."""
        box = self.visualRect(self.currentIndex())
        seen = box.isValid() and box.intersects(QRect(QPoint(0, 0), event.oldSize()))
        super().resizeEvent(event)
        if seen and self._count():
            self.scrollTo(self.currentIndex())

    @guarded(default=None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt override: the row under the mouse answers."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    @guarded(default=None)
    def leaveEvent(self, event: QEvent) -> None:
        """Qt override: no row is under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.viewport().update()

    def _next(self, place: int, step: int) -> int:
        """Return the nearest row after ``place`` that can be chosen, or -1."""
        place += step
        while 0 <= place < self._count():
            if self._listed.row_at(place).choosable:
                return place
            place += step
        return -1

    def _by_page(self, here: int, step: int) -> int:
        found, room = -1, self.viewport().height()
        place = self._next(here, step)
        while place >= 0 and room > 0:
            self._place_to(place)
            room -= self._masonry.rect(place).height()
            if room > 0 or found < 0:
                found = place
            place = self._next(place, step)
        return found

    def _room(self) -> Room:
        px = current_theme().px
        side = px(self._side())
        wide = max(1, self.width() - 2 * side - px(6))
        return Room(side, px(4), wide, 1, px(self._air()))

    def _side(self) -> int:
        """Return the air at the left and the right in design pixels."""
        return 12

    def _air(self) -> int:
        """Return the air between rows in design pixels."""
        return 4

    def _height_of(self, row: int) -> int:
        if self._measure is None:
            return current_theme().px(50)
        return self._measure.height(self._listed.row_at(row), self._masonry.room.column_width)

    def _dress(self) -> None:
        self.relayout()
