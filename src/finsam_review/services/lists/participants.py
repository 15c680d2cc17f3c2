"""Owns how the participants of the day are taken in: from a list, in place of those there were."""

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from finsam_review.domain.changes import Changes
from finsam_review.domain.intake import FailedItem, Vocabulary
from finsam_review.domain.participants import Participant
from finsam_review.i18n import N_
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


@dataclass(frozen=True, slots=True)
class ParticipantsTakenIn:
    """What became of a list: the participants of the day now, and rows that could not be read."""

    participants: tuple[Participant, ...]
    failed: tuple[FailedItem, ...]
    changes: Changes


class ParticipantService:
    """Participants of the open day: the only persons in the file, known so that no name slips out."""

    def __init__(self, file: WorkshopFile, undo: UndoStack) -> None:
        self._file = file
        self._undo = undo

    def all(self) -> tuple[Participant, ...]:
        """Return the participants in the order of their list."""
        with self._file.work() as work:
            return work.participants.all()

    def take_in(self, path: Path) -> ParticipantsTakenIn:
        """Take in a list, in place of the participants there were.

        Raises :class:`UserError` for a file that is no list of participants; then nothing has changed.
        """
        from finsam_review.importing.participant_list import read_participants

        with self._file.work() as work:
            vocabulary = Vocabulary(work.day.parties(), work.day.kinds(), work.day.workshop().date)
        rows, failed = read_participants(path, vocabulary=vocabulary)
        found = tuple(row.participant(str(uuid4())) for row in rows)
        before = self.all()
        changes = self._save(found)
        undo = Step(
            N_("The participants are taken in."), lambda: self._save(before), lambda: self._save(found)
        )
        self._undo.push(undo)
        return ParticipantsTakenIn(found, failed, changes)

    def _save(self, participants: tuple[Participant, ...]) -> Changes:
        with self._file.work() as work:
            work.participants.replace(participants)
            work.commit()
        return Changes(participants=True)
