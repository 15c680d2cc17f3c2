"""Owns what reading a foreign file yields: text blocks, proposed fields with their sources, and doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self, TypeAlias

from finsam_review.domain.applications import ApplicationDetails, DocumentVersion, Doubt
from finsam_review.domain.errors import UserError
from finsam_review.domain.workshop import MeasureKind, Party


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` runs from 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; ``level`` runs from 1."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, row by row; a cell may hold several lines."""

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | ListItem | TableBlock


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What could be read of one file.

    ``media`` is ``docx``, ``odt``, ``pdf``, ``doc``, ``sheet``, ``text`` or ``unknown``, decided by content;
    ``problem`` the code of the reason why no text came out (``encrypted``, ``no_text``, ``old_word``,
    ``damaged``, ``too_large``, ``unsupported`` …: keys of ``i18n.wording.PROBLEMS``), empty when it did;
    ``warnings`` are codes of things a person should know (``macros``, ``text_missing``, ``two_columns``).
    ``version`` tells a revised document that came in the same import as the first.
    """

    file_name: str
    data: bytes
    media: str
    blocks: tuple[Block, ...] = ()
    problem: str = ""
    warnings: tuple[str, ...] = ()
    version: DocumentVersion = DocumentVersion.FIRST

    @property
    def characters(self) -> int:
        """How many characters of text the blocks hold."""
        return len(plain_text(self.blocks))


@dataclass(frozen=True, slots=True)
class FieldSource:
    """Where a proposed value comes from: ``origin`` is ``document``, ``list``, ``both`` or ``file_name``."""

    origin: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the program believes an application says, with a source for each field and a list of doubts."""

    details: ApplicationDetails
    sources: Mapping[str, FieldSource] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class DiaryRow:
    """One row of a diary list: the fields it states and the file name it mentions."""

    details: ApplicationDetails
    file_name: str = ""
    doubts: tuple[Doubt, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One statement of a list about which table reads which application (by diary number or title)."""

    table: int
    application: str
    position: int


@dataclass(frozen=True, slots=True)
class DiaryList:
    """A chancellery's list of what has come in."""

    file_name: str
    rows: tuple[DiaryRow, ...]
    readings: tuple[ReadingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application about to be taken in: a proposal, its documents, and the application it adds to, if any.

    ``application_id`` is set when the documents or the row belong to an application already in the file.
    """

    proposal: Proposal
    documents: tuple[ReadDocument, ...] = ()
    version: DocumentVersion = DocumentVersion.FIRST
    application_id: str | None = None


@dataclass(frozen=True, slots=True)
class FailedItem:
    """A file or row that could not be taken in, and the code of the reason."""

    item: str
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(cls, item: str, error: UserError) -> Self:
        """Return ``item`` with what ``error`` says as the reason."""
        return cls(item, error.code, {name: str(value) for name, value in error.values.items()})


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that one import found, ready for a person to look at."""

    candidates: tuple[Candidate, ...]
    readings: tuple[ReadingRow, ...] = ()
    failed: tuple[FailedItem, ...] = ()
    warnings: tuple[FailedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownApplication:
    """What matching needs to know of an application already in the file.

    ``doubts`` are those still open: what nobody has said is right, a better source may replace.
    """

    id: str
    details: ApplicationDetails
    hashes: frozenset[str] = frozenset()
    file_names: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words by which a förbund's documents name parties and kinds of measure."""

    parties: tuple[Party, ...]
    kinds: tuple[MeasureKind, ...]
    workshop_date: date | None = None


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the blocks as running text, one line each, table cells parted by a tab."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            lines.extend("\t".join(row) for row in block.rows)
        else:
            lines.append(block.text)
    return "\n".join(lines)
