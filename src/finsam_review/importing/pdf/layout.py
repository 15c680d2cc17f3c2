"""Owns the order in which a PDF page is read: tables, columns, and what stands across them."""

from __future__ import annotations

from dataclasses import dataclass, field

from finsam_review.domain.intake import TableBlock
from finsam_review.importing.pdf.marks import Page, Piece
from finsam_review.importing.pdf.tables import Grid, aligned_grid, is_aligned, ruled_grids
from finsam_review.importing.pdf.text import Flow, Line

_BAND_LINES = 8
_PROSE_FILL = 0.6
_PROSE_GOES_ON = 0.25
"""The share of lines that begin with a small letter where text is prose and not a column of labels."""
_GUTTER_FROM, _GUTTER_TO = 0.3, 0.7


@dataclass(slots=True)
class PageLayout:
    """A page in reading order; ``two_columns`` says that some of it stood side by side."""

    flows: list[Flow] = field(default_factory=list)
    two_columns: bool = False


def lay_out(page: Page, pieces: list[Piece]) -> PageLayout:
    """Return the pieces of a page in the order they are read."""
    grids, rest = ruled_grids(pieces, page.rules)
    gutter = _gutter(page, rest)
    if gutter is None:
        return PageLayout(_flows(rest, grids))
    layout = PageLayout(two_columns=True)
    for band in _bands(rest, gutter, grids):
        for place in band.columns(gutter):
            layout.flows.extend(_flows(place.pieces, place.grids))
    return layout


@dataclass(slots=True)
class _Band:
    """A part of a page from the top: ``parted`` when nothing in it stands across the middle."""

    parted: bool
    pieces: list[Piece] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def columns(self, x: float) -> list[_Band]:
        """Return the left column and the right one, or the band itself when it is not parted."""
        if not self.parted:
            return [self]
        left, right = _Band(parted=False), _Band(parted=False)
        for piece in self.pieces:
            (left if piece.middle < x else right).pieces.append(piece)
        for grid in self.grids:
            (left if grid.middle < x else right).grids.append(grid)
        return [left, right]


def _flows(pieces: list[Piece], grids: list[Grid]) -> list[Flow]:
    """Return one column as tables and runs of lines, from the top."""
    flows: list[Flow] = []
    lines = _to_lines(pieces)
    for grid in sorted(grids, key=lambda grid: -grid.top):
        above = [line for line in lines if line[0].base > grid.bottom + (grid.top - grid.bottom) / 2]
        lines = lines[len(above) :]
        flows.extend(_part_tables(above))
        flows.append(_table(grid))
    flows.extend(_part_tables(lines))
    return flows


def _table(grid: Grid) -> Flow:
    width = max(len(row) for row in grid.rows)
    return TableBlock(tuple(row + ("",) * (width - len(row)) for row in grid.rows))


def _to_lines(pieces: list[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if lines and abs(lines[-1][0].base - piece.base) <= 0.32 * max(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def _part_tables(lines: list[list[Piece]]) -> list[Flow]:
    """Return lines as text, and as tables where second columns stand under one another."""
    flows: list[Flow] = []
    run: list[Line] = []
    place = 0
    while place < len(lines):
        end = _table_end(lines, place)
        if end > place:
            if run:
                flows.append(run)
                run = []
            flows.append(TableBlock(tuple(aligned_grid(lines[place:end]))))
            place = end
        else:
            run.append(Line(lines[place]))
            place += 1
    if run:
        flows.append(run)
    return flows


def _table_end(lines: list[list[Piece]], start: int) -> int:
    """Return where the table that begins at ``start`` ends; ``start`` itself when none begins there."""
    if len(lines[start]) < 2 or _is_item(lines[start]):
        return start
    anchor = lines[start]
    end, aligned = start + 1, 1
    while end < len(lines):
        line = lines[end]
        close = lines[end - 1][0].base - line[0].base < 2.6 * line[0].size
        if close and len(line) > 1 and is_aligned(line, anchor):
            aligned += 1
        elif not (close and len(line) == 1 and (_hangs(line[0], anchor) or _is_between(lines, end, anchor))):
            break
        end += 1
    return end if aligned >= 2 else start


def _hangs(piece: Piece, anchor: list[Piece]) -> bool:
    """Return whether a lone piece stands under a later column, so that it goes on with the row above."""
    return any(abs(piece.left - other.left) <= 4 for other in anchor[1:])


def _is_between(lines: list[list[Piece]], place: int, anchor: list[Piece]) -> bool:
    """Return whether a lone piece in the first column is a row of its own: the table goes on right below."""
    piece = lines[place][0]
    if abs(piece.left - anchor[0].left) > 4 or piece.right > anchor[1].left or place + 1 >= len(lines):
        return False
    below = lines[place + 1]
    close = piece.base - below[0].base < 2.6 * piece.size
    return close and len(below) > 1 and is_aligned(below, anchor)


def _is_item(line: list[Piece]) -> bool:
    return len(line[0].text) <= 3 and line[1].left - line[0].right < 3 * line[0].size


def _gutter(page: Page, pieces: list[Piece]) -> float | None:
    """Return the middle of the white strip between two columns of prose, or ``None``."""
    width = page.width
    best: tuple[int, float] | None = None
    step = max(2.0, width / 200)
    x = width * _GUTTER_FROM
    while x < width * _GUTTER_TO:
        count = max(
            (_prose_lines(band.pieces, x) for band in _bands(pieces, x, []) if band.parted), default=0
        )
        if count >= _BAND_LINES and (best is None or count > best[0]):
            best = (count, x)
        x += step
    return None if best is None else _centre(pieces, best[1])


def _centre(pieces: list[Piece], x: float) -> float:
    lefts = sorted(piece.left for piece in pieces if piece.left > x)
    return (x + lefts[0]) / 2 if lefts else x


def _prose_lines(band: list[Piece], x: float) -> int:
    """Return how many lines of prose stand on the lesser side; 0 when the left side is labels, not prose."""
    left = [piece for piece in band if piece.middle < x]
    right = [piece for piece in band if piece.middle >= x]
    if not left or not right:
        return 0
    column = max(piece.right for piece in left) - min(piece.left for piece in left)
    lines = _to_lines(left)
    if sum(line[0].text[:1].islower() for line in lines) < _PROSE_GOES_ON * len(lines):
        return 0
    widths = sorted(piece.right - piece.left for piece in left)
    if widths[len(widths) // 2] < _PROSE_FILL * column:
        return 0
    rights = sorted(piece.right - piece.left for piece in right)
    wide = max(piece.right for piece in right) - min(piece.left for piece in right)
    if rights[len(rights) // 2] < _PROSE_FILL * wide or wide < 0.5 * column:
        return 0
    return min(len(lines), len(_to_lines(right)))


def _bands(pieces: list[Piece], x: float, grids: list[Grid]) -> list[_Band]:
    """Return the page in bands from the top: with nothing across ``x``, or standing across it."""
    bands: list[_Band] = []
    marks: list[list[Piece] | Grid] = [*_to_lines(pieces), *grids]
    for mark in sorted(marks, key=lambda mark: -(mark.top if isinstance(mark, Grid) else mark[0].base)):
        if isinstance(mark, Grid):
            across = mark.left < x < mark.right
        else:
            across = any(piece.left < x < piece.right for piece in mark)
        if not bands or bands[-1].parted == across:
            bands.append(_Band(not across))
        if isinstance(mark, Grid):
            bands[-1].grids.append(mark)
        else:
            bands[-1].pieces.extend(mark)
    return bands
