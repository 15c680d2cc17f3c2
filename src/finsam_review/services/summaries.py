"""Owns the summaries that go back to the applicants: gathered, approved, reopened.

Everything here happens on the file's thread; what is gathered may cross to any other.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Hit
from finsam_review.domain.errors import UserError
from finsam_review.domain.points.receipt import receipt
from finsam_review.domain.points.sheet import living
from finsam_review.domain.summaries import Approval, FrozenSummary, LogEntry, SummarySource, SummaryState
from finsam_review.domain.text import clean_line
from finsam_review.i18n import N_
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.gate import GateService
from finsam_review.services.notes import NoteService
from finsam_review.services.points.drafting import Material, answers, aside_notes, said
from finsam_review.services.points.service import PointService
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.unit_of_work import UnitOfWork
from finsam_review.storage.workshop_file import WorkshopFile


class SummaryService:
    """Summaries of the open day."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        notes: NoteService, points: PointService, gate: GateService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._notes = notes
        self._points = points
        self._gate = gate

    def material(self, application_id: str) -> Material:
        """Return what the summary of one application is made from as long as it is a draft."""
        frame = self._day.frame()
        notes = self._notes.of_topic(application_id)
        read = {table.id for table in frame.readers(application_id)}
        read |= {note.place.table_id for note in notes}
        return Material(
            questions=frame.review_questions,
            parties=frame.parties,
            readers=tuple(table for table in frame.tables if table.id in read),
            notes=notes,
            sheet=living(self._points.sheet(application_id), notes),
            gate=self._gate.gate(application_id),
        )

    def source(self, application_id: str, *, name_tables: bool = False) -> SummarySource:
        """Return everything the summary of one application says: as approved, or as the draft stands now."""
        frame = self._day.frame()
        application = self._applications.get(application_id)
        approval = self.approval(application_id)
        frozen = approval.frozen if approval else self._frozen(application, self.material(application_id))
        return SummarySource(
            workshop=replace(frozen.workshop, deadline=self._deadline(application_id, approval)),
            application=replace(application, details=frozen.details),
            parties=frame.parties,
            kinds=frame.kinds,
            answers=frozen.answers,
            tables=frozen.tables,
            all_tables=frame.tables,
            state=approval.state if approval else SummaryState.DRAFT,
            name_tables=name_tables,
            receipt=frozen.receipt,
            aside=frozen.aside,
            approved_by=approval.approved_by if approval else "",
            approved_on=approval.approved_on if approval else None,
        )

    def sources(self, *, name_tables: bool = False) -> tuple[SummarySource, ...]:
        """Return what all summaries of the day say, by number."""
        return tuple(self.source(item.id, name_tables=name_tables) for item in self._applications.all())

    def approval(self, application_id: str) -> Approval | None:
        """Return who approved a summary and what, ``None`` for a draft."""
        with self._file.work() as work:
            return work.summaries.get(application_id)

    def approvals(self) -> dict[str, Approval]:
        """Return every approval of the day by the application's id."""
        with self._file.work() as work:
            return dict(work.summaries.all())

    def open_hits(self, application_id: str) -> tuple[Hit, ...]:
        """Return the places in the points that may hold personal data and that nobody has decided on."""
        return _open_hits(self.material(application_id))

    def approve(self, application_id: str, *, by: str) -> Changes:
        """Freeze the summary as it reads now.

        Raises :class:`UserError` ``notes_left`` or ``hits_left`` (with ``n``) as long as something is not
        decided, and ``approver_missing`` without a name.
        """
        name = clean_line(by)
        if not name:
            raise UserError("approver_missing")
        material = self.material(application_id)
        left = receipt(material.sheet, material.notes).left
        if left:
            raise UserError("notes_left", n=left)
        hits = _open_hits(material)
        if hits:
            raise UserError("hits_left", n=len(hits))
        frozen = self._frozen(self._applications.get(application_id), material)
        changes = self._approve(application_id, frozen, name)
        undo = Step(
            N_("The summary is approved."),
            lambda: self._reopen(application_id, name),
            lambda: self._approve(application_id, frozen, name),
        )
        self._undo.push(undo)
        return changes

    def reopen(self, application_id: str, *, by: str = "") -> Changes:
        """Let an approved summary be a draft again. It is logged; what was sent stays as it was sent."""
        before = self.approval(application_id)
        if before is None:
            return Changes()
        name = clean_line(by)
        changes = self._reopen(application_id, name)
        undo = Step(
            N_("The summary is reopened."),
            lambda: self._approve(application_id, before.frozen, before.approved_by, state=before.state),
            lambda: self._reopen(application_id, name),
        )
        self._undo.push(undo)
        return changes

    def log(self, application_id: str | None = None) -> tuple[LogEntry, ...]:
        """Return what was done, oldest first: approvals, reopenings, drafts, what was sent."""
        with self._file.work() as work:
            return work.summaries.logged(application_id)

    def drafts(self) -> tuple[tuple[str, str], ...]:
        """Return the application's title and the table's letter of each text that is not stuck up.

        Such a text is in no summary.
        """
        titles = {item.id: item.short_title for item in self._applications.all()}
        letters = {table.id: table.letter for table in self._day.frame().tables}
        places = [draft.place for draft in self._notes.drafts()]
        return tuple(
            (titles[place.topic_id], letters[place.table_id]) for place in places if place.topic_id in titles
        )

    def _frozen(self, application: Application, material: Material) -> FrozenSummary:
        workshop = replace(self._day.frame().workshop, deadline=None)
        return FrozenSummary(
            workshop=self._gate.workshop(workshop),
            details=self._gate.details(application.id, application.details),
            answers=answers(material),
            tables=material.readers,
            receipt=receipt(material.sheet, material.notes),
            aside=aside_notes(material),
        )

    def _deadline(self, application_id: str, approval: Approval | None) -> date | None:
        """Return the last day to answer: that of the letter once it was sent, else the one for all."""
        if approval is not None and approval.state is SummaryState.SENT:
            with self._file.work() as work:
                sent = work.dispatches.sent(application_id)
            if sent is not None:
                return sent.deadline
        return self._day.frame().workshop.deadline

    def _approve(
        self, application_id: str, frozen: FrozenSummary, by: str, *,
        state: SummaryState = SummaryState.APPROVED,
    ) -> Changes:  # fmt: skip
        with self._file.work() as work:
            on = datetime.now().astimezone().date()
            kept = work.summaries.put(application_id, frozen, state=state, by=by, on=on)
            log(work, "approved", application_id, who=by, detail=kept.sha256)
            work.commit()
        return Changes(summaries=frozenset({application_id}))

    def _reopen(self, application_id: str, by: str) -> Changes:
        with self._file.work() as work:
            work.summaries.drop(application_id)
            log(work, "reopened", application_id, who=by)
            work.commit()
        return Changes(summaries=frozenset({application_id}))


def log(work: UnitOfWork, kind: str, application_id: str, *, who: str = "", detail: str = "") -> None:
    """Add a line to the log of the day, within the transaction of what it tells of."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    work.summaries.log(LogEntry(at, kind, application_id, who, detail))


def _open_hits(material: Material) -> tuple[Hit, ...]:
    by_id = {note.id: note for note in material.notes}
    texts = [
        text
        for point in material.sheet.points
        for text in said(point, [by_id[note_id] for note_id in point.notes])
    ]
    return tuple(hit for text in texts for hit in material.gate.open_hits(text))
