"""How far applications have come: what the day knows by itself, what people note, what is undone."""

from datetime import date

import pytest
from tests.services.building import DAY

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.steps import current_step
from finsam_review.reporting.pictures.process import process_svg
from finsam_review.services.outgoing.gathering import process_source
from finsam_review.services.session import Session


def known(session: Session, application: Application) -> list[tuple[str, date, bool]]:
    """Return what is known: the step, the day, and whether the program worked it out."""
    entries = session.steps.entries(application.id)
    return [(entry.step, entry.on, entry.is_derived) for entry in entries]


def test_the_day_knows_when_it_came_and_was_read(session: Session, application: Application):
    assert known(session, application) == [("received", date(2025, 9, 10), True), ("read", DAY, True)]
    assert session.steps.current_steps() == {application.id: "read"}


def test_a_revised_version_is_a_step_once_its_date_is_known(revised: Session, application: Application):
    assert "revised" not in {step for step, _on, _derived in known(revised, application)}
    document = revised.applications.get(application.id).documents[1]
    revised.revisions.set_received(document.id, date(2025, 11, 3))
    assert known(revised, application)[-1] == ("revised", date(2025, 11, 3), True)
    assert revised.steps.current_steps()[application.id] == "revised"


def test_a_step_is_noted_corrected_and_undone(session: Session, application: Application):
    changes = session.steps.note(
        application.id, "preparation", date(2025, 11, 20), words=" Kansliet föredrog "
    )
    assert changes == Changes(follow_up=frozenset({application.id}))
    session.steps.note(application.id, "preparation", date(2025, 11, 21), words="Kansliet föredrog")
    own = [entry for entry in session.steps.entries(application.id) if entry.step == "preparation"]
    assert [(entry.on, entry.words) for entry in own] == [(date(2025, 11, 21), "Kansliet föredrog")]
    session.undo.undo()
    assert known(session, application)[-1] == ("preparation", date(2025, 11, 20), False)
    session.undo.undo()
    assert session.steps.current_steps()[application.id] == "read"
    session.undo.redo()
    assert session.steps.current_steps()[application.id] == "preparation"


def test_what_was_decided_is_noted_and_told_in_the_picture(session: Session, application: Application):
    session.steps.note(application.id, "decided", date(2025, 12, 11), words="§ 87", outcome="grant")
    last = session.steps.process(application.id).steps[-1]
    assert (last.name, last.outcome, last.words, last.state) == ("Beslut", "Beviljad", "§ 87", "here")
    before = [step.state for step in session.steps.process(application.id).steps[:-1]]
    assert before == ["done"] * 2 + ["passed"] * 5


def test_what_leaves_says_dates_and_outcome_but_no_note_from_inside(
    session: Session, application: Application
):
    session.steps.note(application.id, "preparation", date(2025, 11, 20), words="Ordföranden är jävig")
    session.steps.note(application.id, "decided", date(2025, 12, 11), words="§ 87", outcome="complete")
    source = process_source(session, application.id)
    assert {step.words for step in source.steps} == {""}
    assert (source.steps[4].on, source.steps[-1].outcome) == (date(2025, 11, 20), "Kompletteras")
    assert "jävig" not in process_svg(source)


def test_taking_back_leaves_what_the_day_knows(session: Session, application: Application):
    session.steps.note(application.id, "received", date(2025, 9, 1))
    assert known(session, application)[0] == ("received", date(2025, 9, 1), False)
    session.steps.take_back(application.id, "received")
    assert known(session, application)[0] == ("received", date(2025, 9, 10), True)
    session.undo.undo()
    assert known(session, application)[0] == ("received", date(2025, 9, 1), False)
    session.undo.redo()
    assert session.steps.take_back(application.id, "received") == Changes()


def test_dates_that_go_backwards_are_asked_about_and_not_refused(session: Session, application: Application):
    session.steps.note(application.id, "preparation", date(2025, 11, 20))
    session.steps.note(application.id, "board", date(2025, 11, 1))
    odd = session.steps.out_of_order(application.id)
    assert [(item.step, item.later_step) for item in odd] == [("preparation", "board")]
    assert session.steps.current_steps()[application.id] == "board"


@pytest.mark.parametrize(("step", "outcome"), [("made up", ""), ("board", "grant"), ("decided", "maybe")])
def test_a_step_or_outcome_that_the_day_does_not_have_is_refused(
    session: Session, application: Application, step: str, outcome: str
):
    with pytest.raises(UserError, match="step_unknown"):
        session.steps.note(application.id, step, date(2025, 12, 1), outcome=outcome)
    assert session.undo.next_undo is None


def test_the_steps_of_all_read_in_one_go_are_those_of_each(session: Session, application: Application):
    session.steps.note(application.id, "board_preparation", date(2025, 11, 28))
    each = current_step(session.steps.entries(application.id), session.steps.steps())
    assert session.steps.current_steps() == {application.id: each}
