"""Owns the theme matrix on paper: a real table that a screen reader walks, with the signs of the picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from finsam_review.domain.themes import ThemeMatrix, ThemeRow
from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.reporting import styles
from finsam_review.reporting.pictures.about import footer, metadata
from finsam_review.reporting.pictures.shapes import UNIT, Shape, Text, moved
from finsam_review.reporting.pictures.theme_cells import (
    BODY,
    CELL_HEIGHT,
    SMALL,
    cell_shapes,
    cell_words,
)
from finsam_review.reporting.pictures.theme_columns import (
    BESIDE,
    HEADING_LEADING,
    ThemeColumn,
    blocks,
    theme_columns,
)
from finsam_review.reporting.pictures.theme_matrix import legend_shapes
from finsam_review.reporting.pictures.typesetting import text_width
from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged.document import LYING, build
from finsam_review.reporting.tagged.figure import Drawing
from finsam_review.reporting.tagged.flowables import Column, Insets, TextBlock
from finsam_review.reporting.tagged.fonts import REGULAR, SEMIBOLD
from finsam_review.reporting.tagged.lines import Run
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.tagged.table import Cell, Grid, Row, Rules
from finsam_review.reporting.textprep import printable, same_blanks
from finsam_review.reporting.verify import verify_texts

_COLUMN_HEADER, _ROW_HEADER = "/O /Table /Scope /Column", "/O /Table /Scope /Row"
_NAME_LEAST, _COLUMN_MOST = 150.0, 140.0
"""Points."""
_SHARE = 0.4
"""Of the room that is left, what the themes get; the titles get the rest."""
_NUMBER_WIDTH = 20.0
_CELL_ROOM = 18.9
"""Room a cell takes in a row, in picture units; its tint reaches a little beyond."""
_TITLE = TextStyle(16, 20, face=SEMIBOLD, before=3)
_NAME = TextStyle(BODY * UNIT, 13.6, face=SEMIBOLD)
_NUMBER = TextStyle(BODY * UNIT, 13.6, face=REGULAR, colour=styles.INK2)
_HEADING = TextStyle(11.3, 15.4, face=SEMIBOLD, before=8)
_LEGEND_GAP = 5.0
_TABLE_GAP = 4.0


@dataclass(frozen=True, slots=True)
class ThemePages:
    """The theme matrix of a day as a document."""

    matrix: ThemeMatrix
    workshop: Workshop
    title: str


def render_theme_matrix(pages: ThemePages) -> bytes:
    """Return the matrix as a PDF on lying A4 that keeps PDF/UA-1 and PDF/A-2a. Equal matrices, equal bytes.

    Themes that have no room beside each other stand in tables of their own, one after the other.
    """
    return build(
        lambda root: list(_story(pages, root)),
        metadata=metadata(pages.workshop, title=pages.title, subject=_occasion(pages.workshop)),
        footer=footer(_foot(pages)),
        paper=LYING,
    )


def verify_theme_matrix(data: bytes, pages: ThemePages) -> None:
    """Compare the text in the tags of ``data`` with the matrix.

    Raises :class:`UserError` ``pdf_text_differs``.
    """
    headers = [
        [same_blanks(printable(text).text) for text in [_("Application"), *(column.name for column in block)]]
        for block in _blocks(pages.matrix)
    ]
    verify_texts(data, expected_theme_texts(pages), footer=footer(_foot(pages)), headers=headers)


def expected_theme_texts(pages: ThemePages) -> tuple[str, ...]:
    """Return what must be read from the finished file: one text for each element that holds words."""
    texts = (same_blanks(printable(text).text) for text in _texts(pages))
    return tuple(text for text in texts if text)


def _texts(pages: ThemePages) -> Iterator[str]:
    matrix = pages.matrix
    yield from (f"{pages.workshop.organisation} {_occasion(pages.workshop)}", pages.title)
    legend, _height = legend_shapes(matrix, width=LYING.width / UNIT)
    yield " ".join(
        shape.text if shape.said is None else shape.said for shape in legend if isinstance(shape, Text)
    )
    groups = _blocks(matrix)
    for group in groups:
        if len(groups) > 1:
            yield _block_heading(group, matrix)
        yield _("Application")
        yield from (column.name for column in group)
        for row in matrix.rows:
            yield f"{row.number} {row.title}"
            yield from (cell_words(row.cells[column.place]) for column in group)


def _occasion(workshop: Workshop) -> str:
    return f"{workshop.title}, {long_date(workshop.date)}"


def _foot(pages: ThemePages) -> str:
    return f"{pages.title} · {pages.workshop.title}"


def _blocks(matrix: ThemeMatrix) -> tuple[tuple[ThemeColumn, ...], ...]:
    columns = theme_columns(matrix, beside=BESIDE)
    return blocks(columns, room=(LYING.width - _NAME_LEAST) / UNIT)


def _block_heading(group: Sequence[ThemeColumn], matrix: ThemeMatrix) -> str:
    first, last = group[0].place + 1, group[-1].place + 1
    return _("Themes {first}–{last} of {count}").format(first=first, last=last, count=len(matrix.themes))


def _story(pages: ThemePages, root: Element) -> Iterator[Flowable]:
    whose = Run(pages.workshop.organisation, styles.ORGANISATION.face)
    yield TextBlock([whose, Run(_occasion(pages.workshop), REGULAR)], styles.OCCASION, root.add("P"))
    yield _block(pages.title, _TITLE, root.add("H1"))
    shapes, height = legend_shapes(pages.matrix, width=LYING.width / UNIT)
    legend = Drawing(shapes, root.add("P"), width=LYING.width / UNIT, height=height)
    legend.spaceBefore = _LEGEND_GAP
    yield legend
    groups = _blocks(pages.matrix)
    for group in groups:
        if len(groups) > 1:
            section = root.add("Sect")
            heading = _block(_block_heading(group, pages.matrix), _HEADING, section.add("H2"))
            table = _table(pages.matrix, group, section.add("Table"))
            yield Column([heading, table], page_height=LYING.height, keep=1, before=_HEADING.before)
        else:
            yield _table(pages.matrix, group, root.add("Table"))


def _block(text: str, style: TextStyle, element: Element) -> TextBlock:
    return TextBlock([Run(text, style.face)], style, element)


def _table(matrix: ThemeMatrix, group: Sequence[ThemeColumn], table: Element) -> Grid:
    spare = (LYING.width - _NAME_LEAST) / UNIT - sum(column.width for column in group)
    share = max(0.0, spare / max(len(group), 1)) * _SHARE
    widths = [max(column.width, min(column.width + share, _COLUMN_MOST / UNIT)) for column in group]
    header = _header(group, widths, table.add("TR"))
    rows = [_row(row, group, widths, table.add("TR")) for row in matrix.rows]
    return Grid(header, rows, page_height=LYING.height, before=_TABLE_GAP)


def _header(group: Sequence[ThemeColumn], widths: Sequence[float], row: Element) -> Row:
    lines = max((len(column.lines) for column in group), default=1)
    height = lines * HEADING_LEADING
    name = Text(0, height - 5, _("Application"), SMALL, SEMIBOLD, styles.INK)
    name_width = LYING.width / UNIT - sum(widths)
    heading = Drawing([name], _head(row), width=name_width, height=height)
    cells = [Cell(heading, 0.0, name_width * UNIT)]
    x = name_width
    for column, width in zip(group, widths, strict=True):
        drawing = Drawing(_heading_shapes(column, width, height), _head(row), width=width, height=height)
        cells.append(Cell(drawing, x * UNIT, width * UNIT))
        x += width
    return Row(cells, Rules(below=styles.INK))


def _head(row: Element) -> Element:
    return row.add("TH", attributes=_COLUMN_HEADER)


def _heading_shapes(column: ThemeColumn, width: float, height: float) -> Iterator[Shape]:
    """Yield the lines of a heading, the last at the bottom; the first of them says the theme in full."""
    for index, line in enumerate(column.lines):
        y = height - 5 - (len(column.lines) - 1 - index) * HEADING_LEADING
        said = "" if index else column.name
        yield Text(width / 2, y, line, SMALL, SEMIBOLD, styles.INK, "middle", said=said)


def _row(row: ThemeRow, group: Sequence[ThemeColumn], widths: Sequence[float], element: Element) -> Row:
    header = element.add("TH", attributes=_ROW_HEADER)
    name = Column(
        [_block(row.title, _NAME, header)],
        page_height=LYING.height,
        insets=Insets(left=_NUMBER_WIDTH + 8, right=8),
    )
    number = str(row.number)
    name.label = TextBlock([Run(number, _NUMBER.face)], _NUMBER, header, blank_after=True)
    name.label_x = _NUMBER_WIDTH - text_width(number, face=_NUMBER.face, size=_NUMBER.size)
    name_width = LYING.width - sum(widths) * UNIT
    cells = [Cell(name, 0.0, name_width)]
    x = name_width
    for column, width in zip(group, widths, strict=True):
        shapes = moved(cell_shapes(row.cells[column.place], width=width), y=(_CELL_ROOM - CELL_HEIGHT) / 2)
        drawing = Drawing(tuple(shapes), element.add("TD"), width=width, height=_CELL_ROOM)
        cells.append(Cell(drawing, x, width * UNIT))
        x += width * UNIT
    return Row(cells, Rules(below=styles.LINE))
