"""Owns what comes back and what becomes of it in the file: answers, steps, and the texts of the day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.follow_up.responses import Answer, Response
from finsam_review.domain.follow_up.steps import StatusEntry, StatusStep
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.storage import tables

_response = tables.response
_step = tables.status_step
_entry = tables.status_entry
_text = tables.day_text
_next = tables.next_step


class FollowUpRepository:
    """Reads and writes answers, steps and the day's own texts within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def responses(self) -> Mapping[str, Response]:
        """Return every answer by the id of its point."""
        rows = self._connection.execute(select(_response)).all()
        return {
            row.point_id: Response(row.point_id, row.application_id, Answer(row.answer), row.words, row.at)
            for row in rows
        }

    def put_response(self, response: Response) -> None:
        """Keep an answer in place of the one before."""
        values = {
            "point_id": response.point_id,
            "application_id": response.application_id,
            "answer": response.answer.value,
            "words": response.words,
            "at": response.at,
        }
        statement = upsert(_response).values(**values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["point_id"], set_=values))

    def drop_response(self, point_id: str) -> None:
        """Let a point be without an answer again."""
        self._connection.execute(delete(_response).where(_response.c.point_id == point_id))

    def steps(self) -> tuple[StatusStep, ...]:
        """Return the steps that an application goes through, in order."""
        rows = self._connection.execute(select(_step).order_by(_step.c.position)).all()
        return tuple(StatusStep(row.code, row.name, tuple(row.outcomes)) for row in rows)

    def replace_steps(self, steps: Sequence[StatusStep]) -> None:
        """Put ``steps`` in place of all there are."""
        self._connection.execute(delete(_step))
        rows = [
            {"code": step.code, "position": position, "name": step.name, "outcomes": list(step.outcomes)}
            for position, step in enumerate(steps)
        ]
        if rows:
            self._connection.execute(insert(_step), rows)

    def entries(self, application_id: str | None = None) -> tuple[StatusEntry, ...]:
        """Return what a person noted about steps, of one application or of all, by date."""
        query = select(_entry).order_by(_entry.c.on)
        if application_id is not None:
            query = query.where(_entry.c.application_id == application_id)
        return tuple(_entry_from(row) for row in self._connection.execute(query).all())

    def put_entry(self, entry: StatusEntry) -> None:
        """Keep what was noted about a step, in place of what the same entry said before."""
        values = {
            "id": entry.id,
            "application_id": entry.application_id,
            "step": entry.step,
            "on": entry.on.isoformat(),
            "words": entry.words,
            "outcome": entry.outcome,
        }
        statement = upsert(_entry).values(**values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))

    def drop_entry(self, entry_id: str) -> None:
        """Take back what was noted about a step."""
        self._connection.execute(delete(_entry).where(_entry.c.id == entry_id))

    def texts(self) -> Mapping[str, str]:
        """Return the texts that people wrote about the whole day, by name."""
        return {row.name: row.text for row in self._connection.execute(select(_text)).all()}

    def set_text(self, name: str, text: str) -> None:
        """Keep a text about the whole day; an empty one is forgotten."""
        self._connection.execute(delete(_text).where(_text.c.name == name))
        if text:
            self._connection.execute(insert(_text), [{"name": name, "text": text}])

    def next_steps(self) -> tuple[NextStep, ...]:
        """Return what happens next, in order."""
        rows = self._connection.execute(select(_next).order_by(_next.c.position)).all()
        return tuple(
            NextStep(row.id, row.what, row.owner, date.fromisoformat(row.due) if row.due else None)
            for row in rows
        )

    def replace_next_steps(self, steps: Sequence[NextStep]) -> None:
        """Put ``steps`` in place of all there are."""
        self._connection.execute(delete(_next))
        rows = [
            {
                "id": step.id,
                "position": position,
                "what": step.what,
                "owner": step.owner,
                "due": step.due.isoformat() if step.due else None,
            }
            for position, step in enumerate(steps)
        ]
        if rows:
            self._connection.execute(insert(_next), rows)


def _entry_from(row: Row[Any]) -> StatusEntry:
    on = date.fromisoformat(row.on)
    return StatusEntry(row.id, row.application_id, row.step, on, row.words, row.outcome)
