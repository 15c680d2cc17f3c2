"""Points in a real file: durable at once, undoable in every order, refused once the summary is approved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.services.building import a_workshop

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.points.sheet import Reason, Sheet
from finsam_review.services.session import Session

DEEDS = ("quote", "aside", "release", "undo")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day with one application and 18 notes: six for each question."""
    with a_workshop().with_applications(1).with_notes(18).at(tmp_path / "dag.finsam") as opened:
        yield opened


def application(session: Session) -> str:
    """Return the id of the one application."""
    return session.applications.all()[0].id


def notes_of(session: Session, question: int) -> list[str]:
    """Return the ids of the notes on a question, oldest first."""
    found = session.notes.of_topic(application(session))
    return [note.id for note in found if note.place.question_id.endswith(str(question))]


def reopened(session: Session) -> Sheet:
    """Return the sheet as another program would read it from the file."""
    with session._file.work() as work:
        return work.sheets.get(application(session))


def test_each_operation_is_in_the_file_when_it_returns(session: Session) -> None:
    app, (one, two, three, *_rest) = application(session), notes_of(session, 1)
    points = session.points
    assert points.quote(app, [one]) == Changes(points=frozenset({app}))
    points.merge(app, [two, three], text="Båda säger det")
    first, second = points.sheet(app).points
    points.reorder(app, second.id, -1)
    points.rewrite(app, first.id, text="Med mina ord", proposal="")
    points.mark_point(app, first.id, ["needs", "needs"])
    points.mark_notes(app, {two: ["existing"]})
    points.set_aside(app, notes_of(session, 3)[:2], Reason.OWN, words="Gäller en annan ansökan")
    kept = reopened(session)
    assert kept == points.sheet(app)
    assert [point.text for point in kept.points] == ["Båda säger det", "Med mina ord"]
    assert kept.points[1].themes == ("needs",)
    assert kept.themes_of(two) == ("existing",)
    assert {item.words for item in kept.aside} == {"Gäller en annan ansökan"}
    assert session.find_damage() == ()


def test_everything_is_undone_and_done_again(session: Session) -> None:
    app = application(session)
    states = [reopened(session)]
    one, two, three, *_rest = notes_of(session, 1)
    session.points.quote(app, [one, two])
    states.append(reopened(session))
    session.points.merge(app, [one, two, three], text="Tillsammans")
    states.append(reopened(session))
    session.points.split(app, reopened(session).points[0].id)
    states.append(reopened(session))
    for state in reversed(states[:-1]):
        session.undo.undo()
        assert reopened(session) == state
    for state in states[1:]:
        session.undo.redo()
        assert reopened(session) == state


def test_a_quote_follows_its_note_and_a_point_of_ones_own_does_not(session: Session) -> None:
    app, (one, two, *_rest) = application(session), notes_of(session, 1)
    session.points.quote(app, [one])
    session.points.merge(app, [two], text="Mina ord")
    session.notes.edit(one, NoteContent("Rättad lapp"))
    session.notes.edit(two, NoteContent("Rättad lapp"))
    points = session.points.sheet(app).points
    assert [session.points.words(app, point.id)[0] for point in points] == ["Rättad lapp", "Mina ord"]


def test_a_challenge_keeps_its_proposal(session: Session) -> None:
    app, (one, two, *_rest) = application(session), notes_of(session, 3)
    session.points.quote(app, [one])
    (point,) = session.points.sheet(app).points
    assert session.points.words(app, point.id)[1] == "Skjuts från stationen"
    session.points.add_to(app, point.id, [two])
    assert reopened(session).points[0].proposal == "Skjuts från stationen"


def test_notes_of_two_questions_are_never_one_point(session: Session) -> None:
    app = application(session)
    with pytest.raises(UserError, match="points_two_questions"):
        session.points.merge(app, [notes_of(session, 1)[0], notes_of(session, 3)[0]], text="x")
    session.points.quote(app, [notes_of(session, 1)[0]])
    with pytest.raises(UserError, match="points_two_questions"):
        session.points.add_to(app, session.points.sheet(app).points[0].id, [notes_of(session, 3)[0]])
    assert session.points.receipt(app).left == 17


def test_a_note_taken_down_is_back_in_its_point_with_undo(session: Session) -> None:
    app, (one, two, *_rest) = application(session), notes_of(session, 1)
    session.points.merge(app, [one, two], text="x")
    session.notes.remove(one)
    assert session.points.living(app).points[0].notes == (two,)
    assert session.points.receipt(app).notes == 17
    session.undo.undo()
    assert session.points.living(app).points[0].notes == (one, two)


def test_what_is_not_there_is_refused(session: Session) -> None:
    app = application(session)
    with pytest.raises(UserError, match="note_gone"):
        session.points.quote(app, ["nobody"])
    with pytest.raises(UserError, match="point_gone"):
        session.points.split(app, "nobody")


def test_a_refusal_changes_nothing_and_leaves_nothing_to_undo(session: Session) -> None:
    app = application(session)
    before = session.undo.next_undo
    with pytest.raises(UserError, match="point_empty"):
        session.points.merge(app, notes_of(session, 1)[:2], text=" \x00 ")
    assert reopened(session) == Sheet(app)
    assert session.undo.next_undo == before


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(st.sampled_from(DEEDS), st.sets(st.integers(0, 11), min_size=1)), max_size=6))
def test_the_receipt_of_the_day_balances_whatever_is_done(
    session: Session, deeds: list[tuple[str, set[int]]]
) -> None:
    app = application(session)
    notes = notes_of(session, 1) + notes_of(session, 2)
    session.points.release(app, notes)
    for deed, places in deeds:
        some = [notes[place] for place in sorted(places)]
        if deed == "quote":
            session.points.quote(app, some)
        elif deed == "aside":
            session.points.set_aside(app, some, Reason.SAME)
        elif deed == "release":
            session.points.release(app, some)
        elif session.undo.next_undo:
            session.undo.undo()
        assert session.points.receipt_of_day([app]).balances
        assert reopened(session) == session.points.sheet(app)
