"""Owns what a printed document says, before anybody thinks of pages: ordered, frozen, without ReportLab.

One content serves every form a document has: the PDF and the Word file are both made from it, and both are
read back and compared with what it says (``expected``).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
    """A point as printed: its paragraphs, and a word at the right edge (the tables, or how many agreed).

    ``follows`` says that it says nearly the same as the point before it. ``whole`` asks that it never be
    parted between two pages where it fits on one.
    """

    texts: tuple[Text, ...]
    margin: str = ""
    follows: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A short list under a name of its own, such as the proposed steering group."""

    name: str
    points: tuple[Point, ...]


class Align(StrEnum):
    """At which edge of its column a cell's text stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with a header row; the first cell of each row names the row.

    ``widths`` are parts of the whole width, whatever they add up to; ``align`` has one for each column.
    Either may be empty: columns are then equally wide, and stand to the left. With ``total`` the last row
    sums up those above it. Raises ``ValueError`` for rows that do not have a cell for each column.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    align: tuple[Align, ...] = ()
    total: bool = False

    def __post_init__(self) -> None:
        """Refuse a table whose rows are not of one length."""
        columns = len(self.header)
        given = [*self.rows, *(part for part in (self.widths, self.align) if part)]
        if not columns or any(len(part) != columns for part in given):
            raise ValueError(self.header)

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of the width each column has; together 1."""
        widths = self.widths or (1.0,) * len(self.header)
        return tuple(width / sum(widths) for width in widths)

    @property
    def aligned(self) -> tuple[Align, ...]:
        """Where each column stands."""
        return self.align or (Align.LEFT,) * len(self.header)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, in this order: texts, a short list, a table, points.

    ``number`` hangs before the heading; ``empty`` is said when there are no points. ``level`` is 1, or 2 for
    a part of the section before it; ``new_page`` asks for a page of its own.
    """

    number: str
    heading: str
    points: tuple[Point, ...] = ()
    empty: str = ""
    texts: tuple[Text, ...] = ()
    listing: Listing | None = None
    table: DataTable | None = None
    level: int = 1
    new_page: bool = False


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
    ``introduction`` is one paragraph a line. Raises ``ValueError`` for headings whose levels jump.
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

    def __post_init__(self) -> None:
        """Refuse levels that jump: a reader who goes from heading to heading would miss a step."""
        levels = [section.level for section in self.sections]
        if levels[:1] == [2] or not set(levels) <= {1, 2}:
            raise ValueError(levels)


def paragraphs(text: Text) -> tuple[Text, ...]:
    """Return ``text`` as one paragraph a line, the lead with the first; lines without words are left out."""
    lines = [line for line in text.text.split("\n") if line.strip()] or [""]
    first, *others = lines
    parts = (Text(first, text.lead), *(Text(line) for line in others))
    return tuple(part for part in parts if part.text or part.lead)
