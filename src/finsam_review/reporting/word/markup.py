"""Owns the elements of a Word file: paragraphs, their words, tables. Text goes in as text, not as markup."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import Formatter

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

from finsam_review.reporting.textprep import starts_right_to_left
from finsam_review.reporting.word.parts import INK, WIDTH
from finsam_review.reporting.word.plaintext import plain, stretches

_SPECIAL = re.compile("([\t\n\u00ad])")
_ELEMENTS = {"\t": "w:tab", "\n": "w:br", "\u00ad": "w:softHyphen"}
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_SMALL_TABLE = 14
"""Rows up to which a table is asked to stay on one page."""
_ROW_MAX = 1_500
"""Characters up to which a row is asked to stay on one page. A longer one may be more than a page."""

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph; ``style`` is the code of a character style, empty for that of the paragraph.

    ``ours`` says that they are no person's: they stand as they are, outer blanks and tabs too.
    """

    text: str
    style: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How one paragraph differs from its style, in twentieths of a point; ``None`` is as the style has it.

    ``before`` and ``after`` are the room above and below, ``hanging`` how far the first line hangs out to
    the left.
    """

    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    before: int | None = None
    after: int | None = None
    hanging: int = 0
    align_right: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a table looks: its columns, in twentieths of a point, and what of it is bold or to the right.

    ``header_row`` is off for a table whose first column alone names things.
    """

    widths: tuple[int, ...]
    right: tuple[bool, ...]
    header_row: bool
    total_row: bool = False


PLAIN = Layout()
TAB = Words("\t", ours=True)


def node(tag: str, attributes: Attributes | None = None, *kids: _Element) -> _Element:
    """Return an element such as ``w:p`` with ``attributes``, named likewise, and ``kids``."""
    element = OxmlElement(tag, {qn(name): text for name, text in (attributes or {}).items()})
    element.extend(kids)
    return element


def paragraph(
    style: str, words: Sequence[Words], *, layout: Layout = PLAIN, edge: Sequence[Words] = ()
) -> _Element:
    """Return a paragraph; ``edge`` stands at the right edge, behind a tab.

    It runs from the right if its first letter does.
    """
    from_right = starts_right_to_left(" ".join(part.text for part in words))
    runs = [run for part in (*words, *((TAB, *edge) if edge else ())) for run in _runs(part)]
    return node("w:p", None, _paragraph_properties(style, layout, from_right=from_right), *runs)


def footer_line(left: str, page_of: str) -> _Element:
    """Return the foot of every page: ``left``, and at the edge ``page_of`` with its numbers as fields."""
    parts: list[_Element] = [*_runs(Words(left)), *_runs(TAB)]
    for text, name, _format, _conversion in Formatter().parse(page_of):
        parts += _runs(Words(text, ours=True))
        if name:
            number = node("w:r", None, _text("1"))
            parts.append(node("w:fldSimple", {"w:instr": _FIELDS[name]}, number))
    return node("w:p", None, _paragraph_properties("Footer", PLAIN, from_right=False), *parts)


def table(rows: Sequence[Sequence[str]], look: Look) -> _Element:
    """Return a table; its first column names the rows, and a header row stands on each page it goes on to."""
    properties = node(
        "w:tblPr", None,
        node("w:tblStyle", {"w:val": "Facts"}),
        node("w:tblW", {"w:w": str(WIDTH), "w:type": "dxa"}),
        node("w:tblLayout", {"w:type": "fixed"}),
        node("w:tblLook", {
            "w:val": f"{0x0680 + 0x20 * look.header_row + 0x40 * look.total_row:04X}",
            "w:firstRow": str(int(look.header_row)), "w:lastRow": str(int(look.total_row)),
            "w:firstColumn": "1", "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1",
        }),
    )  # fmt: skip
    grid = node("w:tblGrid", None, *(node("w:gridCol", {"w:w": str(width)}) for width in look.widths))
    last = len(rows) - 1
    made = [
        _row(
            row, look,
            is_header=look.header_row and index == 0,
            is_total=look.total_row and index == last,
            stays=index < last and (index in (0, last - 1) or last <= _SMALL_TABLE),
        )
        for index, row in enumerate(rows)
    ]  # fmt: skip
    return node("w:tbl", None, properties, grid, *made)


def _row(cells: Sequence[str], look: Look, *, is_header: bool, is_total: bool, stays: bool) -> _Element:
    """Return a row; ``stays`` keeps it on the page of the next one."""
    properties = node("w:trPr")
    if sum(map(len, cells)) <= _ROW_MAX:
        properties.append(node("w:cantSplit"))
    if is_header:
        properties.append(node("w:tblHeader"))
    row = node("w:tr", None, *([properties] if len(properties) else []))
    rule = "w:bottom" if is_header else "w:top" if is_total else ""
    for column, (text, width, right) in enumerate(zip(cells, look.widths, look.right, strict=True)):
        bold = is_header or is_total or (column == 0 and not look.header_row)
        layout = Layout(keep_next=stays, align_right=right)
        words = paragraph("CellHeading" if bold else "Cell", [Words(text)], layout=layout)
        last = column == len(cells) - 1
        row.append(node("w:tc", None, _cell_properties(width, rule=rule, is_last=last), words))
    return row


def _cell_properties(width: int, *, rule: str, is_last: bool) -> _Element:
    parts = [node("w:tcW", {"w:w": str(width), "w:type": "dxa"})]
    if rule:
        line = {"w:val": "single", "w:sz": "6", "w:space": "0", "w:color": INK}
        parts.append(node("w:tcBorders", None, node(rule, line)))
    if is_last:
        parts.append(node("w:tcMar", None, node("w:right", {"w:w": "0", "w:type": "dxa"})))
    return node("w:tcPr", None, *parts)


def _paragraph_properties(style: str, layout: Layout, *, from_right: bool) -> _Element:
    """Return the properties of a paragraph, in the order that the schema asks for."""
    parts = [node("w:pStyle", {"w:val": style})]
    parts += [node("w:keepNext")] if layout.keep_next else []
    parts += [node("w:keepLines")] if layout.keep_lines else []
    parts += [node("w:pageBreakBefore")] if layout.new_page else []
    parts += [node("w:bidi")] if from_right else []
    room = {"w:before": layout.before, "w:after": layout.after}
    given = {name: str(length) for name, length in room.items() if length is not None}
    parts += [node("w:spacing", given)] if given else []
    if layout.hanging:
        parts.append(node("w:ind", {"w:left": "0", "w:hanging": str(layout.hanging)}))
    parts += [node("w:jc", {"w:val": "right"})] if layout.align_right else []
    return node("w:pPr", None, *parts)


def _runs(words: Words) -> Iterable[_Element]:
    """Yield runs of one direction each."""
    for part in stretches(words.text if words.ours else plain(words.text)):
        language = ("he-IL" if _HEBREW.search(part.text) else "ar-SA") if part.right_to_left else ""
        yield _run(words.style, *_pieces(part.text), language=language)


def _run(style: str, *kids: _Element, language: str = "") -> _Element:
    parts = [node("w:rStyle", {"w:val": style})] if style else []
    if language:
        parts += [node("w:rtl"), node("w:lang", {"w:bidi": language})]
    return node("w:r", None, *([node("w:rPr", None, *parts)] if parts else []), *kids)


def _pieces(text: str) -> Iterable[_Element]:
    for piece in _SPECIAL.split(text):
        if piece in _ELEMENTS:
            yield node(_ELEMENTS[piece])
        elif piece:
            yield _text(piece)


def _text(text: str) -> _Element:
    element = node("w:t", {"xml:space": "preserve"})
    element.text = text
    return element
