"""Owns the fields that save themselves: when one leaves them or presses Enter, and tell what was wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.widgets.fields import Field, TextBox, TextField
from finsam_review.ui.widgets.labels import Label


class WrittenBox(TextBox):
    """Some lines of text. ``left`` tells that one has left them or pressed Enter."""

    left = Signal()
    _LEAST_LINES = 2

    def fit(self) -> None:
        """Be as high as the text, so that nothing of a question is hidden."""
        lines = max(self._LEAST_LINES, round(self.document().size().height()))
        self.setFixedHeight(self.height_of(lines))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @guarded(default=None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt override: leaving is saving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: a question is one paragraph, so Enter saves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SavedField(QWidget):
    """A labelled field over a ``save`` that returns the sentence of a refusal, or nothing.

    What was refused stays in the field with its reason below; nothing that was typed is lost. ``boxed``
    gives it several lines.
    """

    def __init__(
        self, label: str, save: Callable[[str], str], parent: QWidget | None = None, *, boxed: bool = False
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.label = label
        self._shown = ""
        self.editor = WrittenBox(label) if boxed else TextField(label)
        self.field = Field(label, self.editor, self)
        self._hint = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self._hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._hint)
        if isinstance(self.editor, TextField):
            self.editor.editingFinished.connect(self.commit)
        else:
            self.editor.left.connect(self.commit)
            self.editor.textChanged.connect(self.fit)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text() if isinstance(self.editor, TextField) else self.editor.toPlainText()

    @property
    def error(self) -> str:
        """The sentence below the field; empty when nothing is wrong."""
        return self.field.error

    @property
    def hint(self) -> str:
        """What is said beneath the value."""
        return self._hint.text()

    def show_value(self, value: str, *, hint: str = "") -> None:
        """Show the value as it is saved. What is being typed is left alone; see :meth:`commit`."""
        untouched = self.text == self._shown
        self._shown = value
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not self.error)
        if untouched or not (self.editor.hasFocus() or self.error):
            self._put(value)

    def commit(self) -> None:
        """Save what was typed, or tell why it can't be saved."""
        if self.text == self._shown:
            self._put(self._shown)
            return
        typed = self.text
        refusal = self._save(typed)
        self.field.show_error(refusal)
        self._hint.setVisible(bool(self.hint) and not refusal)
        if not refusal and self.text == typed:
            self._put(self._shown)

    def set_read_only(self, reason: str) -> None:
        """Let the value only be read because of ``reason``, or let it be written with an empty one."""
        self.editor.setReadOnly(bool(reason))
        if reason or not self.error:
            self.editor.setAccessibleDescription(reason)
        font = self.editor.font()
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.editor.setFont(font)

    def fit(self) -> None:
        """Make a box as high as its text at the text size in use."""
        if isinstance(self.editor, WrittenBox):
            self.editor.fit()

    def _put(self, value: str) -> None:
        self.field.show_error("")
        self._hint.setVisible(bool(self.hint))
        if self.text == value:
            return
        if isinstance(self.editor, TextField):
            self.editor.setText(value)
            self.editor.setCursorPosition(0)
        else:
            self.editor.setPlainText(value)
