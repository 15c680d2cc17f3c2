"""A day on which tables have written on three applications, and the tab Synpunkter in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.points_page import PointsPage

_Q1 = (
    (0, "Ingen part har en så långsam plats idag"),
    (1, "Tillit och rutiner innan krav"),
    (2, "Ingen part har en så långsam plats i dag"),
)
_Q3 = (
    (0, "Resor! Bussen går för sällan", ""),
    (1, "Sårbart med bara två ledare", "En vikariepool"),
    (2, "Samåkning, minibuss. Prata med Gun-Britt Alvén på färdtjänst", ""),
)


def write(session: Session, number: int) -> None:
    """Let three tables write on application ``number``: three notes on questions 1 and 3, two on 2."""
    topic = session.applications.all()[number - 1].id
    frame = session.day.frame()
    first, second, third = frame.review_questions
    codes = [party.code for party in frame.parties]
    tables = [table.id for table in frame.tables]
    for table, text in _Q1:
        session.notes.add(Place(topic, first.id, tables[table]), NoteContent(text))
    for table, text, parties in ((0, "AF ordinarie", codes[:3]), (1, "Kommun och region", codes[:2])):
        session.notes.add(Place(topic, second.id, tables[table]), NoteContent(text, tuple(parties)))
    for table, text, proposal in _Q3:
        session.notes.add(Place(topic, third.id, tables[table]), NoteContent(text, (), proposal))


@pytest.fixture
def written(make_day: Callable[..., Path]) -> Path:
    """Return a day on which three applications have eight notes each."""
    path = make_day()
    with Session.open(path) as session:
        for number in (1, 2, 3):
            write(session, number)
        session.undo.clear()
    return path


class Desk:
    """The tab as somebody at the keyboard meets it."""

    def __init__(self, window: MainWindow, page: PointsPage, session: Session) -> None:
        self.window, self.page, self.session = window, page, session
        self._remarks: list[str] = []
        page.work._context.commands.remarked.connect(self._remarks.append)

    @property
    def own(self) -> str:
        """The id of the application on the desk."""
        return self.page.presenter.desk.application_id

    @property
    def questions(self) -> list[str]:
        """The ids of the three questions."""
        return [question.id for question in self.session.day.frame().review_questions]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    @property
    def at_notes(self) -> bool:
        """Whether the focus is in the list of notes."""
        return self.focus is self.page.notes.view

    @property
    def at_cards(self) -> bool:
        """Whether the focus is in the list of points."""
        return self.focus is self.page.cards.view

    def notes(self) -> list[str]:
        """Return the texts of the notes shown."""
        return [row.text for row in self.page.notes.model.rows]

    def statuses(self) -> list[str]:
        """Return what became of the notes shown."""
        return [row.status for row in self.page.notes.model.rows]

    def chosen(self) -> list[str]:
        """Return the texts of the chosen notes."""
        rows = {row.key: row.text for row in self.page.notes.model.rows}
        return [rows[key] for key in self.page.notes.view.selected_keys]

    def points(self) -> list[str]:
        """Return what the points say, from the top."""
        return [card.words.text for card in self.page.presenter.points]

    def lit(self) -> list[str]:
        """Return the texts of the lit notes."""
        return [row.text for row in self.page.notes.model.rows if row.key in self.page.notes.model.lit]

    def said(self) -> str:
        """Return what was remarked last."""
        return self._remarks[-1] if self._remarks else ""


@pytest.fixture
def desk(window: MainWindow, written: Path, qtbot: QtBot) -> Desk:
    """The tab on that day, its first note chosen."""
    return open_desk(window, written, qtbot)


def open_desk(window: MainWindow, path: Path, qtbot: QtBot) -> Desk:
    """Open the day at ``path`` and show the tab."""
    window.open_day(path)
    day = window.centralWidget().currentWidget()
    assert isinstance(day, DayView)
    day.show_page("summaries")
    page = day.findChild(PointsPage)
    qtbot.waitUntil(lambda: not page.is_busy)
    return Desk(window, page, day.context.session)
