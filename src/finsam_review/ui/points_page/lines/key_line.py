"""Owns the row of keys at the foot of a list: each key drawn, with what it does, and a button to press."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import MEDIUM, REGULAR, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import plain_tooltip


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a list: the command it asks for, how the key is drawn, and what it does in a word or two.

    ``hint`` says more, where the words need it.
    """

    command: str
    cap: str
    words: str
    hint: str = ""

    @property
    def described(self) -> str:
        """The key and the hint."""
        return f"{self.cap}. {self.hint}" if self.hint else self.cap


class KeyLine(QFrame):
    """The keys of one list. A line that is blocked says why, and does nothing."""

    asked = Signal(str)

    def __init__(self, keys: Sequence[Key], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self._buttons: dict[str, _KeyButton] = {}
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        for key in keys:
            button = _KeyButton(key, self._row)
            button.clicked.connect(lambda _checked=False, command=key.command: self.asked.emit(command))
            self._buttons[key.command] = button
            self._flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._row)
        follow_theme(self._dress)

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """The buttons in order."""
        return tuple(self._buttons.values())

    def button(self, command: str) -> QAbstractButton:
        """Return the button of a command."""
        return self._buttons[command]

    def set_blocked(self, reason: str) -> None:
        """Block what changes something because of ``reason``, or free it with an empty one."""
        for command, button in self._buttons.items():
            button.set_blocked(reason if command != "next" else "")

    def _dress(self) -> None:
        theme = current_theme()
        self._flow.set_air(theme.px(2))
        self._column.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(4))


class _KeyButton(QAbstractButton):
    """A key and its words."""

    def __init__(self, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._reason = key, ""
        self.setAccessibleName(key.words)
        self.setAccessibleDescription(key.described)
        self.setToolTip(plain_tooltip(key.hint))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)
        ring_on_focus(self, radius=5)

    def set_blocked(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            self.setAccessibleDescription(reason or self._key.described)
            self.setToolTip(plain_tooltip(reason or self._key.hint))
            self.update()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: cap, words, air."""
        theme = current_theme()
        words = QFontMetrics(self.font()).horizontalAdvance(self._key.words)
        return QSize(round(self._cap_width()) + words + theme.px(14), theme.px(34))

    @guarded(default=None)
    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt override: it answers to the mouse."""
        super().enterEvent(event)
        self.update()

    @guarded(default=None)
    def leaveEvent(self, event: QEvent) -> None:
        """Qt override: it rests."""
        super().leaveEvent(event)
        self.update()

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the key as a cap, and its words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        free = not self._reason
        if free and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(self.rect(), theme.px(5), theme.px(5))
        high = theme.px(22)
        cap = QRectF(theme.px(2) + 0.5, (self.height() - high) / 2 + 0.5, self._cap_width() - 1, high - 1)
        outline = QPen(theme.colour("line2"), 1, Qt.PenStyle.SolidLine if free else Qt.PenStyle.DashLine)
        painter.setPen(outline)
        painter.setBrush(theme.colour("surface") if free else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("ink" if free else "ink2"))
        painter.setFont(theme.font(Role.SMALL, MEDIUM))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key.cap)
        painter.setFont(self.font())
        room = QRectF(cap.right() + theme.px(6), 0, self.width(), self.height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, middle, self._key.words)

    def _cap_width(self) -> float:
        theme = current_theme()
        words = QFontMetrics(theme.font(Role.SMALL, MEDIUM)).horizontalAdvance(self._key.cap)
        return max(theme.px(22), words + theme.px(11))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, REGULAR))
        self.updateGeometry()
        self.update()
