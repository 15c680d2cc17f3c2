"""Owns the theme matrix as one picture: applications down, themes across, and what the signs mean below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from finsam_review.domain.themes import ThemeCell, ThemeMatrix, ThemeRow
from finsam_review.i18n import gettext as _
from finsam_review.reporting.pictures.about import language_tag
from finsam_review.reporting.pictures.shapes import Line, Picture, Shape, Text, moved
from finsam_review.reporting.pictures.svg import render_svg
from finsam_review.reporting.pictures.theme_cells import (
    BODY,
    CELL_HEIGHT,
    SMALL,
    cell_shapes,
    cell_width,
    cell_words,
)
from finsam_review.reporting.pictures.theme_columns import (
    BESIDE_ON_SCREEN,
    HEADING_LEADING,
    ThemeColumn,
    theme_columns,
)
from finsam_review.reporting.pictures.typesetting import text_width, wrapped
from finsam_review.reporting.styles import INK, INK2, LINE
from finsam_review.reporting.tagged.fonts import REGULAR, SEMIBOLD

_MARGIN = 24.0
_TITLE, _TITLE_LEADING = 20.0, 28.0
_NUMBER_WIDTH = 34.0
_NAME_WIDTH = 210.0
_ROW, _LEADING = 32.0, 20.0
_MOST_NAME_LINES = 2
_LEGEND_GAP, _SIGN_GAP = 28.0, 40.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the matrix and what it means."""

    cell: ThemeCell
    words: str


def theme_matrix_svg(matrix: ThemeMatrix, *, title: str) -> str:
    """Return the matrix as an accessible SVG file; its description says every cell in words."""
    return render_svg(theme_matrix_picture(matrix, title=title))


def theme_matrix_picture(matrix: ThemeMatrix, *, title: str) -> Picture:
    """Return the matrix as shapes. Long titles are shortened, and stand in full in the description."""
    columns = theme_columns(matrix, beside=BESIDE_ON_SCREEN)
    inner = _NUMBER_WIDTH + _NAME_WIDTH + sum(column.width for column in columns)
    inner = max(inner, *(_sign_width(sign) for sign in signs(matrix)))
    shapes: list[Shape] = []
    y = _MARGIN
    for line in wrapped(title, face=SEMIBOLD, size=_TITLE, width=inner, lines=3):
        shapes.append(Text(_MARGIN, y + 21, line, _TITLE, SEMIBOLD, INK))
        y += _TITLE_LEADING
    heading_lines = max((len(column.lines) for column in columns), default=1)
    y += 12 + heading_lines * HEADING_LEADING
    shapes += _headings(columns, y, inner)
    for row in matrix.rows:
        drawn, height = _row(row, columns, inner)
        shapes += moved(drawn, x=_MARGIN, y=y)
        y += height
    legend, height = legend_shapes(matrix, width=inner)
    shapes += moved(legend, x=_MARGIN, y=y + _LEGEND_GAP)
    return Picture(
        inner + 2 * _MARGIN,
        y + _LEGEND_GAP + height + _MARGIN,
        tuple(shapes),
        title,
        matrix_words(matrix),
        language_tag(),
    )


def matrix_words(matrix: ThemeMatrix) -> str:
    """Return the whole matrix in words, one application a line; empty cells are left out."""
    lines = [_("Themes of each application, with the notes that carry them and the tables that wrote them.")]
    for row in matrix.rows:
        said = [
            f"{theme.name}: {cell_words(cell)}"
            for theme, cell in zip(matrix.themes, row.cells, strict=True)
            if cell.notes or not cell.demanded
        ]
        lines.append(f"{row.number} {row.title}. {'; '.join(said) or _('no themes')}.")
    return "\n".join(lines)


def signs(matrix: ThemeMatrix) -> tuple[Sign, ...]:
    """Return the signs that need a word, as the matrix has them."""
    cells = [cell for row in matrix.rows for cell in row.cells]
    readers = max((cell.readers for cell in cells), default=3) or 3
    seen = min(2, readers)
    letters, notes = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:seen]), ("", "", "", "")
    dots = ThemeCell(notes, letters, readers)
    found = [Sign(dots, _("= {notes}").format(notes=cell_words(dots)))]
    if any(not cell.demanded for cell in cells):
        words = _("= the förbund does not demand this of such a measure")
        found.append(Sign(ThemeCell((), (), readers, demanded=False), words))
    if any(cell.demanded and not cell.notes for cell in cells):
        found.append(Sign(ThemeCell((), (), readers), _("= no notes")))
    return tuple(found)


def legend_shapes(matrix: ThemeMatrix, *, width: float) -> tuple[tuple[Shape, ...], float]:
    """Return what the signs mean, side by side in lines at most ``width`` wide, and how high that is."""
    shapes: list[Shape] = []
    x = y = 0.0
    for sign in signs(matrix):
        if x and x + _sign_width(sign) > width:
            x, y = 0.0, y + CELL_HEIGHT + 8
        shapes += moved(_sign_shapes(sign), x=x, y=y)
        x += _sign_width(sign) + _SIGN_GAP
    return tuple(shapes), y + CELL_HEIGHT


def _sign_width(sign: Sign) -> float:
    return cell_width(sign.cell) + 8 + text_width(sign.words, face=REGULAR, size=SMALL)


def _sign_shapes(sign: Sign) -> tuple[Shape, ...]:
    """Return a sign and its meaning. The sign is read as it looks: its words follow anyway."""
    width = cell_width(sign.cell)
    drawn = cell_shapes(sign.cell, width=width)
    return (
        *(replace(shape, said=None) if isinstance(shape, Text) else shape for shape in drawn),
        Text(width + 8, 17, sign.words, SMALL, REGULAR, INK2),
    )


def _headings(columns: Sequence[ThemeColumn], bottom: float, inner: float) -> Iterator[Shape]:
    yield Text(_MARGIN, bottom - 10, _("Application"), SMALL, SEMIBOLD, INK)
    x = _MARGIN + _NUMBER_WIDTH + _NAME_WIDTH
    for column in columns:
        for index, line in enumerate(reversed(column.lines)):
            y = bottom - 10 - index * HEADING_LEADING
            yield Text(x + column.width / 2, y, line, SMALL, SEMIBOLD, INK, "middle")
        x += column.width
    yield Line(((_MARGIN, bottom), (_MARGIN + inner, bottom)), INK, 1.0)


def _row(row: ThemeRow, columns: Sequence[ThemeColumn], inner: float) -> tuple[tuple[Shape, ...], float]:
    names = wrapped(row.title, face=SEMIBOLD, size=BODY, width=_NAME_WIDTH - 12, lines=_MOST_NAME_LINES) or (
        "",
    )
    height = _ROW + (len(names) - 1) * _LEADING
    shapes: list[Shape] = [Text(_NUMBER_WIDTH - 14, 21, str(row.number), BODY, REGULAR, INK2, "end")]
    for index, name in enumerate(names):
        shapes.append(Text(_NUMBER_WIDTH, 21 + index * _LEADING, name, BODY, SEMIBOLD, INK))
    x = _NUMBER_WIDTH + _NAME_WIDTH
    for column in columns:
        drawn = cell_shapes(row.cells[column.place], width=column.width)
        shapes += moved(drawn, x=x, y=(height - CELL_HEIGHT) / 2)
        x += column.width
    shapes.append(Line(((0, height), (inner, height)), LINE, 1.0))
    return tuple(shapes), height
