"""Owns the parts a tagged page is made of: paragraphs, columns of them, rows of facts.

They keep ReportLab's protocol (wrap, split, draw) and may stand among its own flowables. Each holds the
element its text belongs to; both halves of a split paragraph hold the same one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.platypus.flowables import Flowable

from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged.lines import Line, Run, Segment, break_lines
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.textprep import Piece, starts_right_to_left

_CAPITALS = 0.714
"""Height of Noto's capitals, in parts of the size: they stand in the middle of their line."""


@cache
def colour(code: str) -> Color:
    """Return the colour that ``#17555C`` means."""
    return HexColor(code)


class TextBlock(Flowable):
    """A paragraph. ``blank_after`` ends it with a blank, for a text that goes on in another block."""

    def __init__(
        self, runs: Sequence[Run], style: TextStyle, element: Element, *, blank_after: bool = False
    ) -> None:
        super().__init__()
        self.width = 0.0
        self.spaceBefore = style.before
        self.element = element
        self._runs = tuple(run for run in runs if run.text)
        self._style = style
        self._blank_after = blank_after
        self._from_right = starts_right_to_left(" ".join(run.text for run in self._runs))
        self._lines: tuple[Line, ...] | None = None

    def wrap(self, avail_width: float, _avail_height: float) -> tuple[float, float]:
        """Break the lines for ``avail_width`` and return the size."""
        if self._lines is None or (self.width != avail_width and self._runs):
            self._lines = break_lines(
                self._runs, size=self._style.size, width=avail_width, right_to_left=self._from_right
            )
        self.width, self.height = avail_width, len(self._lines) * self._style.leading
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Return the paragraph in two, no line alone on either page if that can be helped, or ``[]``."""
        self.wrap(avail_width, avail_height)
        lines = self._lines or ()
        fit = int((avail_height + 0.01) // self._style.leading)
        if fit >= len(lines):
            return [self]
        fit = min(fit, len(lines) - 2) if fit > 2 and len(lines) > 3 else fit
        may_wait = avail_height < 10 * self._style.leading
        if fit < 1 or (may_wait and (fit == 1 or len(lines) <= 3)):
            return []
        return [self._part(lines[:fit]), self._part(lines[fit:])]

    def _part(self, lines: tuple[Line, ...]) -> "TextBlock":
        part = TextBlock((), self._style, self.element, blank_after=self._blank_after)
        part._lines, part._from_right, part.width = lines, self._from_right, self.width
        return part

    def draw(self) -> None:
        """Draw the lines as one marked content of the element."""
        style, lines = self._style, self._lines or ()
        text = self.canv.beginText()
        text.setFillColor(colour(style.colour))
        first = self.height - (style.leading + _CAPITALS * style.size) / 2
        if self._blank_after and lines:
            lines = (*lines[:-1], _with_blank(lines[-1], style.face))
        for index, line in enumerate(lines):
            indent = self.width - line.width if style.align_right or self._from_right else 0.0
            text.line(line, x=indent, y=first - index * style.leading, size=style.size)
        with self.canv.element(self.element):
            self.canv.drawText(text)


def _with_blank(line: Line, face: str) -> Line:
    return Line((*line.segments, Segment((Piece(face, " "),))), line.width)


@dataclass(frozen=True, slots=True)
class Insets:
    """How far in from each edge the contents of a column begin."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Column(Flowable):
    """Flowables one under another, with a label hanging to the left and a word at the right edge.

    ``keep`` of its first parts are not left behind alone at the foot of a page; ``whole`` asks that it
    not be parted at all. Neither holds for what would not fit on an empty page of ``page_height``.
    """

    def __init__(
        self, parts: Sequence[Flowable], *, page_height: float, insets: Insets | None = None,
        keep: int = 0, whole: bool = False, before: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.spaceBefore = before
        self.label: Flowable | None = None
        self.label_x = 0.0
        self.aside: Flowable | None = None
        self.aside_width = 0.0
        self.parts = list(parts)
        self._insets = insets or Insets()
        self._page_height = page_height
        self._keep, self._whole = keep, whole
        self._heights: list[float] = []

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Lay the parts out in ``avail_width`` and return the size."""
        inset = self._insets
        inner = avail_width - inset.left - inset.right
        self._heights = [part.wrap(inner, avail_height)[1] for part in self.parts]
        gaps = sum(part.getSpaceBefore() for part in self.parts[1:])
        height = sum(self._heights) + gaps + inset.top + inset.bottom
        for beside, width in ((self.label, inner), (self.aside, self.aside_width)):
            if beside is not None:
                height = max(height, beside.wrap(width, avail_height)[1])
        self.width, self.height = avail_width, height
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Return the column in two parts, the first at most ``avail_height`` high, or ``[]``."""
        self.wrap(avail_width, avail_height)
        may_wait = avail_height < self._page_height - 1
        if self._whole and may_wait and self.height <= self._page_height:
            return []
        head, tail = self._divided(avail_width, avail_height)
        if not head or not tail or (may_wait and len(head) <= self._keep):
            return []
        first, second = self._copy(head), self._copy(tail)
        first.label, first.label_x = self.label, self.label_x
        first.aside, first.aside_width = self.aside, self.aside_width
        return [first, second]

    def _divided(self, width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
        inner = width - self._insets.left - self._insets.right
        left = height - self._insets.top - self._insets.bottom
        for index, part in enumerate(self.parts):
            left -= part.getSpaceBefore() if index else 0.0
            if self._heights[index] <= left + 0.01:
                left -= self._heights[index]
                continue
            pieces = part.split(inner, left) if left > 0 else []
            return [*self.parts[:index], *pieces[:1]], [*pieces[1:], *self.parts[index + len(pieces[:1]) :]]
        return self.parts, []

    def _copy(self, parts: Sequence[Flowable]) -> "Column":
        copy = type(self)(parts, page_height=self._page_height, insets=self._insets)
        copy.spaceBefore = self.spaceBefore
        return copy

    def draw(self) -> None:
        """Draw label, parts and the word at the edge, in the order they are read."""
        inset = self._insets
        top = self.height - inset.top
        if self.label is not None:
            self.label.drawOn(self.canv, self.label_x, top - self.label.height)
        y = top
        for index, part in enumerate(self.parts):
            y -= self._heights[index] + (part.getSpaceBefore() if index else 0.0)
            part.drawOn(self.canv, inset.left, y)
        if self.aside is not None:
            self.aside.drawOn(self.canv, self.width - self.aside_width, top - self.aside.height)


class Panel(Column):
    """A column on a tint, with a bar at its left edge."""

    tint = bar = "#000000"
    bar_width = 3.0

    def draw(self) -> None:
        """Draw the tint and the bar, both decoration, and then the words."""
        canvas = self.canv
        canvas.setFillColor(colour(self.tint))
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(colour(self.bar))
        canvas.rect(0, 0, self.bar_width, self.height, stroke=0, fill=1)
        super().draw()

    def _copy(self, parts: Sequence[Flowable]) -> "Column":
        copy = super()._copy(parts)
        assert isinstance(copy, Panel)
        copy.tint, copy.bar = self.tint, self.bar
        return copy
