"""Owns fields: one line or several, what is wrong told beneath, and the search field."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon, paint_icon
from finsam_review.ui.theme.following import follow_theme, repolish
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label


class ErrorLine(QWidget):
    """The sentence below a field that tells what is wrong; hidden while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Label("", self)
        self._words = Label("", self, role=Role.SMALL, weight=SEMIBOLD, tone="danger", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()
        follow_theme(self._dress)

    @property
    def text(self) -> str:
        """The sentence shown; empty when nothing is wrong."""
        return self._words.text()

    def show_error(self, sentence: str) -> None:
        """Show ``sentence``, or hide the line when it is empty."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(18)
        self._icon.setPixmap(icon("warning-circle-fill", theme.colour("danger"), side).pixmap(side, side))


def mark_wrong(field: QWidget, line: ErrorLine, sentence: str) -> None:
    """Show on ``field`` and in the ``line`` below what is wrong; an empty ``sentence`` says nothing is."""
    line.show_error(sentence)
    field.setAccessibleDescription(sentence)
    wrong = "true" if sentence else "false"
    if field.property("wrong") != wrong:
        field.setProperty("wrong", wrong)
        font = field.font()
        repolish(field)
        field.setFont(font)


class Field(QWidget):
    """A labelled field with room for a sentence below: the label above, then ``editor``."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = Label(label, self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2")
        self._label.setBuddy(editor)
        self._error = ErrorLine(self)
        editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, editor, self._error):
            column.addWidget(part)

    @property
    def error(self) -> str:
        """The sentence shown below; empty when the value is right."""
        return self._error.text

    def show_error(self, sentence: str) -> None:
        """Tell below the field what is wrong, or take it away with an empty sentence."""
        mark_wrong(self.editor, self._error, sentence)


class TextField(QLineEdit):
    """One line of text. ``name`` is its accessible name; a label above gives the visible one."""

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        follow_theme(self._dress)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))


class SearchField(TextField):
    """The field that filters a list as one types; Esc empties it first."""

    down_pressed = Signal()
    """↓ leads on to the list below."""

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(name, parent, placeholder=placeholder or name)
        self.setClearButtonEnabled(False)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc empties the field before it leaves it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the field and its magnifying glass."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(20)
        box = QRectF(theme.px(11), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "magnifying-glass", box, theme.colour("ink2"))

    def _dress(self) -> None:
        super()._dress()
        self.setTextMargins(current_theme().px(28), 0, 0, 0)


class TextBox(QPlainTextEdit):
    """Several lines of plain text. Tab leaves the box; pasted text comes in as plain text."""

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(parent)
        self._role = Role.BODY
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_theme(self._dress)

    def set_role(self, role: Role) -> None:
        """Write in another size of text."""
        self._role = role
        self._dress()

    def height_of(self, lines: int) -> int:
        """Return the height in px at which ``lines`` lines are seen."""
        theme = current_theme()
        return self.fontMetrics().lineSpacing() * lines + theme.px(16) + 2

    def placeholder_height(self) -> int:
        """Return the height in px at which the whole placeholder is seen at the width there is now."""
        room = self.viewport().width() - 2 * round(self.document().documentMargin())
        wraps = Qt.TextFlag.TextWordWrap.value
        box = self.fontMetrics().boundingRect(QRect(0, 0, max(1, room), 0), wraps, self.placeholderText())
        return self.height_of(max(1, round(box.height() / self.fontMetrics().lineSpacing())))

    def _dress(self) -> None:
        self.setFont(current_theme().font(self._role))
        self.viewport().setFont(self.font())


class Choice(QComboBox):
    """A drop-down list with the program's own arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the box and its arrow."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(18)
        box = QRectF(self.width() - side - theme.px(10), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "caret-down", box, theme.colour("ink"))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
