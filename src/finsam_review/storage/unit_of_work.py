"""Owns the transaction: begun when work begins, kept only when it is committed, undone otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from finsam_review.storage.failures import told_in_words
from finsam_review.storage.repositories.applications import ApplicationsRepository
from finsam_review.storage.repositories.day import DayRepository
from finsam_review.storage.repositories.notes import NotesRepository


class UnitOfWork:
    """One transaction with the repositories that share it. Forgetting :meth:`commit` is safe."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.day = DayRepository(connection)
        self.applications = ApplicationsRepository(connection)
        self.notes = NotesRepository(connection)

    def commit(self) -> None:
        """Make everything durable: when this returns, a power cut no longer takes it."""
        self._connection.commit()


@contextmanager
def unit_of_work(engine: Engine) -> Iterator[UnitOfWork]:
    """Lend a unit of work; what was not committed is rolled back on leaving.

    Raises :class:`~finsam_review.domain.errors.UserError` for troubles of the disk that a person can mend.
    """
    with told_in_words(), engine.connect() as connection:
        try:
            yield UnitOfWork(connection)
        finally:
            if connection.in_transaction():
                connection.rollback()
