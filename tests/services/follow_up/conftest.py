"""A day with the application Stegen in MTG of the practice material, read from its files, notes on it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.building import DAY, all_places

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import NoteContent
from finsam_review.paths import resources
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session

DEADLINE = date(2025, 10, 31)
TEXTS = ("Tre kommuner är en part. Minst två behövs", "Bredda styrgruppen", "Vården är bara tillfrågad")


def take_in(session: Session, *paths: Path) -> None:
    """Take files in as a chancellery does."""
    *_steps, last = session.intake.gather(list(paths))
    assert last.gathered is not None
    taken = session.intake.take_in(last.gathered)
    assert taken.failed == ()


def sample(folder: str) -> Path:
    """Return the document of Stegen in MTG in a folder of the practice material."""
    return next(path for path in (resources() / "sample" / folder).iterdir() if "MTG" in path.name)


@pytest.fixture(scope="session")
def mtg_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed day with the first version alone, and a note on each question."""
    folder = tmp_path_factory.mktemp("mtg")
    path = folder / "dag.finsam"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        preset = load_preset("skaraborg")
        with Session.create(path, preset=preset, title="Budgetupptakt", day=DAY, tables=3) as session:
            take_in(session, sample("ansokningar"))
            workshop = session.day.frame().workshop
            session.day.change_workshop(replace(workshop, deadline=DEADLINE))
            own = session.applications.all()[0]
            details = replace(own.details, diary_number="2025/050", received_on=date(2025, 9, 10))
            session.applications.change(own.id, details)
            table = session.day.frame().tables[0]
            places = [place for place in all_places(session) if place.table_id == table.id]
            for place, text in zip(places, TEXTS, strict=True):
                session.notes.add(place, NoteContent(text))
    return path


@pytest.fixture
def session(mtg_once: Path, tmp_path: Path) -> Iterator[Session]:
    """A copy of that day, open, with nothing to undo."""
    path = tmp_path / "dag.finsam"
    shutil.copy(mtg_once, path)
    with Session.open(path) as opened:
        yield opened


@pytest.fixture
def revised(session: Session) -> Session:
    """The same day when the revised version has come in."""
    take_in(session, sample("reviderade"))
    session.undo.clear()
    return session


@pytest.fixture
def application(session: Session) -> Application:
    """The application, as it is before a revised version has come."""
    return session.applications.all()[0]
