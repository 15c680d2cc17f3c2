"""Between the editors and the file: changes, Esc, drafts, and a disk that refuses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from finsam_review.domain.notes import NOTE_LIMIT, NoteContent
from finsam_review.services.session import Session
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.question_column import QuestionColumn
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.writing import BoardPresenter, questions_of
from finsam_review.ui.writing.cards import joined
from finsam_review.ui.writing.draft_notice import DraftNotice
from finsam_review.ui.writing.saved_state import SavedState


@dataclass
class Desk:
    """A board on a real day, and what the person was told."""

    session: Session
    context: DayContext
    board: Board
    presenter: BoardPresenter
    refused: list[str]
    remarked: list[str]

    @property
    def ids(self) -> list[str]:
        return [application.id for application in self.session.applications.all()]

    @property
    def tables(self) -> list[str]:
        return [table.id for table in self.session.day.frame().tables]

    def column(self, number: int = 1) -> QuestionColumn:
        return self.board.order[number - 1]

    def write(self, text: str, number: int = 1) -> None:
        editor = self.column(number).editor
        editor._fields.fill(NoteContent(text))

    def put_up(self, text: str, number: int = 1) -> str:
        self.write(text, number)
        self.column(number).editor.submit()
        return self.column(number).model.cards[-1].note_id

    def change(self, note_id: str, text: str, number: int = 1) -> None:
        self.board.edit_requested.emit(self.column(number).question.question_id, note_id)
        self.write(text, number)

    def texts(self) -> list[str]:
        return [note.content.text for note in self.session.notes.all()]

    def drafts(self) -> list[str]:
        return [draft.content.text for draft in self.session.notes.drafts()]


@pytest.fixture
def desk(qtbot: QtBot, make_day: Callable[..., Path], tmp_path: Path) -> Iterator[Desk]:
    """Table A at the first application."""
    with Session.open(make_day()) as session:
        bus = ChangeBus()
        commands = Commands(session, bus)
        context = DayContext(session, bus, commands, PreferenceStore(tmp_path))
        board = Board(questions_of(session.day.frame()))
        qtbot.addWidget(board)
        board.resize(900, 600)
        board.show()
        board.activateWindow()
        qtbot.waitUntil(board.isActiveWindow)
        made = Desk(session, context, board, BoardPresenter(context, board), [], [])
        commands.refused.connect(made.refused.append)
        commands.remarked.connect(made.remarked.append)
        made.presenter.show(made.ids[0], made.tables[0])
        yield made
        made.presenter.let_go()


def esc(desk: Desk, number: int = 1) -> None:
    QTest.keyClick(desk.column(number).editor.text_box, Qt.Key.Key_Escape)


def test_esc_leaves_the_note_as_it_was_and_redo_brings_back_what_was_written(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.change(note, "Efter")
    esc(desk)
    assert desk.texts() == ["Före"]
    assert "Ctrl+Y" in desk.remarked[-1]
    desk.context.commands.redo()
    assert desk.texts() == ["Efter"]


def test_esc_gives_up_a_second_change_as_it_gave_up_the_first(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.change(note, "Efter")
    desk.column().editor.submit()
    desk.change(note, "Ångrar mig")
    esc(desk)
    assert desk.texts() == ["Efter"]


def test_esc_without_a_change_writes_nothing(desk: Desk) -> None:
    note = desk.put_up("Före")
    before = desk.session.undo.next_undo
    desk.change(note, "Före")
    esc(desk)
    assert desk.session.undo.next_undo == before
    assert desk.session.undo.next_redo is None


def test_esc_in_a_change_that_is_too_long_keeps_it_in_the_editor(desk: Desk) -> None:
    note = desk.put_up("Före")
    long = "ö" * (NOTE_LIMIT + 1)
    desk.change(note, long)
    esc(desk)
    assert desk.texts() == ["Före"]
    assert desk.column().editor.content().text == long
    assert desk.drafts() == [long]


def test_what_was_being_written_comes_back_after_a_change(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.write("Halv ny lapp")
    desk.change(note, "Efter")
    desk.column().editor.submit()
    assert desk.texts() == ["Efter"]
    assert desk.column().editor.content().text == "Halv ny lapp"
    assert desk.drafts() == ["Halv ny lapp"]


def test_a_change_under_way_survives_a_crash(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.write("Halv ny lapp")
    desk.change(note, "Före och efter")
    desk.column().editor.tell_draft()
    assert desk.drafts() == ["Halv ny lapp\n\nFöre och efter"]
    desk.column().editor.submit()
    assert desk.drafts() == ["Halv ny lapp"]


def test_going_on_saves_a_change_that_is_under_way(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.change(note, "Efter")
    assert desk.presenter.show(desk.ids[1], desk.tables[0])
    assert desk.texts() == ["Efter"]
    assert not desk.column().editor.is_editing


def test_going_on_from_an_emptied_change_leaves_the_note(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.change(note, "  ")
    assert desk.presenter.show(desk.ids[1], desk.tables[0])
    assert desk.texts() == ["Före"]
    assert desk.drafts() == []


def test_a_change_to_a_note_that_is_gone_is_kept_as_a_text(desk: Desk) -> None:
    note = desk.put_up("Före")
    desk.change(note, "Efter")
    desk.session.notes.remove(note)
    esc(desk)
    assert desk.texts() == []
    assert desk.column().editor.content().text == "Efter"
    assert desk.drafts() == ["Efter"]


def test_each_editor_goes_up_on_its_own_question(desk: Desk) -> None:
    for number, text in ((1, "ett"), (2, "två"), (3, "tre")):
        desk.write(text, number)
    assert desk.presenter.stick_up()
    questions = {q.id: q.number for q in desk.session.day.frame().review_questions}
    assert {questions[n.place.question_id]: n.content.text for n in desk.session.notes.all()} == {
        1: "ett", 2: "två", 3: "tre",
    }  # fmt: skip


def test_throwing_a_draft_away_empties_the_editor_and_the_file(desk: Desk) -> None:
    desk.write("Gammal text")
    desk.presenter.keep_drafts()
    desk.presenter.show(desk.ids[1], desk.tables[1])
    desk.session.notes.keep_draft(
        desk.presenter._place(desk.column().question.question_id), NoteContent("Kvar")
    )
    desk.presenter.show(desk.ids[0], desk.tables[0])
    desk.presenter.show(desk.ids[1], desk.tables[1])
    notice = desk.column()._notice
    assert isinstance(notice, DraftNotice)
    assert notice.throw.nextInFocusChain() is desk.column().editor.text_box
    notice.throw.click()
    assert desk.column().editor.content().is_empty
    assert desk.drafts() == []


def test_after_letting_go_nothing_is_written(desk: Desk) -> None:
    desk.presenter.let_go()
    desk.write("För sent")
    desk.column().editor.tell_draft()
    assert desk.drafts() == []


def test_two_contents_become_one() -> None:
    first = NoteContent("Ett", ("kommun",), "Så här")
    assert joined(first, NoteContent()) == first
    assert joined(first, first) == first
    assert joined(first, NoteContent("Två", ("kommun", "fk"))) == NoteContent(
        "Ett\n\nTvå", ("kommun", "fk"), "Så här"
    )


def test_a_remark_passes_and_a_refusal_stands_until_something_is_saved(desk: Desk, qtbot: QtBot) -> None:
    state = SavedState(desk.context, lambda: ("Allt är sparat", "ok"))
    qtbot.addWidget(state)
    state._remark.setInterval(1)
    desk.context.commands.remark("Ångrat")
    assert state.text == "Ångrat"
    qtbot.waitUntil(lambda: state.text == "Allt är sparat")
    desk.context.commands.refused.emit("Ej sparad")
    desk.context.commands.remark("Ångrat")
    qtbot.waitUntil(lambda: state.text == "Ej sparad")
    desk.put_up("Nu gick det")
    assert state.text == "Allt är sparat"


def test_an_identity_number_is_masked_on_the_wall_and_shown_in_the_editor_alone(desk: Desk) -> None:
    note = desk.put_up("Låg framme: 811228-9874")
    model = desk.column().view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    shown = [str(model.index(0, 0).data(role)) for role in roles]
    assert "[personnummer]" in shown[0]
    assert not any("811228" in text for text in shown)
    desk.board.edit_requested.emit(desk.column().question.question_id, note)
    assert desk.column().editor.content().text == "Låg framme: 811228-9874"
