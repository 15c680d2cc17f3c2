"""The outbox in a real file: states, template, drafts kept and ticked, undo, what was sent byte for byte."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.services.building import DAY, a_workshop
from tests.services.outgoing.addressing import address, answer, let_all_read
from tests.services.outgoing.approving import approve

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.addresses import AddressProblem
from finsam_review.domain.outgoing.deadline import DeadlineFault
from finsam_review.domain.outgoing.dispatch import Dispatch, FileRole
from finsam_review.domain.outgoing.template import Field, MailTemplate
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.freshness import is_outdated
from finsam_review.services.outgoing.letters import MadeLetter, make_letter
from finsam_review.services.outgoing.outbox import LetterState, OutboxRow, deadline_warning
from finsam_review.services.session import Session

WRITTEN = datetime(2025, 10, 16, 9, 0).astimezone()
SENT = date(2025, 10, 16)
LOVISA, MILAD = "lovisa.brandell@hjo.kommun.example", "milad.sorqvist@skovde.kommun.example"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day: three applications with documents and two notes each, the first two with an address."""
    with a_workshop().with_documents().with_notes(6).at(tmp_path / "dag.finsam") as opened:
        let_all_read(opened)
        first, second, _third = opened.applications.all()
        address(opened, first.id, LOVISA)
        address(opened, second.id, MILAD, name="Milad Sörqvist")
        workshop = opened.day.frame().workshop
        opened.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31)))
        opened.undo.clear()
        yield opened


def ids(session: Session) -> list[str]:
    return [item.id for item in session.applications.all()]


def rows(session: Session) -> dict[int, OutboxRow]:
    return {row.application.number: row for row in session.outbox.rows()}


def states(session: Session) -> list[LetterState]:
    return [row.state for row in session.outbox.rows()]


def made(
    session: Session, application_id: str, *, roles: tuple[FileRole, ...] = (FileRole.PDF,)
) -> MadeLetter:
    return make_letter(session.outbox.letter(application_id, roles=roles), written_at=WRITTEN)


def drafted(session: Session, application_id: str) -> MadeLetter:
    letter = made(session, application_id)
    session.outbox.keep([letter])
    return letter


def newest(session: Session, application_id: str) -> Dispatch:
    return [item for item in session.outbox.dispatches() if item.application_id == application_id][-1]


def test_a_letter_goes_through_its_states(session: Session):
    first = ids(session)[0]
    assert states(session) == [LetterState.NOT_APPROVED, LetterState.NOT_APPROVED, LetterState.NO_ADDRESS]
    approve(session, first)
    assert states(session)[0] is LetterState.READY
    drafted(session, first)
    assert states(session)[0] is LetterState.DRAFTED
    session.outbox.mark_sent(first, SENT)
    assert states(session)[0] is LetterState.SENT
    assert rows(session)[1].dispatch == newest(session, first)


def test_a_revised_version_is_the_answer(session: Session):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    session.outbox.mark_sent(first, SENT)
    answer(session, first)
    assert states(session)[0] is LetterState.ANSWERED


@pytest.mark.parametrize(
    ("text", "state", "problem"),
    [
        ("", LetterState.NO_ADDRESS, AddressProblem.MISSING),
        ("lovisa.brandell.hjo.kommun.example", LetterState.BROKEN_ADDRESS, AddressProblem.BROKEN),
        ("a@hjo.example, b@hjo.example", LetterState.BROKEN_ADDRESS, AddressProblem.SEVERAL),
    ],
)
def test_an_address_that_is_none_makes_work_and_no_stop(
    session: Session, text: str, state: LetterState, problem: AddressProblem
):
    first, second, _third = ids(session)
    for each in (first, second):
        approve(session, each)
    address(session, first, text)
    assert rows(session)[1].state is state
    assert rows(session)[1].problem is problem
    assert rows(session)[2].state is LetterState.READY
    with pytest.raises(UserError, match=f"address_{problem}"):
        made(session, first)


