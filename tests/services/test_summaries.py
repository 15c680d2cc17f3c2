"""Summaries: a draft loses nothing, approval freezes every word, and nothing is approved undecided."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.services.building import a_workshop

from finsam_review.domain.checks.gate import Choice, HitKind
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import SummaryState
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.outgoing.outbox import LetterState
from finsam_review.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day with one application and 18 notes: six for each question, one from each table."""
    with a_workshop().with_applications(1).with_notes(18).at(tmp_path / "dag.finsam") as opened:
        yield opened


@pytest.fixture
def app(session: Session) -> str:
    """The id of the one application."""
    return session.applications.all()[0].id


def ids(session: Session, app: str, question: int) -> list[str]:
    """Return the notes on a question."""
    notes = session.notes.of_topic(app)
    return [note.id for note in notes if note.place.question_id.endswith(str(question))]


def handle_everything(session: Session, app: str) -> None:
    """Make a point of every note."""
    session.points.quote(app, [note.id for note in session.notes.of_topic(app)])


def texts(session: Session, app: str) -> list[str]:
    """Return what the summary says, point by point."""
    return [point.text for answer in session.summaries.source(app).answers for point in answer.points]


def test_a_draft_gives_points_first_and_then_what_nobody_has_decided_on(session: Session, app: str) -> None:
    first, *_others = ids(session, app, 1)
    session.points.merge(app, [first], text="Det viktigaste")
    answer = session.summaries.source(app).answers[0]
    assert [point.text for point in answer.points][:1] == ["Det viktigaste"]
    assert [point.handled for point in answer.points] == [True, False, False, False, False, False]
    assert len(texts(session, app)) == 18


def test_what_is_set_aside_is_in_the_internal_copy_alone(session: Session, app: str) -> None:
    note, *_others = ids(session, app, 1)
    session.points.set_aside(app, [note], Reason.OWN, words="Gäller Bryggan")
    source = session.summaries.source(app)
    assert len(texts(session, app)) == 17
    assert [(item.question, item.table, item.words) for item in source.aside] == [(1, "A", "Gäller Bryggan")]


def test_behind_each_point_stand_its_tables(session: Session, app: str) -> None:
    one, two, *_others = ids(session, app, 1)
    session.points.merge(app, [one, two], text="Två bord")
    point = session.summaries.source(app).answers[0].points[0]
    assert (point.agreement.tables, point.agreement.of) == (("A", "B"), 6)


def test_ticked_parties_make_a_steering_group_without_what_is_set_aside(session: Session, app: str) -> None:
    session.points.set_aside(app, ids(session, app, 2)[:2], Reason.SAME)
    group = session.summaries.source(app).answers[1].steering
    assert [(item.party, item.agreement.tables) for item in group] == [
        ("kommun", ("C", "D", "E", "F")), ("af", ("C", "D", "E", "F")),
    ]  # fmt: skip


def test_nothing_is_approved_before_every_note_is_handled(session: Session, app: str) -> None:
    with pytest.raises(UserError, match="notes_left") as refused:
        session.summaries.approve(app, by="Karin")
    assert refused.value.values == {"n": 18}
    handle_everything(session, app)
    with pytest.raises(UserError, match="approver_missing"):
        session.summaries.approve(app, by="  ")
    session.summaries.approve(app, by="Karin Ek")
    source = session.summaries.source(app)
    assert (source.state, source.approved_by) == (SummaryState.APPROVED, "Karin Ek")


def test_nothing_is_approved_with_personal_data_nobody_has_looked_at(session: Session, app: str) -> None:
    note, *_others = ids(session, app, 1)
    session.notes.edit(note, NoteContent("Kontakta Petra Gyllenhoff, 031-390 06 58"))
    handle_everything(session, app)
    with pytest.raises(UserError, match="hits_left"):
        session.summaries.approve(app, by="Karin")
    for hit in session.summaries.open_hits(app):
        choice = Choice.PASS if hit.kind is HitKind.NAME else Choice.MASK
        session.gate.choose(app, hit.kind, hit.text, choice)
    session.summaries.approve(app, by="Karin")
    said = next(text for text in texts(session, app) if text.startswith("Kontakta"))
    assert said == "Kontakta Petra Gyllenhoff, [telefonnummer]"


