"""Owns the workbook of a day as a whole: which sheets it has, in which order."""

from datetime import UTC, datetime, time

from finsam_review.i18n import gettext as _
from finsam_review.reporting.excel.workbook import Workbook
from finsam_review.services.outgoing.workbook.day_notes import DayNotes
from finsam_review.services.outgoing.workbook.day_sheets import (
    applications_sheet,
    missions_sheet,
    receipts_sheet,
    themes_sheet,
)
from finsam_review.services.outgoing.workbook.note_sheets import aside_sheet, notes_sheet, points_sheet


def notes_workbook(day: DayNotes) -> Workbook:
    """Return the workbook: notes, points, set aside, applications, themes, missions, receipt."""
    workshop = day.frame.workshop
    return Workbook(
        title=_("All notes of {day}").format(day=workshop.title),
        author=workshop.organisation,
        created=datetime.combine(workshop.date, time(), tzinfo=UTC),
        sheets=(
            notes_sheet(day),
            points_sheet(day),
            aside_sheet(day),
            applications_sheet(day),
            themes_sheet(day),
            missions_sheet(day),
            receipts_sheet(day),
        ),
    )