def test_applications_with_one_address_are_pointed_out_whatever_its_capitals(session: Session):
    first, _second, third = ids(session)
    address(session, third, LOVISA.upper())
    assert rows(session)[1].shared_with == (3,)
    assert rows(session)[3].shared_with == (1,)
    assert rows(session)[2].shared_with == ()
    address(session, first, "annan@hjo.kommun.example")
    assert rows(session)[3].shared_with == ()


def test_the_letter_is_filled_from_the_day_and_the_application(session: Session):
    first = ids(session)[0]
    letter = session.outbox.letter(first)
    assert letter.recipient == LOVISA
    assert letter.subject == "Synpunkter på er ansökan Ansökan 1"
    assert letter.body.startswith("Hej Lovisa!\n\n")
    assert "fredagen den 31 oktober 2025" in letter.body
    assert "kansli@samordningsforbundet.example" in letter.body
    assert letter.deadline == date(2025, 10, 31)
    assert session.outbox.empty_fields(first) == (Field.DIARY_NUMBER,)


def test_there_is_no_letter_about_an_application_that_nobody_has_read(session: Session):
    unread, _changes = session.applications.add(ApplicationDetails(title="Oläst"))
    with pytest.raises(UserError) as refused:
        session.outbox.letter(unread.id)
    assert refused.value.code == "letter_unread"
    assert error_text("letter_unread", {}) == (
        "Inget bord har läst ansökan ännu, så det finns inget att skicka."
    )
    tried = session.outbox.letter(unread.id, template=MailTemplate("Om {ansökan}", "Hej"))
    assert tried.subject == "Om Oläst"


def test_a_personal_number_in_a_title_is_masked_in_the_letter(session: Session):
    first = ids(session)[0]
    details = session.applications.get(first).details
    session.applications.change(first, replace(details, title="Stöd till 640823-3234"))
    letter = session.outbox.letter(first)
    assert "640823-3234" not in letter.subject + letter.body


def test_another_template_is_kept_undone_and_put_back(session: Session):
    first, own = ids(session)[0], session.outbox.template()
    mine = MailTemplate("Om {ansökan}", "Hej!\n\nSvara senast {sista_svarsdag}.")
    changes = session.outbox.change_template(mine)
    assert changes.dispatches == frozenset(ids(session))
    assert session.outbox.template() == mine
    assert session.outbox.letter(first).body == "Hej!\n\nSvara senast fredagen den 31 oktober 2025."
    session.undo.undo()
    assert session.outbox.template() == own
    session.undo.redo()
    session.outbox.change_template(None)
    assert session.outbox.template() == own


def test_a_template_can_be_looked_at_before_it_is_kept(session: Session):
    first, own = ids(session)[0], session.outbox.template()
    letter = session.outbox.letter(first, template=MailTemplate("Om {ansökan}", "{förbund}"))
    assert (letter.subject, letter.body) == ("Om Ansökan 1", "Samordningsförbundet Skaraborg")
    assert session.outbox.template() == own


def test_writing_on_in_the_template_is_one_step_of_undo(session: Session):
    own = session.outbox.template()
    for place, body in enumerate(("Hej", "Hej du", "Hej du där")):
        session.outbox.change_template(MailTemplate("Ämne", body), goes_on=place > 0)
    assert session.outbox.template().body == "Hej du där"
    session.undo.undo()
    assert session.outbox.template() == own


@pytest.mark.parametrize(
    ("subject", "body", "code"),
    [
        ("Om {rubrik}", "Hej", "template_field_unknown"),
        ("Ämne", "Hej {förnamn", "template_brace_alone"),
        ("Ämne", "Svara senast fredagen den 15 oktober.", "deadline_weekday_wrong"),
        ("Ämne", "Svara senast den 31 november.", "deadline_no_such_day"),
    ],
)
def test_a_template_that_can_not_be_right_is_refused(session: Session, subject: str, body: str, code: str):
    own = session.outbox.template()
    with pytest.raises(UserError, match=code):
        session.outbox.change_template(MailTemplate(subject, body))
    assert session.outbox.template() == own
    assert session.undo.next_undo is None


