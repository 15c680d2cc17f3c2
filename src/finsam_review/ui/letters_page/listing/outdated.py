"""Owns what is known about kept drafts that would be others now: asked once, and again when it may differ."""

from finsam_review.domain.changes import Changes
from finsam_review.domain.outgoing.dispatch import Dispatch
from finsam_review.services.outgoing.freshness import is_outdated
from finsam_review.services.session import Session


class Outdated:
    """Says of a draft whether it is outdated. Each answer takes some ten milliseconds the first time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, tuple[str, bool]] = {}

    def follow(self, changes: Changes) -> None:
        """Forget what an operation may have changed."""
        if changes.workshop or changes.participants or changes.readings:
            self._known.clear()
        touched = changes.applications | changes.summaries | changes.dispatches | changes.points
        for application_id in touched:
            self._known.pop(application_id, None)

    def __call__(self, dispatch: Dispatch) -> bool:
        """Return whether ``dispatch`` would be another letter if it were made now."""
        known = self._known.get(dispatch.application_id)
        if known is None or known[0] != dispatch.id:
            known = (dispatch.id, is_outdated(self._session, dispatch))
            self._known[dispatch.application_id] = known
        return known[1]
