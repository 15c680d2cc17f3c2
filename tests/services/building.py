"""Owns the words in which tests say what a workshop day holds: ``a_workshop().with_tables(6).at(path)``."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Self

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.intake import Block, Candidate, Gathered, Heading, Paragraph, Proposal, ReadDocument
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session

DAY = date(2025, 10, 15)


@dataclass(frozen=True, slots=True)
class WorkshopBuilder:
    """What a day is to hold. Every ``with_…`` returns a new builder; :meth:`at` makes the file."""

    title: str = "Budgetupptakt"
    preset: str = "skaraborg"
    tables: int = 6
    applications: int = 3
    notes: int = 0
    documents: bool = False

    def called(self, title: str) -> Self:
        """Give the day a title."""
        return replace(self, title=title)

    def with_tables(self, tables: int) -> Self:
        """Say how many tables there are."""
        return replace(self, tables=tables)

    def with_applications(self, applications: int) -> Self:
        """Say how many applications there are: Ansökan 1, Ansökan 2 …"""
        return replace(self, applications=applications)

    def with_notes(self, notes: int) -> Self:
        """Say how many notes hang, spread over applications, questions and tables in turn."""
        return replace(self, notes=notes)

    def with_documents(self) -> Self:
        """Let every application come with a document of its own."""
        return replace(self, documents=True)

    def at(self, path: Path) -> Session:
        """Make the file and return it open, with nothing to undo yet."""
        session = Session.create(
            path, preset=load_preset(self.preset), title=self.title, day=DAY, tables=self.tables
        )
        names = [f"Ansökan {number}" for number in range(1, self.applications + 1)]
        session.intake.take_in(Gathered(tuple(candidate(name, document=self.documents) for name in names)))
        places = all_places(session)
        chosen = [places[number % len(places)] for number in range(self.notes)]
        session.notes.add_many([(place, content_for(n, place)) for n, place in enumerate(chosen)])
        session.close()
        return Session.open(path)


def a_workshop() -> WorkshopBuilder:
    """Return the day most tests start from: six tables, three applications, no notes."""
    return WorkshopBuilder()


def candidate(title: str, *, document: bool = True, data: bytes = b"") -> Candidate:
    """Return an application about to be taken in, with a document of that name."""
    details = ApplicationDetails(title=title, applicant="Hjo kommun", amounts=((2026, 1_185_000),))
    return Candidate(Proposal(details), (a_document(title, data=data),) if document else ())


def a_document(name: str, *, data: bytes = b"") -> ReadDocument:
    """Return a document as a reader gives it: bytes that no text can be mistaken for, and its blocks."""
    content = data or bytes(range(256)) * 8 + name.encode()
    blocks: tuple[Block, ...] = (Heading(name), Paragraph("Vi vill pröva en långsam plats i skogen."))
    return ReadDocument(f"{name}.docx", content, "docx", blocks)


def all_places(session: Session) -> list[Place]:
    """Return every place a note may hang on an application, table by table."""
    frame = session.day.frame()
    return [
        Place(application.id, question.id, table.id)
        for application in session.applications.all()
        for question in frame.review_questions
        for table in frame.tables
    ]


def content_for(number: int, place: Place) -> NoteContent:
    """Return what note ``number`` says at ``place``, with ticks and proposals where they are asked for."""
    text = f"Lapp {number}: långsamt tempo, åtta händer & en sjö ☀️"
    if place.question_id.endswith("2"):
        return NoteContent(text, ("kommun", "af"))
    if place.question_id.endswith("3"):
        return NoteContent(text, proposal="Skjuts från stationen")
    return NoteContent(text)
