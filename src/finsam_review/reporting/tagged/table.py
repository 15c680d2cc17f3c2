"""Owns rows of cells side by side, with rules between them, and the boxed word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting.tagged.flowables import colour

_ROOM = 4.8
"""Above and below the words of a row, in points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a row from ``x``, ``width`` points wide."""

    block: Flowable
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines above and below a row: colours, empty for none."""

    above: str = ""
    below: str = ""


class Row(Flowable):
    """A row of a table. A row that is longer than a page goes on with each of its cells on the next."""

    def __init__(self, cells: Sequence[Cell], rules: Rules) -> None:
        super().__init__()
        self._cells = tuple(cells)
        self._rules = rules

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Lay the cells out and return the size; the highest cell decides."""
        heights = [cell.block.wrap(cell.width, avail_height)[1] for cell in self._cells]
        self.width, self.height = avail_width, max(heights) + 2 * _ROOM
        return self.width, self.height

    def split(self, _avail_width: float, avail_height: float) -> list[Flowable]:
        """Return the row in two, or ``[]`` if nothing of a cell has room."""
        room = avail_height - 2 * _ROOM
        head: list[Cell] = []
        tail: list[Cell] = []
        for cell in self._cells:
            if cell.block.wrap(cell.width, room)[1] <= room:
                head.append(cell)
                continue
            parts = cell.block.split(cell.width, room)
            if len(parts) < 2:
                return []
            head.append(replace(cell, block=parts[0]))
            tail.append(replace(cell, block=parts[1]))
        if not tail:
            return [self]
        return [Row(head, Rules(self._rules.above)), Row(tail, Rules(below=self._rules.below))]

    def draw(self) -> None:
        """Draw the rules, which are decoration, and the cells."""
        canvas = self.canv
        canvas.setLineWidth(0.6)
        for shade, y in ((self._rules.above, self.height), (self._rules.below, 0.0)):
            if shade:
                canvas.setStrokeColor(colour(shade))
                canvas.line(0, y, self.width, y)
        for cell in self._cells:
            cell.block.drawOn(canvas, cell.x, self.height - _ROOM - cell.block.height)


class Framed(Flowable):
    """A short text with a frame around it, as wide as it needs to be."""

    def __init__(self, block: Flowable, *, text_width: float, ink: str) -> None:
        super().__init__()
        self._block = block
        self._ink = ink
        self._text_width = text_width
        self.width = text_width + 16

    def wrap(self, _avail_width: float, avail_height: float) -> tuple[float, float]:
        """Return the size: that of the text, and room around it."""
        self.height = self._block.wrap(self._text_width + 1, avail_height)[1] + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draw the frame, which is decoration, and the word."""
        self.canv.setStrokeColor(colour(self._ink))
        self.canv.setLineWidth(0.7)
        self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        self._block.drawOn(self.canv, 8, 2)
