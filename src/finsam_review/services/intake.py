"""Owns how applications come in: gathered from foreign files, looked at by a person, taken in one by one."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from finsam_review.domain.applications import (
    Application,
    ApplicationDetails,
    Document,
    DocumentVersion,
    Doubt,
    Reading,
)
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import (
    Candidate,
    FailedItem,
    Gathered,
    KnownApplication,
    ReadDocument,
    ReadingRow,
    Vocabulary,
)
from finsam_review.domain.text import clean_line, fold
from finsam_review.i18n import N_
from finsam_review.i18n import gettext as _
from finsam_review.services.applications import ApplicationService, cleaned_details
from finsam_review.services.day import DayService
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.unit_of_work import UnitOfWork
from finsam_review.storage.workshop_file import WorkshopFile

if TYPE_CHECKING:
    from finsam_review.importing.gather import GatherStep


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an import: the applications it made or added to, and what could not be taken in."""

    applications: tuple[Application, ...]
    failed: tuple[FailedItem, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class TakeStep:
    """Candidate ``number`` of ``total`` has been tried: it became ``application_id`` or is ``refused``.

    ``taken`` is set in the last step only, which stands for no candidate of its own.
    """

    number: int
    total: int
    application_id: str | None = None
    refused: FailedItem | None = None
    taken: TakenIn | None = None


@dataclass(frozen=True, slots=True)
class _Undoing:
    """What taking in one candidate did, so that it can be undone and done again."""

    application_id: str
    document_ids: tuple[str, ...]
    before: Application | None
    after: Application


class IntakeService:
    """Takes applications into the open day.

    The readers of foreign files are imported when the first file comes in, not when a day is opened.
    """

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService
    ) -> None:
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications

    def gather(self, paths: Sequence[Path]) -> "Iterator[GatherStep]":
        """Return the steps of reading ``paths``; they hold frozen values and may run on another thread.

        The last step carries what was :class:`~finsam_review.domain.intake.Gathered`.
        """
        from finsam_review.importing.gather import gather

        frame = self._day.frame()
        known = tuple(
            KnownApplication(
                id=application.id,
                details=application.details,
                hashes=frozenset(document.sha256 for document in application.documents),
                file_names=tuple(document.file_name for document in application.documents),
                doubts=application.doubts,
            )
            for application in self._applications.all()
        )
        vocabulary = Vocabulary(frame.parties, frame.kinds, frame.workshop.date)
        return gather(tuple(paths), vocabulary=vocabulary, known=known)

    def take_in(self, gathered: Gathered, *, on_each: Callable[[int], None] = lambda _n: None) -> TakenIn:
        """Take in every candidate, one transaction each, and then who reads what. One step of undo.

        A candidate that the disk or a rule refuses is listed with its reason and does not stop the others.
        """
        taken = TakenIn((), (), Changes())
        for step in self.take_in_steps(gathered):
            if step.taken is None:
                on_each(step.number)
            else:
                taken = step.taken
        return taken

    def take_in_steps(self, gathered: Gathered) -> Iterator[TakeStep]:
        """Do as :meth:`take_in`, one candidate a step, so that a window stays alive between them.

        Closed before its end it leaves what is taken in, still as one step of undo.
        """
        done: list[_Undoing] = []
        failed: list[FailedItem] = []
        total = len(gathered.candidates)
        try:
            for number, candidate in enumerate(gathered.candidates, start=1):
                outcome = self._try_one(candidate)
                if isinstance(outcome, FailedItem):
                    failed.append(outcome)
                    yield TakeStep(number, total, refused=outcome)
                else:
                    done.append(outcome)
                    yield TakeStep(number, total, outcome.application_id)
        finally:
            if done:
                self._push(done)
        readings = Changes()
        try:
            readings = self._take_readings(gathered.readings)
        except UserError as error:
            failed.append(FailedItem.of(_("who reads what"), error))
        if done and readings.readings:
            self._undo.join_last_two()
        changes = Changes(applications=frozenset(item.application_id for item in done)) | readings
        taken = tuple(self._applications.get(item.application_id) for item in done)
        yield TakeStep(total, total, taken=TakenIn(taken, tuple(failed), changes))

    def _try_one(self, candidate: Candidate) -> "_Undoing | FailedItem":
        try:
            return self._take_one(candidate)
        except UserError as error:
            return FailedItem.of(_name(candidate), error)

    def _take_one(self, candidate: Candidate) -> _Undoing:
        with self._file.work() as work:
            before = work.applications.get(candidate.application_id) if candidate.application_id else None
            after = self._application(work, candidate, before)
            ids = tuple(self._add_document(work, after.id, item, candidate) for item in candidate.documents)
            work.commit()
        return _Undoing(after.id, ids, before, after)

    def _application(self, work: UnitOfWork, candidate: Candidate, before: Application | None) -> Application:
        details = cleaned_details(candidate.proposal.details)
        doubts = candidate.proposal.doubts
        if before is None:
            new = Application(str(uuid4()), work.applications.next_number(), details, doubts)
            work.applications.add(new)
            return new
        still = _still_open(before, details, arrived=bool(candidate.documents))
        doubts = still + tuple(doubt for doubt in doubts if doubt not in still)
        work.applications.save(before.id, details=details, doubts=doubts)
        return replace(before, details=details, doubts=doubts)

    def _add_document(
        self, work: UnitOfWork, application_id: str, read: ReadDocument, candidate: Candidate
    ) -> str:
        revised = DocumentVersion.REVISED in {read.version, candidate.version}
        document = Document(
            id=str(uuid4()),
            application_id=application_id,
            file_name=clean_line(read.file_name),
            version=DocumentVersion.REVISED if revised else DocumentVersion.FIRST,
            sha256=hashlib.sha256(read.data).hexdigest(),
            received_on=None if revised else candidate.proposal.details.received_on,
            media=read.media,
            characters=read.characters,
            problem=read.problem,
        )
        work.applications.add_document(document, data=read.data, blocks=read.blocks)
        return document.id

    def _take_readings(self, rows: Sequence[ReadingRow]) -> Changes:
        if not rows:
            return Changes()
        frame = self._day.frame()
        applications = self._applications.all()
        by_number = {table.number: table.id for table in frame.tables}
        new: dict[tuple[str, str], Reading] = {}
        for row in rows:
            application = _meant(row.application, applications)
            if application is not None and row.table in by_number:
                reading = Reading(by_number[row.table], application.id, row.position)
                new.setdefault((reading.table_id, reading.application_id), reading)
        named = {reading.application_id for reading in new.values()}
        kept = [reading for reading in frame.readings if reading.application_id not in named]
        return self._day.set_readings([*kept, *new.values()])

    def _push(self, done: Sequence[_Undoing]) -> None:
        def put(*, back: bool) -> Changes:
            with self._file.work() as work:
                for item in done:
                    _put(work, item, back=back)
                work.commit()
            return Changes(applications=frozenset(item.application_id for item in done))

        self._undo.push(
            Step(N_("The applications are taken in."), lambda: put(back=True), lambda: put(back=False))
        )


