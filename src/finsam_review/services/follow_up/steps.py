"""Owns how far the applications of the day have come, and what a person notes about it."""

from datetime import date
from uuid import uuid4

from finsam_review.domain.applications import Application, Document, DocumentVersion
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.lateness import Arrival
from finsam_review.domain.follow_up.process import ProcessSource, process_steps
from finsam_review.domain.follow_up.steps import (
    STEPS,
    Milestone,
    OutOfOrder,
    StatusEntry,
    StatusStep,
    current_step,
    derived_entries,
    milestones,
    out_of_order,
    with_derived,
)
from finsam_review.domain.outgoing.dispatch import Dispatch
from finsam_review.domain.text import clean_text
from finsam_review.i18n import N_
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.notes import NoteService
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


class StepService:
    """Steps of the applications of the open day."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        notes: NoteService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._notes = notes

    def steps(self) -> tuple[StatusStep, ...]:
        """Return the steps that applications go through, in order."""
        with self._file.work() as work:
            return work.follow_up.steps() or STEPS

    def entries(self, application_id: str) -> tuple[StatusEntry, ...]:
        """Return what is known of an application's way by date: noted by people, or known by the day."""
        application = self._applications.get(application_id)
        with self._file.work() as work:
            noted = work.follow_up.entries(application_id)
            dispatches = work.dispatches.all()
        has_notes = bool(self._notes.counts(application_id))
        return with_derived(noted, self._derived(application, dispatches, has_notes=has_notes))

    def current_steps(self) -> dict[str, str]:
        """Return the code of the step that each application has come to, all read in one go."""
        applications, steps = self._applications.all(), self.steps()
        with self._file.work() as work:
            noted, dispatches = work.follow_up.entries(), work.dispatches.all()
        written = {place.topic_id for place in self._notes.counts()}
        found = {}
        for application in applications:
            own = [entry for entry in noted if entry.application_id == application.id]
            derived = self._derived(application, dispatches, has_notes=application.id in written)
            found[application.id] = current_step(with_derived(own, derived), steps)
        return found

    def milestones(self, application_id: str) -> tuple[Milestone, ...]:
        """Return every step with what is known of it, as the process picture shows them."""
        return milestones(self.entries(application_id), self.steps())

    def out_of_order(self, application_id: str) -> tuple[OutOfOrder, ...]:
        """Return where a later step has an earlier date."""
        return out_of_order(self.entries(application_id), self.steps())

    def note(
        self, application_id: str, step: str, on: date, *, words: str = "", outcome: str = ""
    ) -> Changes:
        """Note that an application came to a step. One entry a step: noting again corrects it.

        Raises :class:`UserError` ``step_unknown`` for a step or an outcome that the day does not have.
        """
        known = {item.code: item for item in self.steps()}
        if step not in known or (outcome and outcome not in known[step].outcomes):
            raise UserError("step_unknown")
        before = self._noted(application_id, step)
        ident = before.id if before else str(uuid4())
        after = StatusEntry(ident, application_id, step, on, clean_text(words), outcome)
        if after == before:
            return Changes()
        changes = self._put(after, application_id)
        undo = Step(
            N_("The step is noted."),
            lambda: self._put(before, application_id, gone=ident),
            lambda: self._put(after, application_id),
        )
        self._undo.push(undo)
        return changes

    def take_back(self, application_id: str, step: str) -> Changes:
        """Take back what a person noted about a step; what the day knows by itself stays."""
        before = self._noted(application_id, step)
        if before is None:
            return Changes()
        changes = self._put(None, application_id, gone=before.id)
        undo = Step(
            N_("The note about the step is taken back."),
            lambda: self._put(before, application_id),
            lambda: self._put(None, application_id, gone=before.id),
        )
        self._undo.push(undo)
        return changes

    def arrivals(self) -> tuple[Arrival, ...]:
        """Return what each application was asked for and what came, by number."""
        deadline = self._day.frame().workshop.deadline
        with self._file.work() as work:
            dispatches = work.dispatches.all()
        return tuple(
            Arrival(
                application.id,
                deadline=_latest_deadline(application, dispatches) or deadline,
                sent_on=_sent_on(application, dispatches),
                revised_on=revised_on(application),
                has_revised=newest(application, DocumentVersion.REVISED) is not None,
            )
            for application in self._applications.all()
        )

    def process(self, application_id: str) -> ProcessSource:
        """Return what the process picture of an application is drawn from, notes from inside among it."""
        from finsam_review.i18n.follow_up_words import outcome_told_names, step_names

        reached = self.milestones(application_id)
        steps = process_steps(reached, names=step_names(), outcomes=outcome_told_names())
        workshop = self._day.frame().workshop
        return ProcessSource(workshop, self._applications.get(application_id), steps)

    def _derived(
        self, application: Application, dispatches: tuple[Dispatch, ...], *, has_notes: bool
    ) -> tuple[StatusEntry, ...]:
        return derived_entries(
            application.id,
            received_on=application.details.received_on,
            read_on=self._day.frame().workshop.date if has_notes else None,
            sent_on=_sent_on(application, dispatches),
            revised_on=revised_on(application),
        )

    def _noted(self, application_id: str, step: str) -> StatusEntry | None:
        with self._file.work() as work:
            own = [entry for entry in work.follow_up.entries(application_id) if entry.step == step]
        return own[-1] if own else None

    def _put(self, entry: StatusEntry | None, application_id: str, *, gone: str = "") -> Changes:
        with self._file.work() as work:
            if entry is not None:
                work.follow_up.put_entry(entry)
            else:
                work.follow_up.drop_entry(gone)
            work.commit()
        return Changes(follow_up=frozenset({application_id}))


def newest(application: Application, version: DocumentVersion) -> Document | None:
    """Return the last document of a version that came in and could be read, else the last of all."""
    own = [document for document in application.documents if document.version is version]
    readable = [document for document in own if document.characters]
    found = readable or own
    return found[-1] if found else None


def revised_on(application: Application) -> date | None:
    """Return when the newest revised document came, ``None`` if none has or nobody knows when."""
    revised = [d for d in application.documents if d.version is DocumentVersion.REVISED and d.received_on]
    return revised[-1].received_on if revised else None


def _sent_on(application: Application, dispatches: tuple[Dispatch, ...]) -> date | None:
    sent = [d.sent_on for d in dispatches if d.application_id == application.id and d.sent_on is not None]
    return max(sent, default=None)


def _latest_deadline(application: Application, dispatches: tuple[Dispatch, ...]) -> date | None:
    own = [d.deadline for d in dispatches if d.application_id == application.id and d.sent_on is not None]
    return own[-1] if own else None
