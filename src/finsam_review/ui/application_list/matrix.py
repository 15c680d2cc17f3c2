"""Owns the matrix of answers: for each table its letter and a square for each question."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from finsam_review.ui.marks.painting import paint_letter_box, paint_tick_square
from finsam_review.ui.theme.fonts import BOLD, Role
from finsam_review.ui.theme.look import Theme

_HIGH = 18
_SQUARE = 15
_PITCH = 16
_LETTER = 21
_BETWEEN = 7
_LINE = 22

Badges = tuple[tuple[str, int, tuple[bool, ...]], ...]


@dataclass(frozen=True, slots=True)
class MatrixShape:
    """How many tables and questions there is room for, in design pixels.

    Three tables stand on a line (``wide``), or two when the list is narrow; more go on to further lines.
    """

    tables: int
    questions: int
    wide: bool = True

    @property
    def on_a_line(self) -> int:
        """How many tables stand beside each other."""
        return max(1, min(self.tables, 3 if self.wide else 2))

    @property
    def lines(self) -> int:
        """How many lines the matrix has."""
        return max(1, -(-self.tables // self.on_a_line))

    @property
    def group(self) -> int:
        """The width of one table with the air after it."""
        return _LETTER + _PITCH * self.questions + _BETWEEN

    @property
    def width(self) -> int:
        """The width of the whole."""
        return self.group * self.on_a_line - _BETWEEN

    @property
    def height(self) -> int:
        """The height of the whole."""
        return _LINE * (self.lines - 1) + _HIGH


def paint_matrix(
    painter: QPainter, badges: Badges, left_middle: QPointF, shape: MatrixShape, theme: Theme
) -> None:
    """Paint ``badges`` with their left edge and vertical middle at ``left_middle``."""
    own = MatrixShape(max(1, len(badges)), shape.questions, wide=shape.wide)
    top = left_middle.y() - theme.px(own.height) / 2
    for place, (_letter, table, answers) in enumerate(badges):
        line, column = divmod(place, shape.on_a_line)
        corner = QPointF(
            round(left_middle.x() + theme.px(shape.group * column)), round(top + theme.px(_LINE * line))
        )
        _paint_table(painter, table, answers, corner, theme)


def _paint_table(
    painter: QPainter, table: int, answers: tuple[bool, ...], corner: QPointF, theme: Theme
) -> None:
    high = theme.px(_HIGH)
    letter = QRectF(corner.x(), corner.y(), high, high)
    font = theme.font(Role.SMALL, BOLD)
    font.setPointSizeF(Role.SMALL.value * theme.text_scale * 0.93)
    paint_letter_box(painter, table, letter, theme, font=font, radius=theme.px(4))
    for number, answered in enumerate(answers):
        x = corner.x() + theme.px(_LETTER) + round(_PITCH * number * theme.text_scale)
        square = QRectF(x, corner.y(), theme.px(_SQUARE), high)
        paint_tick_square(painter, table, square, theme, answered=answered)
