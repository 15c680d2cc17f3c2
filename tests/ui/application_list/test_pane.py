"""The pane with a person at it: choosing, searching, folding, and never choosing for anybody."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from finsam_review.ui.application_list import ApplicationListPane, ApplicationRow
from finsam_review.ui.application_list.model import Show
from finsam_review.ui.theme import LIGHT

Build = Callable[..., ApplicationListPane]


def told_by(pane: ApplicationListPane) -> list[str]:
    told: list[str] = []
    pane.application_chosen.connect(told.append)
    return told


def words_of(pane: ApplicationListPane) -> list[str]:
    """Return the headings shown, but for that of the matrix."""
    shown = [b for b in pane.header.findChildren(QToolButton) if b.isVisible()]
    return [b.accessibleName().split(",")[0] for b in sorted(shown, key=lambda b: b.x())][:-1]


def test_arrows_choose(pane: Build) -> None:
    made = pane()
    made.select("a1")
    told = told_by(made)
    made.view.setFocus()
    QTest.keyClick(made.view, Qt.Key.Key_Down)
    QTest.keyClick(made.view, Qt.Key.Key_End)
    assert told == ["a2", "a5"]
    assert made.chosen == "a5"


def test_a_click_chooses(pane: Build) -> None:
    made = pane()
    told = told_by(made)
    box = made.view.visualRect(made.filter.index(3, 0))
    QTest.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert told == ["a4"]


def test_choosing_from_outside_tells_nobody(pane: Build) -> None:
    made = pane()
    told = told_by(made)
    made.select("a3")
    assert made.view.currentIndex().row() == 2
    assert told == []


def test_searching_and_filtering_never_choose(pane: Build) -> None:
    made = pane()
    made.select("a1")
    told = told_by(made)
    QTest.keyClicks(made.search, "sk")
    assert "a1" not in made.shown_ids
    made.search.clear()
    assert made.view.currentIndex().row() == 0
    made.filter_button.show_asked.emit(Show.DOUBTS)
    assert made.shown_ids == ["a4"]
    made.filter_button.show_asked.emit(Show.ALL)
    assert told == []
    assert made.chosen == "a1"
    assert made.view.selectionModel().selectedIndexes()[0].row() == 0


def test_a_chosen_row_that_leaves_the_filter_is_not_replaced(pane: Build, rows: list[ApplicationRow]) -> None:
    made = pane()
    made.filter_button.show_asked.emit(Show.LOOSE)
    made.select("a3")
    told = told_by(made)
    rows[2] = replace(rows[2], loose=0)
    made.set_rows(rows)
    assert made.shown_ids == []
    assert told == []
    assert made.chosen == "a3"


def test_enter_and_down_lead_from_search_to_list(pane: Build) -> None:
    made = pane()
    told = told_by(made)
    made.search.setFocus()
    QTest.keyClicks(made.search, "region")
    QTest.keyClick(made.search, Qt.Key.Key_Return)
    assert told == ["a5"]
    assert made.view.hasFocus()
    made.search.setFocus()
    QTest.keyClick(made.search, Qt.Key.Key_Down)
    assert made.view.hasFocus()


def test_headings_sort_and_turn_the_order(pane: Build) -> None:
    made = pane()
    title = made.header.findChildren(QToolButton)[1]
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert made.shown_ids == ["a1", "a2", "a4", "a5", "a3"]
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert made.shown_ids == ["a3", "a5", "a4", "a2", "a1"]
    assert "," in title.accessibleName()


def test_the_applicant_has_a_heading_where_there_is_room(pane: Build) -> None:
    assert [words_of(made) for made in (pane(), pane(width=600))] == [
        ["Nr", "Ansökan", "Belopp"],
        ["Nr", "Ansökan", "Sökande", "Belopp"],
    ]
    made = pane(width=600)
    QTest.mouseClick(made.header.findChildren(QToolButton)[2], Qt.MouseButton.LeftButton)
    assert made.shown_ids == ["a3", "a4", "a1", "a5", "a2"]


def test_the_button_counts_what_is_shown(pane: Build) -> None:
    made = pane()
    assert made.filter_button.text().endswith(" 5")
    made.filter_button.show_asked.emit(Show.UNANSWERED)
    assert made.filter_button.text().endswith(" 4")


def test_an_empty_list_says_what_to_do(pane: Build) -> None:
    made = pane()
    made.search.setText("finns inte")
    words = [w.text() for w in made.findChildren(type(made._nothing)) if w.isVisible()]
    assert any(len(text) > 20 for text in words)
    made.set_rows([])
    made.search.clear()
    assert made._nothing.isVisible()


def test_folded_it_is_a_strip_that_can_be_opened(qtbot, pane: Build) -> None:
    made = pane()
    made.set_folded(folded=True)
    assert made.width() == 76
    assert not made.search.isVisible()
    with qtbot.waitSignal(made.unfold_requested):
        made.focus_search()
    made.set_folded(folded=False)
    assert made.search.isVisible()
    assert made.maximumWidth() > 500


def test_a_chosen_row_has_its_bar_and_its_fill(pane: Build) -> None:
    made = pane()
    made.select("a2")
    image = made.view.grab().toImage()
    ratio = image.devicePixelRatio()
    box = made.view.visualRect(made.filter.index(1, 0))
    y = round(box.center().y() * ratio)
    assert image.pixelColor(round(2 * ratio), y) == QColor(LIGHT.accent)
    assert image.pixelColor(round(8 * ratio), y) == QColor(LIGHT.accent_soft)


def test_six_tables_make_two_lines(pane: Build, rows: list[ApplicationRow]) -> None:
    made = pane()
    before = made.view.visualRect(made.filter.index(0, 0)).height()
    every = tuple(("ABCDEF"[t], t + 1, (True, False, False)) for t in range(6))
    made.set_rows([replace(row, badges=every) for row in rows])
    made.view.doItemsLayout()
    assert made.view.visualRect(made.filter.index(0, 0)).height() > before
