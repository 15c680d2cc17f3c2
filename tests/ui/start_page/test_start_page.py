"""The first screen: the recent days in words, and every way on by key and by card."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from finsam_review.services.days.recent import RecentFile, remember
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.start_page import StartPage
from finsam_review.ui.start_page.recent_list import RecentModel, RecentRow


def start_of(window: MainWindow) -> StartPage:
    page = window.centralWidget().currentWidget()
    assert isinstance(page, StartPage)
    return page


def recent(path: Path, title: str = "Dagen") -> RecentFile:
    return RecentFile(str(path), title, "2025-10-15T14:32+02:00", applications=16, notes=1)


def words_of(page: StartPage, row: int = 0) -> str:
    return str(page._recent.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_recent_days_are_a_sound_model(qapp: QApplication, tmp_path: Path) -> None:
    model = RecentModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows([RecentRow(recent(tmp_path / f"{n}.finsam", f"Dag {n}")) for n in range(3)])
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Dag 0", "Dag 1", "Dag 2"]
    model.set_rows([])
    assert model.rowCount() == 0


def test_without_days_the_first_card_has_the_focus(window: MainWindow) -> None:
    page = start_of(window)
    assert QApplication.focusWidget() is page._new
    assert page._nothing.isVisible()
    assert not page._recent.isVisible()


def test_a_day_that_is_gone_says_so(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    remember(recent(tmp_path / "borta.finsam"))
    page = start_of(window)
    page.refresh()
    assert "16 ansökningar" in words_of(page)
    qtbot.waitUntil(lambda: "Filen ligger inte" in words_of(page))


def test_enter_opens_the_chosen_day(window: MainWindow, make_day: Callable[..., Path]) -> None:
    first, second = make_day("Ett.finsam"), make_day("Två.finsam")
    remember(recent(first))
    remember(recent(second))
    page = start_of(window)
    page.refresh()
    page.focus_first()
    focus = QApplication.focusWidget()
    assert focus is page._recent
    QTest.keyClick(focus, Qt.Key.Key_Down)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert window.windowTitle() == "Ett.finsam – Workshopdag"


@pytest.mark.parametrize(
    ("key", "signal"),
    [("_on_size", "text_scale"), ("_on_mode", "mode"), ("_on_language", "language")],
)
def test_the_foot_changes_how_it_looks_and_speaks(window: MainWindow, *, key: str, signal: str) -> None:
    before = getattr(window.preferences.current, signal)
    getattr(start_of(window), key)()
    assert getattr(window.preferences.current, signal) != before
    start_of(window)


def test_ctrl_g_makes_and_opens_the_rehearsal_day(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.windowTitle() == "Generalrepetition.finsam – Workshopdag", timeout=120_000)
    window.close_day()
    assert "16 ansökningar" in words_of(start_of(window))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert window.windowTitle() == "Generalrepetition.finsam – Workshopdag"
