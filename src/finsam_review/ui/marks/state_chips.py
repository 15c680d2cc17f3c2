"""Owns the chip that says in a row how far something has come: icon and words in a rounded frame."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_TONES = {
    "neutral": ("ink", "surface"),
    "ok": ("ok", "ok_soft"),
    "warn": ("warn", "warn_soft"),
    "danger": ("danger", "danger_soft"),
}
_HIGH, _AIR, _ICON, _GAP = 26, 11, 18, 22


@dataclass(frozen=True, slots=True)
class StateLook:
    """What a chip shows. ``tone`` is neutral, ok, warn or danger; ``icon_name`` may be empty."""

    words: str
    icon_name: str = ""
    tone: str = "neutral"


def chip_font(look: StateLook) -> QFont:
    """Return the font of the words: bold where the state asks for or deserves a glance."""
    return current_theme().font(Role.SMALL, REGULAR if look.tone == "neutral" else SEMIBOLD)


def chip_width(look: StateLook) -> float:
    """Return how wide the chip is, in px."""
    px = current_theme().px
    before = px(_GAP) if look.icon_name else 0
    return QFontMetricsF(chip_font(look)).horizontalAdvance(look.words) + before + 2 * px(_AIR)


def paint_chip(painter: QPainter, row: QRectF, look: StateLook, *, right: float, widest: float) -> float:
    """Paint the chip in the middle of ``row``, ending at ``right``; return where it begins.

    One that would be wider than ``widest`` is cut in its words.
    """
    theme = current_theme()
    ink, fill = _TONES[look.tone]
    width, high = min(chip_width(look), widest), theme.px(_HIGH)
    box = QRectF(right - width, row.center().y() - high / 2, width, high)
    painter.setPen(QPen(theme.colour("line2" if theme.tokens.plain else "line"), 1))
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(box, high / 2, high / 2)
    left, side = box.left() + theme.px(_AIR), theme.px(_ICON)
    if look.icon_name:
        place = QRectF(left, box.center().y() - side / 2, side, side)
        paint_icon(painter, look.icon_name, place, theme.colour(ink))
        left += theme.px(_GAP)
    font = chip_font(look)
    room = QRectF(left, box.top(), box.right() - theme.px(_AIR) - left + 1, high)
    words = QFontMetricsF(font).elidedText(look.words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return box.left()
