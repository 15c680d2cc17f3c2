"""Owns how the standing of an application becomes a row of the list."""

from finsam_review.domain.applications import Application
from finsam_review.i18n import thousands
from finsam_review.services.day import Frame
from finsam_review.services.overview import Standing
from finsam_review.ui.application_list import ApplicationRow


def row_of(standing: Standing, frame: Frame) -> ApplicationRow:
    """Return the row of one application."""
    application = standing.application
    return ApplicationRow(
        application_id=application.id,
        number=application.number,
        title=application.title,
        short_title=application.short_title,
        applicant=application.details.applicant,
        amount_text=amount_of(application),
        parties_text=parties_of(application, frame),
        badges=tuple((a.table.letter, a.table.number, a.answered) for a in standing.tables),
        loose=standing.loose,
        doubts=len(application.doubts),
        amount=application.details.amount_total or 0,
    )


def amount_of(application: Application) -> str:
    """Return the whole amount applied for, in thousands; empty if unknown."""
    total = application.details.amount_total
    return thousands(total) if total is not None else ""


def parties_of(application: Application, frame: Frame) -> str:
    """Return the short names of the parties behind an application, in the förbund's order."""
    return ", ".join(p.short_name for p in frame.parties if p.code in application.details.parties)
