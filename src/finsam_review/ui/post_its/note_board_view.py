"""Owns the board of one question: its post-its, and what mouse and keys ask of the one that is chosen."""

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
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.arrivals import Arrivals
from finsam_review.ui.post_its.masonry import Room
from finsam_review.ui.post_its.masonry_view import MasonryView
from finsam_review.ui.post_its.note_delegate import NoteDelegate
from finsam_review.ui.post_its.note_model import NoteListModel, NoteRole
from finsam_review.ui.post_its.note_shape import NoteMeasure
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex
_EDIT_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
_LEAST = 280
"""A column of post-its is split in two only when each becomes at least this wide."""


class NoteBoardView(MasonryView):
    """Post-its of one question. The signals carry the id of the note concerned."""

    edit_requested = Signal(str)
    remove_requested = Signal(str)
    move_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    """⋯, right click or the Menu key; the point is global."""
    note_chosen = Signal(str)
    _role = Role.BODY

    def __init__(self, model: NoteListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = NoteDelegate(self, arrivals=Arrivals(model, self.viewport()))
        self._notes = model
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        follow_theme(self._dress)

    def set_role(self, role: Role) -> None:
        """Show the notes in another size of text."""
        self._role = role
        self._dress()

    @property
    def chosen(self) -> str:
        """The id of the chosen note, or an empty string."""
        chosen = self.selectedIndexes()
        return str(chosen[0].data(NoteRole.NOTE_ID)) if chosen else ""

    def choose(self, note_id: str) -> bool:
        """Choose note ``note_id`` and bring it into sight; ``False`` when it does not hang here."""
        row = self._notes.row_of(note_id)
        if row < 0:
            return False
        index = self._notes.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def unchoose(self) -> None:
        """Let no note be chosen."""
        self.selectionModel().clear()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter and F2 edit, Delete removes, Ctrl+M moves; arrows go on to the next note."""
        key, plain = event.key(), event.modifiers() in _NO_MODIFIERS
        if not self.chosen:
            super().keyPressEvent(event)
        elif key in _EDIT_KEYS and plain:
            self.edit_requested.emit(self.chosen)
        elif key == Qt.Key.Key_Delete and plain:
            self.remove_requested.emit(self.chosen)
        elif key == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.move_requested.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def keyboardSearch(self, search: str) -> None:
        """Qt override: letters are commands here, so typing ahead does not search."""
        del search

    @guarded(default=None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt override: right click and the Menu key ask for the menu of a note."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            corner = self._menu_rect(index).bottomLeft()
            where = self.viewport().mapToGlobal(corner) if by_key else event.globalPos()
            self.menu_requested.emit(index.data(NoteRole.NOTE_ID), where)
        event.accept()

    @guarded(default=None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt override: choose the note, and open its menu when ⋯ was hit."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            self.unchoose()
        elif event.button() is Qt.MouseButton.LeftButton and self._hits_menu(index, event):
            corner = self.viewport().mapToGlobal(self._menu_rect(index).bottomLeft())
            self.menu_requested.emit(index.data(NoteRole.NOTE_ID), corner)

    @guarded(default=None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt override: a double click edits."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._hits_menu(index, event):
            self.edit_requested.emit(index.data(NoteRole.NOTE_ID))

    @guarded(default=None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt override: the note under the mouse shows its ⋯."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    @guarded(default=None)
    def leaveEvent(self, event: QEvent) -> None:
        """Qt override: no note is under the mouse."""
        self._hover(-1)
        super().leaveEvent(event)

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: coming here by keyboard chooses the note one was at, or the first."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.chosen:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which note is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.note_chosen.emit(current.data(NoteRole.NOTE_ID))

    def _hits_menu(self, index: QModelIndex, event: QMouseEvent) -> bool:
        return not index.data(NoteRole.CARD).hidden and self._menu_rect(index).contains(
            event.position().toPoint()
        )

    def _menu_rect(self, index: QModelIndex) -> QRect:
        return self._delegate.menu_rect(self.visualRect(index))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _room(self) -> Room:
        px = current_theme().px
        left = px(12 if self._role is Role.BODY else 18)
        return Room.within(
            self.width(), left=left, right=left + px(4), top=px(6), air=px(10), least=px(_LEAST)
        )

    def _height_of(self, row: int) -> int:
        return self._delegate.measure.height(self._notes.card_at(row), self._masonry.room.column_width)

    def _dress(self) -> None:
        self._delegate.use(NoteMeasure(current_theme(), self._role))
        self.setFont(self._delegate.measure.font)
        self.relayout()


_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
