"""Owns what the tests of letters do to an application: give it an address, let its answer come in."""

from dataclasses import replace

from tests.services.building import a_document

from finsam_review.domain.applications import DocumentVersion, Reading
from finsam_review.domain.intake import Candidate, Gathered, Proposal
from finsam_review.services.session import Session


def address(session: Session, application_id: str, email: str, *, name: str = "Lovisa Brandell") -> None:
    """Give an application a contact with an address."""
    details = session.applications.get(application_id).details
    new = replace(details, contact_email=email, contact_name=name)
    session.applications.change(application_id, new)


def let_all_read(session: Session) -> None:
    """Let every table read every application: a letter is about what was read."""
    frame, applications = session.day.frame(), session.applications.all()
    session.day.set_readings(
        [
            Reading(table.id, application.id, place)
            for table in frame.tables
            for place, application in enumerate(applications, start=1)
        ]
    )


def answer(session: Session, application_id: str) -> None:
    """Take in a revised version of an application."""
    details = session.applications.get(application_id).details
    document = a_document("Reviderad")
    candidate = Candidate(Proposal(details), (document,), DocumentVersion.REVISED, application_id)
    session.intake.take_in(Gathered((candidate,)))
