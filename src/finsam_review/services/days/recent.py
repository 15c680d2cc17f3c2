"""Owns the list of files that were open lately, with what the start page says about each."""

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from finsam_review.paths import state_folder

_KEPT = 12
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open: what it held then, and when it was last open (ISO 8601, local time)."""

    path: str
    title: str
    opened_at: str
    applications: int = 0
    notes: int = 0
    rehearsal: bool = False


def recent_files() -> tuple[RecentFile, ...]:
    """Return the files, newest first; a list that can't be read is no list, and no reason to stop."""
    try:
        stored = json.loads(_path().read_text(encoding="utf-8"))
        found = tuple(RecentFile(**item) for item in stored)
    except (OSError, ValueError, TypeError, RecursionError):
        return ()
    return tuple(item for item in found if _is_sound(item))


def remember(file: RecentFile) -> None:
    """Put ``file`` first in the list. A list that can't be written is logged, and no reason to stop."""
    others = [item for item in recent_files() if item.path != file.path]
    _save([file, *others][:_KEPT])


def forget(path: str) -> None:
    """Take a file off the list; the file itself is left alone."""
    _save([item for item in recent_files() if item.path != path])


def _save(files: list[RecentFile]) -> None:
    text = json.dumps([asdict(item) for item in files], ensure_ascii=False, indent=1)
    temporary = _path().with_suffix(f".{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(_path())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        _log.warning("the list of recent files could not be written: %s", error)


def _is_sound(item: RecentFile) -> bool:
    """Return whether every field holds what it should: the list is a file that anybody can edit."""
    words, numbers = (item.path, item.title, item.opened_at), (item.applications, item.notes)
    return all(isinstance(word, str) for word in words) and all(isinstance(n, int) for n in numbers)


def _path() -> Path:
    return state_folder() / "recent.json"
