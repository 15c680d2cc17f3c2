"""What documents of the tests are built from: notes, points, and the practice material as a day."""

import csv
import dataclasses
import datetime
import itertools
from pathlib import Path
from typing import Any

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.notes import Note, NoteContent, Place, Revision
from finsam_review.domain.points.agreement import agreement
from finsam_review.domain.summaries import AnsweredQuestion, SummaryPoint, SummarySource, SummaryState
from finsam_review.domain.workshop import Exercise, MeasureKind, Party, Question, Shape, TableGroup, Workshop

_numbers = itertools.count(1)

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
    return Note(f"n{next(_numbers)}", revision, 1, "2025-10-15T09:00:00Z")


def a_point(note: Note, readers: tuple[TableGroup, ...] = TABLES[:3], **more: Any) -> SummaryPoint:
    """Return the point that quotes ``note``, with as much agreement as one of ``readers`` gives."""
    content = note.content
    return SummaryPoint(
        note.id,
        content.text,
        content.proposal,
        content.parties,
        agreement([note], readers),
        (note.id,),
        **more,
    )


def _readers(notes: tuple[Note, ...], count: int) -> tuple[TableGroup, ...]:
    """Return ``count`` tables, first those that wrote."""
    wrote = {note.place.table_id for note in notes}
    chosen = sorted(TABLES, key=lambda table: table.id not in wrote)[:count]
    return tuple(table for table in TABLES if table in chosen)


def a_source(
    *notes: Note, details: ApplicationDetails = DETAILS, workshop: Workshop = WORKSHOP,
    state: SummaryState = SummaryState.DRAFT, name_tables: bool = False, readers: int = 3,
) -> SummarySource:  # fmt: skip
    """Return what a summary of one application with ``notes`` is made from."""
    tables = _readers(notes, readers)
    answers = tuple(
        AnsweredQuestion(
            question, tuple(a_point(note, tables) for note in notes if note.place.question_id == question.id)
        )
        for question in QUESTIONS
    )
    application = Application("a1", 1, details)
    return SummarySource(workshop, application, PARTIES, KINDS, answers, tables, TABLES, state, name_tables)


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
    return a_source(*notes, details=dataclasses.replace(DETAILS, diary_number=number))


SENTENCE = (
    "Samverkan mellan parterna kräver tid och förtroende så att deltagaren inte faller mellan stolarna. "
)

NAUGHTY = (
    "<b>fet",
    "</para>",
    "&amp; &lt;",
    "<img src=/etc/passwd>",
    "<a href='javascript:x'>klicka</a>",
    "{}",
    "{0}",
    "%s",
    "(\\) (",
    "\x07ring \x00noll",
    "a\u202eb",
    "\ue000 privat",
    "\U00013000 hieroglyf",
    "del\u00adav\u00adord" * 20,
    "\u200d",
    "\u200b",
    "中文",
    "ﬁ ﷺ",
    "rad ett\nrad två\n\nrad tre",
    "e\u0301 a\u0308",
    "A\u00a0B\u202f12",
)

STRESS: dict[str, list[dict[str, Any]]] = {
    "three pages in one paragraph": [{"text": SENTENCE * 120}],
    "eighty notes": [{"text": f"Lapp {number}: {SENTENCE}"} for number in range(80)],
    "twenty thousand characters": [{"text": "ord " * 5000}, {"text": "x" * 20_000, "question": 2}],
    "a word of 180": [{"text": "A" * 180 + " slut"}, {"text": "https://example.org/" + "delar/" * 40}],
    "emoji": [{"text": "Bra 👍🏽 👩‍💻 ☺️ 🇸🇪 ✓ → 🌱 och slut"}],
    "arabic": [
        {"text": "السلام عليكم ورحمة الله وبركاته " * 6},
        {"text": "Ordet سلام betyder fred (12 st)."},
    ],
    "hebrew": [{"text": "שלום עולם, זה מבחן של עברית " * 8}],
    "tigrinya": [{"text": "ሰላም ዓለም። ትግርኛ ኣማርኛ"}, {"text": "Հայերեն ქართული"}],
    "mathematics": [{"text": "∀x∈ℝ: x²≥0 ∧ √2 ∉ ℚ ⇒ 𝑎²+𝑏²=𝑐² 𝔸"}],
    "naughty": [{"text": text} for text in NAUGHTY],
    "long proposals": [
        {"text": SENTENCE * 20, "question": 3, "proposal": SENTENCE * 25},
        {"text": SENTENCE * 6, "question": 3, "proposal": SENTENCE * 6},
        {"text": SENTENCE * 60, "question": 3, "proposal": SENTENCE * 60},
    ],
    "nothing": [],
}
