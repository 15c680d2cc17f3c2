"""Applications are added, corrected, put away and taken in; undo knows the way back from each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.services.building import a_document, candidate

from finsam_review.domain.applications import ApplicationDetails, DocumentVersion, Doubt
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import Gathered, Proposal, ReadingRow
from finsam_review.services.session import Session


def titles(session: Session) -> list[tuple[int, str]]:
    """Return number and title of every application."""
    return [(item.number, item.title) for item in session.applications.all()]


THREE = [(1, "Ansökan 1"), (2, "Ansökan 2"), (3, "Ansökan 3")]


def test_one_added_by_hand_comes_last_and_can_be_taken_back(session: Session):
    added, changes = session.applications.add(ApplicationDetails(title=" Grönt \n steg "))
    assert changes == Changes(applications=frozenset({added.id}))
    assert titles(session) == [*THREE, (4, "Grönt steg")]
    session.undo.undo()
    assert titles(session) == THREE
    session.undo.redo()
    assert titles(session)[3] == (4, "Grönt steg")


def test_one_put_away_leaves_its_number_and_gets_it_back_or_the_next(session: Session):
    second = session.applications.all()[1]
    session.applications.remove(second.id)
    assert titles(session) == [THREE[0], THREE[2]]
    with pytest.raises(UserError) as gone:
        session.applications.get(second.id)
    assert gone.value.code == "application_gone"
    session.undo.undo()
    assert titles(session) == THREE
    last = session.applications.all()[2]
    session.applications.remove(last.id)
    session.applications.add(ApplicationDetails(title="Ny"))
    session.undo.undo()
    session.undo.undo()
    assert titles(session) == THREE


def test_correcting_a_field_settles_its_doubts_and_no_others(session: Session):
    doubts = (Doubt("title", "x"), Doubt("amounts", "y", {"n": 1}, "quote"), Doubt("document", "z"))
    taken = candidate("Tvivelaktig")
    doubted = replace(taken, proposal=replace(taken.proposal, doubts=doubts))
    (new,) = session.intake.take_in(Gathered((doubted,))).applications
    assert new.doubts == doubts
    session.applications.change(new.id, replace(new.details, title="Säker"))
    assert session.applications.get(new.id).doubts == doubts[1:]
    session.applications.settle(new.id, "amounts")
    assert session.applications.get(new.id).doubts == doubts[2:]
    session.applications.settle(new.id)
    assert session.applications.get(new.id).doubts == ()
    for wanted in (doubts[2:], doubts[1:], doubts):
        session.undo.undo()
        assert session.applications.get(new.id).doubts == wanted
    assert session.applications.get(new.id).title == "Tvivelaktig"


def test_every_field_comes_back_as_it_was_put_in(session: Session):
    details = ApplicationDetails(
        "Titel – förklaring", "2025/041", date(2025, 8, 28), "projekt", "Hjo kommun", ("Hjo kommun", "FK"),
        ("kommun", "fk"), "Lovisa", "l@hjo.example", date(2026, 1, 1), date(2027, 12, 31),
        ((2026, 1_185_000), (2027, 0)), 1_185_000,
    )  # fmt: skip
    added, _changes = session.applications.add(details)
    assert session.applications.get(added.id).details == details
    assert added.short_title == "Titel"


def test_nothing_changed_is_nothing_to_undo(session: Session):
    first = session.applications.all()[0]
    assert session.applications.change(first.id, first.details) == Changes()
    assert session.applications.settle(first.id) == Changes()
    assert session.undo.next_undo is None


@pytest.mark.parametrize(
    ("details", "code"),
    [
        (ApplicationDetails(title=" \u200e\n"), "application_title_missing"),
        (
            ApplicationDetails(title="x", period_start=date(2026, 1, 2), period_end=date(2026, 1, 1)),
            "period_backwards",
        ),
    ],
)
def test_what_can_not_be_is_refused(session: Session, details: ApplicationDetails, code: str):
    for deed in (
        lambda: session.applications.add(details),
        lambda: session.applications.change(session.applications.all()[0].id, details),
    ):
        with pytest.raises(UserError) as refused:
            deed()
        assert refused.value.code == code
    assert titles(session) == THREE


def test_taking_in_is_one_step_with_its_documents_and_readings(session: Session):
    rows = (
        ReadingRow(1, "Ny", 1),
        ReadingRow(1, "Ny", 2),
        ReadingRow(99, "Ny", 1),
        ReadingRow(1, "Okänd", 1),
    )
    taken = session.intake.take_in(Gathered((candidate("Ny"),), readings=rows))
    (new,) = taken.applications
    assert [item.file_name for item in new.documents] == ["Ny.docx"]
    assert session.applications.original(new.documents[0].id).endswith(b"Ny")
    readings = session.day.frame().readings
    assert [(item.application_id, item.position) for item in readings] == [(new.id, 1)]
    session.undo.undo()
    assert titles(session) == THREE
    assert session.day.frame().readings == ()
    session.undo.redo()
    assert titles(session)[3] == (4, "Ny")
    assert session.day.frame().readings == readings
    assert len(session.applications.get(new.id).documents) == 1


def test_a_candidate_that_a_rule_refuses_stops_no_other(session: Session):
    taken = session.intake.take_in(Gathered((candidate("\x00"), candidate("God"))))
    assert [item.title for item in taken.applications] == ["God"]
    assert [item.code for item in taken.failed] == ["application_title_missing"]
    assert titles(session) == [*THREE, (4, "God")]


def test_a_revised_document_comes_to_the_application_it_revises(session: Session):
    first = session.applications.all()[0]
    document = replace(a_document("Reviderad"), version=DocumentVersion.REVISED)
    revised = replace(
        candidate(first.title),
        proposal=Proposal(first.details),
        application_id=first.id,
        documents=(document,),
    )
    session.intake.take_in(Gathered((revised,)))
    after = session.applications.get(first.id)
    assert after.details == first.details
    assert [(item.file_name, item.version.value) for item in after.documents] == [
        ("Ansökan 1.docx", "first"),
        ("Reviderad.docx", "revised"),
    ]
    session.undo.undo()
    assert session.applications.get(first.id) == first


def test_the_same_bytes_under_two_names_are_kept_once(session: Session):
    before = session._file._raw.execute("SELECT count(*) FROM original").fetchone()[0]
    session.intake.take_in(Gathered((candidate("A", data=b"same"), candidate("B", data=b"same"))))
    assert session._file._raw.execute("SELECT count(*) FROM original").fetchone()[0] == before + 1
    assert [session.applications.original(a.documents[0].id) for a in session.applications.all()[3:]] == [
        b"same",
        b"same",
    ]


def test_an_import_stopped_half_way_leaves_one_step_of_undo(session: Session):
    steps = session.intake.take_in_steps(Gathered((candidate("A"), candidate("B"), candidate("C"))))
    next(steps)
    next(steps)
    steps.close()
    assert [title for _number, title in titles(session)[3:]] == ["A", "B"]
    session.undo.undo()
    assert titles(session) == THREE
    assert session.undo.next_undo is None


@pytest.mark.parametrize("ask", [lambda s: s.applications.original("x")])
def test_an_unknown_document_is_a_bug(session: Session, ask: Callable[[Session], object]):
    with pytest.raises(LookupError):
        ask(session)
