"""Owns the transaction: begun when work begins, kept only when it is committed, undone otherwise."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from finsam_review.storage.engine import TOUCHED
from finsam_review.storage.failures import told_in_words
from finsam_review.storage.repositories.applications import ApplicationsRepository
from finsam_review.storage.repositories.day import DayRepository
from finsam_review.storage.repositories.dispatches import DispatchesRepository
from finsam_review.storage.repositories.follow_up import FollowUpRepository
from finsam_review.storage.repositories.notes import NotesRepository
from finsam_review.storage.repositories.people import ParticipantsRepository
from finsam_review.storage.repositories.sheets import GateChoices, SheetsRepository
from finsam_review.storage.repositories.summaries import SummariesRepository
from finsam_review.storage.seals import renew


class UnitOfWork:
    """One transaction with the repositories that share it. Forgetting :meth:`commit` is safe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.day = DayRepository(connection)
        self.applications = ApplicationsRepository(connection)
        self.notes = NotesRepository(connection)
        self.sheets = SheetsRepository(connection)
        self.gate_choices = GateChoices(connection)
        self.summaries = SummariesRepository(connection)
        self.dispatches = DispatchesRepository(connection)
        self.follow_up = FollowUpRepository(connection)
        self.participants = ParticipantsRepository(connection)

    def commit(self) -> None:
        """Make everything durable: when this returns, a power cut no longer takes it."""
        renew(self._connection, self._connection.info.get(TOUCHED, ()))
        self._connection.commit()


@contextmanager
def unit_of_work(engine: Engine, raw: sqlite3.Connection, *, file: str) -> Iterator[UnitOfWork]:
    """Lend a unit of work on the file called ``file``; what was not committed is rolled back on leaving.

    ``raw`` is the connection that ``engine`` lends.

    Raises :class:`~finsam_review.domain.errors.UserError` for troubles of the disk that a person can mend.
    """
    with told_in_words(file), engine.connect() as connection:
        try:
            yield UnitOfWork(connection)
        finally:
            _roll_back(connection, raw)


def _roll_back(connection: Connection, raw: sqlite3.Connection) -> None:
    """Undo what is not committed. SQLAlchemy forgets a transaction whose commit failed; SQLite does not."""
    if connection.in_transaction():
        connection.rollback()
    if raw.in_transaction:
        raw.rollback()
