"""Nothing slips out: every kind of output goes through the gate, for every planted number and name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.services.building import a_workshop, all_places
from tests.services.outgoing.reading import words_in

from finsam_review.domain.applications import Application
from finsam_review.domain.checks.gate import Choice, HitKind
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.domain.points.sheet import Reason
from finsam_review.paths import resources
from finsam_review.services.outgoing.exports import KINDS, gather, write
from finsam_review.services.outgoing.letters import write_letters
from finsam_review.services.session import Session

PERSONAL = {
    "811228-9874": "Pnr till fakturan 811228-9874 (nej, ta bort)",
    "19121212-1212": "Ett exempel låg framme med 19121212-1212",
    "701063-2391": "Vi hade en deltagare, 701063-2391, där ingen frågade",
    "031-390 06 58": "Ansvarig nås på 031-390 06 58",
    "070-174 06 77": "tel 070-174 06 77, hon ledde gruppen",
    "dag.wireus@vgregion.example": "Skriv till dag.wireus@vgregion.example om studiebesök",
    "Gyllenhoff": "Petra Gyllenhoff borde tillfrågas",
    "Isaksdotter": "Fråga Rut Isaksdotter Malm om gruppen",
    "Alvén": "Prata med Gun-Britt Alvén på färdtjänst",
}
"""Each planted thing, and a sentence of the practice day that holds it."""


PARTICIPANT = "Krister Alnemark"
"""Somebody in the list of participants; a name in a title is theirs alone to be known by."""


def planted(session: Session) -> None:
    """Put every planted sentence in every place that people write in."""
    app = session.applications.all()[0].id
    places = [place for place in all_places(session) if place.topic_id == app]
    for number, sentence in enumerate(PERSONAL.values()):
        for question in ("1", "2", "3"):
            own = [place for place in places if place.question_id.endswith(question)]
            proposal = sentence if question == "3" else ""
            session.notes.add(own[number % len(own)], NoteContent(sentence, proposal=proposal))
    by_question: dict[str, list[str]] = {}
    for note in session.notes.of_topic(app):
        by_question.setdefault(note.place.question_id, []).append(note.id)
    first, second, third = by_question.values()
    everything = "\n".join(PERSONAL.values())
    session.points.merge(app, first[:2], text=everything)
    session.points.quote(app, second[:3])
    session.points.merge(app, third[:2], text="Utmaning", proposal=everything)
    session.points.set_aside(app, first[2:4], Reason.OWN, words=everything)
    session.day_summary.write("introduction", everything)
    session.day_summary.write("theme:needs", everything)
    session.day_summary.add_step(" ".join(PERSONAL.values()), owner="Petra Gyllenhoff", due=date(2025, 11, 1))
    session.steps.note(app, "preparation", date(2025, 11, 20), words=everything)
    details = session.applications.get(app).details
    title = f"Ring 031-390 06 58 eller dag.wireus@vgregion.example om {PARTICIPANT} 811228-9874"
    session.applications.change(app, replace(details, title=title, applicant="Hjo 070-174 06 77"))
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, title="Läsdag 701063-2391"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A day with the planted sentences everywhere, and the participants of the practice day."""
    day = a_workshop().with_applications(2).with_documents().with_notes(19)
    with day.at(tmp_path / "dag.finsam") as opened:
        opened.participants.take_in(resources() / "sample" / "deltagare.xlsx")
        planted(opened)
        yield opened


def found_in(folder: Path) -> dict[str, list[str]]:
    """Return where each planted thing can be read among the files of a folder."""
    texts = [
        pair
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for pair in words_in(path.name, path.read_bytes())
    ]
    assert texts
    texts += [(where, where) for where, _text in texts]
    return {thing: [where for where, text in texts if thing in text] for thing in (*PERSONAL, PARTICIPANT)}


@pytest.mark.parametrize("kind", KINDS)
def test_no_output_holds_what_nobody_let_pass(session: Session, kind: str, tmp_path: Path) -> None:
    steps = list(write(gather(session, [kind], name_tables=True), tmp_path / "ut"))
    assert [step.error for step in steps if step.error] == []
    assert {thing: places for thing, places in found_in(tmp_path / "ut").items() if places} == {}


def test_no_mail_holds_what_nobody_let_pass(session: Session, tmp_path: Path) -> None:
    roles = (FileRole.PDF, FileRole.WORD, FileRole.PROCESS)
    letters = [session.outbox.letter(item.id, roles=roles) for item in _addressed(session)]
    steps = list(write_letters(letters, tmp_path / "ut", written_at=datetime(2025, 10, 16, tzinfo=UTC)))
    assert [step.error for step in steps] == [None, None]
    assert {thing: places for thing, places in found_in(tmp_path / "ut").items() if places} == {}


@pytest.mark.parametrize("kind", ["summaries", "summaries-word", "notes-xlsx", "case-folders"])
def test_what_a_person_let_pass_is_there_and_nothing_else(
    session: Session, kind: str, tmp_path: Path
) -> None:
    app = session.applications.all()[0].id
    session.gate.choose(app, HitKind.PHONE, "031-390 06 58", Choice.PASS)
    list(write(gather(session, [kind]), tmp_path / "ut"))
    found = {thing for thing, places in found_in(tmp_path / "ut").items() if places}
    assert found == {"031-390 06 58"}


def _addressed(session: Session) -> list[Application]:
    for item in session.applications.all():
        address = f"ansokan{item.number}@hjo.kommun.example"
        session.applications.change(item.id, replace(item.details, contact_email=address))
    return list(session.applications.all())
