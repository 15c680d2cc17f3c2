"""Owns the gathering of what is exported: everything an output is made from, read and through the gate."""

from dataclasses import replace

from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n.masks import mask_words
from finsam_review.services.follow_up.before_after import before_after_parts
from finsam_review.services.follow_up.case_facts import case_facts
from finsam_review.services.gate import DAY
from finsam_review.services.outgoing.case_folders import CaseFolder
from finsam_review.services.outgoing.pictures import process_to_show
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
    both = session.revisions.documents(application_id)
    return CaseFolder(
        source=replace(source or session.summaries.source(application_id), name_tables=True),
        documents=tuple(
            (item.version, item.file_name, session.applications.original(item.id))
            for item in application.documents
        ),
        notes=case_workbook(day_notes(session, application_id)),
        sent=(sent[-1], contents) if sent else None,
        log=session.summaries.log(application_id),
        facts=case_facts(session, application_id),
        revised=(both, before_after_parts(session, application_id)) if both and both.revised_blocks else None,
    )


def process_source(session: Session, application_id: str) -> ProcessSource:
    """Return what the process picture of an application may say."""
    return process_to_show(session.steps.process(application_id), session.gate)


def _through(session: Session, topic_id: str) -> Passed:
    gate = session.gate.gate(topic_id)
    words = mask_words()
    return lambda text: gate.passed(text, words)
