"""Owns how the day becomes what its summary says: group works, numbers, themes, amounts, gated texts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from finsam_review.domain.applications import Application
from finsam_review.domain.day_summary import (
    ApplicationLine,
    DayAmounts,
    DayNumbers,
    DaySummarySource,
    MissionAnswers,
    ThemeSummary,
)
from finsam_review.domain.follow_up.amounts import (
    amount_differences,
    grand_total,
    totals_by_kind,
    totals_by_party,
    totals_by_year,
)
from finsam_review.domain.notes import Note
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.points.receipt import Receipt, whole
from finsam_review.domain.summaries import SummaryState
from finsam_review.domain.themes import ThemeMatrix, theme_counts
from finsam_review.domain.workshop import Party
from finsam_review.services.day import Frame
from finsam_review.storage.repositories.day import party_topic

INTRODUCTION = "introduction"
MISSIONS = "missions"


@dataclass(frozen=True, slots=True)
class DayMaterial:
    """What the summary of the day is made from.

    ``texts`` are those a person wrote, by name; ``points`` how many points each application has, by its id.
    ``passed`` returns a text as it may leave.
    """

    frame: Frame
    applications: tuple[Application, ...]
    notes: tuple[Note, ...]
    participants: int
    matrix: ThemeMatrix
    receipts: Mapping[str, Receipt]
    points: Mapping[str, int]
    texts: Mapping[str, str]
    next_steps: tuple[NextStep, ...]
    approved: bool
    passed: Callable[[str], str]


def theme_text(code: str) -> str:
    """Return the name under which the paragraph about a theme is kept."""
    return f"theme:{code}"


def day_source(material: DayMaterial) -> DaySummarySource:
    """Return what the summary of the day says."""
    frame, passed, texts = material.frame, material.passed, material.texts
    workshop = frame.workshop
    receipt = whole(material.receipts.values())
    return DaySummarySource(
        workshop=replace(workshop, title=passed(workshop.title), organisation=passed(workshop.organisation)),
        numbers=_numbers(material, receipt),
        receipt=receipt,
        parties=frame.parties,
        kinds=frame.kinds,
        introduction=passed(texts.get(INTRODUCTION, "")),
        missions_text=passed(texts.get(MISSIONS, "")),
        missions=_missions(material),
        applications=tuple(_line(item, material) for item in material.applications),
        themes=_themes(material),
        amounts=_amounts(material),
        next_steps=tuple(
            replace(step, what=passed(step.what), owner=passed(step.owner)) for step in material.next_steps
        ),
        state=SummaryState.APPROVED if material.approved else SummaryState.DRAFT,
    )


def mission_notes(notes: Iterable[Note], parties: Iterable[Party]) -> tuple[Note, ...]:
    """Return the notes about the missions of ``parties``, in the order they were stuck up."""
    topics = {party_topic(party.code) for party in parties}
    return tuple(note for note in notes if note.place.topic_id in topics)


def _numbers(material: DayMaterial, receipt: Receipt) -> DayNumbers:
    return DayNumbers(
        applications=len(material.applications),
        tables=len(material.frame.tables),
        participants=material.participants,
        notes=receipt.notes,
        mission_notes=len(mission_notes(material.notes, material.frame.parties)),
        points=sum(material.points.values()),
        set_aside=receipt.set_aside,
    )


def _missions(material: DayMaterial) -> tuple[MissionAnswers, ...]:
    numbers = {table.id: table.number for table in material.frame.tables}
    answers = []
    for party in material.frame.parties:
        own = sorted(mission_notes(material.notes, [party]), key=lambda note: numbers[note.place.table_id])
        texts = [material.passed(note.content.text) for note in own if note.content.text]
        if texts:
            answers.append(MissionAnswers(party, tuple(texts)))
    return tuple(answers)


def _line(application: Application, material: DayMaterial) -> ApplicationLine:
    return ApplicationLine(
        id=application.id,
        number=application.number,
        title=material.passed(application.short_title),
        applicant=material.passed(application.details.applicant),
        points=material.points[application.id],
        receipt=material.receipts[application.id],
        readers=_readers(application, material),
    )


def _readers(application: Application, material: DayMaterial) -> int:
    """Return how many tables read an application: those that were to, and those that wrote a note on it."""
    readers = {table.id for table in material.frame.readers(application.id)}
    wrote = {note.place.table_id for note in material.notes if note.place.topic_id == application.id}
    return len(readers | wrote)


def _themes(material: DayMaterial) -> tuple[ThemeSummary, ...]:
    matrix, passed = material.matrix, material.passed
    counts = theme_counts(matrix)
    summaries = []
    for place, theme in enumerate(matrix.themes):
        met = tuple((row.number, passed(row.title)) for row in matrix.rows if row.cells[place].notes)
        paragraph = passed(material.texts.get(theme_text(theme.code), ""))
        shown = replace(theme, name=passed(theme.name), short_name=passed(theme.short_name))
        summaries.append(ThemeSummary(shown, paragraph, counts[theme.code], met))
    return tuple(summaries)


def _amounts(material: DayMaterial) -> DayAmounts | None:
    applications = material.applications
    total = grand_total(applications)
    if total.applications == total.unknown:
        return None
    return DayAmounts(
        whole=total,
        by_year=totals_by_year(applications),
        by_kind=totals_by_kind(applications, material.frame.kinds),
        by_party=totals_by_party(applications, material.frame.parties),
        differing=amount_differences(applications),
    )
