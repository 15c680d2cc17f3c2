"""Owns the word about what an operation changed, by which every view decides whether it is stale."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Changes:
    """What one committed operation touched.

    ``topics`` are ids of topics whose notes changed, ``notes`` the ids of those notes. ``source`` names the
    view that asked for the operation, so that it can tell its own echo.
    """

    notes: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    applications: frozenset[str] = frozenset()
    readings: bool = False
    questions: bool = False
    workshop: bool = False
    source: str = ""

    def __or__(self, other: "Changes") -> "Changes":
        """Return what both touched; the first known source is kept."""
        joined = {item.name: getattr(self, item.name) or getattr(other, item.name) for item in fields(self)}
        joined |= {
            name: getattr(self, name) | getattr(other, name)
            for name in ("notes", "topics", "drafts", "applications")
        }
        return Changes(**joined)
