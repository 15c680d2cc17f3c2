"""An open day, and the page of settings on it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.settings_page import SettingsPage
from finsam_review.ui.theme import LIGHT, Theme, apply_theme


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new day."""
    path = tmp_path / "Dag.finsam"
    with Session.create(path, preset=load_preset(), title="Dagen", day=date(2025, 10, 15)) as opened:
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def page(qtbot: QtBot, context: DayContext) -> Iterator[SettingsPage]:
    """The page, shown beside the rail at 1366 × 768."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1250, 650)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    apply_theme(app, Theme(LIGHT))
