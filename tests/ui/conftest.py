"""The real window on real files, and somebody who answers its message boxes."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from finsam_review.app import make_application, make_window
from finsam_review.domain.applications import ApplicationDetails, Reading
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.table_view import TableView

TITLES = ("Grönt steg – naturbaserat", "Unga vidare", "Språkbron & <b>jobb</b>")
MakeDay = Callable[..., Path]


@pytest.fixture
def make_day(tmp_path: Path) -> MakeDay:
    """Return a builder of days: closed files with applications that every table reads, in turned orders."""

    def build(name: str = "Dag åäö.finsam", *, titles: tuple[str, ...] = TITLES, tables: int = 3) -> Path:
        path = tmp_path / name
        with Session.create(
            path, preset=load_preset(), title="Dagen", day=date(2025, 10, 15), tables=tables
        ) as session:
            for number, title in enumerate(titles, start=41):
                details = ApplicationDetails(
                    title=title, diary_number=f"2025/0{number}", applicant="Hjo kommun"
                )
                session.applications.add(details)
            ids = [application.id for application in session.applications.all()]
            session.day.set_readings(
                [
                    Reading(table.id, ids[(place + table.number - 1) % len(ids)], place + 1)
                    for table in session.day.frame().tables
                    for place in range(len(ids))
                ]
            )
        return path

    return build


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window as the program makes it, at 1366 × 768; closed by its own means afterwards."""
    app = make_application()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = sys.excepthook
    made = make_window(app, language="sv")
    sys.excepthook = hook
    made.preferences.change(mode="light", text_scale=1.0)
    made.showNormal()
    made.resize(1366, 768)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    assert not made.isVisible()
    made.deleteLater()


@pytest.fixture
def day(window: MainWindow, make_day: MakeDay) -> DayView:
    """An open day with three applications, as the facilitator sees it."""
    window.open_day(make_day())
    page = window.centralWidget().currentWidget()
    assert isinstance(page, DayView)
    return page


@pytest.fixture
def table_a(window: MainWindow, make_day: MakeDay) -> TableView:
    """The same day as table A sees it."""
    window.open_day(make_day(), table=1)
    page = window.centralWidget().currentWidget()
    assert isinstance(page, TableView)
    return page


@pytest.fixture
def page_of() -> Callable[[MainWindow], DayView | TableView]:
    """Return a way to the page of the day that the window shows."""

    def find(window: MainWindow) -> DayView | TableView:
        page = window.centralWidget().currentWidget()
        assert isinstance(page, DayView | TableView)
        return page

    return find


class Answers:
    """Presses a button of each message box that opens, and remembers what it said."""

    def __init__(self) -> None:
        self.press = ""
        self.told: list[str] = []
        self._look = QTimer(interval=5)
        self._look.timeout.connect(self._answer)
        self._look.start()

    def stop(self) -> None:
        """Look no more."""
        self._look.stop()

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.told.append(box.text())
            buttons = [button for button in box.buttons() if self.press in {"", button.text()}]
            buttons[0].click()


@pytest.fixture
def answers(qapp: QApplication) -> Iterator[Answers]:
    """Somebody at the message boxes, who presses the first button or the one called ``press``."""
    somebody = Answers()
    yield somebody
    somebody.stop()
