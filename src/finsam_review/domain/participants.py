"""Owns the participants of the day: who was asked to come, from where, and whether they are here."""

from dataclasses import dataclass

SIZES = ("small", "medium", "large")
"""The sizes of municipalities by which people are regrouped, as the list states them."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in the day. Notes belong to a table, never to a participant.

    ``party`` is the code of a party of the day, ``None`` when the organisation belongs to none;
    ``municipality`` is empty where none is named; ``municipality_size`` is one of :data:`SIZES` or unknown.
    """

    id: str
    name: str
    organisation: str = ""
    party: str | None = None
    municipality: str = ""
    municipality_size: str | None = None
    role: str = ""
    present: bool = True
