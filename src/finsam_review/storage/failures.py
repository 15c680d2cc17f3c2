"""Owns what SQLite's result codes mean to a person: which are known troubles, and which are bugs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

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
    sqlite3.SQLITE_CANTOPEN: "file_missing",
    sqlite3.SQLITE_PERM: "file_read_only",
    sqlite3.SQLITE_TOOBIG: "file_too_big",
}


def user_error_of(error: BaseException) -> UserError | None:
    """Return what ``error`` means to a person, or ``None`` if it is a bug of ours."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    known = _KNOWN.get(code & _PRIMARY) if isinstance(code, int) else None
    return UserError(known) if known else None


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turn known troubles of the database into :class:`UserError`; let bugs through as they are."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        known = user_error_of(error)
        if known is None:
            raise
        raise known from error
