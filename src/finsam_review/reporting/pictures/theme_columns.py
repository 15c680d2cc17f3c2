"""Owns the measures of the theme matrix: how wide each column is, and how its heading breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam_review.domain.themes import ThemeMatrix
from finsam_review.domain.workshop import Theme
from finsam_review.reporting.pictures.theme_cells import SMALL, cell_width
from finsam_review.reporting.pictures.typesetting import widest_word, wrapped
from finsam_review.reporting.tagged.fonts import SEMIBOLD

HEADING_LEADING = 18.0

_NARROWEST, _WIDEST_WORD = 78.0, 170.0
BESIDE, BESIDE_ON_SCREEN = 14.0, 20.0
"""Free on both sides of a cell together; on a screen the reader's font may be wider than ours."""


@dataclass(frozen=True, slots=True)
class ThemeColumn:
    """A theme as a column: its ``place`` in the matrix, its width, and the lines of its heading."""

    place: int
    name: str
    width: float
    lines: tuple[str, ...]


def theme_columns(matrix: ThemeMatrix, *, beside: float) -> tuple[ThemeColumn, ...]:
    """Return a column for each theme, wide enough for its cells and for the longest word of its heading.

    ``beside`` is what is left free beside them, in picture units.
    """
    columns = []
    for place, theme in enumerate(matrix.themes):
        cells = max((cell_width(row.cells[place]) for row in matrix.rows), default=0.0)
        word = min(widest_word(column_name(theme), face=SEMIBOLD, size=SMALL), _WIDEST_WORD)
        width = max(_NARROWEST, cells, word) + beside
        lines = wrapped(column_name(theme), face=SEMIBOLD, size=SMALL, width=width - beside, lines=4)
        columns.append(ThemeColumn(place, theme.name, width, lines))
    return tuple(columns)


def column_name(theme: Theme) -> str:
    """Return what stands above a column: the short name where there is one."""
    return theme.short_name or theme.name


def blocks(columns: Sequence[ThemeColumn], *, room: float) -> tuple[tuple[ThemeColumn, ...], ...]:
    """Return ``columns`` in as few groups as ``room`` allows side by side, the groups about equally wide."""
    least = len(_filled(columns, room))
    share = sum(column.width for column in columns) / max(least, 1)
    return next(
        (groups for limit in _limits(share, room) if len(groups := _filled(columns, limit)) <= least),
        _filled(columns, room),
    )


def _limits(share: float, room: float) -> list[float]:
    steps = 20
    return [share + (room - share) * step / steps for step in range(steps)]


def _filled(columns: Sequence[ThemeColumn], room: float) -> tuple[tuple[ThemeColumn, ...], ...]:
    groups: list[list[ThemeColumn]] = []
    left = -1.0
    for column in columns:
        if column.width > left or not groups:
            groups.append([])
            left = room
        groups[-1].append(column)
        left -= column.width
    return tuple(tuple(group) for group in groups)
