"""Owns the workbook of a day as a whole: which sheets it has, in which order."""

from datetime import UTC, datetime, time

from finsam_review.i18n import gettext as _
from finsam_review.reporting.excel.workbook import SheetContent, Workbook
from finsam_review.services.outgoing.workbook.day_notes import DayNotes
from finsam_review.services.outgoing.workbook.day_sheets import (
    applications_sheet,
    missions_sheet,
    receipts_sheet,
    themes_sheet,
)
from finsam_review.services.outgoing.workbook.note_sheets import aside_sheet, notes_sheet, points_sheet


def notes_workbook(day: DayNotes) -> Workbook:
    """Return the workbook of a day: notes, points, set aside, applications, themes, missions, receipt."""
    sheets = (
        *_about_notes(day),
        applications_sheet(day),
        themes_sheet(day),
        missions_sheet(day),
        receipts_sheet(day),
    )
    return _book(day, _("All notes of {day}").format(day=day.frame.workshop.title), sheets)


def case_workbook(day: DayNotes) -> Workbook:
    """Return the workbook of one application: its notes and what became of them."""
    title = _("The notes on {title}").format(title=day.passed[""](day.applications[0].short_title))
    return _book(day, title, _about_notes(day))


def _about_notes(day: DayNotes) -> tuple[SheetContent, ...]:
    return notes_sheet(day), points_sheet(day), aside_sheet(day)


def _book(day: DayNotes, title: str, sheets: tuple[SheetContent, ...]) -> Workbook:
    workshop = day.frame.workshop
    created = datetime.combine(workshop.date, time(), tzinfo=UTC)
    return Workbook(title=title, author=workshop.organisation, created=created, sheets=sheets)
