"""Matrices and ways of applications to draw."""

import random
from collections.abc import Sequence
from datetime import date

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.follow_up.process import ProcessSource, ProcessStep, StepState
from finsam_review.domain.themes import ThemeCell, ThemeMatrix, ThemeRow
from finsam_review.domain.workshop import Theme, Workshop

WORKSHOP = Workshop(
    "w", "Budgetupptakt inför 2026", date(2025, 10, 15), "Samordningsförbundet Skaraborg", "skaraborg",
    "kansli@samordningsforbundet.example", date(2025, 10, 31),
)  # fmt: skip
LONG = "Samverkansteam Kinnekulle och Billingen för unga vuxna med aktivitetsersättning "
TITLES = ("Grönt steg", "Unga vidare", "Nollklassad men inte nollställd", "Bryggan", LONG, "IPS Öst")
THEMES = (
    Theme("two_parties", "Två parter och förankring", "Två parter, förankrat"),
    Theme("existing", "Befintlig verksamhet"),
    Theme("implementation", "Implementering", not_demanded_of=("forberedande",)),
    Theme("needs", "Behov och behovsanalys", "Behovsanalys"),
    Theme("resources", "Resurser, bemanning och kompetens", "Resurser, bemanning"),
    Theme("access", "Tillgänglighet och likvärdighet", "Tillgänglig, likvärdig"),
    Theme("secrecy", "Sekretess och samtycke", "Sekretess, samtycke"),
    *(Theme(f"t{number}", f"Ytterligare tema {number}") for number in range(8, 16)),
)
STEPS = (
    ("received", "Inkommen"), ("read", "Läst"), ("sent", "Utskickad"), ("revised", "Reviderad"),
    ("preparation", "Beredningsgrupp"), ("board_preparation", "Styrelseberedning"), ("board", "Styrelse"),
    ("decided", "Beslut"),
)  # fmt: skip
DAYS = (
    date(2025, 9, 10), date(2025, 10, 15), date(2025, 10, 20), date(2025, 11, 3), date(2025, 11, 12),
    date(2025, 11, 20), date(2025, 12, 4), date(2025, 12, 4),
)  # fmt: skip


def a_cell(notes: int, tables: int, *, readers: int = 3, demanded: bool = True) -> ThemeCell:
    """Return a cell of ``notes`` notes from ``tables`` of ``readers`` tables."""
    letters = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:tables])
    return ThemeCell(tuple(f"n{number}" for number in range(notes)), letters, readers, demanded)


def a_matrix(
    *, rows: int = 6, themes: int = 4, readers: int = 3, titles: Sequence[str] = TITLES, seed: int = 1
) -> ThemeMatrix:
    """Return a matrix with cells of every sort; every fourth application is not asked for the third theme."""
    chance = random.Random(seed)
    lines = []
    for row in range(rows):
        cells = []
        for place in range(themes):
            tables = chance.randint(0, readers)
            notes = tables + chance.randint(0, 3) if tables else 0
            demanded = not (place == 2 and row % 4 == 0)
            cells.append(a_cell(notes, tables, readers=readers, demanded=demanded))
        lines.append(ThemeRow(f"a{row}", row + 1, titles[row % len(titles)], tuple(cells)))
    return ThemeMatrix(THEMES[:themes], tuple(lines))


def a_process(
    now: int = 2, *, days: Sequence[date | None] = DAYS, steps: Sequence[tuple[str, str]] = STEPS,
    words: dict[int, str] | None = None, outcome: str = "", title: str = "Grönt steg – prerehabilitering",
    planned: bool = False, workshop: Workshop = WORKSHOP,
) -> ProcessSource:  # fmt: skip
    """Return the way of an application that has come to step ``now`` (from 0)."""
    drawn = []
    for place, (code, name) in enumerate(steps):
        day = days[place % len(days)] if place <= now or planned else None
        behind: StepState = "done" if day else "passed"
        state: StepState = behind if place < now else "here" if place == now else "coming"
        decided = outcome if code == "decided" and place <= now else ""
        drawn.append(ProcessStep(code, name, day, (words or {}).get(place, ""), decided, state))
    details = ApplicationDetails(title=title, diary_number="2025/041", applicant="Hjo kommun")
    return ProcessSource(workshop, Application("a1", 1, details), tuple(drawn))
