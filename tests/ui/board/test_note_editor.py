"""Writing a note: keys, drafts, limits, and changing one that hangs."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from finsam_review.domain.notes import NOTE_LIMIT, NoteContent
from finsam_review.domain.workshop import Shape
from finsam_review.ui.board.note_editor import NoteEditor
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.choices import TickChip

Build = Callable[..., NoteEditor]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def written(editor: NoteEditor, signal: str = "submitted") -> list[NoteContent]:
    """Return a list that fills with what the editor tells."""
    told: list[NoteContent] = []
    getattr(editor, signal).connect(told.append)
    return told


def submit_button(editor: NoteEditor) -> Button:
    return editor.findChildren(Button)[0]


def test_control_enter_sticks_the_note_up(editor: Build) -> None:
    made = editor()
    told = written(made)
    QTest.keyClicks(made.text_box, "Hej")
    QTest.keyClick(made.text_box, Qt.Key.Key_Return)
    QTest.keyClicks(made.text_box, "igen")
    QTest.keyClick(made.text_box, Qt.Key.Key_Return, CONTROL)
    assert told == [NoteContent("Hej\nigen")]
    assert made.content().text == "Hej\nigen"


def test_enter_alone_sticks_up_when_it_is_set_to(editor: Build) -> None:
    made = editor()
    told = written(made)
    made.set_enter_submits(submits=True)
    QTest.keyClicks(made.text_box, "Ett")
    QTest.keyClick(made.text_box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(made.text_box, "Mer")
    QTest.keyClick(made.text_box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert told == [NoteContent("Ett\nMer")]


@pytest.mark.parametrize("text", ["", "   \n "])
def test_nothing_is_not_stuck_up_and_it_is_said_why(editor: Build, text: str) -> None:
    made = editor()
    told = written(made)
    made.set_content(NoteContent(text))
    made.submit()
    assert told == []
    assert made.error
    assert made.text_box.accessibleDescription() == made.error
    QTest.keyClicks(made.text_box, "x")
    assert made.error == ""


def test_ticked_parties_belong_to_the_note(editor: Build) -> None:
    made = editor(Shape.PARTIES)
    told = written(made)
    chips = made.findChildren(TickChip)
    assert [chip.accessibleName() for chip in chips] == ["Kommunerna", "Arbetsförmedlingen"]
    QTest.keyClick(chips[1], Qt.Key.Key_Space)
    made.submit()
    assert told == [NoteContent("", ("pes",))]


def test_a_challenge_has_its_proposal(editor: Build) -> None:
    made = editor(Shape.CHALLENGE)
    told = written(made)
    QTest.keyClicks(made.text_box, "Risk")
    QTest.keyClick(made.text_box, Qt.Key.Key_Tab)
    proposal = QApplication.focusWidget()
    QTest.keyClicks(proposal, "Kriterier")
    QTest.keyClick(proposal, Qt.Key.Key_Return, CONTROL)
    assert told == [NoteContent("Risk", (), "Kriterier")]


def test_the_draft_is_told_after_a_pause_and_only_once(qtbot, editor: Build) -> None:
    made = editor()
    told = written(made, "draft_changed")
    QTest.keyClicks(made.text_box, "Hej")
    assert told == []
    qtbot.waitUntil(lambda: told == [NoteContent("Hej")])
    made.tell_draft()
    assert len(told) == 1


@pytest.mark.parametrize(("signal", "editing"), [("draft_changed", False), ("edit_paused", True)])
def test_who_types_without_a_pause_has_a_draft_all_the_same(
    qtbot, editor: Build, signal: str, *, editing: bool
) -> None:
    made = editor()
    if editing:
        made.begin_edit(NoteContent("Gammal "))
    told = written(made, signal)
    typing = QTimer(interval=20)
    typing.timeout.connect(lambda: QTest.keyClick(made.text_box, Qt.Key.Key_A))
    typing.start()
    qtbot.waitUntil(lambda: len(told) == 4)
    typing.stop()
    assert all(len(later.text) > len(sooner.text) for sooner, later in pairwise(told))


def test_the_draft_is_told_at_once_when_the_focus_leaves(qtbot) -> None:
    from finsam_review.ui.board.note_fields import EditorQuestion

    window = QWidget()
    qtbot.addWidget(window)
    made, other = NoteEditor(EditorQuestion(1, Shape.TEXT), window), QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(other)
    told = written(made, "draft_changed")
    window.show()
    window.activateWindow()
    made.focus_text()
    qtbot.waitUntil(made.text_box.hasFocus)
    assert submit_button(made).property("kind") == "filled"
    QTest.keyClicks(made.text_box, "Hej")
    other.setFocus()
    assert told == [NoteContent("Hej")]
    assert submit_button(made).property("kind") == "plain"


def test_content_put_back_is_no_draft(qtbot, editor: Build) -> None:
    made = editor(Shape.CHALLENGE)
    told = written(made, "draft_changed")
    content = NoteContent("Det jag skrev", (), "och föreslog")
    made.set_content(content)
    made.tell_draft()
    assert made.content() == content
    assert told == []


def test_a_paste_that_is_too_long_never_comes_in(editor: Build) -> None:
    made = editor()
    QTest.keyClicks(made.text_box, "kvar")
    paste = QMimeData()
    paste.setText("x" * NOTE_LIMIT)
    made.text_box.insertFromMimeData(paste)
    assert made.content().text == "kvar"
    assert "20" in made.error


def test_a_paste_brings_text_alone(editor: Build) -> None:
    made = editor()
    paste = QMimeData()
    paste.setHtml("<b>fet</b><img src='x.png'>")
    paste.setText("fet")
    made.text_box.insertFromMimeData(paste)
    assert made.content().text == "fet"


def test_a_text_grown_too_long_is_kept_and_told(editor: Build) -> None:
    made = editor()
    told = written(made)
    made.set_content(NoteContent("x" * (NOTE_LIMIT + 1)))
    made.submit()
    assert told == []
    assert made.error
    assert len(made.content().text) == NOTE_LIMIT + 1


def test_a_change_sets_the_draft_aside_and_gives_it_back(editor: Build) -> None:
    made = editor()
    drafts, saved = written(made, "draft_changed"), written(made, "edit_saved")
    QTest.keyClicks(made.text_box, "half done")
    made.begin_edit(NoteContent("Gammal"))
    assert drafts == [NoteContent("half done")]
    QTest.keyClicks(made.text_box, " och ny")
    QTest.keyClick(made.text_box, Qt.Key.Key_Return, CONTROL)
    assert saved == [NoteContent("Gammal och ny")]
    made.end_edit()
    assert made.content() == NoteContent("half done")
    assert len(drafts) == 1


def test_escape_gives_up_a_change_but_hands_over_its_text(editor: Build) -> None:
    made = editor()
    given_up = written(made, "edit_cancelled")
    made.begin_edit(NoteContent("Gammal"))
    QTest.keyClicks(made.text_box, "!")
    QTest.keyClick(made.text_box, Qt.Key.Key_Escape)
    assert given_up == [NoteContent("Gammal!")]
    assert not made.is_editing


def test_escape_while_writing_leaves_the_text(qtbot, editor: Build) -> None:
    made = editor()
    QTest.keyClicks(made.text_box, "kvar")
    with qtbot.waitSignal(made.escaped):
        QTest.keyClick(made.text_box, Qt.Key.Key_Escape)
    assert made.content().text == "kvar"
