"""Owns when the day is backed up and how it comes back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.paths import state_folder
from finsam_review.storage import backup
from finsam_review.storage.workshop_file import WorkshopFile

EVERY_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup a person can choose: which day it is of and when it was made (local time)."""

    path: Path
    name: str
    made_at: datetime
    size: int


class BackupService:
    """Backups of the open day, kept in the user's own folder, away from the file."""

    def __init__(self, file: WorkshopFile) -> None:
        self._file = file
        self._seen = file.changes()
        self._whole: bool | None = None

    def if_changed(self) -> Path | None:
        """Back up if anything was written since the last time; return where, or ``None``."""
        if self._file.read_only or self._file.changes() == self._seen:
            return None
        return self.now()

    def now(self, *, reason: str = "") -> Path:
        """Back up at once, checked before an older one makes room for it; a damaged day pushes none out."""
        folder = backup.folder_for(backups_folder(), workshop_id=self._file.workshop_id())
        target = folder / backup.name_for(self._file.path, reason=reason)
        try:
            self._file.save_copy(target)
        except UserError as error:
            if error.code != "folder_read_only":
                raise
            raise _unusable(backups_folder()) from error
        self._seen = self._file.changes()
        if self._was_whole():
            now = datetime.now().astimezone()
            backup.rotate(folder, stem=self._file.path.stem, now=now, keep=target)
        return target

    def _was_whole(self) -> bool:
        """Return whether the day had no damaged note at the first backup; looking takes its time."""
        if self._whole is None:
            self._whole = not self._file.damaged_notes()
        return self._whole


def backups_folder() -> Path:
    """Return the folder where backups lie, those of each day in a folder of their own.

    Raises :class:`UserError` ``backups_unusable`` if the user's own folder can't be made.
    """
    try:
        return state_folder() / "backups"
    except OSError as error:
        raise _unusable(Path(str(error.filename))) from error


def all_backups() -> tuple[Backup, ...]:
    """Return every backup, newest first."""
    return tuple(
        Backup(
            path=path,
            name=backup.stem_of(path),
            made_at=datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
            size=path.stat().st_size,
        )
        for path in backup.newest_first(backups_folder())
    )


def restore(chosen: Path, target: Path) -> Path:
    """Put a backup back as a new file at ``target``. Raises ``file_exists`` rather than overwrite one."""
    if target.exists():
        raise UserError("file_exists", file=target.name)
    with WorkshopFile.open(chosen, backups=backups_folder(), read_only=True) as file:
        file.save_copy(target)
    return target


def _unusable(folder: Path) -> UserError:
    return UserError("backups_unusable", folder=str(folder))
