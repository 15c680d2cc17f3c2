"""Owns the paper of a post-it: shadow, tint, letter tab and mark, painted once for each table and size."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from finsam_review.ui.marks.painting import paint_letter, paint_mark
from finsam_review.ui.theme.fonts import BOLD, Role
from finsam_review.ui.theme.look import Theme

TAB = (26, 23)
"""Width and height of the letter tab in design pixels."""
SHADE = 4
"""Room in px around the paper for its shadow."""


def paper_sheet(table: int, size: QSize, theme: Theme, ratio: float) -> QPixmap:
    """Return an empty post-it of ``table``, ``size`` px large with :data:`SHADE` px around it.

    ``ratio`` is the number of device pixels to a pixel.
    """
    whole = QSize(size.width() + 2 * SHADE, size.height() + 2 * SHADE)
    sheet = QPixmap(whole * ratio)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, table, QRectF(SHADE, SHADE, size.width(), size.height()), theme)
    painter.end()
    return sheet


def _paint(painter: QPainter, table: int, box: QRectF, theme: Theme) -> None:
    tokens, radius = theme.tokens, theme.px(6)
    tint = tokens.tint(table)
    if tokens.shadow:
        shade = QColor("#000000") if tokens.dark else QColor(tokens.ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, part in ((1.5, 0.35), (0.5, 0.55)):
            shade.setAlphaF(tokens.shadow * part)
            painter.setBrush(shade)
            painter.drawRoundedRect(box.adjusted(-spread / 2, 1, spread / 2, 1 + spread), radius, radius)
    painter.setPen(QPen(QColor(tint.edge), 1))
    painter.setBrush(QColor(tint.fill))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    _paint_tab(painter, table, box, theme)
    side = theme.px(10)
    corner = QRectF(box.right() - side - theme.px(8), box.bottom() - side - theme.px(8), side, side)
    paint_mark(painter, table, corner, theme)


def _paint_tab(painter: QPainter, table: int, box: QRectF, theme: Theme) -> None:
    wide, high, radius = theme.px(TAB[0]), theme.px(TAB[1]), theme.px(6)
    tab = QRectF(box.right() - wide, box.top(), wide, high)
    shape = QPainterPath()
    shape.moveTo(tab.topLeft())
    shape.lineTo(tab.right() - radius, tab.top())
    shape.arcTo(QRectF(tab.right() - 2 * radius, tab.top(), 2 * radius, 2 * radius), 90, -90)
    shape.lineTo(tab.bottomRight())
    shape.lineTo(tab.left() + radius, tab.bottom())
    shape.arcTo(QRectF(tab.left(), tab.bottom() - 2 * radius, 2 * radius, 2 * radius), 270, -90)
    shape.closeSubpath()
    painter.fillPath(shape, QColor(theme.tokens.tint(table).mark))
    paint_letter(painter, table, tab, theme, font=theme.font(Role.SMALL, BOLD))
