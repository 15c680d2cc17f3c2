"""What the tests of printed documents are made from: the practice material as a day of applications."""

import csv
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.notes import Note, NoteContent, Place, Revision
from finsam_review.domain.summaries import AnsweredQuestion, SummarySource, SummaryState
from finsam_review.domain.workshop import Exercise, MeasureKind, Party, Question, Shape, TableGroup, Workshop

DATA = Path(__file__).parents[1] / "data" / "reporting"

QUESTIONS = (
    Question(
        "q1", 1, Exercise.APPLICATIONS, Shape.TEXT,
        "Vad tillför detta projekt/insats för en individ som individen idag inte kan få i "
        "ordinarie verksamhet?",
        "Vad tillför det?",
    ),
    Question(
        "q2", 2, Exercise.APPLICATIONS, Shape.PARTIES,
        "Hur tycker ni styrgruppsammansättningen ska vara för att samverkan i projektet ska bli optimal? "
        "Vilka parter behövs och varför?",
        "Styrgrupp",
    ),
    Question(
        "q3", 3, Exercise.APPLICATIONS, Shape.CHALLENGE,
        "Finns det något i projektet/insatsen som ni tror kan bli en utmaning eller svårighet? "
        "Vilka förslag på lösningar har ni?",
        "Utmaningar",
    ),
)  # fmt: skip
PARTIES = (
    Party("kommun", "Kommunerna", "Kommun"),
    Party("region", "Västra Götalandsregionen", "Region"),
    Party("af", "Arbetsförmedlingen", "Arbetsförmedlingen"),
    Party("fk", "Försäkringskassan", "Försäkringskassan"),
)
KINDS = (MeasureKind("forberedande", "Förberedande insats"),)
TABLES = tuple(TableGroup(f"t{number}", number) for number in range(1, 7))
WORKSHOP = Workshop(
    "w", "Budgetupptakt inför 2026", datetime.date(2025, 10, 15),
    "Samordningsförbundet Skaraborg", "skaraborg",
    "kansli@samordningsforbundet.example", datetime.date(2025, 10, 31),
)  # fmt: skip
DETAILS = ApplicationDetails(
    title="Grönt steg – naturbaserad prerehabilitering",
    diary_number="2025/041",
    kind="forberedande",
    applicant="Hjo kommun",
    organisations=("Hjo kommun", "Tibro kommun", "Västra Götalandsregionen", "Försäkringskassan"),
    parties=("kommun", "region", "fk"),
    period_start=datetime.date(2026, 1, 1),
    period_end=datetime.date(2028, 12, 31),
    amounts=((2026, 1_185_000), (2027, 1_212_000), (2028, 1_240_000)),
    amount_total=3_637_000,
)


def a_note(
    text: str, *, question: int = 1, table: int = 1, parties: tuple[str, ...] = (), proposal: str = ""
) -> Note:
    """Return a note of ``table`` on the application, answering question 1, 2 or 3."""
    place = Place("a1", f"q{question}", f"t{table}")
    content = NoteContent(text, parties, proposal)
    revision = Revision(
        "r", "n", (), 1, "here", place, content, removed=False, written_at="2025-10-15T09:00:00Z"
    )
    return Note("n", revision, 1, "2025-10-15T09:00:00Z")


def a_source(
    *notes: Note, details: ApplicationDetails = DETAILS, workshop: Workshop = WORKSHOP,
    state: SummaryState = SummaryState.DRAFT, name_tables: bool = False, readers: int = 3,
) -> SummarySource:  # fmt: skip
    """Return what a summary of one application with ``notes`` is made from."""
    answers = tuple(
        AnsweredQuestion(question, tuple((note,) for note in notes if note.place.question_id == question.id))
        for question in QUESTIONS
    )
    application = Application("a1", 1, details)
    return SummarySource(
        workshop, application, PARTIES, KINDS, answers, TABLES[:readers], TABLES, state, name_tables
    )


def the_material() -> dict[str, SummarySource]:
    """Return the sixteen applications of the practice material by diary number, 27 to 28 notes each."""
    rows = list(
        csv.DictReader((DATA / "reflektioner.csv").read_text(encoding="utf-8").splitlines(keepends=True))
    )
    numbers = sorted({row["ansökan"] for row in rows})
    return {number: _material_source(number, rows) for number in numbers}


def _material_source(number: str, rows: list[dict[str, str]]) -> SummarySource:
    notes = [
        a_note(row["text"], question=int(row["fråga"]), table=int(row["bord"]))
        for row in rows
        if row["ansökan"] == number
    ]
    return a_source(*notes, details=_details(number))


def _details(number: str) -> ApplicationDetails:
    import dataclasses

    return dataclasses.replace(DETAILS, diary_number=number)


@pytest.fixture(name="note")
def note_builder() -> Callable[..., Note]:
    """Build a note."""
    return a_note


@pytest.fixture(name="source")
def source_builder() -> Callable[..., SummarySource]:
    """Build what a summary is made from."""
    return a_source


@pytest.fixture(scope="session")
def material() -> dict[str, SummarySource]:
    """The practice material."""
    return the_material()
