"""What the tests of printed documents are made from: the practice material as a day of applications."""

import csv
import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.notes import Note, NoteContent, Place, Revision
from finsam_review.domain.summaries import AnsweredQuestion, SummarySource, SummaryState
from finsam_review.domain.workshop import Exercise, MeasureKind, Party, Question, Shape, TableGroup, Workshop
from finsam_review.i18n import set_language
from finsam_review.reporting.content import Content
from finsam_review.reporting.summary import render_summary, summary_content

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
    return a_source(*notes, details=dataclasses.replace(DETAILS, diary_number=number))


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


@dataclasses.dataclass(frozen=True)
class Written:
    """A summary as it lies on disk, and what it was made from."""

    path: Path
    content: Content


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


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """Return every kind of document we know to be hard, and the sixteen of the material, written once."""
    set_language("sv")
    folder = tmp_path_factory.mktemp("documents")
    sources = dict(the_material())
    for name, notes in STRESS.items():
        sources[name] = a_source(*(a_note(**values) for values in notes), name_tables=len(notes) != 1)
    huge = dataclasses.replace(
        DETAILS, title="Titel " + SENTENCE * 30, applicant=SENTENCE * 120, diary_number="9" * 300
    )
    sources["endless facts"] = a_source(details=huge, state=SummaryState.APPROVED)
    unknown = dataclasses.replace(WORKSHOP, deadline=None, reply_to="")
    sources["nothing known"] = a_source(details=ApplicationDetails(), workshop=unknown, readers=0)
    return {
        name: written(source, folder / f"{index}.pdf") for index, (name, source) in enumerate(sources.items())
    }


def written(source: SummarySource, path: Path) -> Written:
    """Render the summary of ``source`` to ``path``."""
    content = summary_content(source)
    path.write_bytes(render_summary(content))
    return Written(path, content)


@pytest.fixture(name="written")
def written_builder(tmp_path: Path) -> Callable[[SummarySource], Written]:
    """Render a summary into the test's own folder."""
    return lambda source: written(source, tmp_path / "summary.pdf")
