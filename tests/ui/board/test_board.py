"""The board: three questions beside each other or under tabs, and nothing written is lost on the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from finsam_review.domain.notes import NoteContent
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.note_text import NoteText
from finsam_review.ui.board.question_column import QuestionColumn
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme import LIGHT, Theme, apply_theme
from finsam_review.ui.widgets.labels import Label

Build = Callable[..., Board]
FIRST = [NoteCard("a", "A", 1, "En lapp"), NoteCard("b", "B", 2, "En till")]


def shown(board: Board) -> list[str]:
    return [key for key, column in board.columns.items() if column.isVisible()]


def test_three_columns_when_there_is_room(board: Build) -> None:
    made = board()
    assert shown(made) == ["q1", "q2", "q3"]
    widths = {column.width() for column in made.order}
    assert max(widths) - min(widths) <= 1


def test_tabs_when_there_is_not_and_texts_survive(board: Build) -> None:
    made = board()
    made.set_notes({"q1": FIRST, "q2": [], "q3": FIRST[:1]})
    made.columns["q3"].editor.set_content(NoteContent("Kö", (), "Kriterier"))
    made.resize(700, 586)
    assert made.is_tabbed
    assert shown(made) == ["q1"]
    tabs = made.findChild(QTabBar)
    assert "2" in tabs.accessibleTabName(0)
    made.focus_editor("q3")
    assert shown(made) == ["q3"]
    made.resize(758, 586)
    assert shown(made) == ["q1", "q2", "q3"]
    assert made.contents() == {"q3": NoteContent("Kö", (), "Kriterier")}


def test_large_text_makes_tabs(qapp, board: Build) -> None:
    made = board(width=1162)
    assert not made.is_tabbed
    apply_theme(qapp, Theme(LIGHT, 1.5))
    assert made.is_tabbed


@pytest.mark.parametrize(("height", "room"), [(484, False), (800, True)])
def test_a_question_alone_in_large_type_keeps_its_editor_whole(
    qapp, board: Build, qtbot, *, height: int, room: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = board(width=1400, height=700, editor_first=True)
    made.setParent(window)
    made.set_notes({"q1": FIRST, "q2": [], "q3": []})
    window.resize(924, height)
    window.show()
    made.show()
    apply_theme(qapp, Theme(LIGHT, 2.0))
    made.resize(924, height)
    assert made.is_tabbed
    column = made.order[0]
    qtbot.waitUntil(lambda: column.editor.height() >= column.editor.minimumSizeHint().height())
    box = column.editor.text_box
    assert box.mapTo(column.editor, box.rect().bottomLeft()).y() < column.editor.height()
    ours = next(label for label in column.findChildren(Label) if label.text() == "Era lappar")
    assert ours.isVisible() == room
    notice = QWidget()
    notice.setMinimumHeight(150)
    column.show_notice(notice)
    qtbot.waitUntil(lambda: notice.height() >= 150)
    qtbot.waitUntil(lambda: column.editor.height() >= column.editor.minimumSizeHint().height())
    column.show_notice(None)
    assert column.heading_height(924) > 0
    assert column._heading.isVisible()
    if room:
        assert ours.mapTo(made, QPoint(0, 0)).x() == box.mapTo(made, QPoint(0, 0)).x()


@pytest.mark.parametrize(("width", "lines"), [(708, 2), (1400, 1)])
def test_what_the_second_box_asks_for_is_seen_whole(board: Build, qtbot, *, width: int, lines: int) -> None:
    made = board(width=width)
    _text, proposal = made.columns["q3"].editor.findChildren(NoteText)
    proposal.setPlaceholderText("Det förslag till lösning som ni har, om ni har")
    made.resize(width + 1, made.height())
    qtbot.waitUntil(lambda: proposal.height() >= proposal.height_of(lines))
    assert (proposal.height() >= proposal.height_of(2)) == (lines == 2)


def test_a_note_is_told_with_its_question(qtbot, board: Build) -> None:
    made = board()
    made.focus_editor("q2")
    box = made.columns["q2"].editor.text_box
    QTest.keyClicks(box, "Alla fyra")
    with qtbot.waitSignal(made.note_submitted) as told:
        QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["q2", NoteContent("Alla fyra")]


def test_an_empty_question_says_what_to_do_and_is_no_stop_for_tab(board: Build) -> None:
    made = board()
    column = made.columns["q1"]
    words = [label.text() for label in column.findChildren(Label) if label.isVisible()]
    assert any(text.startswith(("Inga lappar", "No notes")) for text in words)
    assert column.view.focusPolicy() is Qt.FocusPolicy.NoFocus
    made.set_notes({"q1": FIRST})
    assert column.view.focusPolicy() is Qt.FocusPolicy.StrongFocus
    words = [label.text() for label in column.findChildren(Label) if label.isVisible()]
    assert not any(text.startswith(("Inga lappar", "No notes")) for text in words)


def test_escape_in_the_editor_leads_to_the_latest_note(qtbot, board: Build) -> None:
    made = board()
    made.set_notes({"q1": FIRST})
    made.focus_editor("q1")
    QTest.keyClick(made.columns["q1"].editor.text_box, Qt.Key.Key_Escape)
    assert made.columns["q1"].view.chosen == "b"
    qtbot.waitUntil(made.columns["q1"].view.hasFocus)


def test_a_change_is_saved_on_its_note_and_leads_back_to_it(qtbot, board: Build) -> None:
    made = board()
    made.set_notes({"q1": FIRST})
    column = made.columns["q1"]
    column.begin_edit("a", NoteContent("En lapp"))
    QTest.keyClicks(column.editor.text_box, "!")
    with qtbot.waitSignal(made.edit_saved) as told:
        QTest.keyClick(column.editor.text_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["q1", "a", NoteContent("En lapp!")]
    column.end_edit()
    assert column.view.chosen == "a"
    assert column.view.hasFocus()


def test_a_change_given_up_tells_what_was_written(qtbot, board: Build) -> None:
    made = board()
    made.set_notes({"q1": FIRST})
    made.columns["q1"].begin_edit("a", NoteContent("En lapp"))
    with qtbot.waitSignal(made.edit_cancelled) as told:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert told.args == ["q1", "a", NoteContent("En lapp")]


def test_editors_beside_each_other_begin_at_the_same_line(board: Build) -> None:
    made = board(width=1078, height=650, editor_first=True)
    tops = {
        column.editor.text_box.mapTo(made, column.editor.text_box.rect().topLeft()).y()
        for column in made.order
    }
    assert len(tops) == 1


def test_tab_goes_through_notes_and_editor_in_order(qtbot, board: Build) -> None:
    made = board()
    made.set_notes({"q1": FIRST})
    made.columns["q1"].view.setFocus()
    qtbot.waitUntil(made.columns["q1"].view.hasFocus)
    met: list[str] = []
    for _step in range(9):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        met.append(widget.accessibleName())
        owner = widget
        while owner is not None and not isinstance(owner, QuestionColumn):
            owner = owner.parentWidget()
        assert owner is not None
    assert all(met)
    assert met.index("Kommunerna") < met.index("Arbetsförmedlingen")
