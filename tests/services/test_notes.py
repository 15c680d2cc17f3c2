"""Notes go up, change, move and come down; everything can be undone, and nothing is ever lost in the file."""

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.services.building import all_places

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note, NoteContent, Place
from finsam_review.services.session import Session

Wall = dict[str, tuple[Place, NoteContent]]


def wall(session: Session) -> Wall:
    """Return what hangs, by note."""
    return {note.id: (note.place, note.content) for note in session.notes.all()}


def place(session: Session, question: int, *, table: int = 1, application: int = 1) -> Place:
    """Return a place by the numbers that people know."""
    frame = session.day.frame()
    topic = next(item.id for item in session.applications.all() if item.number == application)
    asked = next(item.id for item in frame.review_questions if item.number == question)
    return Place(topic, asked, next(item.id for item in frame.tables if item.number == table))


def stuck(session: Session, question: int, content: NoteContent) -> Note:
    """Stick up a note and return it."""
    return session.notes.add(place(session, question), content)[0]


def test_a_note_is_there_after_reopening(session: Session, path: Path):
    note = stuck(session, 3, NoteContent("Resor", proposal="Skjuts"))
    session.close()
    with Session.open(path) as again:
        assert [(item.id, item.content) for item in again.notes.all()] == [(note.id, note.content)]


def test_adding_says_what_it_touched_and_who_asked(session: Session):
    at = place(session, 1)
    note, changes = session.notes.add(at, NoteContent("x"), source="board")
    assert changes.notes == {note.id}
    assert changes.topics == changes.drafts == {at.topic_id}
    assert changes.source == "board"


def test_notes_stay_in_the_order_they_were_written_whatever_happens_to_them(session: Session):
    notes = [stuck(session, 1, NoteContent(text)) for text in ("ett", "två", "tre")]
    session.notes.edit(notes[0].id, NoteContent("ETT"))
    session.notes.remove(notes[1].id)
    session.undo.undo()
    session.notes.move(notes[2].id, place(session, 2).question_id)
    assert [note.id for note in session.notes.all()] == [note.id for note in notes]


def test_moving_keeps_every_word_and_undo_puts_it_back_as_it_was(session: Session):
    content = NoteContent("Resor", proposal="Skjuts från stationen")
    note = stuck(session, 3, content)
    session.notes.move(note.id, place(session, 1).question_id)
    assert session.notes.get(note.id).content == NoteContent("Resor\nSkjuts från stationen")
    session.undo.undo()
    assert session.notes.get(note.id).content == content
    assert session.notes.get(note.id).place == place(session, 3)


def test_a_note_of_ticks_alone_has_nowhere_else_to_go(session: Session):
    note = stuck(session, 2, NoteContent(parties=("kommun", "fk")))
    with pytest.raises(UserError) as refused:
        session.notes.move(note.id, place(session, 1).question_id)
    assert refused.value.code == "note_shape"
    assert session.notes.get(note.id).content.parties == ("kommun", "fk")


def test_moving_to_where_it_hangs_and_changing_to_what_it_says_are_nothing_to_undo(session: Session):
    note = stuck(session, 1, NoteContent("x"))
    session.notes.move(note.id, note.place.question_id)
    session.notes.edit(note.id, NoteContent(" x "))
    session.undo.undo()
    assert session.undo.next_undo is None


def test_what_is_gone_is_said_to_be_gone(session: Session):
    note = stuck(session, 1, NoteContent("x"))
    session.notes.remove(note.id)
    for deed in (
        lambda: session.notes.edit(note.id, NoteContent("y")),
        lambda: session.notes.move(note.id, note.place.question_id),
        lambda: session.notes.remove(note.id),
        lambda: session.notes.get("never was"),
    ):
        with pytest.raises(UserError) as refused:
            deed()
        assert refused.value.code == "note_gone"


def test_a_refused_note_leaves_nothing_behind(session: Session):
    session.notes.keep_draft(place(session, 1), NoteContent("x" * 30_000))
    with pytest.raises(UserError):
        session.notes.add(place(session, 1), NoteContent("x" * 30_000))
    assert session.notes.all() == ()
    assert len(session.notes.drafts()) == 1
    assert session.undo.next_undo is None


def test_many_notes_are_all_or_none_and_one_step(session: Session):
    at = place(session, 1)
    with pytest.raises(UserError):
        session.notes.add_many([(at, NoteContent("ett")), (at, NoteContent())])
    assert session.notes.all() == ()
    session.notes.add_many([(at, NoteContent("ett")), (at, NoteContent("ett"))])
    session.undo.undo()
    assert session.notes.all() == ()
    session.undo.redo()
    assert [note.content.text for note in session.notes.all()] == ["ett", "ett"]