def _still_open(before: Application, details: ApplicationDetails, *, arrived: bool) -> tuple[Doubt, ...]:
    """Return the doubts about fields that say the same as before what came in now.

    That no document was found is settled when one has ``arrived``.
    """
    return tuple(
        doubt
        for doubt in before.doubts
        if getattr(details, doubt.field, None) == getattr(before.details, doubt.field, None)
        and not (arrived and doubt.code == "no_document")
    )


def _put(work: UnitOfWork, item: _Undoing, *, back: bool) -> None:
    for document_id in item.document_ids:
        work.applications.set_document_removed(document_id, removed=back)
    if item.before is None:
        work.applications.set_removed(item.application_id, removed=back)
    else:
        which = item.before if back else item.after
        work.applications.save(which.id, details=which.details, doubts=which.doubts)


def _meant(label: str, applications: Sequence[Application]) -> Application | None:
    """Return the application that a list means by a diary number, a number or a title."""
    wanted = fold(label)
    for application in applications:
        names = (application.details.diary_number, application.title, application.short_title)
        if wanted and wanted in {fold(name) for name in names}:
            return application
    return next((item for item in applications if wanted == str(item.number)), None)


def _name(candidate: Candidate) -> str:
    names = [document.file_name for document in candidate.documents]
    return ", ".join(names) or candidate.proposal.details.title
