"""Owns how the rows of the list are gathered from the open day."""

from finsam_review.domain.summaries import SummaryState
from finsam_review.services.session import Session
from finsam_review.ui.summaries_page.summary_list import SummaryRow


def summary_rows(session: Session) -> tuple[SummaryRow, ...]:
    """Return a row for each application by number. Tables count when they read it or wrote on it."""
    frame = session.day.frame()
    notes: dict[str, int] = {}
    wrote: dict[str, set[str]] = {}
    approvals = session.summaries.approvals()
    for place, count in session.notes.counts().items():
        if count:
            notes[place.topic_id] = notes.get(place.topic_id, 0) + count
            wrote.setdefault(place.topic_id, set()).add(place.table_id)
    return tuple(
        SummaryRow(
            application_id=item.id,
            number=item.number,
            title=item.short_title,
            notes=notes.get(item.id, 0),
            tables=len({table.id for table in frame.readers(item.id)} | wrote.get(item.id, set())),
            state=approvals[item.id].state if item.id in approvals else SummaryState.DRAFT,
        )
        for item in session.applications.all()
    )
