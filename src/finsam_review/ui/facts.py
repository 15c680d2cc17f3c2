"""Owns the short facts about an application, as they stand beneath its title."""

from finsam_review.domain.applications import Application
from finsam_review.i18n import kronor
from finsam_review.services.day import Frame


def facts_line(application: Application, frame: Frame, *, with_diary_number: bool) -> str:
    """Return *2025/041 · 3 637 000 kr · Hjo kommun · Förberedande insats*; what is unknown is left out.

    Numbers stand before words: where room is short the end is cut, and half an amount is a wrong one.
    """
    details = application.details
    kind = next((kind.name for kind in frame.kinds if kind.code == details.kind), "")
    total = details.amount_total
    facts = (
        details.diary_number if with_diary_number else "",
        kronor(total) if total is not None else "",
        details.applicant,
        kind,
    )
    return " · ".join(fact for fact in facts if fact)
