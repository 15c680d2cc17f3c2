"""Owns how facts and changed passages are measured and painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.changes.row import ChangeRow, ColumnsRow, FactRow
from finsam_review.ui.follow_up_page.rows.delegate import Look, State, paint_ground
from finsam_review.ui.follow_up_page.rows.looks import INSET, SectionLook, SectionRow, WordsLook, WordsRow
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, MarkedMeasure, Span, plain
from finsam_review.ui.theme.look import Theme

_NAME, _BESIDE, _GAP = 92, 400, 12
"""Design px of the name of a fact, and the width from which both versions stand beside each other."""
_AIR, _LONGEST_LINE = 5, 720
"""Design px. Longer lines are hard to find back from (DESIGN-SYSTEM §3)."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a fact begin, in px from the edge of its row, and how wide each version is."""

    name: float
    first: float
    revised: float
    wide: float
    stacked: bool

    @classmethod
    def within(cls, width: float, theme: Theme) -> "Columns":
        """Return the columns in ``width`` px; below each other where room is short."""
        px = theme.px
        inset, gap = px(INSET), px(_GAP)
        if width < px(_BESIDE):
            return cls(inset, inset, inset, width - 2 * inset, stacked=True)
        first = inset + px(_NAME)
        wide = (width - first - gap - inset) / 2
        return cls(inset, first, first + wide + gap, wide, stacked=False)


class ColumnsLook:
    """Paints the names of both versions above the facts."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = MarkedMeasure(theme, leading=20)

    def height(self, row: ColumnsRow, width: int) -> int:
        """Return the height of the names; they are said with each fact where it is stacked."""
        columns = Columns.within(width, self._theme)
        if columns.stacked:
            return 1
        high = max(self._measure.height(_strong(text), columns.wide) for text in (row.first, row.revised))
        return round(high) + self._theme.px(2 * _AIR) + 1

    def paint(self, painter: QPainter, box: QRectF, row: ColumnsRow, state: State) -> None:
        """Paint both names and a line below."""
        del state
        columns = Columns.within(box.width(), self._theme)
        painter.setPen(self._theme.colour("ink"))
        if not columns.stacked:
            for text, left in ((row.first, columns.first), (row.revised, columns.revised)):
                at = QPointF(box.left() + left, box.top() + self._theme.px(_AIR))
                self._measure.draw(painter, _strong(text), at, columns.wide)
        _line_below(painter, box, self._theme)


class FactLook:
    """Paints a fact: name, first version, revised version."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = MarkedMeasure(theme)

    def height(self, row: FactRow, width: int) -> int:
        """Return the height of a fact."""
        columns = Columns.within(width, self._theme)
        heights = [self._measure.height(text, wide) for text, _left, wide in self._cells(row, columns)]
        high = sum(heights) if columns.stacked else max(heights)
        return round(high) + self._theme.px(2 * _AIR) + 1

    def paint(self, painter: QPainter, box: QRectF, row: FactRow, state: State) -> None:
        """Paint a fact and a line below."""
        theme = self._theme
        columns = Columns.within(box.width(), theme)
        _line_below(painter, box, theme)
        top = box.top() + theme.px(_AIR)
        for text, left, wide in self._cells(row, columns):
            painter.setPen(theme.colour("ink"))
            self._measure.draw(painter, text, QPointF(box.left() + left, top), wide)
            if columns.stacked:
                top += self._measure.height(text, wide)
        paint_ground(painter, box, state)

    def _cells(self, row: FactRow, columns: Columns) -> list[tuple[Marked, float, float]]:
        name = Marked((Span(row.name, Mark.STRONG),))
        if columns.stacked:
            lead = Span(f"{_('First:')} ", Mark.QUIET), Span(f"{_('Revised:')} ", Mark.QUIET)
            before, after = Marked((lead[0], *row.before.spans)), Marked((lead[1], *row.after.spans))
            return [(text, columns.name, columns.wide) for text in (name, before, after)]
        return [
            (name, columns.name, columns.first - columns.name - self._theme.px(_GAP / 2)),
            (row.before, columns.first, columns.wide),
            (row.after, columns.revised, columns.wide),
        ]


class ChangeLook:
    """Paints a changed passage below its heading."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = MarkedMeasure(theme, leading=23)

    def height(self, row: ChangeRow, width: int) -> int:
        """Return the height of a passage."""
        wide = self._wide(width)
        high = sum(self._measure.height(text, wide) for text in self._texts(row))
        return round(high) + self._theme.px(8 if row.part == 0 else 2)

    def paint(self, painter: QPainter, box: QRectF, row: ChangeRow, state: State) -> None:
        """Paint heading, remark and text."""
        px = self._theme.px
        painter.setPen(self._theme.colour("ink"))
        wide = self._wide(box.width())
        top = box.top() + px(4 if row.part == 0 else 1)
        for text in self._texts(row):
            self._measure.draw(painter, text, QPointF(box.left() + px(INSET), top), wide)
            top += self._measure.height(text, wide)
        paint_ground(painter, box, state)

    def _wide(self, width: float) -> float:
        px = self._theme.px
        return min(width - 2 * px(INSET), px(_LONGEST_LINE))

    def _texts(self, row: ChangeRow) -> list[Marked]:
        return [text for text in (row.heading, plain(row.remark, Mark.QUIET), row.text) if text.spans]


def looks(theme: Theme) -> dict[type, Look]:
    """Return how every sort of row in the list of changes looks."""
    return {
        SectionRow: SectionLook(theme),
        WordsRow: WordsLook(theme),
        ColumnsRow: ColumnsLook(theme),
        FactRow: FactLook(theme),
        ChangeRow: ChangeLook(theme),
    }


def _strong(text: str) -> Marked:
    return plain(text, Mark.STRONG)


def _line_below(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
