"""Owns rows of cells side by side, with rules between them, tables of them, and the boxed word."""

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


_SMALL_ROWS, _SMALL = 14, 0.45
"""A table of so few rows, and of so much of a page, stays whole."""


class Grid(Flowable):
    """Rows under a header row, which stands again, as decoration, on each page the table goes on to.

    ``header`` and the first row are never parted, and a last row is not left alone. A header of more than a
    third of ``page_height`` stands once, as a row like the others: repeated, it would leave too little room
    for them.
    """

    def __init__(
        self, header: Row | None, rows: Sequence[Row], *, page_height: float, before: float = 0.0,
        repeats: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.spaceBefore = before
        self._header, self._rows = header, list(rows)
        self._page_height = page_height
        self._repeats = repeats
        self._heights: list[float] = []

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Lay the rows out and return the size. Rows below ``avail_height`` are not asked."""
        height = 0.0 if self._header is None else self._header.wrap(avail_width, avail_height)[1]
        if self._header is not None and height > self._page_height / 3:
            self._rows, self._header, height = [self._header, *self._rows], None, 0.0
        self._heights = []
        for row in self._rows:
            if height > avail_height + 0.01:
                break
            self._heights.append(row.wrap(avail_width, avail_height)[1])
            height += self._heights[-1]
        self.width, self.height = avail_width, height
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Return the table in two, the second with the header again, or ``[]`` if not one row has room."""
        self.wrap(avail_width, avail_height)
        if self._is_small(avail_width) and avail_height < self._page_height - 1:
            return []
        above = 0.0 if self._header is None else self._header.height
        left = avail_height - above
        head: list[Row] = []
        for row, height in zip(self._rows, self._heights, strict=False):
            if height > left + 0.01:
                break
            head.append(row)
            left -= height
        tail = self._rows[len(head) :]
        may_wait = head or avail_height < self._page_height - 1
        if tail and not (may_wait and tail[0].height <= self._page_height - above):
            pieces = [piece for piece in tail[0].split(avail_width, left) if isinstance(piece, Row)]
            if len(pieces) == 2:
                head, tail = [*head, pieces[0]], [pieces[1], *tail[1:]]
        if len(tail) == 1 and len(head) > 2 and tail[0] is self._rows[-1]:
            tail.insert(0, head.pop())
        if not head or not tail:
            return [] if not head else [self]
        return [self._part(head, repeats=self._repeats), self._part(tail, repeats=True)]

    def _is_small(self, width: float) -> bool:
        """Return whether the table had better wait for the next page than be parted."""
        if self._repeats or len(self._rows) > _SMALL_ROWS:
            return False
        most = _SMALL * self._page_height
        return sum(row.wrap(width, self._page_height)[1] for row in self._rows) <= most

    def _part(self, rows: Sequence[Row], *, repeats: bool) -> "Grid":
        return Grid(
            self._header, rows, page_height=self._page_height, before=self.spaceBefore, repeats=repeats
        )

    def draw(self) -> None:
        """Draw the header, which is read once however often it stands there, and the rows."""
        y = self.height
        if self._header is not None:
            y -= self._header.height
            if self._repeats:
                with self.canv.artifact("Header"):
                    self._header.drawOn(self.canv, 0, y)
            else:
                self._header.drawOn(self.canv, 0, y)
        for row in self._rows:
            y -= row.height
            row.drawOn(self.canv, 0, y)


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
