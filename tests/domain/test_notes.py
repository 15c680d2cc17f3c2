"""What a note may hold, and what becomes of it under another question."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NOTE_LIMIT, NoteContent, Place, Revision, cleaned, fitted
from finsam_review.domain.workshop import TABLES_MAX, Shape, table_letter, table_number

CODES = ("kommun", "region", "af", "fk")
REVISION = Revision(
    "r", "n", ("p",), 3, "replica", Place("t", "q", "b"), NoteContent("text", ("af",), "svar"), False, "2025"
)
contents = st.builds(
    NoteContent, st.text(), st.lists(st.sampled_from(CODES), unique=True).map(tuple), st.text()
)


@pytest.mark.parametrize(
    ("content", "shape", "code"),
    [
        (NoteContent(), Shape.TEXT, "note_empty"),
        (NoteContent(" \n\x00"), Shape.TEXT, "note_empty"),
        (NoteContent("x", ("af",)), Shape.TEXT, "note_shape"),
        (NoteContent("x", proposal="y"), Shape.PARTIES, "note_shape"),
        (NoteContent("x", ("af",)), Shape.CHALLENGE, "note_shape"),
        (NoteContent("x", ("kyrkan",)), Shape.PARTIES, "party_unknown"),
        (NoteContent("x" * (NOTE_LIMIT + 1)), Shape.TEXT, "note_too_long"),
        (NoteContent("x", proposal="y" * (NOTE_LIMIT + 1)), Shape.CHALLENGE, "note_too_long"),
    ],
)
def test_what_is_refused_and_why(content: NoteContent, shape: Shape, code: str):
    with pytest.raises(UserError) as refused:
        cleaned(content, shape=shape, party_codes=CODES)
    assert refused.value.code == code


def test_what_is_kept():
    assert cleaned(NoteContent(" x "), shape=Shape.TEXT, party_codes=CODES) == NoteContent("x")
    assert cleaned(
        NoteContent("", ("fk", "kommun", "fk")), shape=Shape.PARTIES, party_codes=CODES
    ) == NoteContent("", ("kommun", "fk"))
    assert cleaned(NoteContent("", proposal="y"), shape=Shape.CHALLENGE, party_codes=CODES).proposal == "y"
    longest = NoteContent("x" * NOTE_LIMIT)
    assert cleaned(longest, shape=Shape.TEXT, party_codes=CODES) == longest


@given(contents, st.sampled_from(Shape))
def test_under_another_question_every_word_is_kept_and_nothing_is_there_that_it_has_no_room_for(
    content: NoteContent, shape: Shape
):
    moved = fitted(content, shape=shape)
    before, after = f"{content.text}\n{content.proposal}".split(), f"{moved.text}\n{moved.proposal}".split()
    assert before == after
    assert not moved.parties or shape is Shape.PARTIES
    assert not moved.proposal or shape is Shape.CHALLENGE
    assert fitted(moved, shape=shape) == moved


@pytest.mark.parametrize(
    "other",
    [
        {"id": "s"}, {"note_id": "m"}, {"parents": ()}, {"parents": ("p", "p2")}, {"lamport": 4},
        {"replica_id": "x"}, {"removed": True}, {"written_at": "2026"}, {"place": Place("t2", "q", "b")},
        {"place": Place("t", "q2", "b")}, {"place": Place("t", "q", "b2")}, {"content": NoteContent("text")},
        {"content": NoteContent("tex", ("af",), "tsvar")}, {"content": NoteContent("text", ("fk",), "svar")},
    ],
)  # fmt: skip
def test_the_hash_of_a_revision_is_over_everything_it_says(other: dict[str, object]):
    assert dataclasses.replace(REVISION, **other).digest != REVISION.digest


def test_the_hash_does_not_care_in_which_order_parents_are_listed():
    one = dataclasses.replace(REVISION, parents=("a", "b"))
    assert one.digest == dataclasses.replace(REVISION, parents=("b", "a")).digest


def test_a_table_is_a_letter_and_back():
    assert [table_letter(number) for number in (1, 6, TABLES_MAX)] == ["A", "F", "Z"]
    numbers = list(range(1, TABLES_MAX + 1))
    numbers = list(range(1, TABLES_MAX + 1))
    assert [table_number(table_letter(number)) for number in numbers] == numbers
    for number in (0, -1, TABLES_MAX + 1):
        with pytest.raises(ValueError, match=str(number)):
            table_letter(number)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("3", 3), ("Bord 3", 3), (" bord c ", 3), ("C", 3), ("3.0", 3), ("TABLE 2", 2), ("27", None),
        ("0", None), ("å", None), ("ab", None), ("", None), ("²", None), ("-1", None),
        ("1,5", None), ("bord", None),
    ],
)  # fmt: skip
def test_what_a_label_of_a_table_means(label: str, number: int | None):
    assert table_number(label) == number
