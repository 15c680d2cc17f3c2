"""Owns an open day: the file and every service on it, made together and closed together."""

from datetime import date, datetime
from pathlib import Path
from typing import Self

from finsam_review.domain.workshop import Preset
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService, fill
from finsam_review.services.days import recent
from finsam_review.services.days.backups import BackupService, backups_folder
from finsam_review.services.follow_up.revisions import RevisionService
from finsam_review.services.follow_up.steps import StepService
from finsam_review.services.gate import GateService
from finsam_review.services.intake import IntakeService
from finsam_review.services.lists.notes import NotesTakenIn, import_notes
from finsam_review.services.lists.participants import ParticipantService
from finsam_review.services.notes import NoteService
from finsam_review.services.outgoing.day_summary import DaySummaryService
from finsam_review.services.outgoing.outbox import OutboxService
from finsam_review.services.points.service import PointService
from finsam_review.services.points.themes import ThemeService
from finsam_review.services.summaries import SummaryService
from finsam_review.services.undo import UndoStack
from finsam_review.storage.integrity import Damage
from finsam_review.storage.workshop_file import WorkshopFile


class Session:
    """One open workshop day. Belongs to the thread that opened it."""

    def __init__(self, file: WorkshopFile) -> None:
        self._file = file
        self.undo = undo = UndoStack()
        self.day = day = DayService(file, undo)
        self.notes = notes = NoteService(file, undo)
        self.applications = applications = ApplicationService(file, undo)
        self.intake = IntakeService(file, undo, day=day, applications=applications)
        self.backups = BackupService(file)
        self.participants = ParticipantService(file, undo)
        self.gate = gate = GateService(file, undo)
        self.points = points = PointService(file, undo, notes=notes)
        self.themes = ThemeService(
            file, undo, day=day, applications=applications, notes=notes, points=points
        )  # fmt: skip
        self.summaries = summaries = SummaryService(
            file, undo, day=day, applications=applications, notes=notes, points=points, gate=gate
        )
        self.day_summary = DaySummaryService(
            file, undo, day=day, applications=applications, notes=notes, points=points,
            themes=self.themes, gate=gate,
        )  # fmt: skip
        self.steps = StepService(file, undo, day=day, applications=applications, notes=notes)
        self.outbox = OutboxService(
            file, undo, day=day, applications=applications, summaries=summaries, gate=gate, steps=self.steps
        )
        self.revisions = RevisionService(
            file, undo, day=day, applications=applications, summaries=summaries
        )  # fmt: skip

    @classmethod
    def create(cls, path: Path, *, preset: Preset, title: str, day: date, tables: int | None = None) -> Self:
        """Make a new day at ``path`` and open it. On a refusal no file is left behind."""
        file = WorkshopFile.create(path)
        try:
            fill(file, preset=preset, title=title, day=day, tables=tables)
        except BaseException:
            file.discard()
            raise
        return cls._on(file)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the day at ``path``. Raises :class:`UserError` in words a person can act on."""
        return cls._on(WorkshopFile.open(path, backups=backups_folder(), read_only=read_only))

    @classmethod
    def _on(cls, file: WorkshopFile) -> Self:
        """Return the day on ``file``, or close a file that can't be read: it must not stay locked."""
        try:
            return cls(file)
        except BaseException:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether the file can only be looked at."""
        return self._file.read_only

    def find_damage(self) -> tuple[Damage, ...]:
        """Return everything that is wrong with the file."""
        return self._file.find_damage()

    def import_notes(self, path: Path) -> NotesTakenIn:
        """Stick up the notes of a list, after a backup."""
        self.backups.now(reason="import")
        return import_notes(path, day=self.day, applications=self.applications, notes=self.notes)

    def save_copy(self, target: Path) -> None:
        """Write a whole, checked copy of the day to ``target``."""
        self._file.save_copy(target)

    def remember(self, *, rehearsal: bool = False) -> None:
        """Put the day first among the recent files, with what it holds now."""
        recent.remember(
            recent.RecentFile(
                path=str(self.path),
                title=self.day.frame().workshop.title,
                opened_at=datetime.now().astimezone().isoformat(timespec="minutes"),
                applications=len(self.applications.all()),
                notes=sum(self.notes.counts().values()),
                rehearsal=rehearsal,
            )
        )

    def discard(self) -> None:
        """Close a day that was just made and remove its file."""
        self._file.discard()

    def close(self) -> None:
        """Back up what changed and close the file. Closing twice is harmless."""
        if self._file.closed:
            return
        try:
            self.backups.if_changed()
        finally:
            self._file.close()

    def __enter__(self) -> Self:
        """Return the open day."""
        return self

    def __exit__(self, *_details: object) -> None:
        """Close the day."""
        self.close()
