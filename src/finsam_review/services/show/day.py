"""Owns the whole day as plain data, in the shape the command line promises to scripts."""

from typing import Any

from finsam_review.domain.applications import Application, Document
from finsam_review.domain.notes import Note
from finsam_review.domain.workshop import Exercise, TableGroup
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import doubt_text
from finsam_review.services.day import Frame
from finsam_review.services.session import Session
from finsam_review.services.show.after import after_as_data

FORMAT = 1
"""The version of this shape; it grows when a key changes its meaning, not when one is added."""


def day_as_data(session: Session) -> dict[str, Any]:
    """Return the open day as JSON-ready values: dates ISO 8601, amounts whole kronor, unknown ``None``.

    Arrays are ordered as the window orders them.
    """
    frame = session.day.frame()
    applications = session.applications.all()
    numbers = {application.id: application.number for application in applications}
    notes = [_note(note, frame, numbers) for note in session.notes.all() if _is_listed(note, numbers)]
    steps = session.steps.current_steps()
    data: dict[str, Any] = {
        "format": FORMAT,
        "workshop": _workshop(frame),
        "parties": [{"code": party.code, "name": party.name} for party in frame.parties],
        "questions": [
            {"number": q.number, "exercise": q.exercise.value, "shape": q.shape.value, "text": q.text}
            for q in frame.questions
        ],
        "tables": [_table(table, frame, numbers) for table in frame.tables],
        "applications": [_application(item, status=steps[item.id]) for item in applications],
        "notes": sorted(notes, key=lambda item: (item["application"] or 0, item["question"])),
        "themes": [{"code": theme.code, "name": theme.name} for theme in frame.themes],
    }
    return data | after_as_data(session, applications)


def _is_listed(note: Note, numbers: dict[str, int]) -> bool:
    return note.place.topic_id in numbers or note.place.topic_id.startswith("party:")


def _workshop(frame: Frame) -> dict[str, Any]:
    workshop = frame.workshop
    return {
        "id": workshop.id,
        "title": workshop.title,
        "date": workshop.date.isoformat(),
        "organisation": workshop.organisation,
        "preset": workshop.preset,
        "reply_to": workshop.reply_to,
        "deadline": workshop.deadline.isoformat() if workshop.deadline else None,
    }


def _table(table: TableGroup, frame: Frame, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "number": table.number,
        "name": table.name or _("Table {letter}").format(letter=table.letter),
        "members": [],
        "readings": [numbers[item] for item in frame.order_of(table.id) if item in numbers],
    }


def _application(application: Application, *, status: str) -> dict[str, Any]:
    details = application.details
    return {
        "id": application.id,
        "number": application.number,
        "diary_number": details.diary_number or None,
        "received_on": details.received_on.isoformat() if details.received_on else None,
        "title": details.title or None,
        "kind": details.kind,
        "applicant": details.applicant or None,
        "organisations": list(details.organisations),
        "parties": list(details.parties),
        "contact_name": details.contact_name or None,
        "contact_email": details.contact_email or None,
        "period_start": details.period_start.isoformat() if details.period_start else None,
        "period_end": details.period_end.isoformat() if details.period_end else None,
        "amounts": {str(year): amount for year, amount in details.amounts},
        "amount_total": details.amount_total,
        "status": status,
        "documents": [_document(document) for document in application.documents],
        "doubts": [
            {"field": doubt.field, "message": doubt_text(doubt.code, doubt.values)}
            for doubt in application.doubts
        ],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "file_name": document.file_name,
        "version": document.version.value,
        "sha256": document.sha256,
        "received_on": document.received_on.isoformat() if document.received_on else None,
        "characters": document.characters,
    }


def _note(note: Note, frame: Frame, numbers: dict[str, int]) -> dict[str, Any]:
    question = next(q for q in frame.questions if q.id == note.place.question_id)
    topic = note.place.topic_id
    missions = question.exercise is Exercise.MISSIONS
    return {
        "id": note.id,
        "application": None if missions else numbers.get(topic),
        "party": topic.partition(":")[2] if missions else None,
        "question": question.number,
        "table": frame.table(note.place.table_id).number,
        "text": note.content.text,
        "parties": list(note.content.parties),
        "proposal": note.content.proposal or None,
        "conflict": note.conflict,
    }
