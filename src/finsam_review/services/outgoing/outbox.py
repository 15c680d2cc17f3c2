"""Owns the outbox: which letter is ready, drafted or sent, what stands in its way, what exactly was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from finsam_review.domain.applications import Application, DocumentVersion
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.addresses import AddressProblem, address_problem, shared_addresses
from finsam_review.domain.outgoing.deadline import DeadlineProblem, deadline_problem
from finsam_review.domain.outgoing.dispatch import Dispatch, FileRole
from finsam_review.domain.outgoing.template import Field, MailTemplate, check_template, empty_fields, fill
from finsam_review.domain.outgoing.weekdays import check_weekday, impossible_days
from finsam_review.domain.summaries import Approval, SummaryState
from finsam_review.i18n import N_
from finsam_review.i18n.masks import mask_words
from finsam_review.reporting.mail.letter import (
    day_refusal,
    deadline_refusal,
    default_template,
    letter_values,
    weekday_refusal,
)
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.follow_up.steps import StepService
from finsam_review.services.gate import GateService
from finsam_review.services.outgoing.letters import Letter, MadeLetter
from finsam_review.services.outgoing.pictures import process_to_show
from finsam_review.services.summaries import SummaryService, log
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile

_TEMPLATE = "summary"
_CHANGED = N_("The letter's template is changed.")


class LetterState(StrEnum):
    """How far a letter has come, or what stands in its way."""

    NO_ADDRESS = "no_address"
    BROKEN_ADDRESS = "broken_address"
    NOT_APPROVED = "not_approved"
    READY = "ready"
    DRAFTED = "drafted"
    SENT = "sent"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One application in the outbox; ``shared_with`` are the numbers of others with the same address."""

    application: Application
    state: LetterState
    approved: bool
    problem: AddressProblem | None
    shared_with: tuple[int, ...]
    dispatch: Dispatch | None


