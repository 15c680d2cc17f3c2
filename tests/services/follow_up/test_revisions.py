"""A revised version beside the first: facts, text, when it came, and whether it answers."""

from datetime import date

import pytest
from tests.services.follow_up.conftest import TEXTS, sample
from tests.services.outgoing.approving import approve

from finsam_review.domain.applications import Application, DocumentVersion
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.comparing.pieces import PieceKind
from finsam_review.domain.follow_up.fact_changes import Fact, changed_rows, fact_changes
from finsam_review.domain.follow_up.lateness import ArrivalState, Standing, arrival_counts, standing
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.follow_up.taking_over import taken_over
from finsam_review.domain.follow_up.text_changes import compare
from finsam_review.domain.notes import NoteContent
from finsam_review.services.follow_up.revisions import Versions
from finsam_review.services.session import Session

TODAY = date(2025, 11, 4)


def versions_of(session: Session, application: Application) -> Versions:
    """Return both versions, which are there."""
    found = session.revisions.versions(application.id)
    assert found is not None
    return found


def test_there_are_no_versions_before_a_revised_one_has_come(session: Session, application: Application):
    assert session.revisions.versions(application.id) is None
    assert session.revisions.documents(application.id) is None


def test_the_revised_version_never_replaces_the_first(revised: Session, application: Application):
    now = revised.applications.get(application.id)
    assert now.details == application.details
    assert [document.version for document in now.documents] == [
        DocumentVersion.FIRST,
        DocumentVersion.REVISED,
    ]
    assert revised.applications.original(now.documents[0].id) == sample("ansokningar").read_bytes()
    assert revised.applications.original(now.documents[1].id) == sample("reviderade").read_bytes()


def test_facts_are_compared_with_what_the_revised_document_says(revised: Session, application: Application):
    versions = versions_of(revised, application)
    facts = fact_changes(versions.first_details, versions.revised_details)
    assert changed_rows(facts) == (5, 9)
    by_fact = {(fact.fact, fact.year): fact for fact in facts}
    assert by_fact[Fact.AMOUNT_TOTAL, None].difference == -690_000
    assert by_fact[Fact.AMOUNT_YEAR, 2027].after == 1_760_000
    assert by_fact[Fact.PERIOD_START, None].after == date(2026, 2, 1)
    assert by_fact[Fact.ORGANISATIONS, None].added == ("Västra Götalandsregionen", "Arbetsförmedlingen")
    assert (by_fact[Fact.PARTY_COUNT, None].before, by_fact[Fact.PARTY_COUNT, None].after) == (1, 3)


def test_the_text_is_compared_passage_by_passage(revised: Session, application: Application):
    versions = versions_of(revised, application)
    comparison = compare(versions.first_blocks, versions.revised_blocks)
    steering = next(item for item in comparison.changes if item.heading == "Organisation och styrgrupp")
    kinds = [piece.kind for piece in steering.pieces]
    assert {PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED} == set(kinds)
    assert steering.before.endswith("Verksamhetschefen i Töreboda är ordförande.")
    assert steering.after.endswith("Ordförandeskapet roterar årsvis.")
    new = next(item for item in comparison.changes if item.heading == "Implementering")
    assert (new.heading_kind, new.before) == (PieceKind.ADDED, "")


def test_reading_the_facts_on_another_thread_gives_the_same(revised: Session, application: Application):
    documents = revised.revisions.documents(application.id)
    assert documents is not None
    assert documents.read() == versions_of(revised, application)


def test_the_new_facts_can_be_taken_over_and_back(revised: Session, application: Application):
    versions = versions_of(revised, application)
    new = taken_over(application.details, versions.revised_details)
    changes = revised.applications.change(application.id, new)
    assert changes == Changes(applications=frozenset({application.id}))
    now = revised.applications.get(application.id)
    assert now.details.amount_total == 5_280_000
    assert now.details.parties == ("kommun", "region", "af")
    assert now.details.received_on == application.details.received_on
    assert [doubt for doubt in now.doubts if doubt.code == "changed"] == []
    revised.undo.undo()
    assert revised.applications.get(application.id).details == application.details


def test_what_was_sent_is_still_compared_with_when_the_new_facts_are_taken_over(
    revised: Session, application: Application
):
    approve(revised, application.id)
    before = versions_of(revised, application)
    revised.applications.change(application.id, taken_over(application.details, before.revised_details))
    after = versions_of(revised, application)
    assert after.first_details == before.first_details
    assert changed_rows(fact_changes(after.first_details, after.revised_details)) == (5, 9)


