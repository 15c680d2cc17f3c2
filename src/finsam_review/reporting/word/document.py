"""Owns how a document's content becomes a Word file that anybody can go on writing in.

Real headings, a real list, tables with header cells, the language of the text; no text boxes, no macros, no
links. Equal contents give equal bytes.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.hdrftr import FooterPart
from lxml.etree import _Element

from finsam_review.domain.text import clean_line
from finsam_review.reporting.content import (
    Align,
    Box,
    Content,
    DataTable,
    Fact,
    Listing,
    Metadata,
    Point,
    Section,
    Text,
    paragraphs,
)
from finsam_review.reporting.word.markup import TAB, Layout, Look, Words, footer_line, paragraph, table
from finsam_review.reporting.word.parts import (
    FURTHER_GAP,
    LISTING_GAP,
    NUMBER_OFFSET,
    TABLE_GAP,
    WIDTH,
    blank_file,
)
from finsam_review.reporting.word.plaintext import plain

LONGEST_PROPERTY = 255
"""Characters of a title that Word keeps about a file; the title in the text is whole."""
LONGEST_FOOT = 90

_ELLIPSIS = "…"
_FACT_NAMES = 0.22
"""How much of the width the names of the facts have."""
_FIRST_YEAR = 1980
"""Zip files know no earlier one."""


def render_word(content: Content) -> bytes:
    """Return ``content`` as a Word file (.docx)."""
    document = Document(BytesIO(blank_file(content.metadata.language)))
    body = document.element.body
    section_properties = body[-1]
    for element in _story(content):
        section_properties.addprevious(element)
    footer = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTER)
    assert isinstance(footer, FooterPart)
    footer.element.append(footer_line(shown_foot(content.footer.left), content.footer.page_of))
    _describe(document, content.metadata)
    target = BytesIO()
    document.save(target)
    return _dated(target.getvalue(), content.metadata.created)


def shown_foot(left: str) -> str:
    """Return what stands at the left of each foot: the beginning, if it is too long for one line."""
    line = clean_line(left)
    return line if len(line) <= LONGEST_FOOT else line[:LONGEST_FOOT].rstrip() + _ELLIPSIS


def kept_property(text: str) -> str:
    """Return what the file says about itself of ``text``: one line, of at most :data:`LONGEST_PROPERTY`."""
    line = clean_line(plain(text))
    return line if len(line) <= LONGEST_PROPERTY else line[: LONGEST_PROPERTY - 1].rstrip() + _ELLIPSIS


def _story(content: Content) -> Iterator[_Element]:
    yield from _optional("Sender", content.organisation)
    stamp = [Words(f"\u00a0{plain(content.stamp)}\u00a0", "Stamp", ours=True)] if content.stamp else []
    yield paragraph("Occasion", [Words(content.occasion)], edge=stamp)
    yield paragraph("Title", [Words(content.title)])
    yield from _optional("Subtitle", content.subtitle)
    yield from _facts(content.facts)
    if content.box:
        yield from _box(content.box)
    for number, part in enumerate(paragraphs(Text(content.introduction))):
        layout = Layout(before=FURTHER_GAP if number else None)
        yield paragraph("Introduction", [Words(part.text)], layout=layout)
    for section in content.sections:
        yield from _section(section)
    if content.facts and not (content.box or content.introduction or content.sections):
        yield paragraph("Cell", [])  # Word wants a paragraph after a table
    elif content.sections and _ends_in_table(content.sections[-1]):
        yield paragraph("Cell", [])


def _ends_in_table(section: Section) -> bool:
    return section.table is not None and not (section.points or section.empty)


def _optional(style: str, text: str) -> Iterator[_Element]:
    if text:
        yield paragraph(style, [Words(text)])


def _facts(facts: Sequence[Fact]) -> Iterator[_Element]:
    """Yield the table of facts: a name and a value in each row, for that is how it is read aloud."""
    if facts:
        names = round(WIDTH * _FACT_NAMES)
        look = Look((names, WIDTH - names), (False, False), header_row=False)
        yield table([(fact.name, "\n".join(fact.lines)) for fact in facts], look)


def _box(box: Box) -> Iterator[_Element]:
    if box.heading:
        yield paragraph("BoxHeading", [Words(box.heading)], layout=Layout(keep_next=bool(box.text)))
    yield from _optional("Box", box.text)


def _section(section: Section) -> Iterator[_Element]:
    yield _heading(section)
    yield from _texts(section)
    if section.listing is not None:
        yield from _listing(section.listing)
    if section.table is not None:
        yield _data_table(section.table)
    yield from _points(section.points, apart=section.listing is not None)
    if not section.points:
        yield from _optional("Empty", section.empty)


def _texts(section: Section) -> Iterator[_Element]:
    """Yield the running paragraphs; a table that comes right after stays with the last of them."""
    texts = [part for text in section.texts for part in paragraphs(text)]
    for number, part in enumerate(texts, start=1):
        leads = number == len(texts) and section.table is not None and section.listing is None
        layout = Layout(keep_next=leads, after=TABLE_GAP if leads else None)
        yield paragraph("Running", _words(part), layout=layout)


def _heading(section: Section) -> _Element:
    number = [Words(section.number, "QuestionNumber"), TAB] if section.number else []
    leads = section.table is not None and not (section.texts or section.listing)
    layout = Layout(
        new_page=section.new_page,
        hanging=NUMBER_OFFSET if number else 0,
        after=TABLE_GAP if leads else None,
    )
    return paragraph(f"Heading{section.level}", [*number, Words(section.heading)], layout=layout)


def _listing(listing: Listing) -> Iterator[_Element]:
    yield paragraph("ListName", [Words(listing.name)])
    yield from _points(listing.points)


def _points(points: Sequence[Point], *, apart: bool = False) -> Iterator[_Element]:
    """Yield a list; ``apart`` gives it room above, where another list comes before it."""
    for number, point in enumerate(points):
        parts = [part for text in point.texts for part in paragraphs(text)] or [Text("")]
        for index, part in enumerate(parts):
            first, last = index == 0, index == len(parts) - 1
            yield paragraph(
                "ListBullet" if first else "ListContinue",
                _words(part),
                edge=[Words(_unparted(point.margin), "Agreement")] if first and point.margin else (),
                layout=Layout(
                    keep_next=point.whole and not last,
                    keep_lines=point.whole,
                    before=_before(point, apart=apart and number == 0) if first else None,
                ),
            )


def _before(point: Point, *, apart: bool) -> int | None:
    if apart:
        return LISTING_GAP
    return 0 if point.follows else None


def _words(text: Text) -> list[Words]:
    lead = [Words(text.lead, "Strong"), Words(" ", ours=True)] if text.lead else []
    return [*lead, Words(text.text)]


def _unparted(margin: str) -> str:
    return margin.replace(" ", "\u00a0")


def _data_table(data: DataTable) -> _Element:
    widths = [round(share * WIDTH) for share in data.shares[:-1]]
    widths.append(WIDTH - sum(widths))
    right = tuple(align is Align.RIGHT for align in data.aligned)
    look = Look(tuple(widths), right, header_row=True, total_row=data.total)
    return table([data.header, *data.rows], look)


def _describe(document: WordDocument, metadata: Metadata) -> None:
    properties = document.core_properties
    properties.title = kept_property(metadata.title)
    properties.author = properties.last_modified_by = kept_property(metadata.author)
    properties.subject = kept_property(metadata.subject)
    properties.language = metadata.language
    properties.created = properties.modified = metadata.created
    properties.revision = 1


def _dated(data: bytes, moment: datetime) -> bytes:
    """Return the archive with the document's date on each of its parts, and not the hour it was made."""
    date = moment.timetuple()[:6] if moment.year >= _FIRST_YEAR else (_FIRST_YEAR, 1, 1, 0, 0, 0)
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as archive:
        for name in source.namelist():
            info = ZipInfo(name, date)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, 0o600 << 16, 3
            archive.writestr(info, source.read(name))
    return target.getvalue()
