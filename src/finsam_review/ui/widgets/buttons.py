"""Owns the buttons: filled, plain, text and danger, their blocked state, and buttons that are icons alone."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon, paint_icon
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme, repolish
from finsam_review.ui.theme.fonts import MEDIUM, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import plain_tooltip

_INK = {"filled": "on_accent", "text": "accent", "danger": "danger", "plain": "ink"}
_PRESS_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}


class Button(QPushButton):
    """A push button of ``kind`` filled, plain, text or danger, with an optional icon before the words.

    ``large`` makes it 48 px high, as the table view wants it.
    A blocked button keeps its place in the Tab order, does nothing and says why; see :meth:`set_blocked`.
    """

    blocked_pressed = Signal(str)
    """Somebody pressed the button while it was blocked; carries the reason."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        kind: str = "plain",
        icon_name: str = "",
        role: Role = Role.BODY,
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        if large:
            self.setProperty("large", "true")
        self._kind, self._icon_name, self._role = kind, icon_name, role
        self._reason = ""
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(text)
        follow_theme(self._dress)
        ring_on_focus(self)

    @property
    def reason(self) -> str:
        """Why the button is blocked; empty when it is not."""
        return self._reason

    def set_words(self, text: str) -> None:
        """Show ``text``; an ampersand is an ampersand."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_kind(self, kind: str) -> None:
        """Make it a button of another kind."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            repolish(self)
            self._dress()

    def set_blocked(self, reason: str) -> None:
        """Block the button because of ``reason`` (a short sentence), or free it with an empty one."""
        if reason != self._reason:
            self._reason = reason
            self.setProperty("blocked", "true" if reason else "false")
            self.setAccessibleDescription(reason)
            self.setToolTip(plain_tooltip(reason))
            repolish(self)
            self._dress()

    @guarded(default=False)
    def hitButton(self, pos: QPoint) -> bool:
        """Qt override: a blocked button can't be pressed with the mouse."""
        if self._reason:
            self.blocked_pressed.emit(self._reason)
            return False
        return super().hitButton(pos)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: a blocked button can't be pressed with the keyboard; Enter presses any other."""
        if event.key() not in _PRESS_KEYS:
            super().keyPressEvent(event)
        elif self._reason:
            self.blocked_pressed.emit(self._reason)
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            self.click()

    def _dress(self) -> None:
        theme = current_theme()
        weight = SEMIBOLD if self._kind in {"filled", "text"} and not self._reason else MEDIUM
        self.setFont(theme.font(self._role, weight))
        name = "lock" if self._reason else self._icon_name
        if name:
            ink = "ink2" if self._reason else _INK[self._kind]
            self.setIcon(icon(name, theme.colour(ink), theme.px(20), gap=theme.px(5)))
            self.setIconSize(QSize(theme.px(25), theme.px(20)))
        else:
            self.setIcon(QIcon())


class IconButton(QToolButton):
    """A button that is an icon alone: undo, redo, close, arrows, ⋯. ``name`` is said and shown as tooltip."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        parent: QWidget | None = None,
        *,
        tone: str = "accent",
        keys: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._tone = icon_name, tone
        self.setProperty("kind", "icon")
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(f"{name} ({keys})" if keys else name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_theme(self._dress)
        ring_on_focus(self)

    def _dress(self) -> None:
        theme = current_theme()
        self.setIcon(icon(self._icon_name, theme.colour(self._tone), theme.px(20)))
        self.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.setFixedSize(theme.px(36), theme.px(36))


class MenuButton(Button):
    """A plain button that opens a menu: words, then an arrow down. Subclasses may paint before the words."""

    def __init__(self, text: str, parent: QWidget | None = None, *, weight: QFont.Weight = MEDIUM) -> None:
        self._menu_weight = weight
        super().__init__(text, parent)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the button, and the arrow at its right."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(18)
        box = QRectF(self.width() - side - theme.px(13), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "caret-down", box, theme.colour("ink"))

    def _before(self) -> int:
        return 0

    def _dress(self) -> None:
        super()._dress()
        theme = current_theme()
        self.setFont(theme.font(Role.BODY, self._menu_weight))
        left, right = theme.px(14) + self._before(), theme.px(14) + theme.px(24)
        self.setStyleSheet(f"text-align: left; padding-left: {left}px; padding-right: {right}px;")
