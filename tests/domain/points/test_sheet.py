"""Points: every operation keeps every note, and whatever is done the receipt balances."""

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note, NoteContent, Place, Revision
from finsam_review.domain.points import sheet as sheets
from finsam_review.domain.points.agreement import agreement, steering_group
from finsam_review.domain.points.receipt import receipt, unhandled, whole
from finsam_review.domain.points.sheet import Reason, Sheet, living
from finsam_review.domain.workshop import Party, TableGroup

TABLES = tuple(TableGroup(f"t{number}", number) for number in (1, 2, 3))
PARTIES = tuple(Party(code, code, code) for code in ("kommun", "region", "af"))


def a_note(ident: str, *, question: str = "q1", table: str = "t1", parties: tuple[str, ...] = ()) -> Note:
    """Return note ``ident`` of application a."""
    place = Place("a", question, table)
    content = NoteContent(f"Lapp {ident}", parties)
    head = Revision(
        ident, ident, (), 1, "r", place, content, removed=False, written_at="2025-10-15T09:00:00Z"
    )
    return Note(ident, head, 1, head.written_at)


@pytest.fixture
def new_id() -> Callable[[], str]:
    """Ids in a row: p1, p2 …"""
    numbers = count(1)
    return lambda: f"p{next(numbers)}"


NOTES = tuple(a_note(ident) for ident in "abcd")


def test_a_quote_says_what_its_note_says(new_id: Callable[[], str]) -> None:
    sheet = sheets.quote(Sheet("a"), "q1", ["a", "b"], new_id=new_id)
    assert [(p.id, p.notes, p.is_quote) for p in sheet.points] == [("p1", ("a",), True), ("p2", ("b",), True)]


def test_merged_notes_share_a_point_and_keep_their_order(new_id: Callable[[], str]) -> None:
    sheet = sheets.quote(Sheet("a"), "q1", ["a"], new_id=new_id)
    sheet = sheets.merge(sheet, "q1", ["b", "a"], text="  Båda\x07 ", new_id=new_id)
    assert [(p.notes, p.text) for p in sheet.points] == [(("b", "a"), "Båda")]


def test_a_merged_point_takes_over_the_themes_of_those_it_was_made_of(new_id: Callable[[], str]) -> None:
    sheet = sheets.mark_point(sheets.quote(Sheet("a"), "q1", ["a"], new_id=new_id), "p1", ["needs"])
    assert sheets.merge(sheet, "q1", ["a", "b"], text="x", new_id=new_id).points[0].themes == ("needs",)


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
def test_a_point_without_words_is_refused(text: str, new_id: Callable[[], str]) -> None:
    with pytest.raises(UserError, match="point_empty"):
        sheets.merge(Sheet("a"), "q1", ["a"], text=text, new_id=new_id)


def test_a_quote_that_gets_company_keeps_its_words_as_its_own(new_id: Callable[[], str]) -> None:
    sheet = sheets.quote(Sheet("a"), "q1", ["a"], new_id=new_id)
    grown = sheets.add_to(sheet, "p1", ["b"], text="Lapp a")
    assert (grown.points[0].notes, grown.points[0].text) == (("a", "b"), "Lapp a")
    again = sheets.add_to(sheets.rewrite(grown, "p1", text="Mina ord"), "p1", ["c"], text="Lapp a")
    assert again.points[0].text == "Mina ord"


def test_a_split_point_is_a_quote_for_each_note_in_its_place(new_id: Callable[[], str]) -> None:
    sheet = sheets.merge(Sheet("a"), "q1", ["a", "b"], text="x", new_id=new_id)
    sheet = sheets.quote(sheet, "q1", ["c"], new_id=new_id)
    split = sheets.split(sheet, "p1", new_id=new_id)
    assert [p.notes for p in split.points] == [("a",), ("b",), ("c",)]
    assert all(p.is_quote for p in split.points)


def test_a_point_goes_with_its_last_note_only(new_id: Callable[[], str]) -> None:
    sheet = sheets.merge(Sheet("a"), "q1", ["a", "b"], text="x", new_id=new_id)
    left = sheets.release(sheet, ["a"])
    assert [(p.notes, p.text) for p in left.points] == [(("b",), "x")]
    assert sheets.release(left, ["b"]).points == ()


def test_a_note_set_aside_leaves_its_point(new_id: Callable[[], str]) -> None:
    sheet = sheets.quote(Sheet("a"), "q1", ["a"], new_id=new_id)
    aside = sheets.set_aside(sheet, ["a"], Reason.OWN, words="Gäller ett annat projekt")
    assert aside.points == ()
    assert [(item.note_id, item.words) for item in aside.aside] == [("a", "Gäller ett annat projekt")]
    with pytest.raises(UserError, match="reason_missing"):
        sheets.set_aside(sheet, ["a"], Reason.OWN, words=" ")


