"""Owns how a point is measured and painted: words, badges, and the choice of answers."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _
from finsam_review.i18n.follow_up_words import answer_name
from finsam_review.ui.follow_up_page.answers.row import ICONS, AnswerRow
from finsam_review.ui.follow_up_page.rows.delegate import State, paint_card
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, MarkedMeasure, Span
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.painting import paint_letter_box
from finsam_review.ui.theme.fonts import BOLD, REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_TEXT_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 10, 8, 8
_BADGE, _FOOT_HIGH, _GAP = 22, 34, 6
_SEGMENT_AIR, _ICON, _ICON_GAP = 11, 16, 22
_RADIUS = 7


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """Where the parts of a point stand, in px from its top left corner."""

    height: int
    words_wide: float
    badges: QPointF
    segments: dict[Answer, QRectF]
    remark_y: float


class AnswerLook:
    """Measures and paints points. ``open`` lets answers be chosen; else they are only shown."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.open = True
        self._words = MarkedMeasure(theme)
        self._small = MarkedMeasure(theme, Role.SMALL, leading=20)
        self._bold = QFontMetricsF(theme.font(Role.SMALL, SEMIBOLD))

    def height(self, row: AnswerRow, width: int) -> int:
        """Return the height of a point."""
        return self.shape(row, width).height

    def shape(self, row: AnswerRow, width: float) -> AnswerShape:
        """Return where everything stands in a point ``width`` px wide."""
        px = self._theme.px
        wide = max(40.0, width - px(_TEXT_LEFT) - px(_RIGHT))
        foot = px(_TOP) + self._words.height(row.words, wide) + px(_GAP)
        sizes = {answer: self._segment_width(answer) for answer in Answer}
        badges = len(row.tables) * px(_BADGE + 3)
        beside = badges + px(8) + sum(sizes.values()) <= wide
        high, top = px(_FOOT_HIGH), foot if beside else foot + px(_BADGE) + px(_GAP)
        left = width - px(_RIGHT) - sum(sizes.values()) if beside else float(px(_TEXT_LEFT))
        squeeze = 1.0 if beside else min(1.0, wide / sum(sizes.values()))
        segments = {}
        for answer, size in sizes.items():
            segments[answer] = QRectF(left, top, size * squeeze, high)
            left += size * squeeze
        badge_top = foot + (high - px(_BADGE)) / 2 if beside else foot
        remark_y = top + high + px(_GAP)
        remark = self._small.height(_remark(row), wide)
        height = round((remark_y + remark if remark else top + high) + px(_BOTTOM))
        return AnswerShape(height, wide, QPointF(px(_TEXT_LEFT), badge_top), segments, remark_y)

    def answer_at(self, row: AnswerRow, width: float, at: QPointF) -> Answer | None:
        """Return the answer that is chosen by a press ``at`` a place in the row."""
        segments = self.shape(row, width).segments
        return next((answer for answer, box in segments.items() if box.contains(at)), None)

    def paint(self, painter: QPainter, box: QRectF, row: AnswerRow, state: State) -> None:
        """Paint a point."""
        theme, shape = self._theme, self.shape(row, box.width())
        px, corner = theme.px, box.topLeft()
        paint_card(painter, box, state)
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font(Role.BODY, BOLD))
        column = QRectF(box.left(), box.top() + px(_TOP), px(_TEXT_LEFT - 10), px(22))
        painter.drawText(column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, str(row.number))
        painter.setPen(theme.colour("ink"))
        at = corner + QPointF(px(_TEXT_LEFT), px(_TOP))
        self._words.draw(painter, row.words, at, shape.words_wide)
        self._paint_badges(painter, corner + shape.badges, row)
        for place, (answer, segment) in enumerate(shape.segments.items()):
            ends = (place == 0, place == len(shape.segments) - 1)
            self._paint_segment(
                painter, segment.translated(corner), answer, ends, ticked=row.answer is answer
            )
        painter.setPen(theme.colour("ink"))
        below = corner + QPointF(px(_TEXT_LEFT), shape.remark_y)
        self._small.draw(painter, _remark(row), below, shape.words_wide)

    def _paint_badges(self, painter: QPainter, at: QPointF, row: AnswerRow) -> None:
        theme = self._theme
        side, x = theme.px(_BADGE), at.x()
        for number, is_behind in row.tables:
            box = QRectF(x, at.y(), side, side)
            if is_behind:
                paint_letter_box(painter, number, box, theme, font=theme.font(Role.SMALL, BOLD))
            else:
                painter.setPen(QPen(QColor(theme.tokens.line2), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
                painter.setPen(theme.colour("ink2"))
                painter.setFont(theme.font(Role.SMALL))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, table_letter(number))
            x += side + theme.px(3)

    def _paint_segment(
        self, painter: QPainter, box: QRectF, answer: Answer, ends: tuple[bool, bool], *, ticked: bool
    ) -> None:
        theme = self._theme
        px, shape = theme.px, _segment_shape(box, theme.px(_RADIUS), ends)
        painter.fillPath(shape, theme.colour("accent_soft" if ticked else "surface"))
        if ticked:
            painter.save()
            painter.setClipPath(shape)
            bar = px(3)
            painter.fillRect(QRectF(box.left(), box.bottom() - bar, box.width(), bar), theme.colour("accent"))
            painter.restore()
        edge = Qt.PenStyle.SolidLine if self.open else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour("line2"), 1, edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        ink = theme.colour("ink" if self.open or ticked else "ink2")
        side = px(_ICON)
        icon = QRectF(box.left() + px(_SEGMENT_AIR), box.center().y() - side / 2, side, side)
        paint_icon(painter, ICONS[answer], icon, ink)
        painter.setPen(ink)
        painter.setFont(theme.font(Role.SMALL, SEMIBOLD if ticked else REGULAR))
        room = box.adjusted(px(_SEGMENT_AIR + _ICON_GAP), 0, -px(4), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, middle, answer_name(answer.value))

    def _segment_width(self, answer: Answer) -> float:
        px = self._theme.px
        words = self._bold.horizontalAdvance(answer_name(answer.value))
        return words + px(2 * _SEGMENT_AIR + _ICON_GAP)


def _remark(row: AnswerRow) -> Marked:
    if not row.remark:
        return Marked()
    return Marked((Span(f"{_('Remark:')} ", Mark.STRONG), Span(row.remark)))


def _segment_shape(box: QRectF, radius: float, ends: tuple[bool, bool]) -> QPainterPath:
    first, last = ends
    inside = box.adjusted(0.5 if first else -0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(inside, radius, radius)
    if not first:
        path.addRect(inside.adjusted(0, 0, -inside.width() / 2, 0))
    if not last:
        path.addRect(inside.adjusted(inside.width() / 2, 0, 0, 0))
    return path.simplified()
