"""Owns approvals and the log in the file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.summaries import Approval, FrozenSummary, LogEntry, SummaryState
from finsam_review.storage import tables
from finsam_review.storage.repositories.frozen import digest_of, frozen_from_json, frozen_to_json

_summary = tables.summary
_log = tables.log_entry


class SummariesRepository:
    """Reads and writes approvals within one transaction; the log only grows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, application_id: str) -> Approval | None:
        """Return the approval of one application's summary, ``None`` for a draft."""
        query = select(_summary).where(_summary.c.application_id == application_id)
        row = self._connection.execute(query).first()
        return _approval_from(row) if row else None

    def all(self) -> Mapping[str, Approval]:
        """Return every approval by the application's id."""
        rows = self._connection.execute(select(_summary)).all()
        return {row.application_id: _approval_from(row) for row in rows}

    def put(
        self, application_id: str, frozen: FrozenSummary, *, state: SummaryState, by: str, on: date
    ) -> Approval:
        """Keep an approval in place of the one before, and return it with the hash of what it freezes."""
        stored = frozen_to_json(frozen)
        values = {
            "application_id": application_id,
            "state": state.value,
            "approved_by": by,
            "approved_on": on.isoformat(),
            "frozen": stored,
            "sha256": digest_of(stored),
        }
        statement = upsert(_summary).values(**values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["application_id"], set_=values)
        )
        return Approval(application_id, state, by, on, frozen, str(values["sha256"]))

    def set_state(self, application_id: str, state: SummaryState) -> None:
        """Note that what was approved is sent, or is not yet."""
        query = update(_summary).where(_summary.c.application_id == application_id)
        self._connection.execute(query.values(state=state.value))

    def drop(self, application_id: str) -> None:
        """Let a summary be a draft again."""
        self._connection.execute(delete(_summary).where(_summary.c.application_id == application_id))

    def log(self, entry: LogEntry) -> None:
        """Add a line to the log."""
        row = {
            "at": entry.at,
            "kind": entry.kind,
            "application_id": entry.application_id,
            "who": entry.who,
            "detail": entry.detail,
        }
        self._connection.execute(insert(_log), [row])

    def logged(self, application_id: str | None = None) -> tuple[LogEntry, ...]:
        """Return the log, oldest first: of one application, or all of it."""
        query = select(_log).order_by(_log.c.number)
        if application_id is not None:
            query = query.where(_log.c.application_id == application_id)
        rows = self._connection.execute(query).all()
        return tuple(LogEntry(r.at, r.kind, r.application_id, r.who, r.detail) for r in rows)


def _approval_from(row: Row[Any]) -> Approval:
    return Approval(
        row.application_id,
        SummaryState(row.state),
        row.approved_by,
        date.fromisoformat(row.approved_on),
        frozen_from_json(row.frozen),
        row.sha256,
    )
