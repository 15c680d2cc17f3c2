"""Owns what a printed document says, before anybody thinks of pages: ordered, frozen, without ReportLab."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from finsam_review.reporting.textprep import printable, same_blanks

BULLET = "–"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself. ``language`` is a BCP 47 tag, ``created`` a moment in UTC."""

    title: str
    author: str
    subject: str
    language: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what stands beside it, one line for each of ``lines``."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``lead`` is its first words, in bold, such as *Utmaning:*."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A note as printed: its paragraphs, and a word at the right edge (the table, or how many agreed).

    ``follows`` says that it says nearly the same as the point before it. ``whole`` asks that it never be
    parted between two pages where it fits on one.
    """

    texts: tuple[Text, ...]
    margin: str = ""
    follows: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A question with its number and points; ``empty`` is said when there are none."""

    number: str
    heading: str
    points: tuple[Point, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """What the reader must not miss: a line in bold and what goes with it, either may be empty."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Footer:
    """The foot of every page; ``page_of`` has the fields ``{page}`` and ``{pages}``."""

    left: str
    page_of: str


@dataclass(frozen=True, slots=True)
class Content:
    """A document in full. Texts are plain: nothing in them is ever read as markup.

    ``facts`` are read in this order, two beside each other; ``stamp`` is a boxed word such as *Utkast*.
    """

    metadata: Metadata
    organisation: str
    occasion: str
    stamp: str
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    box: Box | None
    introduction: str
    sections: tuple[Section, ...]
    footer: Footer


def paragraphs(text: Text) -> tuple[Text, ...]:
    """Return ``text`` as one paragraph a line, the lead with the first; lines without words are left out."""
    lines = [line for line in text.text.split("\n") if line.strip()] or [""]
    first, *others = lines
    parts = (Text(first, text.lead), *(Text(line) for line in others))
    return tuple(part for part in parts if part.text or part.lead)


def expected_text(content: Content) -> tuple[str, ...]:
    """Return what must be read from the finished file: one text for each element that holds words.

    In reading order, as it is printed: in NFC, blanks alike, characters without a glyph as ``[U+13000]``.
    Headers and footers are no part of it. The text read back from the tags is compared with this.
    """
    said = (same_blanks(" ".join(printable(part).text for part in parts)) for parts in _texts(content))
    return tuple(text for text in said if text)


def unshown_characters(content: Content) -> tuple[str, ...]:
    """Return the characters that no font has, as ``U+13000``, each once, in the order they are met."""
    parts = (part for parts in (*_texts(content), (content.footer.left,)) for part in parts)
    return tuple(dict.fromkeys(code for part in parts for code in printable(part).unshown))


def _texts(content: Content) -> Iterator[tuple[str, ...]]:
    """Yield the text of each element in reading order, in the parts it is set in."""
    yield from ((content.organisation,), (content.occasion,), (content.stamp,), (content.title,))
    yield (content.subtitle,)
    for fact in content.facts:
        yield (fact.name,)
        yield ("\n".join(fact.lines),)
    if content.box:
        yield from ((content.box.heading,), (content.box.text,))
    yield (content.introduction,)
    for section in content.sections:
        yield (section.number, section.heading)
        for point in section.points:
            yield (BULLET,)
            yield from _paragraph_texts(point.texts)
            yield (point.margin,)
        if not section.points:
            yield (section.empty,)


def _paragraph_texts(texts: tuple[Text, ...]) -> Iterator[tuple[str, ...]]:
    for text in texts:
        for part in paragraphs(text):
            yield (part.lead, part.text) if part.lead else (part.text,)
