"""Owns copies of a workshop file: written whole, checked, and thinned out by age."""

import hashlib
import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.storage.failures import writing_in_words

SUFFIX = ".finsam"
KEPT_OF_THE_DAY = 10
_COUNTERS = 100
"""The header of a database, in which a copy counts its own changes; from here on a copy is byte for byte."""
_STAMP = "%Y-%m-%dT%H%M%S"
_PLAIN_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_NAME = re.compile(r"(?P<stem>.*) (?P<day>\d{4}-\d\d-\d\d)T\d{6}( .*)?")


def name_for(path: Path, *, reason: str = "") -> str:
    """Return a file name for a backup of ``path`` made now; names sort by age."""
    tail = f" {reason}" if reason else ""
    return f"{path.stem} {datetime.now().astimezone().strftime(_STAMP)}{tail}{SUFFIX}"


def folder_for(folder: Path, *, workshop_id: str) -> Path:
    """Return where in ``folder`` the backups of one workshop day lie: two days may have one file name.

    The id comes out of a file that anybody may have made; one that is no plain id is not used as a name.
    """
    plain = _PLAIN_ID.fullmatch(workshop_id) is not None
    return folder / (workshop_id if plain else hashlib.sha256(workshop_id.encode("utf-8")).hexdigest())


def save_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Copy the database behind ``raw`` to ``target``: temporary file, check, fsync, rename.

    Raises :class:`UserError` ``copy_failed`` when the copy does not check out; nothing is then left behind.
    """
    temporary = target.with_name(f"{target.name}.tmp")
    with writing_in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        try:
            _write_checked(raw, temporary, name=target.name)
            _put_journal_aside(target)
            temporary.replace(target)
            _sync_folder(target.parent)
        finally:
            temporary.unlink(missing_ok=True)


def _write_checked(raw: sqlite3.Connection, temporary: Path, *, name: str) -> None:
    with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
        raw.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        verdicts = copy.execute("PRAGMA quick_check(1)").fetchall()
    written = temporary.read_bytes()
    if verdicts != [("ok",)] or written[_COUNTERS:] != raw.serialize()[_COUNTERS:]:
        raise UserError("copy_failed", file=name)
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())


def _put_journal_aside(target: Path) -> None:
    """Move a journal that a power cut left beside ``target``: SQLite would roll it back into the copy."""
    journal = target.with_name(f"{target.name}-journal")
    if journal.exists():
        journal.replace(target.with_name(f"{target.name}-journal {datetime.now().astimezone():{_STAMP}}"))


def _sync_folder(folder: Path) -> None:
    """Make a new name durable. Windows can't, and need not: it writes names in order."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def rotate(folder: Path, *, stem: str, now: datetime, keep: Path | None = None) -> tuple[Path, ...]:
    """Thin out the backups of ``stem`` in the folder of its day: ten of today, one of each earlier day stay.

    ``keep`` is the one just made; it stays even if the clock was set back and it looks older than the rest.
    Returns the paths that were removed.
    """
    today = f"{now:%Y-%m-%d}"
    by_day: dict[str, list[Path]] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if stem_of(path) == stem:
            by_day.setdefault(_day_of(path), []).append(path)
    surplus: list[Path] = []
    for day, paths in by_day.items():
        surplus.extend(paths[: -(KEPT_OF_THE_DAY if day == today else 1)])
    surplus = [path for path in surplus if path != keep]
    for path in surplus:
        path.unlink(missing_ok=True)
    return tuple(surplus)


def stem_of(path: Path) -> str:
    """Return the name of the file that a backup was made of."""
    found = _NAME.match(path.stem)
    return found["stem"] if found else path.stem


def _day_of(path: Path) -> str:
    found = _NAME.match(path.stem)
    return found["day"] if found else ""


def newest_first(folder: Path) -> Sequence[Path]:
    """Return the backups of all days in ``folder``, newest first; earlier versions let them lie side by side.

    One that is thrown away meanwhile by another window is left out.
    """
    found: list[tuple[int, Path]] = []
    for path in (*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*/*{SUFFIX}")):
        with suppress(FileNotFoundError):
            found.append((path.stat().st_mtime_ns, path))
    return [path for _age, path in sorted(found, reverse=True)]
