"""Owns where a person was writing when the day was closed: which text, and for which table."""

from finsam_review.domain.notes import Place
from finsam_review.services.day import Frame
from finsam_review.services.session import Session
from finsam_review.ui.context import DayContext


def newest_draft(session: Session, *, table_id: str = "") -> Place | None:
    """Return where the text stands that was written last and is not up; ``None`` if everything is.

    ``table_id`` asks for the texts of one table.
    """
    drafts = [draft for draft in session.notes.drafts() if table_id in {"", draft.place.table_id}]
    return max(drafts, key=lambda draft: draft.saved_at).place if drafts else None


def table_that_stays(context: DayContext, frame: Frame) -> int:
    """Return the number of the table that wrote last on this computer, else of the first."""
    kept = context.preferences.table_of(frame.workshop.id)
    numbers = [table.number for table in frame.tables]
    return kept if kept in numbers else numbers[0]