class OutboxService:
    """The outbox of the open day. Nothing is sent from here: a person opens the draft and sends it."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        summaries: SummaryService, gate: GateService, steps: StepService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._summaries = summaries
        self._gate = gate
        self._steps = steps

    def rows(self) -> tuple[OutboxRow, ...]:
        """Return one row per application by number."""
        applications = self._applications.all()
        approvals, latest = self._summaries.approvals(), self._latest()
        pairs = [(item.id, item.details.contact_email) for item in applications]
        numbers = {item.id: item.number for item in applications}
        shared: dict[str, tuple[int, ...]] = {}
        for found in shared_addresses(pairs):
            for owner in found.application_ids:
                others = [numbers[other] for other in found.application_ids if other != owner]
                shared[owner] = tuple(others)
        return tuple(
            _row(item, approvals.get(item.id), latest.get(item.id), shared.get(item.id, ()))
            for item in applications
        )

    def template(self) -> MailTemplate:
        """Return the template in use: a person's own, or the one the program has."""
        with self._file.work() as work:
            own = work.dispatches.template(_TEMPLATE)
        return MailTemplate(*own) if own else default_template()

    def change_template(self, template: MailTemplate | None, *, goes_on: bool = False) -> Changes:
        """Keep another template; ``None`` goes back to the program's own.

        ``goes_on`` makes one step of undo of this and the one before, for somebody who writes on in it.
        Raises :class:`UserError` ``template_field_unknown``, ``template_brace_alone``, or for a day that the
        calendar does not have ``deadline_weekday_wrong`` or ``deadline_no_such_day``.
        """
        if template is not None:
            check_template(template)
            self._check_days(f"{template.subject}\n{template.body}")
        with self._file.work() as work:
            before = work.dispatches.template(_TEMPLATE)
        after = (template.subject, template.body) if template else None
        if after == before:
            return Changes()
        changes = self._save_template(after)
        joins = goes_on and self._undo.next_undo == _CHANGED
        self._undo.push(
            Step(_CHANGED, lambda: self._save_template(before), lambda: self._save_template(after))
        )
        if joins:
            self._undo.join_last_two()
        return changes

    def deadline_problem(self, day: date, *, today: date | None = None) -> DeadlineProblem | None:
        """Return what is wrong with ``day`` as the last day to answer for everybody."""
        return deadline_problem(day, workshop_date=self._day.frame().workshop.date, today=today)

    def letter(
        self, application_id: str, *, roles: Sequence[FileRole] = (FileRole.PDF,),
        template: MailTemplate | None = None,
    ) -> Letter:  # fmt: skip
        """Return what the mail to one applicant says now, or would say with another ``template``.

        Its texts have passed the gate; the greeting and the address are the contact's own. Raises
        :class:`UserError` as :meth:`change_template` does, for a day in the text that is none, and
        ``letter_unread`` where no table has read the application; a template can be tried on it all the same.
        """
        source = self._summaries.source(application_id)
        if template is None and source.is_unread:
            raise UserError("letter_unread")
        application = self._applications.get(application_id)
        values = letter_values(application, source.workshop, tables=len(source.tables))
        gate = self._gate.gate(application_id)
        own = {Field.FIRST_NAME, Field.REPLY_TO, Field.ORGANISATION, Field.SENDER}
        words = mask_words()
        values |= {key: gate.passed(text, words) for key, text in values.items() if key not in own}
        subject, body = fill(template or self.template(), values)
        self._check_days(f"{subject}\n{body}")
        recipient, picture = application.details.contact_email, None
        if FileRole.PROCESS in roles:
            picture = process_to_show(self._steps.process(application_id), self._gate)
        return Letter(source, recipient, subject, body, source.workshop.deadline, tuple(roles), picture)

    def empty_fields(self, application_id: str) -> tuple[Field, ...]:
        """Return the fields of the template that this letter has nothing for."""
        source = self._summaries.source(application_id)
        values = letter_values(source.application, source.workshop, tables=len(source.tables))
        return empty_fields(self.template(), values)

    def keep(self, made: Sequence[MadeLetter]) -> Changes:
        """Keep drafts with every byte of their files, in place of drafts that were never sent."""
        today = datetime.now().astimezone().date()
        with self._file.work() as work:
            for item in made:
                dispatch = item.dispatch(drafted_on=today)
                work.dispatches.drop_unsent(dispatch.application_id)
                work.dispatches.add(dispatch, [data for _file, data in item.files])
                log(work, "drafted", dispatch.application_id, detail=dispatch.sha256)
            work.commit()
        return Changes(dispatches=frozenset(item.letter.application_id for item in made))

    def check_sent_day(self, on: date) -> None:
        """Refuse a day on which no letter can have been sent.

        Raises :class:`UserError` ``sent_in_future`` or ``sent_before_day``.
        """
        if on > datetime.now().astimezone().date():
            raise UserError("sent_in_future")
        if on < self._day.frame().workshop.date:
            raise UserError("sent_before_day")

    def mark_sent(self, application_id: str, on: date) -> Changes:
        """Tick the newest draft as sent on a day: from now on it is frozen, and so is the summary.

        Raises :class:`UserError` ``nothing_drafted`` where there is no draft, and as :meth:`check_sent_day`.
        """
        dispatch = self._latest().get(application_id)
        if dispatch is None:
            raise UserError("nothing_drafted")
        self.check_sent_day(on)
        before = dispatch.sent_on
        if before == on:
            return Changes()
        changes = self._save_sent(dispatch, on)
        undo = Step(
            N_("The letter is ticked as sent."),
            lambda: self._save_sent(dispatch, before),
            lambda: self._save_sent(dispatch, on),
        )
        self._undo.push(undo)
        return changes

    def unmark_sent(self, application_id: str) -> Changes:
        """Take the tick back: the letter was not sent after all."""
        dispatch = self._latest().get(application_id)
        if dispatch is None or dispatch.sent_on is None:
            return Changes()
        before = dispatch.sent_on
        changes = self._save_sent(dispatch, None)
        undo = Step(
            N_("The tick is taken back."),
            lambda: self._save_sent(dispatch, before),
            lambda: self._save_sent(dispatch, None),
        )
        self._undo.push(undo)
        return changes

    def dispatches(self) -> tuple[Dispatch, ...]:
        """Return every dispatch of the day, oldest first."""
        with self._file.work() as work:
            return work.dispatches.all()

    def content(self, sha256: str) -> bytes:
        """Return a kept file byte for byte. Raises ``LookupError`` for an unknown one."""
        with self._file.work() as work:
            return work.dispatches.content(sha256)

    def _latest(self) -> Mapping[str, Dispatch]:
        return _that_count(self.dispatches(), self._summaries.approvals())

    def _check_days(self, text: str) -> None:
        reference = self._day.frame().workshop.date
        for phrase in impossible_days(text, reference):
            raise day_refusal(phrase)
        for mismatch in check_weekday(text, reference):
            raise weekday_refusal(mismatch)

    def _save_template(self, words: tuple[str, str] | None) -> Changes:
        with self._file.work() as work:
            work.dispatches.set_template(_TEMPLATE, words)
            work.commit()
        return Changes(dispatches=frozenset(item.id for item in self._applications.all()))

    def _save_sent(self, dispatch: Dispatch, on: date | None) -> Changes:
        application_id = dispatch.application_id
        with self._file.work() as work:
            if all(known.id != dispatch.id for known in work.dispatches.all()):
                return Changes()  # a newer draft has taken its place meanwhile, and undo comes too late
            work.dispatches.set_sent(dispatch.id, on)
            approval = work.summaries.get(application_id)
            if approval is not None:
                state = SummaryState.SENT if on else SummaryState.APPROVED
                work.summaries.set_state(application_id, state)
            log(work, "sent" if on else "not_sent", application_id, detail=dispatch.sha256)
            work.commit()
        touched = frozenset({application_id})
        return Changes(dispatches=touched, summaries=touched, follow_up=touched)


