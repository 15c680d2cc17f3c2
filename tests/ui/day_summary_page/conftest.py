"""An open day with two applications and notes, and the page of the day's summary as a window has it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.building import a_workshop

from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.day_summary_page import DaySummaryPage
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import LIGHT, Theme, apply_theme

Opened = Callable[..., DaySummaryPage]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Six tables wrote a note on each question of two applications."""
    with a_workshop().with_applications(2).with_notes(36).at(tmp_path / "dag.finsam") as opened:
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Opened]:
    """Open the page as the window does, in a room of ``size`` px; its work is ended when the test is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))
    pages = []

    def make(size: tuple[int, int] = (1250, 640)) -> DaySummaryPage:
        page = DaySummaryPage(context)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        pages.append(page)
        page.focus_first()
        return page

    yield make
    for page in pages:
        page.leave()
    apply_theme(app, Theme(LIGHT))
