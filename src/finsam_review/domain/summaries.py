"""Owns what a summary of one application is made from."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.points.agreement import Agreement, PartySupport
from finsam_review.domain.points.receipt import Receipt
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.workshop import MeasureKind, Party, Question, TableGroup, Workshop


class SummaryState(StrEnum):
    """How far a summary has come: it is a draft until somebody approves it, and frozen once sent."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """A point as it leaves: every text has passed the gate.

    ``parties`` are the codes ticked on a quoted note; ``handled`` is off for a note that nobody has decided
    on yet and that a draft gives as it stands; ``follows`` says that it nearly repeats the one before it.
    """

    id: str
    text: str
    proposal: str
    parties: tuple[str, ...]
    agreement: Agreement
    notes: tuple[str, ...]
    handled: bool = True
    follows: bool = False


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with its points; ``steering`` is the proposed steering group where parties were ticked."""

    question: Question
    points: tuple[SummaryPoint, ...]
    steering: tuple[PartySupport, ...] = ()


@dataclass(frozen=True, slots=True)
class AsideNote:
    """A note set aside, as the internal copy tells of it; its text has passed the gate."""

    question: int
    table: str
    text: str
    reason: Reason
    words: str = ""


@dataclass(frozen=True, slots=True)
class FrozenSummary:
    """What was approved, word for word: later notes and corrections do not touch it.

    ``workshop`` is the day as it was called then; the last day to answer is set for all when letters are
    drafted, and frozen with the letter.
    """

    workshop: Workshop
    details: ApplicationDetails
    answers: tuple[AnsweredQuestion, ...]
    tables: tuple[TableGroup, ...]
    receipt: Receipt
    aside: tuple[AsideNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a summary and when, and what; ``sha256`` is the hash of the frozen text."""

    application_id: str
    state: SummaryState
    approved_by: str
    approved_on: datetime.date
    frozen: FrozenSummary
    sha256: str


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Something that was done and must be told later: kind, when (ISO 8601, UTC), who. Never note text."""

    at: str
    kind: str
    application_id: str | None = None
    who: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SummarySource:
    """Everything a summary says, as frozen values that may cross to another thread.

    ``tables`` are those that read the application; ``all_tables`` knows the letter of every table.
    ``name_tables`` is off unless a person asks for it: the applicant is not told which table wrote what.
    ``receipt`` and ``aside`` are for the internal copy alone.
    """

    workshop: Workshop
    application: Application
    parties: tuple[Party, ...]
    kinds: tuple[MeasureKind, ...]
    answers: tuple[AnsweredQuestion, ...]
    tables: tuple[TableGroup, ...]
    all_tables: tuple[TableGroup, ...]
    state: SummaryState = SummaryState.DRAFT
    name_tables: bool = False
    receipt: Receipt | None = None
    aside: tuple[AsideNote, ...] = ()
    approved_by: str = ""
    approved_on: datetime.date | None = None

    @property
    def title(self) -> str:
        """What the application is called aloud."""
        return self.application.short_title

    @property
    def is_unread(self) -> bool:
        """Whether no table has read the application, nor written a note on it."""
        return not self.tables and not (self.receipt and self.receipt.notes)
