"""Owns agreement: how many of the tables that read an application stand behind a point or a party."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finsam_review.domain.notes import Note
from finsam_review.domain.workshop import Party, TableGroup


@dataclass(frozen=True, slots=True)
class Agreement:
    """The letters of the tables behind something, and how many could have been: 2 of 3."""

    tables: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class PartySupport:
    """A party that tables want in the steering group, and which tables."""

    party: str
    agreement: Agreement


def agreement(notes: Iterable[Note], readers: Sequence[TableGroup]) -> Agreement:
    """Return which tables wrote ``notes``, among the ``readers`` of the application.

    A table that wrote without being down as a reader is expected among ``readers`` all the same: whoever
    writes has read.
    """
    wrote = {note.place.table_id for note in notes}
    return Agreement(tuple(table.letter for table in readers if table.id in wrote), len(readers))


def steering_group(
    notes: Iterable[Note], parties: Sequence[Party], readers: Sequence[TableGroup]
) -> tuple[PartySupport, ...]:
    """Return the proposed steering group: the ticked parties, those that most tables want first.

    Parties that nobody ticked are left out; equals stand in the order of the day's parties.
    """
    known = tuple(notes)
    wanted = [
        PartySupport(party.code, agreement([n for n in known if party.code in n.content.parties], readers))
        for party in parties
    ]
    ticked = [item for item in wanted if item.agreement.tables]
    return tuple(sorted(ticked, key=lambda item: -len(item.agreement.tables)))
