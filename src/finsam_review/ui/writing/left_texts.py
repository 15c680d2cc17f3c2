"""Owns the question where a person was writing when the day was closed."""

from finsam_review.domain.notes import Place
from finsam_review.services.session import Session


def newest_draft(session: Session, *, table_id: str = "") -> Place | None:
    """Return where the text stands that was written last and is not up; ``None`` if everything is.

    ``table_id`` asks for the texts of one table.
    """
    drafts = [draft for draft in session.notes.drafts() if table_id in {"", draft.place.table_id}]
    return max(drafts, key=lambda draft: draft.saved_at).place if drafts else None
