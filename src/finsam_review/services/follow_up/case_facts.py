"""Owns the dated facts of a case: what happened to an application, beside what was done in the program."""

from datetime import date, datetime

from finsam_review.domain.follow_up.responses import Judged, judged
from finsam_review.domain.follow_up.steps import READ, RECEIVED, REVISED, SENT, StatusEntry
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.follow_up_words import outcome_told_names, step_names
from finsam_review.services.session import Session


def case_facts(session: Session, application_id: str) -> tuple[tuple[date, str], ...]:
    """Return what is known of a case in words, by date. Notes from inside are left out."""
    steps = {step.code: step.name for step in session.steps.steps()}
    facts = [(entry.on, _entry_text(entry, steps)) for entry in session.steps.entries(application_id)]
    known = session.revisions.responses(application_id)
    points = [point.id for _number, point in session.revisions.points(application_id)] if known else []
    answers = judged(points, known.values())
    if answers.judged:
        latest = max(known[point].at for point in points if point in known)
        facts.append((datetime.fromisoformat(latest).astimezone().date(), _judged_text(answers)))
    return tuple(sorted(facts, key=lambda fact: fact[0]))


def _entry_text(entry: StatusEntry, own_names: dict[str, str]) -> str:
    known = {
        RECEIVED: _("The application came in"),
        READ: _("The application was read at the workshop"),
        SENT: _("The summary was sent"),
        REVISED: _("The revised application came in"),
    }
    name = known.get(entry.step) or own_names.get(entry.step) or step_names().get(entry.step, entry.step)
    outcome = outcome_told_names().get(entry.outcome, entry.outcome)
    return f"{name}: {outcome}" if outcome else name


def _judged_text(answers: Judged) -> str:
    """Return *5 av 6 synpunkter bedömda: 4 besvarade, 1 delvis*."""
    counts = (
        (answers.answered, ngettext("{n} answered", "{n} answered", answers.answered)),
        (answers.partly, ngettext("{n} partly", "{n} partly", answers.partly)),
        (answers.not_answered, ngettext("{n} not", "{n} not", answers.not_answered)),
    )
    said = ", ".join(words.format(n=number) for number, words in counts if number)
    total = ngettext("{n} of {total} point judged", "{n} of {total} points judged", answers.points)
    return f"{total.format(n=answers.judged, total=answers.points)}: {said}"
