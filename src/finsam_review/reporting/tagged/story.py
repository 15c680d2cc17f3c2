"""Owns how a document's content stands on the page: the story of a tagged PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting import styles
from finsam_review.reporting.content import (
    BULLET,
    Align,
    Box,
    Content,
    DataTable,
    Fact,
    Listing,
    Point,
    Section,
    Text,
    paragraphs,
)
from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged.document import PAGE_HEIGHT, NewPage, build, pages_of
from finsam_review.reporting.tagged.flowables import Column, Insets, Panel, TextBlock
from finsam_review.reporting.tagged.fonts import text_width
from finsam_review.reporting.tagged.lines import Run
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.tagged.table import Cell, Framed, Grid, Row, Rules
from finsam_review.reporting.textprep import printable

_ROW_HEADER = "/O /Table /Scope /Row"
_COLUMN_HEADER = "/O /Table /Scope /Column"
_UNNUMBERED = "/O /List /ListNumbering /None"
_HEADINGS = {
    1: ("H2", styles.HEADING, styles.SECTION_GAP),
    2: ("H3", styles.SUBHEADING, styles.SUBSECTION_GAP),
}
"""The tag and the look of a heading by the level of its section; the title is the only H1."""


@dataclass(frozen=True, slots=True)
class _Side:
    """Where the names and values of one half of the facts begin, and how wide they may be."""

    name: float
    name_width: float
    value: float
    value_width: float


def render(content: Content) -> bytes:
    """Return ``content`` as a PDF that keeps PDF/UA-1 and PDF/A-2a. Equal contents give equal bytes."""
    return build(lambda root: list(_story(content, root)), metadata=content.metadata, footer=content.footer)


def page_count(content: Content) -> int:
    """Return how many pages ``content`` takes, without finishing the file."""
    return pages_of(lambda root: list(_story(content, root)), metadata=content.metadata)


def _story(content: Content, root: Element) -> Iterator[Flowable]:
    yield _head(content, root)
    yield _block(content.title, styles.TITLE, root.add("H1"))
    yield from _optional(content.subtitle, styles.SUBTITLE, root)
    yield from _facts(content.facts, root)
    if content.box:
        yield _box(content.box, root)
    for number, part in enumerate(paragraphs(Text(content.introduction))):
        yield _block(part.text, styles.INTRODUCTION if number == 0 else styles.FURTHER, root.add("P"))
    yield from _sections(content.sections, root)


def _block(text: str, style: TextStyle, element: Element) -> TextBlock:
    return TextBlock([Run(text, style.face)], style, element)


def _optional(text: str, style: TextStyle, parent: Element) -> Iterator[TextBlock]:
    if text:
        yield _block(text, style, parent.add("P"))


def _paragraphs(texts: Sequence[Text], style: TextStyle, parent: Element) -> Iterator[TextBlock]:
    for text in texts:
        for part in paragraphs(text):
            yield TextBlock([Run(part.lead, style.lead), Run(part.text, style.face)], style, parent.add("P"))


def _head(content: Content, root: Element) -> Column:
    parts = [
        *_optional(content.organisation, styles.ORGANISATION, root),
        *_optional(content.occasion, styles.OCCASION, root),
    ]
    column = Column(parts, page_height=PAGE_HEIGHT)
    if content.stamp:
        style = styles.STAMP
        width = text_width(printable(content.stamp).text, font=style.face, size=style.size)
        column.aside = Framed(_block(content.stamp, style, root.add("P")), text_width=width, ink=styles.INK)
        column.aside_width = column.aside.width
    return column


def _facts(facts: Sequence[Fact], root: Element) -> Iterator[Flowable]:
    """Yield the rows of the table of facts, two facts beside each other."""
    if not facts:
        return
    table = root.add("Table")
    sides = (_side(facts[::2], left=0.0), _side(facts[1::2], left=styles.SECOND_FACTS))
    pairs = list(zip_longest(facts[::2], facts[1::2]))
    for number, pair in enumerate(pairs, start=1):
        row = table.add("TR")
        cells = [cell for side, fact in zip(sides, pair, strict=True) for cell in _cells(fact, row, side)]
        last = number == len(pairs)
        rules = Rules(above="" if number > 1 else styles.INK, below=styles.INK if last else styles.LINE)
        flowable = Row(cells, rules)
        flowable.spaceBefore = styles.TABLE_GAP if number == 1 else 0.0
        yield flowable


def _side(facts: Sequence[Fact], *, left: float) -> _Side:
    """Return where names and values stand: beside the longest name, in whatever language."""
    style = styles.FACT_NAME
    names = [text_width(printable(fact.name).text, font=style.face, size=style.size) for fact in facts]
    name_width = min(max(names, default=0.0) + 1, styles.FACT_NAMES_MAX)
    end = styles.SECOND_FACTS - styles.FACT_GUTTER if left == 0 else styles.WIDTH
    value = left + name_width + styles.FACT_GUTTER
    return _Side(left, name_width, value, end - value)


def _cells(fact: Fact | None, row: Element, side: _Side) -> Iterator[Cell]:
    name, value = row.add("TH" if fact else "TD", attributes=_ROW_HEADER if fact else ""), row.add("TD")
    if fact is not None:
        yield Cell(_block(fact.name, styles.FACT_NAME, name), side.name, side.name_width)
        yield Cell(_block("\n".join(fact.lines), styles.FACT, value), side.value, side.value_width)


def _data_table(table: DataTable, element: Element) -> Grid:
    header = _data_row(table, table.header, element.add("TR"), is_header=True)
    rows = [
        _data_row(table, cells, element.add("TR"), is_total=table.total and cells is table.rows[-1])
        for cells in table.rows
    ]
    return Grid(header, rows, page_height=PAGE_HEIGHT, before=styles.DATA_GAP)


def _data_row(
    table: DataTable, texts: Sequence[str], row: Element, *, is_header: bool = False, is_total: bool = False
) -> Row:
    """Return a row. Its first cell is a header too: it says what the row is about."""
    cells, x = [], 0.0
    plain = styles.CELL_HEAD if is_header or is_total else styles.CELL
    for column, (text, share, align) in enumerate(zip(texts, table.shares, table.aligned, strict=True)):
        scope = _COLUMN_HEADER if is_header else _ROW_HEADER
        named = is_header or column == 0
        style = replace(plain, align_right=align is Align.RIGHT)
        element = row.add("TH" if named else "TD", attributes=scope if named else "")
        last = column == len(texts) - 1
        width = share * styles.WIDTH - (0.0 if last else styles.CELL_GUTTER)
        cells.append(Cell(_block(text, style, element), x, width))
        x += share * styles.WIDTH
    strong = is_header or is_total
    return Row(cells, Rules(above=styles.INK if strong else "", below=styles.INK if strong else styles.LINE))


def _box(box: Box, root: Element) -> Panel:
    parent = root.add("Sect")
    parts = [*_optional(box.heading, styles.BOX_HEADING, parent), *_optional(box.text, styles.BODY, parent)]
    panel = Panel(
        parts, page_height=PAGE_HEIGHT, insets=Insets(12.9, 7.6, 12.9, 7.6), before=styles.TABLE_GAP
    )
    panel.tint, panel.bar = styles.ACCENT_SOFT, styles.ACCENT
    return panel


def _sections(sections: Sequence[Section], root: Element) -> Iterator[Flowable]:
    """Yield the sections, a part of one hung in the one before it; no heading is left alone at a foot."""
    above, waiting = root, list[Flowable]()
    for section in sections:
        if section.level == 1:
            above = element = root.add("Sect")
        else:
            element = above.add("Sect")
        if section.new_page:
            yield from waiting
            waiting = []
            yield NewPage()
        head, body = _heading(section, element), [*_body(section, element)]
        if not body:
            waiting.append(head)
            continue
        together = [*waiting, head, body[0]]
        yield Column(together, page_height=PAGE_HEIGHT, keep=len(together) - 1, before=_gap(together[0]))
        yield from body[1:]
        waiting = []
    yield from waiting


def _gap(part: Flowable) -> float:
    gap: float = part.getSpaceBefore()
    return gap


def _heading(section: Section, parent: Element) -> Column:
    tag, style, gap = _HEADINGS[section.level]
    element = parent.add(tag)
    heading = Column([_block(section.heading, style, element)], page_height=PAGE_HEIGHT, before=gap)
    if section.number:
        number = [Run(section.number, styles.NUMBER.face)]
        heading.label = TextBlock(number, styles.NUMBER, element, blank_after=True)
        heading.label_x = styles.NUMBER_OFFSET
    return heading


def _body(section: Section, parent: Element) -> Iterator[Flowable]:
    """Yield what stands under a heading; the last text stays with a table that comes right after it."""
    texts = [
        Column([block], page_height=PAGE_HEIGHT, before=styles.POINT_GAP)
        for block in _paragraphs(section.texts, styles.NOTE, parent)
    ]
    if section.listing is not None:
        yield from texts
        yield from _listing(section.listing, parent)
        texts = []
    if section.table is not None:
        table = _data_table(section.table, parent.add("Table"))
        last = [*texts[-1:], table]
        texts = [*texts[:-1], Column(last, page_height=PAGE_HEIGHT, keep=len(last) - 1, before=_gap(last[0]))]
    yield from texts
    points = list(_points(section.points, parent))
    if points and section.listing is not None:
        points[0].spaceBefore = styles.LISTING_GAP
    yield from points
    if not points:
        for block in _optional(section.empty, styles.EMPTY, parent):
            yield Column([block], page_height=PAGE_HEIGHT, before=styles.POINT_GAP)


def _listing(listing: Listing, parent: Element) -> Iterator[Flowable]:
    """Yield a short list with its name, which stays with the first of its points."""
    name = _block(listing.name, styles.LISTING_NAME, parent.add("P"))
    points = list(_points(listing.points, parent))
    together = [name, *points[:1]]
    yield Column(together, page_height=PAGE_HEIGHT, keep=len(together) - 1, before=styles.POINT_GAP)
    yield from points[1:]


def _points(points: Sequence[Point], parent: Element) -> Iterator[Column]:
    if points:
        listing = parent.add("L", attributes=_UNNUMBERED)
        yield from (_point(point, listing) for point in points)


def _point(point: Point, listing: Element) -> Column:
    item = listing.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    column = Column(
        list(_paragraphs(point.texts, styles.NOTE, body)),
        page_height=PAGE_HEIGHT,
        insets=Insets(left=styles.POINT_INDENT, right=styles.MARGIN_COLUMN if point.margin else 0.0),
        whole=point.whole,
        before=styles.FOLLOWING_GAP if point.follows else styles.POINT_GAP,
    )
    column.label = _block(BULLET, styles.NOTE, label)
    if point.margin:
        column.aside = _block(point.margin, styles.MARGIN_WORD, body.add("P"))
        column.aside_width = styles.MARGIN_COLUMN
    return column
