"""Owns the rows of the list: read once, then only those that an operation touched."""

from collections.abc import Iterable

from finsam_review.domain.changes import Changes
from finsam_review.services.day import Frame
from finsam_review.services.overview import Standing, answered_cells, standing, standings
from finsam_review.services.session import Session


class Wall:
    """How far every application of the day has come."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._standings: dict[str, Standing] = {}
        self.frame: Frame = session.day.frame()
        self.reload()

    def reload(self) -> None:
        """Read everything anew."""
        self.frame = self._session.day.frame()
        found = standings(
            self._session.applications.all(),
            self.frame,
            counts=self._session.notes.counts(),
            drafts=self._session.notes.drafts(),
        )
        self._standings = {item.application.id: item for item in found}

    def follow(self, changes: Changes) -> frozenset[str]:
        """Take in what an operation changed; return the ids of the applications whose row is another now."""
        if changes.applications or changes.readings or changes.questions or changes.workshop:
            before = self._standings
            self.reload()
            return frozenset(before) ^ frozenset(self._standings) | frozenset(
                key for key, item in self._standings.items() if before.get(key) != item
            )
        touched = (changes.topics | changes.drafts) & frozenset(self._standings)
        return frozenset(key for key in touched if self._update(key))

    def all(self) -> tuple[Standing, ...]:
        """Return the standings by number."""
        return tuple(self._standings.values())

    def get(self, application_id: str) -> Standing | None:
        """Return one standing, ``None`` if the application is gone."""
        return self._standings.get(application_id)

    def total(self) -> tuple[int, int]:
        """Return how many cells of the wall are answered, and how many there are."""
        return answered_cells(self._standings.values())

    def ids(self) -> Iterable[str]:
        """Return the ids of the applications by number."""
        return self._standings.keys()

    def _update(self, application_id: str) -> bool:
        old = self._standings[application_id]
        new = standing(
            old.application,
            self.frame,
            counts=self._session.notes.counts(application_id),
            drafts=self._session.notes.drafts(),
        )
        self._standings[application_id] = new
        return new != old
