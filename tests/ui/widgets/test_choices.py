"""Choices by ticking, and the rail: arrows move, one is chosen, everything has a name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from finsam_review.ui.frame.rail import Rail, RailPage
from finsam_review.ui.marks.badges import TableBadge, TableButton
from finsam_review.ui.widgets.cards import CardButton
from finsam_review.ui.widgets.choices import CheckBox, TickChip
from finsam_review.ui.widgets.segmented import SegmentedChoice

Show = Callable[..., QWidget]
PAGES = [
    RailPage("list", "Ansökningar", "list-bullets", "Ctrl+1"),
    RailPage("day", "Dagen", "clock"),
    RailPage("settings", "Inställningar", "gear", foot=True),
]


def test_arrows_move_along_the_rail(qtbot, shown: Show) -> None:
    rail = Rail(PAGES)
    shown(rail)
    chosen: list[str] = []
    rail.page_chosen.connect(chosen.append)
    first = rail.findChildren(QToolButton)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert chosen == ["day", "list", "settings"]
    assert rail.current == "settings"


def test_a_narrow_rail_tells_its_words_in_tooltips(shown: Show) -> None:
    rail = Rail(PAGES)
    shown(rail)
    assert rail.width() == 116
    rail.set_narrow(narrow=True)
    assert rail.width() == 60
    buttons = rail.findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons] == [page.words for page in PAGES]
    assert all(page.words in button.toolTip() for page, button in zip(PAGES, buttons, strict=True))


def test_choosing_a_page_from_outside_tells_nobody(qtbot, shown: Show) -> None:
    rail = Rail(PAGES)
    shown(rail)
    with qtbot.assertNotEmitted(rail.page_chosen):
        rail.choose("day")
    assert rail.current == "day"


def test_a_segment_is_chosen_by_arrow_and_click(shown: Show) -> None:
    choice = SegmentedChoice("Visa", [("text", "Text", ""), ("original", "Originalet", "file-pdf")])
    shown(choice)
    told: list[str] = []
    choice.chosen.connect(told.append)
    first, _second = choice.findChildren(QToolButton)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert choice.choice == "original"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert choice.choice == "text"
    assert told == ["original", "text"]


def test_ticking_a_segment_moves_nothing(shown: Show) -> None:
    choice = SegmentedChoice("Visa", [("text", "Text", ""), ("original", "Originalet", "")])
    shown(choice)
    before = choice.sizeHint()
    choice.choose("original")
    assert choice.sizeHint() == before


def test_space_ticks(shown: Show) -> None:
    box, chip = CheckBox("Närvarande"), TickChip("AF", "Arbetsförmedlingen")
    shown(box, chip)
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert box.isChecked()
    assert chip.isChecked()
    assert "Arbetsförmedlingen" in chip.toolTip()


def test_tables_are_named(shown: Show) -> None:
    badge, button = TableBadge(7), TableButton(1)
    shown(badge, button)
    assert badge.accessibleName().endswith("G")
    button.set_table(3)
    assert button.table == 3
    assert button.accessibleName().endswith("C")


def test_a_card_is_pressed_with_space_and_named_by_its_title(qtbot, shown: Show) -> None:
    card = CardButton("plus-circle", "Ny workshopdag", "Ange dag och förbund.", keys="Ctrl+N")
    shown(card)
    assert card.accessibleName() == "Ny workshopdag"
    assert "Ctrl+N" in card.accessibleDescription()
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Space)
