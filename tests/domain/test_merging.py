"""A note is made by the set of its revisions, in whatever order they came; nobody's words disappear."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from finsam_review.domain.merging import note_of
from finsam_review.domain.notes import NoteContent, Place, Revision

FIRST = Revision("r1", "n", (), 1, "a", Place("t", "q", "b"), NoteContent("först"), False, "2025")


def after(
    *parents: Revision, ident: str, text: str = "", removed: bool = False, replica: str = "a"
) -> Revision:
    """Return a revision that replaces ``parents``."""
    return replace(
        FIRST,
        id=ident,
        parents=tuple(parent.id for parent in parents),
        lamport=max(parent.lamport for parent in parents) + 1,
        content=NoteContent(text),
        removed=removed,
        replica_id=replica,
    )


@st.composite
def graphs(pick: st.DrawFn) -> list[Revision]:
    """Draw the revisions of one note as some computers may have made them, each replacing some before it."""
    made = [FIRST]
    for number in range(pick(st.integers(0, 6))):
        parents = pick(st.lists(st.sampled_from(made), unique=True, min_size=1, max_size=3))
        text, removed = pick(st.sampled_from(["ja", "nej", "kanske"])), pick(st.booleans())
        ident, replica = f"s{pick(st.integers(0, 9))}{number}", pick(st.sampled_from("abcd"))
        made.append(after(*parents, ident=ident, text=text, removed=removed, replica=replica))
    return made


def heads(revisions: list[Revision]) -> list[Revision]:
    """Return the revisions that nothing replaces and that are up."""
    replaced = {parent for revision in revisions for parent in revision.parents}
    return [revision for revision in revisions if revision.id not in replaced and not revision.removed]


@given(graphs(), st.randoms())
def test_the_order_in_which_revisions_come_decides_nothing(revisions: list[Revision], chance: random.Random):
    shuffled = [*revisions, *revisions[:2]]
    chance.shuffle(shuffled)
    assert note_of(set(shuffled)) == note_of(revisions)
    assert note_of(shuffled) == note_of(revisions)


@given(graphs())
def test_every_text_that_nobody_replaced_is_shown_once(revisions: list[Revision]):
    note = note_of(revisions)
    wanted = {revision.content.text for revision in heads(revisions)}
    shown = [] if note is None else [note.content.text, *(rival.content.text for rival in note.rivals)]
    assert set(shown) == wanted
    assert note is None or note.conflict == (len(wanted) > 1)


def test_an_edit_beats_a_removal():
    gone, edited = after(FIRST, ident="r2", removed=True), after(FIRST, ident="r3", text="nytt", replica="b")
    note = note_of([FIRST, gone, edited])
    assert note is not None
    assert (note.content.text, note.conflict) == ("nytt", False)


def test_a_removal_on_top_of_everything_removes():
    edited = after(FIRST, ident="r2", text="nytt")
    assert note_of([FIRST, edited, after(edited, ident="r3", removed=True)]) is None
    assert note_of([]) is None


def test_equal_texts_are_no_conflict_and_different_ones_are():
    one, other = after(FIRST, ident="r2", text="lika"), after(FIRST, ident="r3", text="lika", replica="b")
    note = note_of([FIRST, one, other])
    assert note is not None
    assert note.rivals == ()
    rival = after(FIRST, ident="r4", text="olika", replica="c")
    note = note_of([FIRST, one, other, rival])
    assert note is not None
    assert note.content.text == "olika"
    assert {item.content.text for item in note.rivals} == {"lika"}


def test_three_heads_that_say_two_things_show_each_thing_once():
    made = [after(FIRST, ident=f"r{n}", text=text, replica=text) for n, text in enumerate(["a", "a", "b"], 2)]
    note = note_of([FIRST, *made])
    assert note is not None
    assert len(note.rivals) == 1


def test_an_edited_note_keeps_its_place_in_the_order():
    note = note_of([FIRST, after(FIRST, ident="r2", text="nytt")])
    assert note is not None
    assert (note.first_lamport, note.first_written_at, note.head.lamport) == (1, "2025", 2)