def test_the_last_day_to_answer_is_checked_against_the_calendar(session: Session):
    saturday = session.outbox.deadline_problem(date(2025, 11, 15))
    assert saturday is not None
    assert (saturday.fault, saturday.offer) == (DeadlineFault.WEEKEND, date(2025, 11, 14))
    refusal = deadline_warning(saturday)
    words = error_text(refusal.code, refusal.values)
    assert words == "Den 15 november 2025 är en lördag. Menar du fredagen den 14 november 2025?"
    before = session.outbox.deadline_problem(DAY - timedelta(days=1))
    assert before is not None
    assert before.fault is DeadlineFault.BEFORE_DAY
    assert session.outbox.deadline_problem(date(2025, 10, 31)) is None


def test_a_kept_draft_has_every_byte_of_its_files(session: Session):
    first = ids(session)[0]
    approve(session, first)
    letter = made(session, first, roles=(FileRole.PDF, FileRole.WORD))
    changes = session.outbox.keep([letter])
    assert changes.dispatches == {first}
    dispatch = newest(session, first)
    assert [file.role for file in dispatch.files] == [FileRole.MAIL, FileRole.PDF, FileRole.WORD]
    assert [session.outbox.content(file.sha256) for file in dispatch.files] == [
        data for _file, data in letter.files
    ]
    assert dispatch.sha256 == letter.draft.sha256
    assert (dispatch.recipient, dispatch.subject) == (LOVISA, letter.letter.subject)


def test_what_is_kept_is_what_is_read_and_not_what_was_typed(session: Session):
    first = ids(session)[0]
    address(session, first, "mailto:Lovisa.Brandell@HJO.kommun.example ")
    approve(session, first)
    drafted(session, first)
    assert newest(session, first).recipient == "Lovisa.Brandell@hjo.kommun.example"
    assert not is_outdated(session, newest(session, first))


def test_a_new_draft_takes_the_place_of_one_that_was_never_sent(session: Session):
    first = ids(session)[0]
    approve(session, first)
    old = drafted(session, first)
    session.outbox.change_template(MailTemplate("Om {ansökan}", "Kort."))
    new = drafted(session, first)
    kept = [item for item in session.outbox.dispatches() if item.application_id == first]
    assert [item.sha256 for item in kept] == [new.draft.sha256]
    with pytest.raises(LookupError):
        session.outbox.content(old.draft.sha256)
    assert session.outbox.content(kept[0].files[1].sha256) == new.content(FileRole.PDF)


def test_what_was_sent_stays_byte_for_byte_whatever_comes_after(session: Session, tmp_path: Path):
    first = ids(session)[0]
    approve(session, first)
    sent = drafted(session, first)
    session.outbox.mark_sent(first, SENT)
    session.outbox.change_template(MailTemplate("Om {ansökan}", "Kort."))
    address(session, first, "annan@hjo.kommun.example")
    session.summaries.reopen(first, by="Kansliet")
    approve(session, first)
    new = drafted(session, first)
    mine = [item for item in session.outbox.dispatches() if item.application_id == first]
    assert [item.sent_on for item in mine] == [SENT, None]
    assert [item.sha256 for item in mine] == [sent.draft.sha256, new.draft.sha256]
    session.close()
    with Session.open(tmp_path / "dag.finsam") as again:
        old = next(item for item in again.outbox.dispatches() if item.sent_on is not None)
        assert [again.outbox.content(file.sha256) for file in old.files] == [
            data for _file, data in sent.files
        ]
        assert (old.recipient, old.subject) == (LOVISA, "Synpunkter på er ansökan Ansökan 1")