def test_a_personal_identity_number_can_never_be_let_pass(session: Session, app: str) -> None:
    with pytest.raises(UserError, match="identity_number_passes"):
        session.gate.choose(app, HitKind.IDENTITY, "811228-9874", Choice.PASS)
    session.notes.edit(ids(session, app, 1)[0], NoteContent("Pnr 811228-9874"))
    assert "Pnr [personnummer]" in texts(session, app)


def test_approval_freezes_every_word(session: Session, app: str) -> None:
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    before = session.summaries.source(app)
    session.notes.edit(ids(session, app, 1)[0], NoteContent("Ändrad efteråt"))
    details = replace(session.applications.get(app).details, title="Ett annat namn")
    session.applications.change(app, details)
    after = session.summaries.source(app)
    assert (after.answers, after.application.title) == (before.answers, before.application.title)


def test_what_is_approved_is_not_worked_on(session: Session, app: str) -> None:
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    with pytest.raises(UserError, match="summary_approved"):
        session.points.release(app, ids(session, app, 1))
    session.summaries.reopen(app, by="Karin")
    session.points.release(app, ids(session, app, 1))
    assert session.points.receipt(app).left == 6


def test_approval_and_reopening_are_logged_and_undone(session: Session, app: str) -> None:
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    session.undo.undo()
    assert session.summaries.approval(app) is None
    session.undo.redo()
    session.summaries.reopen(app, by="Ali")
    session.undo.undo()
    approval = session.summaries.approval(app)
    assert approval is not None
    assert approval.approved_by == "Karin"
    kinds = [(entry.kind, entry.who) for entry in session.summaries.log(app)]
    assert kinds == [
        ("approved", "Karin"), ("reopened", "Karin"), ("approved", "Karin"), ("reopened", "Ali"),
        ("approved", "Karin"),
    ]  # fmt: skip


def test_a_changed_letter_in_an_approved_summary_is_damage(session: Session, app: str) -> None:
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    session._file._raw.execute("UPDATE summary SET frozen = replace(frozen, 'Lapp 0', 'Lapp 1')")
    assert [(item.kind, item.name) for item in session.find_damage()] == [("day", "summary")]


def test_an_approved_summary_is_read_back_as_it_was_frozen(
    session: Session, app: str, tmp_path: Path
) -> None:
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    copy = tmp_path / "kopia.finsam"
    session.save_copy(copy)
    with Session.open(copy) as other:
        assert other.summaries.source(app) == session.summaries.source(app)
        assert other.summaries.approval(app) == session.summaries.approval(app)


def test_what_was_sent_keeps_its_day_and_its_deadline(session: Session, app: str) -> None:
    details = session.applications.get(app).details
    session.applications.change(app, replace(details, contact_email="lovisa@hjo.kommun.example"))
    _set_deadline(session, date(2025, 10, 31))
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    letter = session.outbox.letter(app)
    session.outbox.keep([make_letter(letter, written_at=datetime(2025, 10, 16, tzinfo=UTC))])
    _set_deadline(session, date(2025, 11, 7))
    assert session.summaries.source(app).workshop.deadline == date(2025, 11, 7)
    session.outbox.mark_sent(app, date(2025, 10, 16))
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, title="Ett annat namn", reply_to="ny@forbund.example"))
    sent = session.summaries.source(app).workshop
    assert sent.deadline == date(2025, 10, 31)
    assert (sent.title, sent.reply_to) == ("Budgetupptakt", "kansli@samordningsforbundet.example")


def test_a_new_draft_does_not_hide_what_was_sent(session: Session, app: str) -> None:
    details = session.applications.get(app).details
    session.applications.change(app, replace(details, contact_email="lovisa@hjo.kommun.example"))
    handle_everything(session, app)
    session.summaries.approve(app, by="Karin")
    moment = datetime(2025, 10, 16, tzinfo=UTC)
    session.outbox.keep([make_letter(session.outbox.letter(app), written_at=moment)])
    session.outbox.mark_sent(app, date(2025, 10, 16))
    session.outbox.keep([make_letter(session.outbox.letter(app), written_at=moment)])
    assert session.outbox.rows()[0].state is LetterState.SENT
    session.summaries.reopen(app)
    session.summaries.approve(app, by="Karin")
    assert session.outbox.rows()[0].state is LetterState.DRAFTED


def _set_deadline(session: Session, day: date) -> None:
    session.day.change_workshop(replace(session.day.frame().workshop, deadline=day))
