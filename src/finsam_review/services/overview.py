"""Owns the overview of the day: which table has answered which question about which application."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import Draft, Place
from finsam_review.domain.workshop import TableGroup
from finsam_review.services.day import Frame


@dataclass(frozen=True, slots=True)
class TableAnswers:
    """What one table has answered about one application: one truth per question, in their order."""

    table: TableGroup
    answered: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one application has come; ``loose`` counts texts that stand in an editor, not stuck up."""

    application: Application
    tables: tuple[TableAnswers, ...]
    notes: int
    loose: int

    @property
    def answered(self) -> int:
        """How many cells of the wall are answered."""
        return sum(sum(answers.answered) for answers in self.tables)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return sum(len(answers.answered) for answers in self.tables)


def standing(
    application: Application, frame: Frame, *, counts: Mapping[Place, int], drafts: Iterable[Draft]
) -> Standing:
    """Return how far ``application`` has come.

    The tables are those that read it and any other that wrote on it; until somebody has said who reads it,
    all tables of the day.
    """
    here = {place: n for place, n in counts.items() if place.topic_id == application.id and n}
    wrote = {place.table_id for place in here}
    reading = {table.id for table in frame.readers(application.id)}
    shown = [t for t in frame.tables if not reading or t.id in reading or t.id in wrote]
    questions = frame.review_questions
    answers = tuple(
        TableAnswers(t, tuple(Place(application.id, q.id, t.id) in here for q in questions)) for t in shown
    )
    loose = sum(1 for draft in drafts if draft.place.topic_id == application.id)
    return Standing(application, answers, sum(here.values()), loose)


def standings(
    applications: Iterable[Application],
    frame: Frame,
    *,
    counts: Mapping[Place, int],
    drafts: Iterable[Draft],
) -> tuple[Standing, ...]:
    """Return how far every application has come, in their order."""
    by_topic: dict[str, dict[Place, int]] = {}
    for place, number in counts.items():
        by_topic.setdefault(place.topic_id, {})[place] = number
    loose = tuple(drafts)
    return tuple(
        standing(application, frame, counts=by_topic.get(application.id, {}), drafts=loose)
        for application in applications
    )


def answered_cells(all_standings: Iterable[Standing]) -> tuple[int, int]:
    """Return how many cells of the wall are answered, and how many there are."""
    total = Counter[str]()
    for item in all_standings:
        total["answered"] += item.answered
        total["cells"] += item.cells
    return total["answered"], total["cells"]