def test_the_newest_of_two_drafts_of_one_day_is_the_one_that_counts(session: Session):
    first = ids(session)[0]
    approve(session, first)
    for number in range(8):
        drafted(session, first)
        session.outbox.mark_sent(first, SENT + timedelta(days=number))
        session.summaries.reopen(first)
        approve(session, first)
    new = drafted(session, first)
    assert len({item.drafted_on for item in session.outbox.dispatches()}) == 1
    assert rows(session)[1].state is LetterState.DRAFTED
    assert rows(session)[1].dispatch is not None
    assert newest(session, first).sha256 == new.draft.sha256


def test_a_tick_freezes_the_summary_and_can_be_undone(session: Session):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    session.undo.clear()
    changes = session.outbox.mark_sent(first, SENT)
    assert first in changes.dispatches & changes.summaries & changes.follow_up
    assert session.summaries.approvals()[first].state is SummaryState.SENT
    session.undo.undo()
    assert states(session)[0] is LetterState.DRAFTED
    assert session.summaries.approvals()[first].state is SummaryState.APPROVED
    session.undo.redo()
    assert newest(session, first).sent_on == SENT
    session.outbox.unmark_sent(first)
    assert states(session)[0] is LetterState.DRAFTED
    session.undo.undo()
    assert newest(session, first).sent_on == SENT
    assert [entry.kind for entry in session.summaries.log(first)] == [
        "approved", "drafted", "sent", "not_sent", "sent", "not_sent", "sent",
    ]  # fmt: skip


def test_undo_that_comes_after_a_new_draft_ticks_nothing(session: Session):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    session.outbox.mark_sent(first, SENT)
    session.outbox.unmark_sent(first)
    drafted(session, first)
    session.undo.undo()
    assert states(session)[0] is LetterState.DRAFTED
    assert session.summaries.approvals()[first].state is SummaryState.APPROVED


@pytest.mark.parametrize(
    ("on", "code"),
    [(DAY - timedelta(days=1), "sent_before_day"), (date(2999, 1, 1), "sent_in_future")],
)
def test_a_day_on_which_nothing_can_have_been_sent_is_refused(session: Session, on: date, code: str):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    with pytest.raises(UserError, match=code):
        session.outbox.mark_sent(first, on)
    assert states(session)[0] is LetterState.DRAFTED


def test_what_was_never_drafted_can_not_be_ticked(session: Session):
    with pytest.raises(UserError, match="nothing_drafted"):
        session.outbox.mark_sent(ids(session)[0], SENT)


def test_a_draft_is_outdated_when_it_would_be_another_now(session: Session):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    assert not is_outdated(session, newest(session, first))
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=date(2025, 11, 7)))
    assert is_outdated(session, newest(session, first))
    session.undo.undo()
    assert not is_outdated(session, newest(session, first))
    address(session, first, "annan@hjo.kommun.example")
    assert is_outdated(session, newest(session, first))
    session.undo.undo()
    session.outbox.change_template(MailTemplate("Om {ansökan}", "Kort."))
    assert is_outdated(session, newest(session, first))
    session.outbox.mark_sent(first, SENT)
    assert not is_outdated(session, newest(session, first))


def test_a_draft_of_another_summary_than_the_approved_one_is_outdated(session: Session):
    first = ids(session)[0]
    drafted(session, first)
    assert is_outdated(session, newest(session, first))
    approve(session, first)
    drafted(session, first)
    assert not is_outdated(session, newest(session, first))
    session.summaries.reopen(first)
    point = session.points.sheet(first).points[0]
    session.points.rewrite(first, point.id, text="Något helt annat")
    approve(session, first)
    assert is_outdated(session, newest(session, first))


def test_the_same_summary_approved_again_leaves_the_draft_good(session: Session):
    first = ids(session)[0]
    approve(session, first)
    drafted(session, first)
    session.summaries.reopen(first)
    approve(session, first)
    assert not is_outdated(session, newest(session, first))
