"""Owns the participants in the file. They are the only persons in it, and may be deleted for good."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from finsam_review.domain.participants import Participant
from finsam_review.storage import tables

_participant = tables.participant


class ParticipantsRepository:
    """Reads and writes participants within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Participant, ...]:
        """Return the participants in the order they were taken in."""
        rows = self._connection.execute(select(_participant).order_by(_participant.c.position)).all()
        return tuple(
            Participant(
                id=row.id,
                name=row.name,
                organisation=row.organisation,
                party=row.party,
                municipality=row.municipality,
                municipality_size=row.municipality_size,
                role=row.role,
                present=row.present,
            )
            for row in rows
        )

    def replace(self, participants: Sequence[Participant]) -> None:
        """Put ``participants`` in place of all there are."""
        self._connection.execute(delete(_participant))
        rows = [
            {
                "id": person.id,
                "position": position,
                "name": person.name,
                "organisation": person.organisation,
                "party": person.party,
                "municipality": person.municipality,
                "municipality_size": person.municipality_size,
                "role": person.role,
                "present": person.present,
            }
            for position, person in enumerate(participants)
        ]
        if rows:
            self._connection.execute(insert(_participant), rows)
