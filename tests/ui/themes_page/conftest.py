"""An open day with four applications, notes of three tables on the first one, and the page in a window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.building import a_workshop

from finsam_review.domain.applications import Reading
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import LIGHT, Theme, apply_theme
from finsam_review.ui.themes_page import ThemesPage

TEXTS = (
    "Vården är tillfrågad. Är det förankrat?",
    "Två parter saknas",
    "Hur många är de?",
    "Växthus i januari",
)
Opened = Callable[..., ThemesPage]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Tables A, B and C read everything and wrote on the first application, a preparatory measure."""
    with a_workshop().with_applications(4).at(tmp_path / "dag.finsam") as opened:
        frame, applications = opened.day.frame(), opened.applications.all()
        opened.day.set_readings(
            [Reading(t.id, a.id, at) for at, a in enumerate(applications) for t in frame.tables[:3]]
        )
        first = applications[0]
        opened.applications.change(first.id, replace(first.details, kind="forberedande"))
        for number, text in enumerate(TEXTS):
            place = Place(first.id, frame.review_questions[0].id, frame.tables[number % 3].id)
            opened.notes.add(place, NoteContent(text))
        opened.undo.clear()
        yield opened


@pytest.fixture
def notes(session: Session) -> list[str]:
    """The ids of the notes on the first application, oldest first."""
    return [note.id for note in session.notes.of_topic(session.applications.all()[0].id)]


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Opened]:
    """Open the page as the window does, in a room of ``size`` px."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))

    def make(size: tuple[int, int] = (1250, 600)) -> ThemesPage:
        page = ThemesPage(context)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_first()
        return page

    yield make
    apply_theme(app, Theme(LIGHT))
