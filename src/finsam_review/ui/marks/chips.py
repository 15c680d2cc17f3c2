"""Owns key caps: the keys of a command, drawn as a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import MEDIUM, REGULAR, Role
from finsam_review.ui.theme.look import current_theme


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
