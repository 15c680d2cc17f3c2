"""Owns what a document is cut into before two of them are compared: passages, each with what makes it equal.

A first version may have come as a PDF and the revised one from Word. So whatever a format or a page does to
a text is left out here: line ends, hyphens at them, numbering, bullets, page numbers, capitals of a heading,
and the sign used for a quotation mark or a dash.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock

CELL_MARK = " | "
"""What stands between the cells of a row when it is shown as a line of text."""


class PassageKind(StrEnum):
    """What a passage is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, an item of a list or a row of a table.

    ``text`` is what is shown, on one line; ``key`` is equal in passages that say the same; ``heading`` the
    nearest heading above (of a heading, itself) and ``heading_place`` its place in the list, -1 for none.
    ``cells`` are the cells of a row that hold something, ``columns`` all of them.
    """

    kind: PassageKind
    text: str
    key: str
    heading: str = ""
    heading_place: int = -1
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether it is running text, which a page may have cut in two."""
        return self.kind in {PassageKind.PARAGRAPH, PassageKind.ITEM}


_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u0080-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")

_SAME_SIGNS = {
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u2032\u00b4`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("☑✓✔✗✘", "☒"),
    **dict.fromkeys("□▢", "☐"),
    "…": "...",
}
_SIGN = re.compile("[" + "".join(_SAME_SIGNS) + "]")
_WORD_HYPHEN = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
_LABEL_END = re.compile(r":(?=\s|$)|\|")

_LETTER = r"(?=[^\W\d_])"
_HEADING_NUMBER = re.compile(
    rf"^(?:\d{{1,2}}(?:\.\d{{1,2}})+[.)]?|(?:\d{{1,2}}|[A-Za-z])[.)])\s+{_LETTER}|^\d{{1,2}}\s+(?=[A-ZÅÄÖ])"
)
_ITEM_MARK = re.compile(rf"^(?:(?:\d{{1,2}}[.)]|[a-zåäö]\)|[-–—])\s+{_LETTER}|[•◦▪·‣●○■*]\s+(?=\S))")
_PAGE_OF = re.compile(
    r"(?:^|\s)(?:sid(?:a|an)?|s|page)\.?\s*\d+\s*(?:av|of|/|\()\s*\d+\)?\s*$", re.IGNORECASE
)
_PAGE = re.compile(
    r"(?:^|\t)\s*(?:(?:sid(?:a|an)?|s|page)\.?\s*\d+|\d+\s*\(\s*\d+\s*\)|[-–]\s*\d+\s*[-–])\s*$",
    re.IGNORECASE,
)
_PAGE_MAX = 200
"""Characters of a running head with a page number in it; a longer text that ends so speaks of a page."""
_FILLER = re.compile(r"[\s_.,:;=*·•…|–—-]*")
_TITLE_MAX, _SENTENCE_ENDS = 80, frozenset(".!?…")
"""What tells a title that nobody styled: it is short, and no sentence."""


def passages_of(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return a document as passages in its order; lines to write on and page numbers are none."""
    found: list[Passage] = []
    heading, place = "", -1
    table_head = ""
    for block in blocks:
        if isinstance(block, TableBlock):
            rows = list(_rows(block, heading, place))
            if rows and rows[0].key == table_head:
                rows = rows[1:]
            elif rows:
                table_head = rows[0].key
            found.extend(rows)
            continue
        text = _shown(block)
        if not text:
            continue
        if isinstance(block, Heading):
            heading, place, table_head = text, len(found), ""
        kind = _kind(block)
        found.append(Passage(kind, text, _passage_key(kind, text), heading, place))
    return tuple(found)


def tidy(text: str) -> str:
    """Return ``text`` as it is shown: one line, single blanks, nothing unseen, amounts held together."""
    text = _UNSEEN.sub("", text)
    if _LIGATURE.search(text):
        text = text.translate(_LIGATURES)
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return _GROUPED.sub(lambda amount: amount[0].replace(" ", "\u00a0"), line)


def key_of(text: str) -> str:
    """Return what is equal in texts that differ only in blanks, hyphenation or the signs used.

    A minus before a number and a dash between numbers stay: they mean something.
    """
    text = _SIGN.sub(lambda sign: _SAME_SIGNS[sign[0]], text)
    if "-" in text:
        text = _WORD_HYPHEN.sub("", text)
    if ":" in text or "|" in text:
        text = _LABEL_END.sub("", text)
    return "".join(text.split())


def joined_text(passages: Sequence[Passage], places: Sequence[int]) -> str:
    """Return what the passages at these places say together, on one line; rows are joined cell by cell."""
    parts = [passages[place] for place in places]
    if len(parts) == 1 or not any(part.columns for part in parts):
        return " ".join(part.text for part in parts)
    columns = zip_longest(*(part.columns or (part.text,) for part in parts), fillvalue="")
    cells = (" ".join(cell for cell in column if cell) for column in columns)
    return CELL_MARK.join(cell for cell in cells if cell)


def joined_key(passages: Sequence[Passage], places: Sequence[int]) -> str:
    """Return the key of what the passages at these places say together."""
    if len(places) == 1:
        return passages[places[0]].key
    return _passage_key(passages[places[0]].kind, joined_text(passages, places))


def _shown(block: Heading | Paragraph | ListItem) -> str:
    text = block.text
    if len(text) <= _PAGE_MAX:
        text = _PAGE_OF.sub("", _PAGE.sub("", text))
    if _FILLER.fullmatch(text):
        return ""
    mark = _HEADING_NUMBER if isinstance(block, Heading) else _ITEM_MARK
    return mark.sub("", tidy(text), count=1)


def _kind(block: Block) -> PassageKind:
    if isinstance(block, Heading):
        return PassageKind.HEADING
    return PassageKind.ITEM if isinstance(block, ListItem) else PassageKind.PARAGRAPH


def _rows(table: TableBlock, heading: str, place: int) -> Iterator[Passage]:
    for row in table.rows:
        columns = tuple("" if _FILLER.fullmatch(cell) else tidy(cell) for cell in row)
        cells = tuple(cell for cell in columns if cell)
        if cells:
            text = CELL_MARK.join(cells)
            key = _passage_key(PassageKind.ROW, text)
            yield Passage(PassageKind.ROW, text, key, heading, place, cells, columns)


def _passage_key(kind: PassageKind, text: str) -> str:
    """Return the key of a passage; a title is the same in capitals, and whether or not it has a style."""
    is_title = kind is PassageKind.HEADING or (len(text) <= _TITLE_MAX and text[-1:] not in _SENTENCE_ENDS)
    return key_of(text).casefold() if is_title or text.isupper() else key_of(text)
