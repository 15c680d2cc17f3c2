"""Owns what happens next: who does what, and by when, as the summary of the day tells it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that is to be done after the day."""

    id: str
    what: str
    owner: str = ""
    due: datetime.date | None = None
