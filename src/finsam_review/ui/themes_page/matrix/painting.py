"""Owns the looks of a cell: a dot for each table, the count, the tint; hatched where nothing is demanded.

The theme is given, not looked up: the same cells are painted on the screen and into a picture.
"""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from finsam_review.domain.themes import ThemeCell, ThemeMatrix
from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

CELL_HIGH = 24
"""Design px of what is painted in a cell; the row around it is 32."""
_DOT, _DOT_AIR, _SIDE, _BETWEEN = 10, 3, 8, 8
_MOST_DOTS = 6
"""Tables that are painted as dots; more of them are written: *4/8*."""
_HATCH_AIR = 7


def not_demanded_words(cell: ThemeCell) -> str:
    """Return *krävs inte · 2*, without a count where there are no notes."""
    if not cell.notes:
        return _("not demanded")
    return _("not demanded · {n}").format(n=len(cell.notes))


def cell_width(cell: ThemeCell, theme: Theme) -> int:
    """Return how many px wide what is painted of a cell is; an empty one gets as much as one with a note."""
    if cell.demanded:
        return math.ceil(_pill_width(cell, theme))
    words = QFontMetricsF(theme.font(Role.SMALL, REGULAR)).horizontalAdvance(not_demanded_words(cell))
    return math.ceil(words) + theme.px(_SIDE)


def widest_cell(matrix: ThemeMatrix, theme: Theme) -> int:
    """Return the room in px that the widest cell of ``matrix`` needs."""
    seen = {(len(cell.notes), cell.readers, cell.demanded) for row in matrix.rows for cell in row.cells}
    cells = (ThemeCell(("",) * notes, (), readers, demanded) for notes, readers, demanded in seen)
    return max((cell_width(cell, theme) for cell in cells), default=0)


def paint_cell(painter: QPainter, box: QRectF, cell: ThemeCell, theme: Theme) -> None:
    """Paint ``cell`` in the middle of ``box``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not cell.demanded:
        _paint_hatched(painter, box, cell, theme)
    elif cell.notes:
        _paint_pill(painter, box, cell, theme)
    else:
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(Role.SMALL, REGULAR))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–")
    painter.restore()


def _paint_pill(painter: QPainter, box: QRectF, cell: ThemeCell, theme: Theme) -> None:
    wide, high = _pill_width(cell, theme), theme.px(CELL_HIGH)
    pill = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
    painter.setPen(QPen(theme.colour("line"), 1) if theme.tokens.plain else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens.steps[_level(cell)]))
    painter.drawRoundedRect(pill, theme.px(5), theme.px(5))
    left = pill.left() + theme.px(_SIDE)
    if cell.readers <= _MOST_DOTS:
        left = _paint_dots(painter, QPointF(left, pill.center().y()), cell, theme)
    else:
        left = _paint_share(painter, pill, left, cell, theme)
    painter.setPen(theme.colour("ink"))
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    room = QRectF(left, pill.top(), pill.right() - theme.px(_SIDE) - left, pill.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(cell.notes)))


def _paint_dots(painter: QPainter, middle_left: QPointF, cell: ThemeCell, theme: Theme) -> float:
    """Paint a dot for each table, filled where it is behind; return where they end."""
    side, x = float(theme.px(_DOT)), middle_left.x()
    line = max(1.0, theme.px(10) / 10)
    painter.setPen(QPen(theme.colour("accent"), line))
    for place in range(cell.readers):
        dot = QRectF(x, middle_left.y() - side / 2, side, side).adjusted(
            line / 2, line / 2, -line / 2, -line / 2
        )
        painter.setBrush(theme.colour("accent") if place < len(cell.tables) else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        x += side + theme.px(_DOT_AIR)
    return x


def _paint_share(painter: QPainter, pill: QRectF, left: float, cell: ThemeCell, theme: Theme) -> float:
    painter.setPen(theme.colour("accent"))
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    words = _share(cell)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
    room = QRectF(left, pill.top(), wide + 1, pill.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return left + wide


def _paint_hatched(painter: QPainter, box: QRectF, cell: ThemeCell, theme: Theme) -> None:
    wide = min(box.width() - 2, cell_width(cell, theme))
    words = not_demanded_words(cell)
    high = theme.px(CELL_HIGH)
    field = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(field, theme.px(5), theme.px(5))
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(
        QPen(theme.colour("line" if theme.tokens.dark or theme.tokens.plain else "sunken"), theme.px(2))
    )
    x = field.left() - high
    while x < field.right():
        painter.drawLine(QLineF(x, field.bottom(), x + high, field.top()))
        x += theme.px(_HATCH_AIR)
    painter.restore()
    painter.setPen(theme.colour("ink2"))
    painter.setFont(theme.font(Role.SMALL, REGULAR))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)


def _pill_width(cell: ThemeCell, theme: Theme) -> float:
    strong = QFontMetricsF(theme.font(Role.SMALL, SEMIBOLD))
    if cell.readers <= _MOST_DOTS:
        tables = float(cell.readers * theme.px(_DOT + _DOT_AIR) - theme.px(_DOT_AIR))
    else:
        tables = strong.horizontalAdvance(_share(cell))
    count = max(strong.horizontalAdvance("0"), strong.horizontalAdvance(str(len(cell.notes))))
    return theme.px(_SIDE) + tables + theme.px(_BETWEEN) + count + theme.px(_SIDE)


def _level(cell: ThemeCell) -> int:
    """Return which of the three tints a cell has: one table, two, three and more."""
    return min(max(len(cell.tables), 1), 3) - 1


def _share(cell: ThemeCell) -> str:
    return f"{len(cell.tables)}/{cell.readers}"
