"""Owns what SQLite's result codes mean to a person: which are known troubles, and which are bugs."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from finsam_review.domain.errors import UserError

_PRIMARY = 0xFF
"""The lowest byte of an extended result code is the code proper (sqlite.org/rescode.html)."""

_KNOWN: dict[int, str] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_error",
    sqlite3.SQLITE_READONLY: "file_read_only",
    sqlite3.SQLITE_BUSY: "file_in_use",
    sqlite3.SQLITE_LOCKED: "file_in_use",
    sqlite3.SQLITE_CORRUPT: "file_damaged",
    sqlite3.SQLITE_NOTADB: "file_not_ours",
    sqlite3.SQLITE_CANTOPEN: "file_unreadable",
    sqlite3.SQLITE_PERM: "file_read_only",
    sqlite3.SQLITE_PROTOCOL: "file_in_use",
    sqlite3.SQLITE_TOOBIG: "file_too_big",
}


_OS_KNOWN = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "folder_read_only",
    errno.EPERM: "folder_read_only",
    errno.EROFS: "folder_read_only",
    errno.ENOTDIR: "folder_read_only",
    errno.EEXIST: "folder_read_only",
}


def user_error_of(error: BaseException, *, file: str) -> UserError | None:
    """Return what ``error`` on the file called ``file`` means to a person, ``None`` if it is a bug."""
    if isinstance(error, UnicodeDecodeError):  # SQLite names a part of the schema that is no text any more
        return UserError("file_damaged", file=file)
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    known = _KNOWN.get(code & _PRIMARY) if isinstance(code, int) else None
    return UserError(known, file=file) if known else None


@contextmanager
def told_in_words(file: str) -> Iterator[None]:
    """Turn known troubles of the database into :class:`UserError`; let bugs through as they are."""
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        known = user_error_of(error, file=file)
        if known is None:
            raise
        raise known from error


@contextmanager
def writing_in_words(target: Path) -> Iterator[None]:
    """Turn what the disk says while ``target`` is written into :class:`UserError`, and SQLite's words too."""
    with told_in_words(target.name):
        try:
            yield
        except OSError as error:
            code = _OS_KNOWN.get(error.errno or 0, "disk_error")
            raise UserError(code, file=target.name, folder=target.parent.name) from error
