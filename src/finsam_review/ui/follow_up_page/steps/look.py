"""Owns how a step is measured and painted: a station on a line, its words at the right."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from finsam_review.ui.follow_up_page.rows.delegate import State, paint_ground
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, MarkedMeasure, Span, plain
from finsam_review.ui.follow_up_page.steps.row import StepRow
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_LEFT, _MARK, _LEAST, _AIR = 40, 20, 46, 8


class StepLook:
    """Paints steps; the line between the marks is whole as far as the application has come."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._body = MarkedMeasure(theme)
        self._small = MarkedMeasure(theme, Role.SMALL, leading=20)
        self._frame_font = theme.font(Role.SMALL, SEMIBOLD)
        self._frame_metrics = QFontMetricsF(self._frame_font)

    def height(self, row: StepRow, width: int) -> int:
        """Return the height of a step."""
        wide = self._wide(width)
        high = self._body.height(_name(row), wide)
        high += sum(self._small.height(text, wide) for text in _below(row))
        return max(self._theme.px(_LEAST), round(high) + self._theme.px(2 * _AIR))

    def paint(self, painter: QPainter, box: QRectF, row: StepRow, state: State) -> None:
        """Paint a step."""
        theme, px = self._theme, self._theme.px
        if row.state == "here":
            painter.fillRect(box, theme.colour("accent_soft"))
        middle = QPointF(box.left() + px(_LEFT / 2), box.top() + px(_AIR + 11))
        self._paint_line(painter, box, middle, row)
        self._paint_mark(painter, middle, row)
        wide, top = self._wide(box.width()), box.top() + px(_AIR)
        left = box.left() + px(_LEFT)
        painter.setPen(theme.colour("ink2" if row.state == "coming" else "ink"))
        self._body.draw(painter, _name(row), QPointF(left, top), wide)
        if row.outcome:
            self._paint_outcome(painter, QPointF(left, top), row)
        top += self._body.height(_name(row), wide)
        painter.setPen(theme.colour("ink2"))
        for text in _below(row):
            self._small.draw(painter, text, QPointF(left, top), wide)
            top += self._small.height(text, wide)
        paint_ground(painter, box, state)

    def _wide(self, width: float) -> float:
        return max(40.0, width - self._theme.px(_LEFT) - self._theme.px(8))

    def _paint_line(self, painter: QPainter, box: QRectF, middle: QPointF, row: StepRow) -> None:
        theme = self._theme
        coming = row.state == "coming"
        pen = QPen(theme.colour("line2" if coming else "accent"), theme.px(2))
        if coming:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        if not row.ends[0]:
            painter.drawLine(QPointF(middle.x(), box.top()), middle)
        if row.state == "here":
            pen = QPen(theme.colour("line2"), theme.px(2), Qt.PenStyle.DotLine)
            painter.setPen(pen)
        if not row.ends[1]:
            painter.drawLine(middle, QPointF(middle.x(), box.bottom()))

    def _paint_mark(self, painter: QPainter, middle: QPointF, row: StepRow) -> None:
        theme = self._theme
        side = theme.px(_MARK)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        done = row.state == "done"
        painter.setPen(QPen(theme.colour("line2" if row.state == "coming" else "accent"), theme.px(2)))
        painter.setBrush(theme.colour("accent" if done else "surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if done:
            inset = side * 0.22
            tick = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check-bold", tick, theme.colour("on_accent"))
        elif row.state == "here":
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(middle, side * 0.22, side * 0.22)

    def _paint_outcome(self, painter: QPainter, at: QPointF, row: StepRow) -> None:
        """Paint what was decided in a frame after the name."""
        theme, px = self._theme, self._theme.px
        name = QFontMetricsF(theme.font(Role.BODY, SEMIBOLD)).horizontalAdvance(row.name)
        width = self._frame_metrics.horizontalAdvance(row.outcome) + px(16)
        box = QRectF(at.x() + name + px(10), at.y(), width, px(22))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
        painter.setPen(theme.colour("ink"))
        painter.setFont(self._frame_font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.outcome)


def _name(row: StepRow) -> Marked:
    return plain(row.name, Mark.STRONG if row.state in {"done", "here"} else Mark.NONE)


def _below(row: StepRow) -> list[Marked]:
    found = [plain(row.details), Marked((Span(row.words),)) if row.words else Marked()]
    return [text for text in found if text.spans]
