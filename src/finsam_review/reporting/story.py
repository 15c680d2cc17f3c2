"""Owns how a document's content stands on the page: the story of a tagged PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.platypus.flowables import Flowable

from finsam_review.reporting import styles
from finsam_review.reporting.content import BULLET, Box, Content, Fact, Point, Section, Text, paragraphs
from finsam_review.reporting.styles import TextStyle
from finsam_review.reporting.tagged.document import PAGE_HEIGHT, build
from finsam_review.reporting.tagged.flowables import Column, Insets, Panel, TextBlock
from finsam_review.reporting.tagged.fonts import text_width
from finsam_review.reporting.tagged.lines import Run
from finsam_review.reporting.tagged.structure import Element
from finsam_review.reporting.tagged.table import Cell, Framed, Row, Rules
from finsam_review.reporting.textprep import printable

_ROW_HEADER = "/O /Table /Scope /Row"
_UNNUMBERED = "/O /List /ListNumbering /None"


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


def _story(content: Content, root: Element) -> Iterator[Flowable]:
    yield _head(content, root)
    yield _block(content.title, styles.TITLE, root.add("H1"))
    yield from _optional(content.subtitle, styles.SUBTITLE, root)
    yield from _facts(content.facts, root)
    if content.box:
        yield _box(content.box, root)
    yield from _optional(content.introduction, styles.INTRODUCTION, root)
    for section in content.sections:
        yield from _section(section, root.add("Sect"))


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


def _box(box: Box, root: Element) -> Panel:
    parent = root.add("Sect")
    parts = [*_optional(box.heading, styles.BOX_HEADING, parent), *_optional(box.text, styles.BODY, parent)]
    panel = Panel(
        parts, page_height=PAGE_HEIGHT, insets=Insets(12.9, 7.6, 12.9, 7.6), before=styles.TABLE_GAP
    )
    panel.tint, panel.bar = styles.ACCENT_SOFT, styles.ACCENT
    return panel


def _section(section: Section, parent: Element) -> Iterator[Flowable]:
    """Yield a question with its first point, which stay together, and the other points."""
    heading = _heading(section, parent.add("H2"))
    if section.points:
        listing = parent.add("L", attributes=_UNNUMBERED)
        first, *others = (_point(point, listing) for point in section.points)
    else:
        blocks = list(_optional(section.empty, styles.EMPTY, parent))
        first, others = Column(blocks, page_height=PAGE_HEIGHT, before=styles.POINT_GAP), []
    together = Column([heading, first], page_height=PAGE_HEIGHT, keep=1, before=styles.SECTION_GAP)
    yield together
    yield from others


def _heading(section: Section, element: Element) -> Column:
    heading = Column([_block(section.heading, styles.HEADING, element)], page_height=PAGE_HEIGHT)
    if section.number:
        heading.label = TextBlock(
            [Run(section.number, styles.NUMBER.face)], styles.NUMBER, element, blank_after=True
        )
        heading.label_x = styles.NUMBER_OFFSET
    return heading


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
