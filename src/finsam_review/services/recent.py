"""Owns the list of files that were open lately, with what the start page says about each."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from finsam_review.paths import state_folder

_KEPT = 12


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
        return tuple(RecentFile(**item) for item in stored)
    except (OSError, ValueError, TypeError):
        return ()


def remember(file: RecentFile) -> None:
    """Put ``file`` first in the list."""
    others = [item for item in recent_files() if item.path != file.path]
    _save([file, *others][:_KEPT])


def forget(path: str) -> None:
    """Take a file off the list; the file itself is left alone."""
    _save([item for item in recent_files() if item.path != path])


def _save(files: list[RecentFile]) -> None:
    text = json.dumps([asdict(item) for item in files], ensure_ascii=False, indent=1)
    temporary = _path().with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(_path())


def _path() -> Path:
    return state_folder() / "recent.json"
