"""Owns the page *Före och efter* of one application: gathered through the gate, looked at, written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.checks.gate import Gate, HitKind, without_identity_numbers
from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.before_after import AnsweredPoint, BeforeAfterSource
from finsam_review.domain.follow_up.fact_changes import FactChange, FactValue, fact_changes
from finsam_review.domain.follow_up.text_changes import Comparison
from finsam_review.i18n import gettext as _
from finsam_review.i18n.masks import mask_words
from finsam_review.reporting.filenames import application_file_name
from finsam_review.services.follow_up.revisions import Versions
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.services.outgoing.workbook.day_notes import Passed
from finsam_review.services.session import Session


@dataclass(frozen=True, slots=True)
class BeforeAfterParts:
    """What the page needs of the day, as frozen values that may cross to another thread.

    All that is compared is left out: reading and comparing two documents takes a while.
    """

    source: BeforeAfterSource
    gate: Gate
    words: Mapping[str, str]

    def of(self, versions: Versions, comparison: Comparison) -> BeforeAfterSource:
        """Return what the page says of two versions. Every text in it has passed the gate.

        The contact stands by name, as on the application itself: masked, a new one looks like the old.
        """

        def passed(text: str) -> str:
            return self.gate.passed(text, self.words)

        def named(text: str) -> str:
            return without_identity_numbers(text, self.words[HitKind.IDENTITY])

        changes = fact_changes(versions.first_details, versions.revised_details)
        return replace(
            self.source,
            facts=tuple(_fact(change, named if change.row == "contact" else passed) for change in changes),
            text_changes=len(comparison.changes),
            moved=len(comparison.moved),
        )


def before_after_parts(session: Session, application_id: str) -> BeforeAfterParts:
    """Return what the page of one application needs of the day."""
    gate, words = session.gate.gate(application_id), mask_words()

    def passed(text: str) -> str:
        return gate.passed(text, words)

    application = session.applications.get(application_id)
    frame = session.day.frame()
    arrivals = {arrival.application_id: arrival for arrival in session.steps.arrivals()}
    source = BeforeAfterSource(
        workshop=frame.workshop,
        application=replace(application, details=_details(application.details, passed)),
        kinds=frame.kinds,
        facts=(),
        points=_points(session, application_id, passed),
        text_changes=0,
        arrival=arrivals.get(application_id),
    )
    return BeforeAfterParts(source, gate, words)


def before_after_source(
    session: Session, application_id: str, versions: Versions, comparison: Comparison
) -> BeforeAfterSource:
    """Return what the page of one application says. Every text in it has passed the gate."""
    return before_after_parts(session, application_id).of(versions, comparison)


def preview_before_after(source: BeforeAfterSource) -> bytes:
    """Return the page as PDF without writing a file. Safe on any thread."""
    from finsam_review.reporting.before_after import before_after_content
    from finsam_review.reporting.tagged.story import render

    return render(before_after_content(source))


def save_before_after(source: BeforeAfterSource, target: Path) -> Exported:
    """Write the page as ``target``, read back before it is kept. Safe on any thread.

    What a reader holds open stays, and the new file is called ``NAME (2)``; ``path`` says where it lies. What
    could not be written says why in ``error``.
    """
    from finsam_review.reporting.before_after import before_after_content
    from finsam_review.reporting.export import export_content_pdf, sweep

    title = source.application.short_title
    try:
        sweep(target.parent)
        written = export_content_pdf(before_after_content(source), target)
    except UserError as error:
        return Exported(1, 1, title, error=error)
    return Exported(1, 1, title, path=written.path, unshown=written.unshown)


def before_after_file_name(source: BeforeAfterSource) -> str:
    """Return what the file is called: *2025-050 Stegen in före och efter.pdf*."""
    return before_after_name(source.application)


def before_after_name(application: Application) -> str:
    """Return what the file of an application is called."""
    return application_file_name(application, taken=set(), suffix=".pdf", mark=_("before and after"))


def _details(details: ApplicationDetails, passed: Passed) -> ApplicationDetails:
    return replace(
        details,
        title=passed(details.title),
        diary_number=passed(details.diary_number),
        applicant=passed(details.applicant),
        organisations=_names(details.organisations, passed),
        contact_name=passed(details.contact_name),
        contact_email=passed(details.contact_email),
    )


def _fact(change: FactChange, passed: Passed) -> FactChange:
    def side(value: FactValue) -> FactValue:
        if isinstance(value, str):
            return passed(value)
        return _names(value, passed) if isinstance(value, tuple) else value

    return replace(
        change,
        before=side(change.before),
        after=side(change.after),
        removed=_names(change.removed, passed),
        added=_names(change.added, passed),
        kept=_names(change.kept, passed),
    )


def _points(session: Session, application_id: str, passed: Passed) -> tuple[AnsweredPoint, ...]:
    responses = session.revisions.responses(application_id)
    found = []
    for number, point in session.revisions.points(application_id):
        response = responses.get(point.id)
        found.append(
            AnsweredPoint(
                number,
                passed(point.text),
                passed(point.proposal),
                response.answer if response else None,
                passed(response.words) if response else "",
            )
        )
    return tuple(found)


def _names(names: Sequence[str], passed: Passed) -> tuple[str, ...]:
    return tuple(passed(name) for name in names)
