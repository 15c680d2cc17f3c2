"""Owns what a summary of one application is made from."""

from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import Note
from finsam_review.domain.workshop import MeasureKind, Party, Question, TableGroup, Workshop


class SummaryState(StrEnum):
    """How far a summary has come: it is a draft until somebody approves it, and frozen once sent."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with its notes in groups: the notes of one group say nearly the same thing."""

    question: Question
    groups: tuple[tuple[Note, ...], ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order they are printed."""
        return tuple(note for group in self.groups for note in group)


@dataclass(frozen=True, slots=True)
class SummarySource:
    """Everything a summary says, as frozen values that may cross to another thread.

    ``tables`` are those that read the application; ``all_tables`` knows the letter of every table.
    ``name_tables`` is off unless a person asks for it: the applicant is not told which table wrote what.
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
