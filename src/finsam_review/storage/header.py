"""Owns the first look at a file: whose it is and which format, read from its bytes without touching it."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from finsam_review.domain.errors import UserError

APPLICATION_ID = 0x464E534D
"""``FNSM`` in the SQLite header at offset 68 tells a workshop file from any other database."""

FORMAT = 2
"""The format this program writes: SQLite's ``user_version``, offset 60, and the newest migration."""

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a workshop file says."""

    format: int


def read_header(path: Path) -> Header:
    """Return the header of ``path`` without opening it as a database.

    Raises :class:`UserError` ``file_missing``, ``file_not_ours`` (no database, an empty file, or somebody
    else's database) or ``file_newer`` (with ``format`` and ``known``).
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_LENGTH)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise UserError("file_missing", file=path.name) from error
    except OSError as error:
        raise UserError("file_unreadable", file=path.name) from error
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise UserError("file_not_ours", file=path.name)
    owner, found = int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")
    return _judged(path, owner=owner, found=found)


def header_now(raw: sqlite3.Connection, path: Path) -> Header:
    """Return what the header says once SQLite has taken back what a power cut left half done.

    Raises as :func:`read_header`.
    """
    (owner,) = raw.execute("PRAGMA application_id").fetchone()
    (found,) = raw.execute("PRAGMA user_version").fetchone()
    return _judged(path, owner=owner, found=found)


def _judged(path: Path, *, owner: int, found: int) -> Header:
    if owner != APPLICATION_ID or found < 1:
        raise UserError("file_not_ours", file=path.name)
    if found > FORMAT:
        raise UserError("file_newer", file=path.name, format=found, known=FORMAT)
    return Header(found)
