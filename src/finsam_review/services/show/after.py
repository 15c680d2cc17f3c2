"""Owns what came after the day as plain data: points, what was set aside, summaries, dispatches, answers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import Note
from finsam_review.domain.participants import Participant
from finsam_review.domain.points.agreement import agreement
from finsam_review.domain.points.sheet import living
from finsam_review.domain.summaries import Approval
from finsam_review.i18n.reasons import reason_text
from finsam_review.services.points.drafting import said
from finsam_review.services.session import Session


def after_as_data(session: Session, applications: tuple[Application, ...]) -> dict[str, Any]:
    """Return the keys of the contract that tell what came after the day; ``application`` is a number."""
    by_topic: defaultdict[str, list[Note]] = defaultdict(list)
    for note in session.notes.all():
        by_topic[note.place.topic_id].append(note)
    approvals = session.summaries.approvals()
    sent = {d.application_id: d.sent_on for d in session.outbox.dispatches() if d.sent_on}
    numbers = {application.id: application.number for application in applications}
    return {
        "participants": [_participant(person) for person in session.participants.all()],
        "points": [point for item in applications for point in _points(session, item, by_topic[item.id])],
        "set_aside": [
            {"note": entry.note_id, "reason": reason_text(entry.reason, entry.words)}
            for item in applications
            for entry in living(session.points.sheet(item.id), by_topic[item.id]).aside
        ],
        "summaries": [_summary(item, approvals.get(item.id), sent.get(item.id)) for item in applications],
        "dispatches": [
            {
                "application": numbers[dispatch.application_id],
                "to": dispatch.recipient,
                "deadline": dispatch.deadline.isoformat() if dispatch.deadline else None,
                "drafted_on": dispatch.drafted_on.isoformat(),
                "sent_on": dispatch.sent_on.isoformat() if dispatch.sent_on else None,
                "sha256": dispatch.sha256,
            }
            for dispatch in session.outbox.dispatches()
            if dispatch.application_id in numbers
        ],
        "responses": [
            {"point": answer.point_id, "answer": answer.answer.value}
            for answer in session.revisions.all_responses()
            if answer.application_id in numbers
        ],
    }


def _points(session: Session, application: Application, notes: list[Note]) -> Iterator[dict[str, Any]]:
    frame = session.day.frame()
    by_id = {note.id: note for note in notes}
    sheet = living(session.points.sheet(application.id), notes)
    read = {table.id for table in frame.readers(application.id)} | {note.place.table_id for note in notes}
    readers = [table for table in frame.tables if table.id in read]
    for question in frame.review_questions:
        for point in sheet.of_question(question.id):
            own = [by_id[note_id] for note_id in point.notes]
            text, proposal = said(point, own)
            behind = agreement(own, readers)
            yield {
                "id": point.id,
                "application": application.number,
                "question": question.number,
                "text": text,
                "proposal": proposal or None,
                "notes": list(point.notes),
                "themes": list(point.themes),
                "agreement": {"tables": len(behind.tables), "of": behind.of},
            }


def _summary(application: Application, approval: Approval | None, sent_on: date | None) -> dict[str, Any]:
    return {
        "application": application.number,
        "state": approval.state.value if approval else "draft",
        "approved_by": approval.approved_by if approval else None,
        "sent_on": sent_on.isoformat() if sent_on else None,
        "sha256": approval.sha256 if approval else None,
    }


def _participant(person: Participant) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "organisation": person.organisation or None,
        "party": person.party,
        "municipality": person.municipality or None,
        "municipality_size": person.municipality_size,
        "role": person.role or None,
        "present": person.present,
    }
