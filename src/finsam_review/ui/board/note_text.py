"""Owns the box a note is written in: its keys, and the refusal of a paste that is far too long."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from finsam_review.domain.notes import NOTE_LIMIT
from finsam_review.ui.guard import guarded
from finsam_review.ui.widgets.fields import TextBox

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class NoteText(TextBox):
    """Plain text of a note. Ctrl+Enter sticks it up, Shift+Enter is a new line, Tab leaves the box."""

    submit_pressed = Signal()
    escape_pressed = Signal()
    too_long = Signal(int)
    """A paste was refused before it came in; carries the length the text would have had."""
    resized = Signal()
    """Lines break elsewhere now."""

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(name, parent, placeholder=placeholder)
        self.enter_submits = False

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Qt override: undo and redo are the whole day's when there is nothing of them in the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), _is_redo(event)
            if undo or redo:
                document = self.document()
                event.setAccepted(document.isUndoAvailable() if undo else document.isRedoAvailable())
                return True
        return super().event(event)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: tell it."""
        super().resizeEvent(event)
        self.resized.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter in its three meanings, and Esc."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif _is_redo(event):
            self.redo()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif bare == _CONTROL or (self.enter_submits and bare == Qt.KeyboardModifier.NoModifier):
            self.submit_pressed.emit()
        elif bare in {Qt.KeyboardModifier.NoModifier, _SHIFT}:
            self.insertPlainText("\n")
            self.ensureCursorVisible()

    @guarded(default=None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt override: text alone is pasted, and only what there is room for."""
        if not source.hasText():
            return
        text = source.text()
        chosen = len(self.textCursor().selectedText())
        length = len(self.toPlainText()) - chosen + len(text)
        if length > NOTE_LIMIT:
            self.too_long.emit(length)
        else:
            self.insertPlainText(text)
            self.ensureCursorVisible()


def _is_redo(event: QKeyEvent) -> bool:
    """Return whether the keys mean redo: Ctrl+Y everywhere, and what else the system calls so."""
    if event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.key() == Qt.Key.Key_Y and event.modifiers() == _CONTROL
