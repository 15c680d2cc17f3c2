"""Owns copies of a workshop file: written whole, checked, and thinned out by age."""

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from finsam_review.domain.errors import UserError

SUFFIX = ".finsam"
KEPT_OF_THE_DAY = 10
_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = re.compile(r"(?P<stem>.*) (?P<day>\d{4}-\d\d-\d\d)T\d{6}( .*)?")


def name_for(path: Path, *, reason: str = "") -> str:
    """Return a file name for a backup of ``path`` made now; names sort by age."""
    tail = f" {reason}" if reason else ""
    return f"{path.stem} {datetime.now().astimezone().strftime(_STAMP)}{tail}{SUFFIX}"


def save_copy(raw: sqlite3.Connection, target: Path) -> None:
    """Copy the database behind ``raw`` to ``target``: temporary file, check, fsync, rename.

    Raises :class:`UserError` ``copy_failed`` when the copy does not check out; nothing is then left behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{target.name}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            raw.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise UserError("copy_failed", file=target.name)
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def rotate(folder: Path, *, stem: str, now: datetime) -> tuple[Path, ...]:
    """Thin out the backups of ``stem``: the ten newest of today and one of each earlier day stay.

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
    """Return the backups in ``folder``, newest first."""
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
