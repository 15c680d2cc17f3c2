"""Owns what the page knows of all applications: which there are, which are approved, which have notes left.

Counting what is left reads every note of an application, so it is done when it is asked for and remembered
until the application is touched.
"""

from collections.abc import Sequence

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.services.session import Session


class DayState:
    """The applications of the day, by number."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._left: dict[str, int] = {}
        self.applications: tuple[Application, ...] = session.applications.all()
        self._approved = frozenset(session.summaries.approvals())

    @property
    def approved(self) -> int:
        """How many summaries are approved or sent."""
        return sum(1 for item in self.applications if item.id in self._approved)

    def is_approved(self, application_id: str) -> bool:
        """Whether a summary is approved or sent."""
        return application_id in self._approved

    def get(self, application_id: str) -> Application | None:
        """Return one application, ``None`` if it is gone."""
        return next((item for item in self.applications if item.id == application_id), None)

    def beside(self, application_id: str, step: int) -> Application | None:
        """Return the next (1) or previous (-1) application; ``None`` at either end."""
        place = self._place(application_id) + step
        return self.applications[place] if 0 <= place < len(self.applications) else None

    def follow(self, changes: Changes) -> None:
        """Take in what an operation changed."""
        if changes.applications:
            self.applications = self._session.applications.all()
        for application_id in changes.summaries:
            approved = self._session.summaries.approval(application_id) is not None
            self._approved = self._approved - {application_id} | ({application_id} if approved else set())
        for application_id in changes.topics | changes.points | changes.applications:
            self._left.pop(application_id, None)

    def tell_left(self, application_id: str, left: int) -> None:
        """Remember how many notes of an application are left, which somebody has just counted."""
        self._left[application_id] = left

    def next_with_left(self, application_id: str) -> Application | None:
        """Return the next application after this one, and round, on which a note is left to handle."""
        return next((item for item in self._after(application_id) if self._count(item.id)), None)

    def next_draft(self, application_id: str) -> Application | None:
        """Return the next application after this one, and round, that is not approved."""
        return next((item for item in self._after(application_id) if item.id not in self._approved), None)

    def count_one(self) -> bool:
        """Count what is left of one application of which that is not known; return whether there was one."""
        for item in self.applications:
            if item.id not in self._left and item.id not in self._approved:
                self._count(item.id)
                return True
        return False

    def _after(self, application_id: str) -> Sequence[Application]:
        place = self._place(application_id) + 1
        return (*self.applications[place:], *self.applications[: max(0, place - 1)])

    def _place(self, application_id: str) -> int:
        ids = [item.id for item in self.applications]
        return ids.index(application_id) if application_id in ids else -1

    def _count(self, application_id: str) -> int:
        if application_id in self._approved:
            return 0
        if application_id not in self._left:
            self._left[application_id] = len(self._session.points.unhandled(application_id))
        return self._left[application_id]
