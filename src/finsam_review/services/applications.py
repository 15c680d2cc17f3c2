"""Owns what people do with applications: look, add by hand, correct, put away, read the documents."""

from dataclasses import replace
from uuid import uuid4

from finsam_review.domain.applications import Application, ApplicationDetails, Doubt
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import Block
from finsam_review.domain.text import clean_line
from finsam_review.i18n import N_
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


class ApplicationService:
    """Applications of the open day."""

    def __init__(self, file: WorkshopFile, undo: UndoStack) -> None:
        self._file = file
        self._undo = undo

    def all(self) -> tuple[Application, ...]:
        """Return the applications by number."""
        with self._file.work() as work:
            return work.applications.all()

    def get(self, application_id: str) -> Application:
        """Return one application. Raises :class:`UserError` ``application_gone``."""
        with self._file.work() as work:
            found = work.applications.get(application_id)
        if found is None:
            raise UserError("application_gone")
        return found

    def add(self, details: ApplicationDetails) -> tuple[Application, Changes]:
        """Add an application by hand, last in the list. Raises ``application_title_missing``."""
        new = cleaned_details(details)
        with self._file.work() as work:
            application = Application(str(uuid4()), work.applications.next_number(), new)
            work.applications.add(application)
            work.commit()
        undo = Step(
            N_("The application is added."),
            lambda: self._set_removed(application.id, removed=True),
            lambda: self._set_removed(application.id, removed=False),
        )
        self._undo.push(undo)
        return application, Changes(applications=frozenset({application.id}))

    def change(
        self,
        application_id: str,
        details: ApplicationDetails,
        *,
        doubts: tuple[Doubt, ...] | None = None,
    ) -> Changes:
        """Correct the fields of an application.

        ``doubts`` are those that remain; unless said, doubts about fields that were corrected are settled.
        """
        before = self.get(application_id)
        new = cleaned_details(details)
        if doubts is None:
            doubts = tuple(
                doubt
                for doubt in before.doubts
                if getattr(new, doubt.field, None) == getattr(before.details, doubt.field, None)
            )
        if (new, doubts) == (before.details, before.doubts):
            return Changes()
        return self._change(before, new, doubts, label=N_("The application is changed."))

    def settle(self, application_id: str, field: str | None = None) -> Changes:
        """Say that a field (or everything) is right as it stands, so that its doubts go away."""
        before = self.get(application_id)
        doubts = tuple(d for d in before.doubts if field is not None and d.field != field)
        if doubts == before.doubts:
            return Changes()
        return self._change(before, before.details, doubts, label=N_("The question mark is settled."))

    def remove(self, application_id: str) -> Changes:
        """Put an application away with its notes; undo takes it out again."""
        changes = self._set_removed(application_id, removed=True)
        undo = Step(
            N_("The application is put away."),
            lambda: self._set_removed(application_id, removed=False),
            lambda: self._set_removed(application_id, removed=True),
        )
        self._undo.push(undo)
        return changes

    def original(self, document_id: str) -> bytes:
        """Return a document byte for byte as it came in."""
        with self._file.work() as work:
            return work.applications.original(document_id)

    def text(self, document_id: str) -> tuple[Block, ...]:
        """Return the text read from a document, block by block."""
        with self._file.work() as work:
            return work.applications.blocks(document_id)

    def _change(
        self, before: Application, details: ApplicationDetails, doubts: tuple[Doubt, ...], *, label: str
    ) -> Changes:
        def save(which: Application) -> Changes:
            with self._file.work() as work:
                work.applications.save(which.id, details=which.details, doubts=which.doubts)
                work.commit()
            return Changes(applications=frozenset({which.id}))

        after = replace(before, details=details, doubts=doubts)
        changes = save(after)
        self._undo.push(Step(label, lambda: save(before), lambda: save(after)))
        return changes

    def _set_removed(self, application_id: str, *, removed: bool) -> Changes:
        with self._file.work() as work:
            work.applications.set_removed(application_id, removed=removed)
            work.commit()
        return Changes(applications=frozenset({application_id}))


def cleaned_details(details: ApplicationDetails) -> ApplicationDetails:
    """Return the fields as they are stored, or raise why they can't be.

    Raises :class:`UserError` ``application_title_missing`` or ``period_backwards``.
    """
    new = replace(
        details,
        title=clean_line(details.title),
        diary_number=clean_line(details.diary_number),
        applicant=clean_line(details.applicant),
        organisations=tuple(clean_line(name) for name in details.organisations if clean_line(name)),
        contact_name=clean_line(details.contact_name),
        contact_email=clean_line(details.contact_email),
        amounts=tuple(sorted(details.amounts)),
    )
    if not new.title:
        raise UserError("application_title_missing")
    if new.period_start and new.period_end and new.period_end < new.period_start:
        raise UserError("period_backwards")
    return new
