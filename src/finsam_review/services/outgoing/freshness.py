"""Owns whether a kept draft still says what would be written now."""

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import Dispatch
from finsam_review.services.session import Session


def is_outdated(session: Session, dispatch: Dispatch) -> bool:
    """Return whether a draft that was never sent would be another if it were made now.

    It is when recipient, subject, body or deadline differ, or when another summary is approved than the one
    it carries. What was sent is never outdated: it is what it is.
    """
    if dispatch.sent_on is not None:
        return False
    try:
        letter = session.outbox.letter(dispatch.application_id)
        said = letter.said
    except UserError:
        return True
    if (*said, letter.deadline) != (dispatch.recipient, dispatch.subject, dispatch.body, dispatch.deadline):
        return True
    approval = session.summaries.approval(dispatch.application_id)
    return approval is None or approval.sha256 != _approved_when_drafted(session, dispatch)


def _approved_when_drafted(session: Session, dispatch: Dispatch) -> str:
    """Return the hash of the summary that was approved when the draft was made, empty if none was."""
    approved = ""
    for entry in session.summaries.log(dispatch.application_id):
        if entry.kind == "approved":
            approved = entry.detail
        elif entry.kind == "reopened":
            approved = ""
        elif entry.kind == "drafted" and entry.detail == dispatch.sha256:
            break
    return approved