def deadline_warning(problem: DeadlineProblem) -> UserError:
    """Return what to say of a last day to answer that deserves a second look."""
    return deadline_refusal(problem)


def _that_count(dispatches: Sequence[Dispatch], approvals: Mapping[str, Approval]) -> Mapping[str, Dispatch]:
    """Return the letter that counts: the last one sent, or once approved anew, the newest draft."""
    found: dict[str, Dispatch] = {}
    for dispatch in dispatches:
        before, approval = found.get(dispatch.application_id), approvals.get(dispatch.application_id)
        anew = approval is not None and approval.state is SummaryState.APPROVED
        if before is None or before.sent_on is None or dispatch.sent_on is not None or anew:
            found[dispatch.application_id] = dispatch
    return found


def _row(
    application: Application, approval: Approval | None, dispatch: Dispatch | None, shared: tuple[int, ...]
) -> OutboxRow:
    problem = address_problem(application.details.contact_email)
    state = _state(application, approval, dispatch, problem)
    return OutboxRow(application, state, approval is not None, problem, shared, dispatch)


def _state(
    application: Application, approval: Approval | None, dispatch: Dispatch | None,
    problem: AddressProblem | None,
) -> LetterState:  # fmt: skip
    if dispatch is not None and dispatch.sent_on is not None:
        revised = any(doc.version is DocumentVersion.REVISED for doc in application.documents)
        return LetterState.ANSWERED if revised else LetterState.SENT
    if problem is AddressProblem.MISSING:
        return LetterState.NO_ADDRESS
    if problem is not None:
        return LetterState.BROKEN_ADDRESS
    if approval is None:
        return LetterState.NOT_APPROVED
    return LetterState.DRAFTED if dispatch is not None else LetterState.READY
