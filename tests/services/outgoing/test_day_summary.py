"""The day's own texts: durable at once, one step of undo a visit, through the gate, written as files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from tests.services.building import a_workshop
from tests.services.outgoing.approving import approve

from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Choice, HitKind
from finsam_review.domain.day_summary import DaySummarySource
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.summaries import SummaryState
from finsam_review.services.gate import DAY
from finsam_review.services.outgoing.day_files import day_file_name, preview_day, save_day
from finsam_review.services.outgoing.day_source import INTRODUCTION, MISSIONS, theme_text
from finsam_review.services.outgoing.day_summary import TEXT_LIMIT
from finsam_review.services.session import Session

NAME = "Gun-Britt Alvén"
NUMBER = "640823-3234"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day with two applications and six notes on each question of both."""
    with a_workshop().with_applications(2).with_notes(36).at(tmp_path / "dag.finsam") as opened:
        yield opened


def reopened(session: Session) -> tuple[dict[str, str], tuple[NextStep, ...]]:
    """Return texts and steps as another program would read them from the file."""
    with session._file.work() as work:
        return dict(work.follow_up.texts()), work.follow_up.next_steps()


def mission(session: Session, party: int, table: int, text: str) -> None:
    """Stick up what a table thinks a party is there for."""
    frame = session.day.frame()
    question = next(q for q in frame.questions if q not in frame.review_questions)
    topic = f"party:{frame.parties[party].code}"
    session.notes.add(Place(topic, question.id, frame.tables[table].id), NoteContent(text))


