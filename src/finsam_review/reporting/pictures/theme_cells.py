"""Owns a cell of the theme matrix: how it looks, how wide it is, and how it is said in words."""

from collections.abc import Iterator

from finsam_review.domain.themes import ThemeCell
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.reporting.pictures.shapes import Circle, Line, Rect, Shape, Text
from finsam_review.reporting.pictures.typesetting import text_width
from finsam_review.reporting.styles import ACCENT, INK, INK2
from finsam_review.reporting.tagged.fonts import REGULAR, SEMIBOLD

TINTS = ("#EFF3EE", "#DCE9E7", "#C3DAD6")
"""Behind what one table saw, two, and three or more: the same as in the window."""
CELL_HEIGHT = 24.0
SMALL, BODY = 14.0, 15.0
"""Sizes of text: the two of the window that a matrix needs."""

_PAPER = "#FFFFFF"
_HATCH = "#E4DDD0"
_HATCH_STEP = 8.0
_DOT, _DOT_STEP, _DOT_LINE = 5.0, 14.0, 1.3
_MOST_DOTS = 6
"""More tables than this are written as numbers: nobody counts twelve dots."""
_INSIDE, _GAP = 8.0, 6.0
_BASELINE = 17.3
NOTHING = "–"


def cell_width(cell: ThemeCell) -> float:
    """Return how wide the marked part of a cell is; that of an empty one is as wide as its dash."""
    if not cell.demanded:
        return text_width(_not_demanded(cell), face=REGULAR, size=SMALL) + 2 * _INSIDE
    if not cell.notes:
        return text_width(NOTHING, face=REGULAR, size=BODY)
    count = text_width(_count(cell), face=SEMIBOLD, size=BODY)
    return _dots_width(cell) + count + 2 * _INSIDE


def cell_shapes(cell: ThemeCell, *, width: float) -> tuple[Shape, ...]:
    """Return the shapes of a cell in the middle of a box ``width`` wide and :data:`CELL_HEIGHT` high."""
    if cell.demanded and not cell.notes:
        return (Text(width / 2, _BASELINE, NOTHING, BODY, REGULAR, INK2, "middle", said=cell_words(cell)),)
    inner = cell_width(cell)
    left = (width - inner) / 2
    if not cell.demanded:
        words = Text(
            width / 2, _BASELINE, _not_demanded(cell), SMALL, REGULAR, INK2, "middle", said=cell_words(cell)
        )
        return (*_hatching(left, inner), words)
    tint = TINTS[min(max(len(cell.tables), 1), len(TINTS)) - 1]
    count = Text(
        left + inner - _INSIDE, _BASELINE, _count(cell), BODY, SEMIBOLD, INK, "end",
        said=cell_words(cell),
    )  # fmt: skip
    return (
        Rect(left, 0, inner, CELL_HEIGHT, fill=tint, radius=5),
        *_dots(cell, left + _INSIDE),
        count,
    )


def cell_words(cell: ThemeCell) -> str:
    """Return a cell as it is said: *3 lappar från 2 av 3 bord*."""
    said = ngettext(
        "{n} note from {tables} of {of} tables", "{n} notes from {tables} of {of} tables", len(cell.notes)
    ).format(n=len(cell.notes), tables=len(cell.tables), of=cell.readers)
    if not cell.notes:
        said = _("no notes")
    return said if cell.demanded else _("not demanded, {notes}").format(notes=said)


def _not_demanded(cell: ThemeCell) -> str:
    if not cell.notes:
        return _("not demanded")
    return _("not demanded · {n}").format(n=len(cell.notes))


def _count(cell: ThemeCell) -> str:
    """Return the number of notes, after that of the tables where these are too many for dots."""
    if cell.readers > _MOST_DOTS:
        return f"{len(cell.tables)}/{cell.readers} · {len(cell.notes)}"
    return str(len(cell.notes))


def _dots(cell: ThemeCell, left: float) -> Iterator[Shape]:
    """Yield a dot for each table that reads the application, filled for those that saw the theme."""
    for place in range(cell.readers if cell.readers <= _MOST_DOTS else 0):
        x, y = left + _DOT + place * _DOT_STEP, CELL_HEIGHT / 2
        if place < len(cell.tables):
            yield Circle(x, y, _DOT, fill=ACCENT)
        else:
            yield Circle(x, y, _DOT - _DOT_LINE / 2, fill=_PAPER, stroke=ACCENT, thickness=_DOT_LINE)


def _dots_width(cell: ThemeCell) -> float:
    """Return how wide the dots are, and the gap after them."""
    if not 0 < cell.readers <= _MOST_DOTS:
        return 0.0
    return (cell.readers - 1) * _DOT_STEP + 2 * _DOT + _GAP


def _hatching(left: float, width: float) -> Iterator[Shape]:
    """Yield slanting lines that fill a box from ``left`` on, each cut where the box ends."""
    start = left - CELL_HEIGHT
    while start < left + width:
        x1, x2 = max(start, left), min(start + CELL_HEIGHT, left + width)
        if x2 > x1:
            yield Line(((x1, CELL_HEIGHT - (x1 - start)), (x2, CELL_HEIGHT - (x2 - start))), _HATCH, 1.6)
        start += _HATCH_STEP
