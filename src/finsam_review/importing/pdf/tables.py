"""Owns the finding of tables on a PDF page: by ruled lines, or by pieces that stand under one another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from finsam_review.importing.pdf.marks import Piece, Rule

_NEAR = 3.0
_ALIGNED = 4.0
_RULES_MAX = 1_500
"""A page with more lines than this is a drawing, not a table."""


@dataclass(slots=True)
class Grid:
    """A table on a page: where it stands and its cells, row by row."""

    top: float
    bottom: float
    left: float
    right: float
    rows: list[tuple[str, ...]]

    @property
    def middle(self) -> float:
        """Half-way between left and right."""
        return (self.left + self.right) / 2


def ruled_grids(pieces: list[Piece], rules: tuple[Rule, ...]) -> tuple[list[Grid], list[Piece]]:
    """Return the tables drawn with lines, and the pieces that are in none of them."""
    grids: list[Grid] = []
    rest = pieces
    for group in _groups(list(rules)) if len(rules) <= _RULES_MAX else []:
        levels = _places([rule.y0 for rule in group if not rule.upright])
        uprights = [rule for rule in group if rule.upright]
        if len(levels) < 2 or len(_places([rule.x0 for rule in uprights])) < 2:
            continue
        grid, inside = _grid(rest, levels, uprights, group)
        if grid is not None and max(len(row) for row in grid.rows) > 1:
            grids.append(grid)
            taken = {id(piece) for piece in inside}
            rest = [piece for piece in rest if id(piece) not in taken]
    return grids, rest


def aligned_grid(lines: list[list[Piece]]) -> list[tuple[str, ...]]:
    """Return the rows of lines whose pieces stand under one another; wrapped lines join the row above."""
    starts = _columns(lines)
    rows: list[list[str]] = []
    before: list[Piece] | None = None
    for line in lines:
        cells = [""] * len(starts)
        for piece in line:
            place = _column_of(piece, starts)
            cells[place] = f"{cells[place]} {piece.text}".strip()
        if rows and before is not None and _continues(cells, line, before):
            rows[-1] = [_join(old, new) for old, new in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
        before = line
    return [tuple(row) for row in rows]


def is_aligned(line: list[Piece], other: list[Piece]) -> bool:
    """Return whether two lines share the place where a second column begins."""
    starts = [piece.left for piece in other[1:]]
    return any(abs(piece.left - start) <= _ALIGNED for piece in line[1:] for start in starts)


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Return the lines in groups that touch one another."""
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(other for group in touching for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(merged)
    return sorted(groups, key=lambda group: -max(max(rule.y0, rule.y1) for rule in group))


def _touch(one: Rule, two: Rule) -> bool:
    apart_x = max(one.x0, two.x0) > min(one.x1, two.x1) + _NEAR
    apart_y = (
        max(min(one.y0, one.y1), min(two.y0, two.y1)) > min(max(one.y0, one.y1), max(two.y0, two.y1)) + _NEAR
    )
    return not apart_x and not apart_y


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _grid(
    pieces: list[Piece], levels: list[float], uprights: list[Rule], group: list[Rule]
) -> tuple[Grid | None, list[Piece]]:
    left, right = min(rule.x0 for rule in group), max(rule.x1 for rule in group)
    inside = [p for p in pieces if levels[0] <= p.base + 2 <= levels[-1] and left <= p.middle <= right]
    rows: list[tuple[str, ...]] = []
    for low, high in reversed(list(pairwise(levels))):
        here = [piece for piece in inside if low < piece.base + 2 <= high]
        middle = (low + high) / 2
        edges = _places([r.x0 for r in uprights if min(r.y0, r.y1) <= middle <= max(r.y0, r.y1)])
        cells = _cells(here, edges)
        if any(cells):
            rows.append(cells)
    return (Grid(levels[-1], levels[0], left, right, rows) if rows else None), inside


def _cells(pieces: list[Piece], edges: list[float]) -> tuple[str, ...]:
    count = max(1, len(edges) - 1)
    columns: list[list[Piece]] = [[] for _ in range(count)]
    for piece in pieces:
        place = sum(edge <= piece.left + 2 for edge in edges) - 1
        columns[min(max(place, 0), count - 1)].append(piece)
    return tuple(_cell_text(column) for column in columns)


def _cell_text(pieces: list[Piece]) -> str:
    lines: dict[float, list[str]] = {}
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        near = next((base for base in lines if abs(base - piece.base) < 0.32 * piece.size), piece.base)
        lines.setdefault(near, []).append(piece.text)
    return "\n".join("   ".join(parts) for parts in lines.values())


def _columns(lines: list[list[Piece]]) -> list[float]:
    """Return where columns begin: the left edge, and every place shared by at least two lines."""
    starts = _places([piece.left for line in lines for piece in line])
    kept = [min(starts)]
    for start in starts[1:]:
        shared = sum(any(abs(piece.left - start) <= _ALIGNED for piece in line) for line in lines)
        if shared >= 2 and start - kept[-1] > 2 * _ALIGNED:
            kept.append(start)
    return kept


def _column_of(piece: Piece, starts: list[float]) -> int:
    return max(0, sum(start <= piece.left + _ALIGNED for start in starts) - 1)


def _continues(cells: list[str], line: list[Piece], before: list[Piece]) -> bool:
    """Return whether a line goes on with the row above: its first column empty, or a small letter there."""
    close = before[0].base - line[0].base < 1.6 * line[0].size
    first = cells[0]
    return close and (not first or (first[0].islower() and not any(cells[1:])))


def _join(old: str, new: str) -> str:
    return f"{old}\n{new}".strip("\n")