def test_points_move_among_those_of_their_question_alone(new_id: Callable[[], str]) -> None:
    sheet = sheets.quote(Sheet("a"), "q1", ["a"], new_id=new_id)
    sheet = sheets.quote(sheet, "q2", ["x"], new_id=new_id)
    sheet = sheets.quote(sheet, "q1", ["b"], new_id=new_id)
    moved = sheets.reorder(sheet, "p3", -1)
    assert [p.id for p in moved.of_question("q1")] == ["p3", "p1"]
    assert [p.id for p in moved.of_question("q2")] == ["p2"]
    assert sheets.reorder(moved, "p3", -1) == moved


def test_what_is_taken_down_or_moved_counts_for_nothing_until_it_is_back(new_id: Callable[[], str]) -> None:
    sheet = sheets.merge(Sheet("a"), "q1", ["a", "b"], text="x", new_id=new_id)
    sheet = sheets.quote(sheet, "q1", ["c"], new_id=new_id)
    moved = [a_note("a"), a_note("b", question="q3")]
    assert [p.notes for p in living(sheet, moved).points] == [("a",)]
    assert receipt(sheet, moved).left == 1
    assert [p.notes for p in living(sheet, NOTES).points] == [("a", "b"), ("c",)]


def test_the_receipt_says_what_became_of_each_note(new_id: Callable[[], str]) -> None:
    sheet = sheets.merge(Sheet("a"), "q1", ["a", "b"], text="x", new_id=new_id)
    sheet = sheets.set_aside(sheet, ["c"], Reason.SAME)
    told = receipt(sheet, NOTES)
    assert (told.notes, told.quoted, told.merged, told.aside, told.left) == (4, 0, 2, ((Reason.SAME, 1),), 1)
    assert [note.id for note in unhandled(sheet, NOTES)] == ["d"]
    assert whole([told, told]).set_aside == 2
    assert whole([told, told]).balances


def test_agreement_counts_tables_and_not_notes() -> None:
    notes = [a_note("a"), a_note("b"), a_note("c", table="t3")]
    assert agreement(notes, TABLES).tables == ("A", "C")
    assert agreement(notes, TABLES).of == 3


def test_the_steering_group_is_led_by_what_most_tables_want() -> None:
    notes = [
        a_note("a", parties=("kommun", "af")), a_note("b", table="t2", parties=("af",)),
        a_note("c", table="t2", parties=("af",)),
    ]  # fmt: skip
    group = steering_group(notes, PARTIES, TABLES)
    assert [(item.party, item.agreement.tables) for item in group] == [("af", ("A", "B")), ("kommun", ("A",))]


class EveryNoteEndsSomewhere(RuleBasedStateMachine):
    """Whatever is done in whatever order, each note is in one place and the receipt balances."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet("a")
        self._numbers = count(1)

    def _new_id(self) -> str:
        return f"p{next(self._numbers)}"

    chosen = st.lists(st.sampled_from("abcd"), unique=True, min_size=1)

    @rule(ids=chosen)
    def quote(self, ids: list[str]) -> None:
        self.sheet = sheets.quote(self.sheet, "q1", ids, new_id=self._new_id)

    @rule(ids=chosen)
    def merge(self, ids: list[str]) -> None:
        self.sheet = sheets.merge(self.sheet, "q1", ids, text="x", new_id=self._new_id)

    @rule(ids=chosen, place=st.integers(0, 3))
    def add(self, ids: list[str], place: int) -> None:
        if place < len(self.sheet.points):
            self.sheet = sheets.add_to(self.sheet, self.sheet.points[place].id, ids, text="y")

    @rule(ids=chosen)
    def put_aside(self, ids: list[str]) -> None:
        self.sheet = sheets.set_aside(self.sheet, ids, Reason.UNCLEAR)

    @rule(ids=chosen)
    def release(self, ids: list[str]) -> None:
        self.sheet = sheets.release(self.sheet, ids)

    @rule(place=st.integers(0, 3), step=st.integers(-4, 4))
    def split_or_move(self, place: int, step: int) -> None:
        if place < len(self.sheet.points):
            point = self.sheet.points[place].id
            split = sheets.split(self.sheet, point, new_id=self._new_id)
            self.sheet = sheets.reorder(self.sheet, point, step) if step else split

    @invariant()
    def each_note_is_in_one_place(self) -> None:
        placed = [note for point in self.sheet.points for note in point.notes]
        placed += [item.note_id for item in self.sheet.aside]
        assert len(placed) == len(set(placed))
        assert len({point.id for point in self.sheet.points}) == len(self.sheet.points)
        assert all(point.notes for point in self.sheet.points)

    @invariant()
    def the_receipt_balances(self) -> None:
        assert receipt(self.sheet, NOTES).balances
        assert receipt(self.sheet, NOTES[:2]).balances


TestEveryNoteEndsSomewhere = EveryNoteEndsSomewhere.TestCase
TestEveryNoteEndsSomewhere.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


@given(st.permutations(list("abcd")))
def test_the_order_of_deciding_does_not_change_the_receipt(order: list[str]) -> None:
    sheet, numbers = Sheet("a"), count(1)
    for ident in order:
        sheet = sheets.quote(sheet, "q1", [ident], new_id=lambda: f"p{next(numbers)}")
    assert receipt(sheet, NOTES).quoted == 4
