"""Owns the sheets about notes: all of them, the points made of them, and those set aside."""

from collections.abc import Iterator

from finsam_review.domain.notes import Note
from finsam_review.domain.points.sheet import Sheet, living
from finsam_review.i18n import gettext as _
from finsam_review.i18n.reasons import reason_text
from finsam_review.reporting.excel.workbook import Column, Row, SheetContent
from finsam_review.services.outgoing.workbook.day_notes import (
    DayNotes,
    letters_of,
    point_themes,
    question_numbers_of,
    readers_of,
    theme_names,
    whole_text,
)
from finsam_review.services.points.drafting import said


def notes_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of every note and what became of it."""
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Diary number"), 12),
        Column(_("Application"), 26),
        Column(_("Question"), 8, "number"),
        Column(_("Table"), 8),
        Column(_("Note"), 60),
        Column(_("Proposal"), 40),
        Column(_("Parties"), 24),
        Column(_("What became of it"), 26),
        Column(_("Themes"), 30),
    )
    return SheetContent(_("Notes"), columns, tuple(_note_rows(day)))


def _note_rows(day: DayNotes) -> Iterator[Row]:
    letters, numbers = letters_of(day), question_numbers_of(day)
    parties = {party.code: party.name for party in day.frame.parties}
    for application in day.applications:
        notes, passed = day.of(application.id), day.passed[application.id]
        sheet = living(day.sheets[application.id], notes)
        for note in sorted(notes, key=lambda note: numbers[note.place.question_id]):
            yield (
                application.number,
                application.details.diary_number,
                application.short_title,
                numbers[note.place.question_id],
                letters[note.place.table_id],
                passed(note.content.text),
                passed(note.content.proposal),
                ", ".join(parties.get(code, code) for code in note.content.parties),
                passed(_became(note, sheet)),
                theme_names(day, (*sheet.themes_of(note.id), *point_themes(sheet, note.id))),
            )


def _became(note: Note, sheet: Sheet) -> str:
    point = sheet.point_of(note.id)
    if point is not None:
        place = sheet.of_question(point.question_id).index(point) + 1
        words = _("Quoted in point {n}") if len(point.notes) == 1 else _("Part of point {n}")
        return words.format(n=place)
    for item in sheet.aside:
        if item.note_id == note.id:
            return _("Set aside: {reason}").format(reason=reason_text(item.reason, item.words))
    return _("Left to handle")


def points_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of the points and who stands behind them."""
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Diary number"), 12),
        Column(_("Application"), 26),
        Column(_("Question"), 8, "number"),
        Column(_("Point"), 8, "number"),
        Column(_("Text"), 60),
        Column(_("Proposal"), 40),
        Column(_("Tables behind it"), 12, "number"),
        Column(_("Tables that read"), 12, "number"),
        Column(_("Which tables"), 12),
        Column(_("Notes"), 8, "number"),
        Column(_("Themes"), 30),
    )
    return SheetContent(_("Points"), columns, tuple(_point_rows(day)))


def _point_rows(day: DayNotes) -> Iterator[Row]:
    for application in day.applications:
        notes, passed = day.of(application.id), day.passed[application.id]
        by_id = {note.id: note for note in notes}
        sheet = living(day.sheets[application.id], notes)
        readers = readers_of(day, application, notes)
        for question in day.frame.review_questions:
            for place, point in enumerate(sheet.of_question(question.id), start=1):
                own = [by_id[note_id] for note_id in point.notes]
                behind = {note.place.table_id for note in own}
                text, proposal = said(point, own)
                yield (
                    application.number,
                    application.details.diary_number,
                    application.short_title,
                    question.number,
                    place,
                    passed(text),
                    passed(proposal),
                    len(behind),
                    len(readers),
                    ", ".join(table.letter for table in readers if table.id in behind),
                    len(own),
                    theme_names(day, point.themes),
                )


def aside_sheet(day: DayNotes) -> SheetContent:
    """Return the sheet of the notes set aside and why."""
    columns = (
        Column(_("Number"), 8, "number"),
        Column(_("Application"), 26),
        Column(_("Question"), 8, "number"),
        Column(_("Table"), 8),
        Column(_("Note"), 60),
        Column(_("Reason"), 30),
    )
    letters, numbers = letters_of(day), question_numbers_of(day)
    rows: list[Row] = []
    for application in day.applications:
        notes, passed = day.of(application.id), day.passed[application.id]
        by_id = {note.id: note for note in notes}
        for item in living(day.sheets[application.id], notes).aside:
            note = by_id[item.note_id]
            rows.append(
                (
                    application.number,
                    application.short_title,
                    numbers[note.place.question_id],
                    letters[note.place.table_id],
                    passed(whole_text(note)),
                    passed(reason_text(item.reason, item.words)),
                )
            )
    return SheetContent(_("Set aside"), columns, tuple(rows))
