"""Owns what the file of a picture says about itself."""

from datetime import UTC, datetime, time

from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import gettext as _
from finsam_review.i18n import language
from finsam_review.reporting.content import Footer, Metadata

_TAGS = {"sv": "sv-SE", "en": "en-GB"}


def language_tag() -> str:
    """Return the language in use as a BCP 47 tag."""
    return _TAGS[language()]


def metadata(workshop: Workshop, *, title: str, subject: str) -> Metadata:
    """Return what a PDF of ``workshop`` says about itself; its date is that of the day."""
    return Metadata(
        title=title,
        author=workshop.organisation,
        subject=subject,
        language=language_tag(),
        created=datetime.combine(workshop.date, time(), tzinfo=UTC),
    )


def footer(left: str) -> Footer:
    """Return the foot of each page."""
    return Footer(left=left, page_of=_("Page {page} of {pages}"))
