"""Owns the word about what an operation changed, by which every view decides whether it is stale."""

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed operation touched.

    ``topics`` are ids of topics whose notes changed, ``notes`` the ids of those notes. ``points``,
    ``summaries``, ``dispatches`` and ``follow_up`` are ids of the applications whose points, approval,
    drafts, or answers and steps changed. ``source`` names the view that asked for the operation, so that it
    can tell its own echo.
    """

    notes: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    applications: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    summaries: frozenset[str] = frozenset()
    dispatches: frozenset[str] = frozenset()
    follow_up: frozenset[str] = frozenset()
    themes: bool = False
    participants: bool = False
    day_texts: bool = False
    readings: bool = False
    questions: bool = False
    workshop: bool = False
    source: str = ""

    def __or__(self, other: "Changes") -> "Changes":
        """Return what both touched; the first known source is kept."""
        joined = {
            item.name: _both(getattr(self, item.name), getattr(other, item.name)) for item in fields(self)
        }
        return Changes(**joined)


def _both(one: Any, other: Any) -> Any:
    return one | other if isinstance(one, frozenset) else one or other
