"""Owns what must be read back from a finished document: the one truth for its PDF and its Word file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from finsam_review.domain.errors import UserError
from finsam_review.reporting.content import BULLET, Content, Point, Section, Text, paragraphs
from finsam_review.reporting.textprep import printable, same_blanks

EXCERPT = 60
"""Characters of a text that an error shows."""


def expected_text(content: Content) -> tuple[str, ...]:
    """Return what must be read from the finished PDF: one text for each element that holds words.

    In reading order, as it is printed: in NFC, blanks alike, characters without a glyph as ``[U+13000]``.
    Headers and footers are no part of it. The text read back from the tags is compared with this.
    """
    texts = (_joined(said.parts, _as_printed) for said in _said(content))
    return tuple(text for text in texts if text)


def expected_paragraphs(content: Content, shown: Callable[[str], str]) -> tuple[str, ...]:
    """Return what must be read from a file of running paragraphs, such as Word's: one text for each.

    The same words in the same order as :func:`expected_text`, but bullets are no text there, and a word at
    the edge stands in the paragraph that it is beside. ``shown`` is what such a file makes of a text.
    """
    lines: list[tuple[str, ...]] = []
    for said in _said(content):
        if said.role is _Role.ASIDE and 0 < said.back <= len(lines):
            lines[-said.back] += said.parts
        elif said.role is not _Role.LABEL:
            lines.append(said.parts)
    texts = (_joined(line, shown) for line in lines)
    return tuple(text for text in texts if text)


def expected_headings(content: Content, shown: Callable[[str], str]) -> tuple[tuple[int, str], ...]:
    """Return the level and the words of each heading: 0 is the title, 1 a section, 2 a part of one."""
    first = (0, _joined((content.title,), shown))
    others = ((part.level, _joined((part.number, part.heading), shown)) for part in content.sections)
    return tuple(item for item in (first, *others) if item[1])


def table_headers(content: Content) -> tuple[tuple[str, ...], ...]:
    """Return the header row of each table as it is printed: it may stand again on a page that follows."""
    tables = (section.table for section in content.sections)
    rows = (tuple(map(_as_printed, table.header)) for table in tables if table is not None)
    return tuple(rows)


def unshown_characters(content: Content) -> tuple[str, ...]:
    """Return the characters that no font has, as ``U+13000``, each once, in the order they are met."""
    parts = (part for parts in (*(s.parts for s in _said(content)), (content.footer.left,)) for part in parts)
    return tuple(dict.fromkeys(code for part in parts for code in printable(part).unshown))


def compare(expected: Sequence[str], found: Sequence[str], *, code: str) -> None:
    """Raise :class:`UserError` ``code`` with ``expected`` and ``found`` where two readings part."""
    for index in range(max(len(expected), len(found))):
        wanted, got = (texts[index] if index < len(texts) else "" for texts in (expected, found))
        if wanted != got:
            raise difference(wanted, got, code=code)


def difference(wanted: str, got: str, *, code: str) -> UserError:
    """Return the error that shows where two texts part, and not the whole of what somebody wrote."""
    pairs = enumerate(zip(wanted, got, strict=False))
    same = next((index for index, (one, other) in pairs if one != other), min(len(wanted), len(got)))
    start = max(0, same - EXCERPT // 3)
    expected, found = (text[start : start + EXCERPT] for text in (wanted, got))
    return UserError(code, expected=expected, found=found)


class _Role(Enum):
    """What an element is to the text around it."""

    TEXT = auto()
    LABEL = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of an element, in the parts they are set in.

    An aside stands beside the element that comes ``back`` places before it; 0 if it stands alone.
    """

    parts: tuple[str, ...]
    role: _Role = _Role.TEXT
    back: int = 0


def _joined(parts: tuple[str, ...], shown: Callable[[str], str]) -> str:
    return same_blanks(" ".join(shown(part) for part in parts))


def _as_printed(text: str) -> str:
    return printable(text).text


def _said(content: Content) -> Iterator[_Said]:
    """Yield each element in reading order."""
    yield from (_Said((content.organisation,)), _Said((content.occasion,)))
    yield _Said((content.stamp,), _Role.ASIDE, back=1)
    yield from (_Said((content.title,)), _Said((content.subtitle,)))
    for fact in content.facts:
        yield _Said((fact.name,))
        yield _Said(("\n".join(fact.lines),))
    if content.box:
        yield from (_Said((content.box.heading,)), _Said((content.box.text,)))
    yield from _paragraphs_said((Text(content.introduction),))
    for section in content.sections:
        yield from _section_said(section)


def _section_said(section: Section) -> Iterator[_Said]:
    yield _Said((section.number, section.heading))
    yield from _paragraphs_said(section.texts)
    if section.listing is not None:
        yield _Said((section.listing.name,))
        yield from _points_said(section.listing.points)
    if section.table is not None:
        for row in (section.table.header, *section.table.rows):
            yield from (_Said((cell,)) for cell in row)
    yield from _points_said(section.points)
    if not section.points:
        yield _Said((section.empty,))


def _points_said(points: tuple[Point, ...]) -> Iterator[_Said]:
    for point in points:
        said = tuple(_paragraphs_said(point.texts))
        yield _Said((BULLET,), _Role.LABEL)
        yield from said
        yield _Said((point.margin,), _Role.ASIDE, back=len(said))


def _paragraphs_said(texts: tuple[Text, ...]) -> Iterator[_Said]:
    for text in texts:
        for part in paragraphs(text):
            yield _Said((part.lead, part.text) if part.lead else (part.text,))
