"""Owns who has answered in time: waiting, on time, late by so many days, undated, missing, not sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ArrivalState(StrEnum):
    """Where an application stands with its revised version; ``UNDATED`` has come, but nobody knows when."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    ON_TIME = "on_time"
    UNDATED = "undated"
    LATE = "late"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a summary was sent, what was asked for and when a revised version came; unknown is ``None``.

    ``has_revised`` tells that one has come, also where nobody has said when.
    """

    application_id: str
    deadline: date | None = None
    sent_on: date | None = None
    revised_on: date | None = None
    has_revised: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of an arrival; ``days`` after the deadline if it is late or missing, else 0."""

    state: ArrivalState
    days: int = 0

    @property
    def has_reply(self) -> bool:
        """Whether a revised version has come."""
        return self.state in {ArrivalState.ON_TIME, ArrivalState.LATE, ArrivalState.UNDATED}


@dataclass(frozen=True, slots=True)
class ArrivalCounts:
    """The day in numbers; ``late`` are among ``replies``, and the rest adds up to ``applications``."""

    applications: int = 0
    replies: int = 0
    late: int = 0
    missing: int = 0
    waiting: int = 0
    not_sent: int = 0

    @property
    def expected(self) -> int:
        """How many were asked for a revised version, or sent one unasked."""
        return self.applications - self.not_sent


def standing(arrival: Arrival, today: date) -> Standing:
    """Return where an application stands ``today``. The day of the deadline itself is in time.

    A revised version counts even where nobody ticked that the summary was sent.
    """
    deadline = arrival.deadline
    if arrival.revised_on is not None:
        days = (arrival.revised_on - deadline).days if deadline else 0
        return Standing(ArrivalState.LATE, days) if days > 0 else Standing(ArrivalState.ON_TIME)
    if arrival.has_revised:
        return Standing(ArrivalState.UNDATED)
    if arrival.sent_on is None:
        return Standing(ArrivalState.NOT_SENT)
    days = (today - deadline).days if deadline else 0
    return Standing(ArrivalState.MISSING, days) if days > 0 else Standing(ArrivalState.WAITING)


def arrival_counts(arrivals: Iterable[Arrival], today: date) -> ArrivalCounts:
    """Return how many have answered, late or not, and how many have not."""
    found = [standing(arrival, today) for arrival in arrivals]
    states = [item.state for item in found]
    return ArrivalCounts(
        applications=len(found),
        replies=sum(item.has_reply for item in found),
        late=states.count(ArrivalState.LATE),
        missing=states.count(ArrivalState.MISSING),
        waiting=states.count(ArrivalState.WAITING),
        not_sent=states.count(ArrivalState.NOT_SENT),
    )
