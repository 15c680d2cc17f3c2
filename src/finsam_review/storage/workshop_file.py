"""Owns the life of an open workshop file: made, opened or refused, lent to units of work, closed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from uuid import uuid4

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from finsam_review.domain.errors import UserError
from finsam_review.storage import backup, holder
from finsam_review.storage.engine import connect, engine_on, passing_copy
from finsam_review.storage.failures import told_in_words, user_error_of, writing_in_words
from finsam_review.storage.header import FORMAT, header_now, read_header
from finsam_review.storage.integrity import Damage, damaged_notes, find_damage
from finsam_review.storage.schema import create_schema, migrate, refuse_foreign_parts, refuse_other_tables
from finsam_review.storage.unit_of_work import UnitOfWork, unit_of_work


class WorkshopFile:
    """An open ``.finsam`` file. Belongs to the thread that opened it; close it there."""

    def __init__(self, path: Path, raw: sqlite3.Connection, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.replica_id = ""
        self._raw = raw
        self._closed = False
        self._identity: holder.Identity | None = None
        self._engine: Engine = engine_on(raw, read_only=read_only)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new, empty file. Raises :class:`UserError` ``file_exists`` rather than touch another."""
        path = path.resolve()
        with writing_in_words(path):
            try:
                path.parent.mkdir(parents=True, exist_ok=path.parent.is_dir())
                path.touch(exist_ok=False)
            except FileExistsError as error:
                code = "file_exists" if path.exists() else "folder_read_only"
                raise UserError(code, file=path.name, folder=path.parent.name) from error
            try:
                raw = connect(path)
                with _closed_on_failure(raw):
                    create_schema(raw)
                return cls._opened(path, raw)
            except BaseException:
                path.unlink(missing_ok=True)
                raise

    @classmethod
    def open(cls, path: Path, *, backups: Path, read_only: bool = False) -> Self:
        """Open a file, bringing an older one up to date after a backup into ``backups``.

        A file that can't be written is opened for reading; then a passing copy of an older one is brought up
        to date and the file stays as it is. Raises :class:`UserError`: ``file_missing``,
        ``file_not_ours``, ``file_newer``, ``file_in_use`` (with ``who``), ``file_damaged``,
        ``file_foreign_parts``, ``notes_damaged`` is left to :meth:`damaged_notes`.
        """
        path = path.resolve()
        if holder.is_open_here(path):
            raise _in_use(path)
        read_header(path)
        read_only = read_only or not _may_write(path)
        raw = _connected(path, read_only=read_only)
        with told_in_words(path.name), _closed_on_failure(raw):
            refuse_foreign_parts(raw)
            header = header_now(raw, path)
            if header.format < FORMAT and not read_only:
                backup.save_copy(raw, backups / backup.name_for(path, reason="migrate"))
                migrate(raw, found=header.format)
            elif header.format < FORMAT:
                raw = _brought_up_beside(raw, found=header.format)
        with told_in_words(path.name), _closed_on_failure(raw):
            refuse_other_tables(raw)
        return cls._opened(path, raw, read_only=read_only)

    @classmethod
    def _opened(cls, path: Path, raw: sqlite3.Connection, *, read_only: bool = False) -> Self:
        opened = cls(path, raw, read_only=read_only)
        if not read_only:
            opened._identity = holder.announce(path)
            try:
                opened.replica_id = opened._own_replica()
            except BaseException:
                opened.close()
                raise
        return opened

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """Lend one transaction. Raises :class:`UserError` for what the disk refuses.

        What a damaged file makes of a value is the file's fault, not the program's: ``file_damaged``.
        """
        try:
            with unit_of_work(self._engine, self._raw, file=self.path.name) as work:
                yield work
        except (ValueError, TypeError, AttributeError, LookupError, SQLAlchemyError) as error:
            if self.find_damage():
                raise UserError("file_damaged", file=self.path.name) from error
            raise

    def damaged_notes(self) -> tuple[Damage, ...]:
        """Return the note revisions whose hash does not fit; cheap enough for every opening."""
        with told_in_words(self.path.name):
            return tuple(damaged_notes(self._raw))

    def find_damage(self) -> tuple[Damage, ...]:
        """Return everything that is wrong with the file: structure, references, notes, documents."""
        with told_in_words(self.path.name):
            return find_damage(self._raw)

    def save_copy(self, target: Path) -> None:
        """Write a checked copy of the file as it is now to ``target``, which appears whole or not at all.

        Raises :class:`UserError` ``file_in_use`` for a target that is open here or elsewhere: whoever has it
        would go on writing into a file that has no name any more.
        """
        target = target.resolve()
        if target == self.path or (target.exists() and holder.read_holder(target) is not None):
            raise _in_use(target)
        backup.save_copy(self._raw, target)

    def workshop_id(self) -> str:
        """Return the id of the day, which its copies share; empty if damage has taken it."""
        with told_in_words(self.path.name):
            row = self._raw.execute("SELECT id FROM workshop").fetchone()
        return str(row[0]) if row else ""

    def changes(self) -> int:
        """Return a count that grows with every row written through this connection."""
        return self._raw.total_changes

    @property
    def closed(self) -> bool:
        """Whether the file was closed."""
        return self._closed

    def close(self) -> None:
        """Close the file and withdraw the note about who has it. Closing twice is harmless."""
        self._closed = True
        if not self.read_only:
            self._tidy()
        self._engine.dispose()
        self._raw.close()
        if self._identity is not None:
            holder.withdraw(self.path, self._identity)
            self._identity = None

    def discard(self) -> None:
        """Close a file that was just made and remove it again."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _tidy(self) -> None:
        """Let SQLite remove the emptied journal while the file is still ours: one file is all to carry.

        If it can't, an empty journal stays behind and harms nobody.
        """
        with suppress(sqlite3.Error):
            self._raw.execute("PRAGMA locking_mode=NORMAL")
            self._raw.execute("PRAGMA journal_mode=DELETE")

    def __enter__(self) -> Self:
        """Return the open file."""
        return self

    def __exit__(self, *_details: object) -> None:
        """Close the file."""
        self.close()

    def _own_replica(self) -> str:
        """Return this copy's id; a file carried to another computer or folder gets one of its own."""
        host, place = holder.computer(), str(self.path)
        with self.work() as work:
            known = work.day.replica(host=host, place=place)
            if known is None:
                known = str(uuid4())
                since = datetime.now(UTC).isoformat(timespec="seconds")
                work.day.add_replica(known, host=host, place=place, since=since)
                work.commit()
            return known


@contextmanager
def _closed_on_failure(raw: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        raw.close()
        raise


def _brought_up_beside(raw: sqlite3.Connection, *, found: int) -> sqlite3.Connection:
    """Return a copy of today's format, for reading, in place of ``raw``, which is closed."""
    copy = passing_copy(raw)
    with _closed_on_failure(copy):
        migrate(copy, found=found)
        copy.execute("PRAGMA query_only=ON")
    raw.close()
    return copy


def _may_write(path: Path) -> bool:
    """Return whether both the file and the folder, where the journal comes to lie, let us write."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    try:
        return connect(path, read_only=read_only)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        known = user_error_of(error, file=path.name)
        if known is None:
            raise
        if known.code == "file_in_use":
            raise _in_use(path) from error
        raise known from error


def _in_use(path: Path) -> UserError:
    who = holder.read_holder(path)
    if who is None:
        return UserError("file_in_use", file=path.name)
    since = datetime.fromisoformat(who.since)
    return UserError(
        "file_in_use_by", file=path.name, user=who.user, computer=who.computer, since=f"{since:%H.%M}"
    )
