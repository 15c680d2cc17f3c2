"""Owns what is painted by hand in several places: table marks, letter boxes, ticks and chips."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from finsam_review.domain.workshop import table_letter
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.look import Theme

MARKS = 6
"""Shapes of table marks; from the seventh table they come round again."""


def mark_path(table: int, box: QRectF) -> QPainterPath:
    """Return the mark of table number ``table`` filling ``box``: ● ■ ▲ ◆ ✚ = and round again."""
    x, y, side = box.x(), box.y(), box.width()
    path = QPainterPath()
    kind = (table - 1) % MARKS
    if kind == 0:
        path.addEllipse(box)
    elif kind == 1:
        inset = side * 0.06
        path.addRect(box.adjusted(inset, inset, -inset, -inset))
    elif kind == 4:
        third = side * 0.32
        path.addRect(QRectF(x + (side - third) / 2, y, third, side))
        path.addRect(QRectF(x, y + (side - third) / 2, side, third))
        path.setFillRule(Qt.FillRule.WindingFill)
    elif kind == 5:
        bar = side * 0.3
        path.addRect(QRectF(x, y + side * 0.1, side, bar))
        path.addRect(QRectF(x, y + side * 0.6, side, bar))
    else:
        corners = _triangle(box) if kind == 2 else _diamond(box)
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    return path


def paint_mark(painter: QPainter, table: int, box: QRectF, theme: Theme) -> None:
    """Paint the mark of ``table`` in its own colour into ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(mark_path(table, box), QColor(theme.tokens.tint(table).mark))
    painter.restore()


def paint_letter_box(
    painter: QPainter, table: int, box: QRectF, theme: Theme, *, font: QFont, radius: float = 4
) -> None:
    """Paint the letter of ``table`` on a box of its mark colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.tint(table).mark))
    painter.drawRoundedRect(box, radius, radius)
    paint_letter(painter, table, box, theme, font=font)
    painter.restore()


def paint_letter(painter: QPainter, table: int, box: QRectF, theme: Theme, *, font: QFont) -> None:
    """Paint the letter of ``table`` alone, optically centred in ``box``."""
    painter.setPen(QColor(theme.tokens.on_mark))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    letter = table_letter(table)
    left = box.center().x() - metrics.horizontalAdvance(letter) / 2
    painter.drawText(QPointF(left, box.center().y() + metrics.capHeight() / 2), letter)


def paint_tick_square(painter: QPainter, table: int, box: QRectF, theme: Theme, *, answered: bool) -> None:
    """Paint one square of the answered matrix: filled with a tick, or an empty outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark = QColor(theme.tokens.tint(table).mark)
    if answered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark)
        painter.drawRoundedRect(box, 3, 3)
        side = min(box.width(), box.height()) * 0.86
        inside = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, "check-bold", inside, theme.tokens.on_mark)
    else:
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.restore()


def _triangle(box: QRectF) -> list[QPointF]:
    return [
        QPointF(box.center().x(), box.top()),
        QPointF(box.right(), box.bottom()),
        QPointF(box.left(), box.bottom()),
    ]


def _diamond(box: QRectF) -> list[QPointF]:
    middle, reach = box.center(), box.width() / 2 * min(1.0, math.sqrt(2) * 0.78)
    steps = ((0, -1), (1, 0), (0, 1), (-1, 0))
    return [QPointF(middle.x() + dx * reach, middle.y() + dy * reach) for dx, dy in steps]