def test_a_revised_version_without_a_date_counts_as_a_reply(revised: Session):
    arrivals = revised.steps.arrivals()
    assert standing(arrivals[0], TODAY) == Standing(ArrivalState.UNDATED)
    counts = arrival_counts(arrivals, TODAY)
    assert (counts.replies, counts.missing, counts.not_sent) == (1, 0, 0)


def test_when_it_came_in_can_be_said_corrected_and_undone(revised: Session, application: Application):
    document = revised.applications.get(application.id).documents[1]
    changes = revised.revisions.set_received(document.id, date(2025, 11, 3))
    touched = frozenset({application.id})
    assert changes == Changes(applications=touched, follow_up=touched)
    assert standing(revised.steps.arrivals()[0], TODAY) == Standing(ArrivalState.LATE, 3)
    revised.revisions.set_received(document.id, date(2025, 10, 31))
    assert standing(revised.steps.arrivals()[0], TODAY) == Standing(ArrivalState.ON_TIME)
    revised.undo.undo()
    assert standing(revised.steps.arrivals()[0], TODAY) == Standing(ArrivalState.LATE, 3)
    revised.undo.undo()
    assert standing(revised.steps.arrivals()[0], TODAY) == Standing(ArrivalState.UNDATED)
    revised.undo.redo()
    assert revised.steps.arrivals()[0].revised_on == date(2025, 11, 3)


def test_saying_the_same_date_again_is_no_step(revised: Session, application: Application):
    document = revised.applications.get(application.id).documents[1]
    revised.revisions.set_received(document.id, date(2025, 11, 3))
    assert revised.revisions.set_received(document.id, date(2025, 11, 3)) == Changes()
    revised.undo.undo()
    assert revised.undo.next_undo is None


def test_a_point_is_answered_answered_otherwise_and_cleared(revised: Session, application: Application):
    (_number, point), *_rest = revised.revisions.points(application.id)
    changes = revised.revisions.answer(application.id, point.id, Answer.PARTLY, words=" Bara en part. ")
    assert changes == Changes(follow_up=frozenset({application.id}))
    kept = revised.revisions.responses(application.id)[point.id]
    assert (kept.answer, kept.words) == (Answer.PARTLY, "Bara en part.")
    revised.revisions.answer(application.id, point.id, Answer.ANSWERED, words="Bara en part.")
    revised.revisions.answer(application.id, point.id, None)
    assert revised.revisions.responses(application.id) == {}
    revised.undo.undo()
    assert revised.revisions.responses(application.id)[point.id].answer is Answer.ANSWERED
    revised.undo.undo()
    assert revised.revisions.responses(application.id)[point.id].answer is Answer.PARTLY
    revised.undo.undo()
    assert revised.revisions.all_responses() == ()
    revised.undo.redo()
    assert revised.revisions.responses(application.id)[point.id].words == "Bara en part."


def test_the_same_answer_again_is_no_step(revised: Session, application: Application):
    (_number, point), *_rest = revised.revisions.points(application.id)
    revised.revisions.answer(application.id, point.id, Answer.NOT)
    assert revised.revisions.answer(application.id, point.id, Answer.NOT) == Changes()
    assert revised.revisions.answer(application.id, point.id, None) != Changes()
    assert revised.revisions.answer(application.id, point.id, None) == Changes()


def test_a_point_that_is_gone_is_refused(revised: Session, application: Application):
    with pytest.raises(UserError, match="point_gone"):
        revised.revisions.answer(application.id, "no such point", Answer.NOT)
    assert revised.revisions.all_responses() == ()


def test_the_points_are_those_that_were_sent(revised: Session, application: Application):
    approve(revised, application.id)
    sent = revised.revisions.points(application.id)
    note_id = sent[0][1].notes[0]
    revised.notes.edit(note_id, NoteContent("En annan mening"))
    assert [point.text for _number, point in sent] == list(TEXTS)
    assert revised.revisions.points(application.id) == sent


def test_answers_outlive_closing_and_opening(revised: Session, application: Application):
    (_number, point), *_rest = revised.revisions.points(application.id)
    revised.revisions.answer(application.id, point.id, Answer.NOT, words="Försäkringskassan")
    path = revised.path
    revised.close()
    with Session.open(path) as again:
        kept = again.revisions.responses(application.id)[point.id]
    assert (kept.answer, kept.words) == (Answer.NOT, "Försäkringskassan")
