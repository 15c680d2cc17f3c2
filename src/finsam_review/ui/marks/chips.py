"""Owns chips (icon and words, never colour alone) and key caps."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_KINDS = {
    "neutral": ("surface", "line", "ink", ""),
    "ticked": ("accent_soft", "accent", "ink", "check"),
    "ok": ("ok_soft", "ok_soft", "ok", "check"),
    "warn": ("warn_soft", "warn_soft", "warn", "warning"),
    "danger": ("danger_soft", "danger_soft", "danger", "warning-circle"),
}


class Chip(QWidget):
    """A small pill with an icon and words. ``kind`` is neutral, ticked, ok, warn or danger."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, kind: str = "neutral", icon_name: str = ""
    ) -> None:
        super().__init__(parent)
        self._text, self._kind, self._icon = text, kind, icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        follow_theme(self._dress)

    def set_words(self, text: str, *, kind: str, icon_name: str = "") -> None:
        """Say something else, in another kind of chip."""
        self._text, self._kind, self._icon = text, kind, icon_name
        self.setAccessibleName(text)
        self._dress()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: as wide as its icon and words."""
        theme = current_theme()
        width = QFontMetrics(self.font()).horizontalAdvance(self._text) + theme.px(22)
        return QSize(width + (theme.px(21) if self._icon_name() else 0), theme.px(28))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: pill, icon, words."""
        theme = current_theme()
        fill, edge, ink, _unused = _KINDS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = theme.px(11)
        if self._icon_name():
            side = theme.px(16)
            paint_icon(painter, self._icon_name(), _middle(left, side, self.height()), theme.colour(ink))
            left += theme.px(21)
        painter.setPen(theme.colour(ink))
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)

    def _icon_name(self) -> str:
        return self._icon or _KINDS[self._kind][3]

    def _dress(self) -> None:
        weight = REGULAR if self._kind == "neutral" else SEMIBOLD
        self.setFont(current_theme().font(Role.SMALL, weight))
        self.updateGeometry()
        self.update()


class KeyCap(QWidget):
    """The keys of a command, drawn as a key: *Ctrl+N*. ``tone`` is the token of its ink."""

    def __init__(self, keys: str, parent: QWidget | None = None, *, tone: str = "ink") -> None:
        super().__init__(parent)
        self._keys, self._tone = keys, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)
        follow_theme(self._dress)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: the words and the key around them."""
        theme = current_theme()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._keys) + theme.px(12), theme.px(20))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the key."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour(self._tone)
        painter.setPen(QPen(ink if self._tone != "ink" else theme.colour("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._keys)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, MEDIUM if self._tone != "ink" else REGULAR))
        self.updateGeometry()
        self.update()


def _middle(left: float, side: float, height: float) -> QRectF:
    return QRectF(left, (height - side) / 2, side, side)
