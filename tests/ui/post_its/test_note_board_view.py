"""The board with a person at it: keys, mouse, scrolling, and what a screen reader meets."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest

from finsam_review.ui.post_its.arrivals import Arrivals
from finsam_review.ui.post_its.note_board_view import NoteBoardView
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme import LIGHT, Theme, apply_theme

Notes = Callable[[int], list[NoteCard]]
Build = Callable[..., NoteBoardView]
Press = tuple[Qt.Key, Qt.KeyboardModifier]


def test_arrows_go_from_note_to_note(board: Build, notes: Notes) -> None:
    view = board(notes(5))
    view.choose("n0")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen == "n1"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.chosen == "n4"
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen == "n3"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.chosen == "n0"


def test_arrows_go_across_columns(board: Build) -> None:
    cards = [NoteCard(f"n{n}", "A", 1, "Lika lång") for n in range(4)]
    view = board(cards, width=640)
    view.choose("n0")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == "n1"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen == "n3"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen == "n2"


@pytest.mark.parametrize(
    ("signal", "press"),
    [
        ("edit_requested", (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)),
        ("edit_requested", (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)),
        ("remove_requested", (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)),
        ("move_requested", (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)),
    ],
)
def test_keys_ask_for_the_chosen_note(qtbot, board: Build, notes: Notes, signal: str, press: Press) -> None:
    view = board(notes(3))
    view.choose("n1")
    with qtbot.waitSignal(getattr(view, signal)) as asked:
        QTest.keyClick(view, *press)
    assert asked.args == ["n1"]


def test_keys_without_a_chosen_note_ask_for_nothing(qtbot, board: Build, notes: Notes) -> None:
    view = board(notes(3))
    with qtbot.assertNotEmitted(view.remove_requested), qtbot.assertNotEmitted(view.edit_requested):
        QTest.keyClick(view, Qt.Key.Key_Delete)
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_dots_open_the_menu_of_their_note(qtbot, board: Build, notes: Notes) -> None:
    view = board(notes(3))
    box = view.visualRect(view.model().index(1, 0))
    dots = QPoint(box.right() - 15, box.top() + 35)
    with qtbot.waitSignal(view.menu_requested) as asked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=dots)
    assert asked.args[0] == "n1"
    assert view.chosen == "n1"


def test_a_click_beside_all_notes_chooses_none(board: Build, notes: Notes) -> None:
    view = board(notes(2))
    view.choose("n1")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 390))
    assert view.chosen == ""


def test_coming_by_keyboard_chooses_the_first(qtbot, board: Build, notes: Notes) -> None:
    view = board(notes(3))
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.chosen == "n0"


def test_a_note_above_does_not_move_what_one_reads(board: Build, notes: Notes) -> None:
    cards = notes(40)
    view = board(cards)
    view.choose("n30")
    before = view.visualRect(view.model().index(30, 0)).top()
    new = NoteCard("new", "A", 1, "En ny lapp högst upp")
    view.model().set_notes([new, *cards])
    assert view.visualRect(view.model().index(31, 0)).top() == before
    assert view.chosen == "n30"
    view.model().set_notes(cards)
    assert view.visualRect(view.model().index(30, 0)).top() == before


def test_what_is_seen_is_placed_first_and_the_rest_follows(qtbot, board: Build, notes: Notes) -> None:
    view = board(notes(2000))
    assert not view.all_placed
    qtbot.waitUntil(lambda: view.all_placed)
    last = view.visualRect(view.model().index(1999, 0))
    assert view.verticalScrollBar().maximum() == last.bottom() + 1 + 12 - view.viewport().height()


def test_a_longer_text_makes_a_taller_note(board: Build, notes: Notes) -> None:
    cards = notes(3)
    view = board(cards)
    below = view.visualRect(view.model().index(2, 0)).top()
    cards[1] = replace(cards[1], text="Ett ord till " * 20)
    view.model().set_notes(cards)
    assert view.visualRect(view.model().index(2, 0)).top() > below + 100


def test_words_without_blanks_stay_inside_the_note(board: Build) -> None:
    view = board([NoteCard("n", "A", 1, "x" * 400)])
    assert view.visualRect(view.model().index(0, 0)).height() > 200
    assert view.horizontalScrollBar().maximum() == 0


def test_markup_is_text(board: Build) -> None:
    with_markup = board([NoteCard("n", "A", 1, "<img src='x.png'><b>fet</b> & <br> rad")])
    same = board([NoteCard("n", "A", 1, "(img src='x.png')(b)fet(/b) & (br) rad")])
    heights = [v.visualRect(v.model().index(0, 0)).height() for v in (with_markup, same)]
    assert abs(heights[0] - heights[1]) <= 22


def test_a_note_has_the_tint_of_its_table(board: Build) -> None:
    view = board([NoteCard("n", "C", 3, "Blå")])
    image = view.grab().toImage()
    box = view.visualRect(view.model().index(0, 0))
    ratio = image.devicePixelRatio()
    at = (box.bottomLeft() + QPoint(20, -8)) * ratio
    assert image.pixelColor(at) == QColor(LIGHT.tint(3).fill)


def test_larger_text_makes_larger_notes(qapp, board: Build, notes: Notes) -> None:
    view = board(notes(8))
    before = view.visualRect(view.model().index(7, 0)).bottom()
    apply_theme(qapp, Theme(LIGHT, 1.5))
    assert view.visualRect(view.model().index(7, 0)).bottom() > before * 1.4


def test_a_screen_reader_meets_every_note(board: Build, notes: Notes) -> None:
    view = board(notes(4))
    view.setAccessibleName("Lappar till fråga 1")
    met = QAccessible.queryAccessibleInterface(view)
    assert met.role() is QAccessible.Role.List
    texts = [met.child(n).text(QAccessible.Text.Name) for n in range(met.childCount()) if met.child(n)]
    cards = view.model().cards
    assert all(card.spoken in texts for card in cards)


def test_a_note_that_has_just_arrived_fades_in_once(qtbot, board: Build, notes: Notes) -> None:
    view = board(notes(1))
    new = NoteCard("new", "C", 3, "Just uppsatt", just_arrived=True)
    view.model().set_notes([*notes(1), new])
    arrivals = view.findChild(Arrivals)
    assert arrivals.opacity("new") < 1
    assert arrivals.opacity("n0") == 1
    qtbot.waitUntil(lambda: arrivals.opacity("new") == 1)


def test_nothing_moves_when_motion_is_off(qapp, board: Build, notes: Notes) -> None:
    apply_theme(qapp, Theme(motion=False))
    view = board(notes(1))
    view.model().set_notes([*notes(1), NoteCard("new", "C", 3, "Just uppsatt", just_arrived=True)])
    assert view.findChild(Arrivals).opacity("new") == 1
