"""An open day with three applications and some notes, and what every page is given."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore

TITLES = ("Grönt steg – på gård", "Unga vidare", "Språkbron")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new day without applications."""
    path = tmp_path / "Dag.finsam"
    with Session.create(path, preset=load_preset(), title="Dagen", day=date(2025, 10, 15)) as opened:
        yield opened


@pytest.fixture
def filled(session: Session) -> Session:
    """The day with three applications; two tables wrote on the first one."""
    for number, title in enumerate(TITLES, start=41):
        session.applications.add(ApplicationDetails(title=title, diary_number=f"2025/0{number}"))
    frame = session.day.frame()
    topic = session.applications.all()[0].id
    first, second = frame.review_questions[:2]
    for question, table, text in (
        (first, 0, "Ingen part har en så långsam plats idag"),
        (first, 1, "Tillit och rutiner innan krav <b>"),
        (second, 1, "AF bör vara ordinarie"),
    ):
        session.notes.add(Place(topic, question.id, frame.tables[table].id), NoteContent(text))
    workshop = frame.workshop
    session.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31)))
    session.undo.clear()
    return session


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))
