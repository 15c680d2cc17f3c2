"""An open day with letters at every stage, and the tab Brev as the window shows it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.building import a_workshop
from tests.services.outgoing.addressing import address, let_all_read
from tests.services.outgoing.approving import approve

from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import LIGHT, Theme, apply_theme

Opened = Callable[[], LettersPage]
ADDRESSES = (
    "lovisa@hjo.kommun.example",
    "milad@skovde.kommun.example",
    "",
    "ingela@falkoping.kommun.example",
)
NOT_APPROVED = 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed day: letters 1 and 2 are ready, 3 has no address, 4 is not approved."""
    target = tmp_path / "dag.finsam"
    with a_workshop().with_applications(4).with_documents().with_notes(8).at(target) as session:
        let_all_read(session)
        for application, email in zip(session.applications.all(), ADDRESSES, strict=True):
            address(session, application.id, email)
            if application.number != NOT_APPROVED:
                approve(session, application.id)
        workshop = session.day.frame().workshop
        session.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31)))
    return target


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """That day, open, with nothing to undo."""
    with Session.open(path) as opened:
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Opened]:
    """Open the tab as the window does; its work is ended when the test is."""
    pages = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))

    def make() -> LettersPage:
        page = LettersPage(context)
        qtbot.addWidget(page)
        qtbot.addWidget(page.corner)
        page.resize(1250, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_first()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.leave()
    apply_theme(app, Theme(LIGHT))
