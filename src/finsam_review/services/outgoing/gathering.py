"""Owns the gathering of what is exported: everything an output is made from, read and through the gate."""

from dataclasses import replace

from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n.masks import mask_words
from finsam_review.services.gate import DAY
from finsam_review.services.outgoing.case_folders import CaseFolder
from finsam_review.services.outgoing.workbook.book import case_workbook
from finsam_review.services.outgoing.workbook.day_notes import DayNotes, Passed
from finsam_review.services.session import Session


def day_notes(session: Session, application_id: str = "") -> DayNotes:
    """Return what the workbook of the day is made from, or that of one application alone."""
    every = session.applications.all()
    applications = tuple(session.gate.application(item) for item in every if application_id in {"", item.id})
    frame = session.day.frame()
    notes = session.notes.of_topic(application_id) if application_id else session.notes.all()
    return DayNotes(
        frame=replace(frame, workshop=session.gate.workshop(frame.workshop)),
        applications=applications,
        notes=notes,
        sheets={item.id: session.points.sheet(item.id) for item in applications},
        passed={"": _through(session, DAY)} | {item.id: _through(session, item.id) for item in applications},
    )


def case_folder(session: Session, application_id: str, *, source: SummarySource | None = None) -> CaseFolder:
    """Return everything that the case folder of one application holds; ``source`` if it is known already."""
    application = session.gate.application(session.applications.get(application_id))
    own = [item for item in session.outbox.dispatches() if item.application_id == application_id]
    sent = [item for item in own if item.sent_on is not None] or own
    contents = tuple(session.outbox.content(file.sha256) for file in sent[-1].files) if sent else ()
    return CaseFolder(
        source=replace(source or session.summaries.source(application_id), name_tables=True),
        documents=tuple(
            (item.version, item.file_name, session.applications.original(item.id))
            for item in application.documents
        ),
        notes=case_workbook(day_notes(session, application_id)),
        sent=(sent[-1], contents) if sent else None,
        log=session.summaries.log(application_id),
    )


def process_source(session: Session, application_id: str) -> ProcessSource:
    """Return what the process picture of an application may say."""
    source = session.steps.process(application_id)
    passed = _through(session, application_id)
    steps = tuple(replace(step, words=passed(step.words), name=passed(step.name)) for step in source.steps)
    return replace(
        source,
        workshop=session.gate.workshop(source.workshop),
        application=session.gate.application(source.application),
        steps=steps,
    )


def _through(session: Session, topic_id: str) -> Passed:
    gate = session.gate.gate(topic_id)
    words = mask_words()
    return lambda text: gate.passed(text, words)