def test_a_draft_is_kept_replaced_and_dropped_by_the_note(session: Session, path: Path):
    at = place(session, 3)
    session.notes.keep_draft(at, NoteContent("halv "))
    session.notes.keep_draft(at, NoteContent("halv tan\ud800", proposal=" ke"))
    session.close()
    with Session.open(path) as again:
        assert [(item.place, item.content) for item in again.notes.drafts()] == [
            (at, NoteContent("halv tan\ufffd", proposal=" ke"))
        ]
        again.notes.add(at, NoteContent("hel tanke"))
        assert again.notes.drafts() == ()


@pytest.mark.parametrize("nothing", [NoteContent(), NoteContent(" \n"), NoteContent("", (), "\t")])
def test_an_emptied_editor_is_no_draft(session: Session, nothing: NoteContent):
    session.notes.keep_draft(place(session, 1), NoteContent("halv"))
    session.notes.keep_draft(place(session, 1), nothing)
    assert session.notes.drafts() == ()


def test_when_the_last_note_was_written_is_known(session: Session):
    assert session.notes.last_written_at() is None
    note = stuck(session, 1, NoteContent("x"))
    written = session.notes.last_written_at()
    assert written is not None
    assert written.isoformat(timespec="seconds")[:10]
    assert written.timestamp() == pytest.approx(session.notes.last_written_at().timestamp())
    assert note.head.written_at.endswith("+00:00")


class Notes(RuleBasedStateMachine):
    """Any row of deeds: undone all it is as before, redone all as after; the file forgets nothing."""

    made: ClassVar[Path]
    contents = st.builds(NoteContent, st.sampled_from(["ja", "nej", "kanske", "å" * 300]))

    def __init__(self) -> None:
        super().__init__()
        self._rooms = ExitStack()
        folder = Path(self._rooms.enter_context(TemporaryDirectory()))
        copy(self.made, folder / "dag.finsam")
        self.session = self._rooms.enter_context(Session.open(folder / "dag.finsam"))
        self.places = all_places(self.session)[:5]
        self.walls: list[Wall] = [{}]
        self.at = 0
        self.seen: set[str] = set()

    def teardown(self) -> None:
        self._rooms.close()

    def _note(self, data: st.DataObject) -> Note:
        return data.draw(st.sampled_from(self.session.notes.all()))

    def _did(self) -> None:
        """Remember the wall after a deed that can be undone, and forget what had been undone."""
        if wall(self.session) != self.walls[self.at]:
            self.walls = [*self.walls[: self.at + 1], wall(self.session)]
            self.at += 1

    @initialize()
    def begin(self) -> None:
        assert wall(self.session) == {}

    @rule(data=st.data(), content=contents)
    def add(self, data: st.DataObject, content: NoteContent) -> None:
        self.session.notes.add(data.draw(st.sampled_from(self.places)), content)
        self._did()

    @rule(data=st.data(), content=contents)
    def add_many(self, data: st.DataObject, content: NoteContent) -> None:
        places = data.draw(st.lists(st.sampled_from(self.places), min_size=1, max_size=3))
        self.session.notes.add_many([(place, content) for place in places])
        self._did()

    @precondition(lambda self: wall(self.session))
    @rule(data=st.data(), content=contents)
    def edit(self, data: st.DataObject, content: NoteContent) -> None:
        self.session.notes.edit(self._note(data).id, content)
        self._did()

    @precondition(lambda self: wall(self.session))
    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        question = data.draw(st.sampled_from(self.places)).question_id
        self.session.notes.move(self._note(data).id, question)
        self._did()

    @precondition(lambda self: wall(self.session))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.session.notes.remove(self._note(data).id)
        self._did()

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.session.undo.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.walls) - 1)
    @rule()
    def redo(self) -> None:
        self.session.undo.redo()
        self.at += 1

    @rule()
    def undo_all_and_redo_all(self) -> None:
        steps = 0
        while self.session.undo.next_undo:
            self.session.undo.undo()
            steps += 1
        assert wall(self.session) == {}
        for _ in range(steps):
            self.session.undo.redo()

    @invariant()
    def the_wall_is_what_was_done(self) -> None:
        assert wall(self.session) == self.walls[self.at]

    @invariant()
    def counts_are_the_notes_that_hang(self) -> None:
        notes = self.session.notes.all()
        assert dict(self.session.notes.counts()) == Counter(note.place for note in notes)
        for topic in {place.topic_id for place in self.places}:
            here = [note for note in notes if note.place.topic_id == topic]
            assert list(self.session.notes.of_topic(topic)) == here

    @invariant()
    def the_file_forgets_nothing(self) -> None:
        there = {row[0] for row in self.session._file._raw.execute("SELECT id FROM note_revision")}
        assert self.seen <= there
        self.seen = there
        assert self.session.find_damage() == ()


@pytest.fixture
def machine(made_once: Path) -> type[Notes]:
    """The state machine on copies of the made day."""
    Notes.made = made_once
    return Notes


def test_any_row_of_deeds_can_be_undone_and_done_again(machine: type[Notes]):
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
