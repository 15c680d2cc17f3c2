"""The page Före och efter: made through the gate, read back, whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from tests.services.outgoing.approving import approve

from finsam_review.domain.applications import Application
from finsam_review.domain.checks.gate import Choice, HitKind
from finsam_review.domain.follow_up.before_after import BeforeAfterSource
from finsam_review.domain.follow_up.fact_changes import Fact
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.follow_up.text_changes import compare
from finsam_review.services.follow_up.before_after import (
    before_after_file_name,
    before_after_source,
    preview_before_after,
    save_before_after,
)
from finsam_review.services.session import Session


@pytest.fixture
def judged(revised: Session, application: Application) -> Session:
    """The day when the summary is approved and its first two points are judged."""
    approve(revised, application.id)
    (_q1, first), (_q2, second), *_rest = revised.revisions.points(application.id)
    revised.revisions.answer(application.id, first.id, Answer.ANSWERED)
    words = "Enligt Fredrik Nordanå, 031-390 06 58, är regionen med."
    revised.revisions.answer(application.id, second.id, Answer.PARTLY, words=words)
    return revised


def source_of(session: Session, application: Application) -> BeforeAfterSource:
    """Return what the page says now."""
    versions = session.revisions.versions(application.id)
    assert versions is not None
    comparison = compare(versions.first_blocks, versions.revised_blocks)
    return before_after_source(session, application.id, versions, comparison)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF on one line."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_the_page_says_what_changed_and_what_is_answered(judged: Session, application: Application):
    document = judged.applications.get(application.id).documents[1]
    judged.revisions.set_received(document.id, date(2025, 11, 3))
    source = source_of(judged, application)
    assert [point.answer for point in source.points] == [Answer.ANSWERED, Answer.PARTLY, None]
    assert source.arrival is not None
    assert source.arrival.revised_on == date(2025, 11, 3)
    text = text_of(preview_before_after(source))
    for words in ("5 970 000 kr", "5 280 000 kr", "−690 000 kr", "3 november 2025", "Bredda styrgruppen"):
        assert words in text.replace("\u00a0", " ")


def test_no_name_number_or_address_leaves(judged: Session, application: Application):
    source = source_of(judged, application)
    assert source.points[1].words == "Enligt [namn], [telefonnummer], är regionen med."
    text = text_of(preview_before_after(source))
    for planted in ("Enligt Fredrik", "031-390"):
        assert planted not in text


def test_the_contact_stands_as_both_documents_have_it(judged: Session, application: Application):
    """Or nobody could see that it is another one."""
    details = judged.applications.get(application.id).details
    other = replace(details, contact_name="Ny Kontakt 811228-9874", contact_email="ny@hjo.kommun.example")
    judged.applications.change(application.id, other)
    facts = {change.fact: change for change in source_of(judged, application).facts}
    before, after = facts[Fact.CONTACT_NAME].before, facts[Fact.CONTACT_NAME].after
    assert before == "Ny Kontakt [personnummer]"
    assert after == details.contact_name
    assert facts[Fact.CONTACT_EMAIL].before == "ny@hjo.kommun.example"
    assert "[" not in str(facts[Fact.CONTACT_EMAIL].after)


def test_what_a_person_lets_pass_stands(judged: Session, application: Application):
    judged.gate.choose(application.id, HitKind.PHONE, "031-390 06 58", Choice.PASS)
    assert "031-390 06 58" in source_of(judged, application).points[1].words


def test_the_title_passes_the_gate_too(judged: Session, application: Application):
    details = judged.applications.get(application.id).details
    judged.applications.change(application.id, replace(details, title="Stegen 811228-9874"))
    assert "811228" not in source_of(judged, application).application.title


def test_the_file_is_saved_under_a_name_that_says_what_it_is(
    judged: Session, application: Application, tmp_path: Path
):
    source = source_of(judged, application)
    name = before_after_file_name(source)
    assert name == "2025-050 Stegen in före och efter.pdf"
    done = save_before_after(source, tmp_path / name)
    assert (done.error, done.path) == (None, tmp_path / name)
    assert text_of((tmp_path / name).read_bytes()) == text_of(preview_before_after(source))
    assert [path.name for path in tmp_path.glob("*.pdf")] == [name]


def test_a_folder_that_is_gone_is_told_and_nothing_is_left(
    judged: Session, application: Application, tmp_path: Path
):
    done = save_before_after(source_of(judged, application), tmp_path / "borta" / "fil.pdf")
    assert done.path is None
    assert done.error is not None
    assert not (tmp_path / "borta").exists()
