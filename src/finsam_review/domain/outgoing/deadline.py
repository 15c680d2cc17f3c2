"""Owns the last day to answer: whether it is a good one, and what would be better."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from finsam_review.domain.outgoing.calendar import (
    SATURDAY,
    Holiday,
    holiday,
    working_day_after,
    working_day_before,
)

LONGEST_WAIT = timedelta(days=366)
"""From the workshop day to the last day to answer; a longer wait is a wrong year."""


class DeadlineFault(StrEnum):
    """Why a last day to answer deserves a second look."""

    BEFORE_DAY = "before_day"
    PAST = "past"
    TOO_FAR = "too_far"
    HOLIDAY = "holiday"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class DeadlineProblem:
    """What is wrong with ``day``; ``offer`` is the day to take instead, where one can be told.

    ``holiday`` says which, when that is the fault.
    """

    fault: DeadlineFault
    day: date
    offer: date | None = None
    holiday: Holiday | None = None


def deadline_problem(day: date, *, workshop_date: date, today: date | None = None) -> DeadlineProblem | None:
    """Return what is wrong with ``day`` as the last day to answer, ``None`` if nothing is.

    A Saturday, a Sunday or a holiday gets the working day before it as an offer, or the one after it where
    that would be before the workshop day. Without ``today`` nothing is said of a day that has been.
    """
    if day < workshop_date:
        return DeadlineProblem(DeadlineFault.BEFORE_DAY, day)
    if today is not None and day < today:
        return DeadlineProblem(DeadlineFault.PAST, day)
    if day - workshop_date > LONGEST_WAIT:
        return DeadlineProblem(DeadlineFault.TOO_FAR, day)
    kept = holiday(day)
    if kept is None and day.weekday() < SATURDAY:
        return None
    earliest = workshop_date if today is None else max(workshop_date, today)
    before = working_day_before(day)
    offer = before if before >= earliest else working_day_after(day)
    fault = DeadlineFault.WEEKEND if kept is None else DeadlineFault.HOLIDAY
    return DeadlineProblem(fault, day, offer, kept)
