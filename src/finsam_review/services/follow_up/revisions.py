"""Owns the revised application beside the first: what changed, and whether it answers what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from finsam_review.domain.applications import ApplicationDetails, Document, DocumentVersion
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.responses import Answer, Response
from finsam_review.domain.follow_up.taking_over import facts_before
from finsam_review.domain.intake import Block, Vocabulary
from finsam_review.domain.summaries import SummaryPoint
from finsam_review.domain.text import clean_text
from finsam_review.i18n import N_
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.follow_up.steps import newest
from finsam_review.services.summaries import SummaryService
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


@dataclass(frozen=True, slots=True)
class Versions:
    """The first and the revised application, as frozen values that may be compared on any thread.

    ``first_details`` are the facts before the revised document, also where those of it were taken over.
    """

    first: Document | None
    revised: Document
    first_details: ApplicationDetails
    revised_details: ApplicationDetails
    first_blocks: tuple[Block, ...]
    revised_blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BothDocuments:
    """Both documents as they lie in the file; the facts of the revised one are not read yet.

    ``now`` are the facts of the application, ``sent`` those it had when its summary was approved.
    """

    first: Document | None
    revised: Document
    now: ApplicationDetails
    sent: ApplicationDetails | None
    first_blocks: tuple[Block, ...]
    revised_blocks: tuple[Block, ...]
    vocabulary: Vocabulary

    def read(self) -> Versions:
        """Return both versions, the facts of the revised one read from its text. Safe on any thread."""
        from finsam_review.importing.form.application_form import propose

        details = ApplicationDetails()
        if self.revised_blocks:
            name = self.revised.file_name
            details = propose(self.revised_blocks, vocabulary=self.vocabulary, file_name=name).details
        before = facts_before(self.now, self.sent, details)
        return Versions(self.first, self.revised, before, details, self.first_blocks, self.revised_blocks)


class RevisionService:
    """Revised applications of the open day, and the answers to what was sent."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        summaries: SummaryService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._summaries = summaries

    def versions(self, application_id: str) -> Versions | None:
        """Return both versions of an application, ``None`` as long as no revised one has come.

        The facts of the first are those that people looked at; those of the revised are read from it now, and
        nothing of the first is replaced.
        """
        documents = self.documents(application_id)
        return documents.read() if documents is not None else None

    def documents(self, application_id: str) -> BothDocuments | None:
        """Return both documents without reading any facts, which takes a second where they are long.

        ``None`` as long as no revised one has come.
        """
        application = self._applications.get(application_id)
        revised = newest(application, DocumentVersion.REVISED)
        if revised is None:
            return None
        first = newest(application, DocumentVersion.FIRST)
        frame = self._day.frame()
        with self._file.work() as work:
            revised_blocks = work.applications.blocks(revised.id)
            first_blocks = work.applications.blocks(first.id) if first else ()
        approval = self._summaries.approval(application_id)
        return BothDocuments(
            first=first,
            revised=revised,
            now=application.details,
            sent=approval.frozen.details if approval else None,
            first_blocks=first_blocks,
            revised_blocks=revised_blocks,
            vocabulary=Vocabulary(frame.parties, frame.kinds, frame.workshop.date),
        )

    def set_received(self, document_id: str, on: date | None) -> Changes:
        """Say when a document came in."""
        application, document = self._document(document_id)
        before = document.received_on
        if on == before:
            return Changes()
        changes = self._save_received(application, document_id, on)
        undo = Step(
            N_("The date of the document is changed."),
            lambda: self._save_received(application, document_id, before),
            lambda: self._save_received(application, document_id, on),
        )
        self._undo.push(undo)
        return changes

    def points(self, application_id: str) -> tuple[tuple[int, SummaryPoint], ...]:
        """Return the points as they were sent (or stand in the draft), each with its question's number."""
        source = self._summaries.source(application_id)
        return tuple((answer.question.number, point) for answer in source.answers for point in answer.points)

    def responses(self, application_id: str) -> Mapping[str, Response]:
        """Return the answers of one application by the id of the point."""
        with self._file.work() as work:
            found = work.follow_up.responses()
        return {key: item for key, item in found.items() if item.application_id == application_id}

    def all_responses(self) -> tuple[Response, ...]:
        """Return every answer of the day."""
        with self._file.work() as work:
            return tuple(work.follow_up.responses().values())

    def answer(
        self, application_id: str, point_id: str, answer: Answer | None, *, words: str = ""
    ) -> Changes:
        """Tick how the revised application answers a point; ``None`` takes the tick back.

        Raises :class:`UserError` ``point_gone`` for a point that is not in the summary.
        """
        if all(point.id != point_id for _number, point in self.points(application_id)):
            raise UserError("point_gone")
        before = self.responses(application_id).get(point_id)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        after = Response(point_id, application_id, answer, clean_text(words), at) if answer else None
        if _same(before, after):
            return Changes()
        changes = self._save_answer(application_id, point_id, after)
        undo = Step(
            N_("The answer is ticked."),
            lambda: self._save_answer(application_id, point_id, before),
            lambda: self._save_answer(application_id, point_id, after),
        )
        self._undo.push(undo)
        return changes

    def _document(self, document_id: str) -> tuple[str, Document]:
        for application in self._applications.all():
            for document in application.documents:
                if document.id == document_id:
                    return application.id, document
        raise UserError("application_gone")

    def _save_received(self, application_id: str, document_id: str, on: date | None) -> Changes:
        with self._file.work() as work:
            work.applications.set_document_received(document_id, on)
            work.commit()
        touched = frozenset({application_id})
        return Changes(applications=touched, follow_up=touched)

    def _save_answer(self, application_id: str, point_id: str, response: Response | None) -> Changes:
        with self._file.work() as work:
            if response is None:
                work.follow_up.drop_response(point_id)
            else:
                work.follow_up.put_response(response)
            work.commit()
        return Changes(follow_up=frozenset({application_id}))


def _same(before: Response | None, after: Response | None) -> bool:
    if before is None or after is None:
        return before is after
    return replace(before, at="") == replace(after, at="")