def words_of(pdf: bytes) -> str:
    """Return the text of a PDF, blanks made single."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(document[at].get_textpage().get_text_bounded() for at in range(len(document)))
    document.close()
    return " ".join(text.split())


def test_a_text_is_in_the_file_when_it_is_written(session: Session) -> None:
    summary = session.day_summary
    assert summary.write(INTRODUCTION, "  Onsdagen den 15 oktober.\r\nEtt stycke till. ") == Changes(
        day_texts=True
    )
    assert reopened(session)[0] == {INTRODUCTION: "Onsdagen den 15 oktober.\nEtt stycke till."}
    assert summary.write(INTRODUCTION, "Onsdagen den 15 oktober.\nEtt stycke till.") == Changes()
    assert summary.write(INTRODUCTION, " \n ") == Changes(day_texts=True)
    assert reopened(session)[0] == {}


def test_texts_are_undone_and_done_again(session: Session) -> None:
    summary = session.day_summary
    summary.write(INTRODUCTION, "Ett")
    summary.write(theme_text("needs"), "Om behov")
    assert session.undo.undo() == ("The text is written.", Changes(day_texts=True))
    assert summary.texts() == {INTRODUCTION: "Ett"}
    session.undo.undo()
    assert summary.texts() == {}
    session.undo.redo()
    session.undo.redo()
    assert summary.texts() == {INTRODUCTION: "Ett", theme_text("needs"): "Om behov"}


def test_what_is_written_on_in_one_visit_is_one_step_of_undo(session: Session) -> None:
    summary = session.day_summary
    summary.write(INTRODUCTION, "Före")
    summary.write(INTRODUCTION, "Före och ett")
    summary.write(INTRODUCTION, "Före och ett och två", goes_on=True)
    summary.write(INTRODUCTION, "Före och ett och två och tre", goes_on=True)
    session.undo.undo()
    assert summary.texts() == {INTRODUCTION: "Före"}
    session.undo.redo()
    assert summary.texts() == {INTRODUCTION: "Före och ett och två och tre"}


def test_writing_on_never_swallows_another_step(session: Session) -> None:
    summary = session.day_summary
    summary.write(MISSIONS, "Ett")
    summary.write(INTRODUCTION, "Två", goes_on=True)
    summary.add_step("Skicka ut")
    summary.write(INTRODUCTION, "Två och tre", goes_on=True)
    session.undo.undo()
    assert summary.texts() == {MISSIONS: "Ett", INTRODUCTION: "Två"}
    session.undo.undo()
    assert summary.next_steps() == ()
    session.undo.undo()
    assert summary.texts() == {MISSIONS: "Ett"}


def test_a_text_longer_than_a_summary_can_be_is_refused_in_words(session: Session) -> None:
    session.day_summary.write(INTRODUCTION, "a" * TEXT_LIMIT)
    with pytest.raises(UserError) as refused:
        session.day_summary.write(INTRODUCTION, "b" * (TEXT_LIMIT + 1))
    assert refused.value.code == "text_too_long"
    assert refused.value.values == {"limit": TEXT_LIMIT, "length": TEXT_LIMIT + 1}
    assert session.day_summary.texts() == {INTRODUCTION: "a" * TEXT_LIMIT}


def test_steps_are_added_changed_moved_and_taken_away_each_undoable(session: Session) -> None:
    summary = session.day_summary
    first, changes = summary.add_step(" Skicka\nsummeringarna ", owner="Kansliet", due=date(2025, 10, 17))
    second, _changes = summary.add_step("Läsa reviderade")
    assert changes == Changes(day_texts=True)
    assert (first.what, first.owner, first.due) == ("Skicka summeringarna", "Kansliet", date(2025, 10, 17))
    summary.move_step(second.id, -5)
    assert summary.next_steps() == (second, first)
    changed = replace(second, owner="Beredningsgruppen", due=date(2025, 11, 5))
    summary.change_step(changed)
    assert reopened(session)[1] == (changed, first)
    summary.remove_step(changed.id)
    assert reopened(session)[1] == (first,)
    for expected in ((changed, first), (second, first), (first, second), (first,), ()):
        session.undo.undo()
        assert summary.next_steps() == expected
    for _step in range(5):
        session.undo.redo()
    assert summary.next_steps() == (first,)


def test_a_step_at_the_end_stays_where_it_is(session: Session) -> None:
    summary = session.day_summary
    only, _changes = summary.add_step("Skicka ut")
    assert summary.move_step(only.id, 1) == Changes()
    assert summary.move_step(only.id, -1) == Changes()


def test_an_empty_step_and_one_that_is_gone_are_refused(session: Session) -> None:
    summary = session.day_summary
    with pytest.raises(UserError, match="step_empty"):
        summary.add_step("  ", due=date(2025, 10, 17))
    step, _changes = summary.add_step("Skicka ut")
    with pytest.raises(UserError, match="step_empty"):
        summary.change_step(replace(step, what=""))
    summary.remove_step(step.id)
    for deed in (
        lambda: summary.change_step(step),
        lambda: summary.move_step(step.id, 1),
        lambda: summary.remove_step(step.id),
    ):
        with pytest.raises(UserError, match="step_gone"):
            deed()
    assert summary.next_steps() == ()


def test_the_source_tells_the_numbers_of_the_day(session: Session) -> None:
    ids = [application.id for application in session.applications.all()]
    first = [note.id for note in session.notes.of_topic(ids[0])]
    session.points.quote(ids[0], first[:2])
    session.points.merge(ids[0], first[2:5], text="Flera säger det")
    session.points.set_aside(ids[0], first[5:6], Reason.SAME)
    mission(session, 0, 0, "Betalar försörjningsstöd")
    source = session.day_summary.source()
    numbers = source.numbers
    assert (numbers.applications, numbers.tables, numbers.participants) == (2, 6, 0)
    assert (numbers.notes, numbers.mission_notes) == (36, 1)
    assert (numbers.points, numbers.set_aside) == (3, 1)
    assert source.receipt.balances
    assert (source.receipt.quoted, source.receipt.merged, source.receipt.left) == (2, 3, 30)
    assert [(line.number, line.points, line.receipt.notes) for line in source.applications] == [
        (1, 3, 18),
        (2, 0, 18),
    ]


def test_the_source_tells_the_missions_by_party_and_table(session: Session) -> None:
    mission(session, 1, 2, "Vård")
    mission(session, 1, 0, "Rehabilitering")
    mission(session, 0, 1, "Försörjning")
    session.day_summary.write(MISSIONS, "Alla vill mer.")
    source = session.day_summary.source()
    parties = session.day.frame().parties
    assert source.missions_text == "Alla vill mer."
    assert [(item.party, item.texts) for item in source.missions] == [
        (parties[0], ("Försörjning",)),
        (parties[1], ("Rehabilitering", "Vård")),
    ]


def test_the_source_tells_each_theme_with_its_paragraph_and_counts(session: Session) -> None:
    ids = [application.id for application in session.applications.all()]
    notes = [session.notes.of_topic(application_id) for application_id in ids]
    session.points.mark_notes(ids[0], {notes[0][0].id: ["needs"], notes[0][1].id: ["needs"]})
    session.points.mark_notes(ids[1], {notes[1][0].id: ["needs"]})
    session.day_summary.write(theme_text("needs"), "Behoven är sällan belagda.")
    themes = {item.theme.code: item for item in session.day_summary.source().themes}
    needs = themes["needs"]
    assert (needs.paragraph, needs.count.notes, needs.count.applications) == (
        "Behoven är sällan belagda.",
        3,
        2,
    )
    assert needs.applications == ((1, "Ansökan 1"), (2, "Ansökan 2"))
    assert (themes["existing"].paragraph, themes["existing"].applications) == ("", ())


def test_the_source_tells_what_is_applied_for(session: Session) -> None:
    amounts = session.day_summary.source().amounts
    assert amounts is not None
    assert (amounts.whole.amount, amounts.whole.unknown) == (2 * 1_185_000, 0)
    assert [(total.key, total.amount) for total in amounts.by_year] == [(2026, 2 * 1_185_000)]
    assert [(total.key, total.applications) for total in amounts.by_party] == [("kommun", 2)]
    for application in session.applications.all():
        session.applications.change(application.id, replace(application.details, amounts=()))
    assert session.day_summary.source().amounts is None


def test_the_day_is_a_draft_until_every_summary_is_approved(session: Session) -> None:
    first, second = (application.id for application in session.applications.all())
    approve(session, first)
    assert session.day_summary.source().state is SummaryState.DRAFT
    approve(session, second)
    assert session.day_summary.source().state is SummaryState.APPROVED
    session.summaries.reopen(first)
    assert session.day_summary.source().state is SummaryState.DRAFT


def test_every_text_passes_the_gate(session: Session) -> None:
    first = session.applications.all()[0]
    planted = f"Ring {NAME}, {NUMBER}"
    session.applications.change(first.id, replace(first.details, title=f"Ansökan {NUMBER}"))
    summary = session.day_summary
    for name in (INTRODUCTION, MISSIONS, theme_text("needs")):
        summary.write(name, planted)
    summary.add_step(planted, owner=NAME)
    mission(session, 0, 0, planted)
    said = repr(summary.source())
    assert "Alvén" not in said
    assert NUMBER not in said
    assert said.count("[personnummer]") >= 6


def test_what_a_person_let_pass_stands_and_a_number_never_does(session: Session) -> None:
    session.day_summary.write(INTRODUCTION, f"Kontakta {NAME}, {NUMBER}.")
    session.gate.choose(DAY, HitKind.NAME, NAME, Choice.PASS)
    introduction = session.day_summary.source().introduction
    assert introduction == f"Kontakta {NAME}, [personnummer]."


def written(session: Session) -> DaySummarySource:
    """Return a source with every kind of text in it."""
    summary = session.day_summary
    summary.write(INTRODUCTION, "Sex bord läste två ansökningar & tyckte till.")
    summary.write(theme_text("needs"), "Behoven är <b>sällan</b> belagda.")
    summary.add_step("Skicka ut", owner="Kansliet", due=date(2025, 10, 17))
    return summary.source()


def test_the_preview_says_what_was_written(session: Session) -> None:
    said = words_of(preview_day(written(session)))
    for words in (
        "Sex bord läste två ansökningar & tyckte till.",
        "Behoven är <b>sällan</b> belagda.",
        "fredagen den 17 oktober 2025",
    ):
        assert words in said


def test_the_summary_is_saved_as_pdf_and_as_word(session: Session, tmp_path: Path) -> None:
    source, folder = written(session), tmp_path / "ut"
    folder.mkdir()
    pdf, word = folder / "Dagen.pdf", folder / "Dagen.docx"
    for target in (pdf, word):
        done = save_day(source, target)
        assert (done.path, done.error) == (target, None)
    assert "Sex bord läste två ansökningar" in words_of(pdf.read_bytes())
    texts = [paragraph.text for paragraph in Document(str(word)).paragraphs]
    assert "Behoven är <b>sällan</b> belagda." in texts
    assert sorted(path.name for path in folder.iterdir()) == ["Dagen.docx", "Dagen.pdf"]


def test_a_file_that_cannot_be_written_says_why_and_leaves_nothing(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / ("djup" * 60)
    done = save_day(written(session), folder / "Dagen.pdf")
    assert done.path is None
    assert done.error is not None
    assert done.error.code == "path_too_long"


def test_the_file_is_named_after_the_day(session: Session) -> None:
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, title='Upptakt: 2026/27 "ny"'))
    assert day_file_name(session.day_summary.source(), ".pdf") == "Dagens summering Upptakt- 2026-27 -ny.pdf"
