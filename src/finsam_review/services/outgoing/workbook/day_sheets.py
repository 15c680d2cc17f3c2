"""Owns the sheets about the day: applications and amounts, themes, missions, and the receipt."""

from collections.abc import Iterator

from finsam_review.domain.points.receipt import Receipt, receipt, whole
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.themes import matrix_row
from finsam_review.domain.workshop import Exercise
from finsam_review.i18n import gettext as _
from finsam_review.i18n.reasons import reason_text
from finsam_review.reporting.excel.workbook import Column, Row, SheetContent
from finsam_review.services.outgoing.workbook.day_notes import (
    DayNotes,
    letters_of,
    readers_of,
)


def applications_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of the applications, their amounts, and where a total differs from its parts."""
    years = sorted({year for item in day.applications for year, _amount in item.details.amounts})
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Diary number"), 12),
        Column(_("Title"), 40),
        Column(_("Kind"), 20),
        Column(_("Applicant"), 26),
        Column(_("Parties"), 30),
        Column(_("From"), 12, "date"),
        Column(_("Until"), 12, "date"),
        *(Column(str(year), 14, "money") for year in years),
        Column(_("Total as stated"), 14, "money"),
        Column(_("Sum of the years"), 14, "money"),
        Column(_("Difference"), 14, "money"),
    )
    return SheetContent(_("Applications"), columns, tuple(_application_rows(day, years)))


def _application_rows(day: DayNotes, years: list[int]) -> Iterator[Row]:
    kinds = {kind.code: kind.name for kind in day.frame.kinds}
    parties = {party.code: party.name for party in day.frame.parties}
    for application in day.applications:
        details, passed = application.details, day.passed[application.id]
        amounts = dict(details.amounts)
        total, summed = details.amount_total, sum(amounts.values()) if amounts else None
        differs = total - summed if total is not None and summed is not None else None
        yield (
            application.number,
            details.diary_number,
            passed(details.title),
            kinds.get(details.kind or "", ""),
            details.applicant,
            ", ".join(parties.get(code, code) for code in details.parties),
            details.period_start,
            details.period_end,
            *(amounts.get(year) for year in years),
            total,
            summed,
            differs or None,
        )


def themes_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of who saw which theme where."""
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Application"), 26),
        Column(_("Theme"), 34),
        Column(_("Notes"), 8, "number"),
        Column(_("Tables"), 8, "number"),
        Column(_("Which tables"), 12),
        Column(_("Demanded"), 12),
    )
    rows: list[Row] = []
    for application in day.applications:
        notes = day.of(application.id)
        readers = readers_of(day, application, notes)
        row = matrix_row(application, day.frame.themes, day.sheets[application.id], notes, readers)
        for theme, cell in zip(day.frame.themes, row.cells, strict=True):
            if cell.notes:
                demanded = _("yes") if cell.demanded else _("no")
                counts = (len(cell.notes), len(cell.tables), ", ".join(cell.tables), demanded)
                rows.append((application.number, application.short_title, theme.name, *counts))
    return SheetContent(_("Themes"), columns, tuple(rows))


def missions_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of the missions exercise."""
    columns = (Column(_("Party"), 24), Column(_("Table"), 8), Column(_("Note"), 70))
    missions = {question.id for question in day.frame.questions if question.exercise is Exercise.MISSIONS}
    letters = letters_of(day)
    names = {party.code: party.name for party in day.frame.parties}
    rows = [
        (
            names.get(note.place.topic_id.partition(":")[2], ""),
            letters[note.place.table_id],
            day.passed[""](note.content.text),
        )
        for note in day.notes
        if note.place.question_id in missions
    ]
    return SheetContent(_("Missions"), columns, tuple(rows))


def receipts_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of what became of the notes, application by application and in all."""
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Application"), 30),
        Column(_("Notes"), 8, "number"),
        Column(_("Quoted"), 10, "number"),
        Column(_("In shared points"), 10, "number"),
        *(Column(_("Set aside: {reason}").format(reason=reason_text(r)), 14, "number") for r in Reason),
        Column(_("Left to handle"), 10, "number"),
    )
    each = [(item, receipt(day.sheets[item.id], day.of(item.id))) for item in day.applications]
    rows: list[Row] = [(item.number, item.short_title, *_counts(told)) for item, told in each]
    rows.append((None, _("The whole day"), *_counts(whole(told for _item, told in each))))
    return SheetContent(_("Receipt"), columns, tuple(rows))


def _counts(told: Receipt) -> Row:
    aside = dict(told.aside)
    return (told.notes, told.quoted, told.merged, *(aside.get(reason, 0) for reason in Reason), told.left)
