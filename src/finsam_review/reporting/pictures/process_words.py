"""Owns what the process picture says: each step in the words that stand beside it, and the whole in words."""

from finsam_review.domain.follow_up.process import ProcessSource, ProcessStep
from finsam_review.domain.follow_up.steps import REVISED
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, plain_date

_ENDS = (".", "!", "?", "…")


def process_title(source: ProcessSource) -> str:
    """Return the title of the application, or its number where nobody knows the title."""
    application = source.application
    return application.title or _("Application {number}").format(number=application.number)


def process_subtitle() -> str:
    """Return what the picture is called."""
    return _("The way of your application")


def identity_line(source: ProcessSource) -> str:
    """Return the diary number and the applicant, what there is of them."""
    details = source.application.details
    number = _("Diary number {number}").format(number=details.diary_number) if details.diary_number else ""
    return " · ".join(part for part in (number, details.applicant) if part)


def step_day(step: ProcessStep, source: ProcessSource) -> str:
    """Return the line under a step: when it was reached, is planned or must be at the latest; maybe empty."""
    deadline = source.workshop.deadline
    if step.state == "coming":
        if step.code == REVISED and deadline is not None:
            return _("at the latest {date}").format(date=long_date(deadline))
        return _("planned for {date}").format(date=plain_date(step.on)) if step.on else ""
    if step.state == "passed":
        return unknown_words()
    return plain_date(step.on) if step.on is not None else ""


def here_words() -> str:
    """Return what is said of the present step."""
    return _("Here is your application")


def unknown_words() -> str:
    """Return what is said of a step that lies behind, and of which nobody knows whether it was taken."""
    return _("nothing noted")


def process_words(source: ProcessSource) -> str:
    """Return the whole picture in words, one step a line; notes stand in full."""
    states = {"done": _("reached"), "passed": "", "here": here_words(), "coming": _("remains")}
    lines = [f"{process_subtitle()}: {process_title(source)}."]
    for number, step in enumerate(source.steps, start=1):
        parts = (states[step.state], step_day(step, source), step.outcome, step.words)
        said = ", ".join(part for part in parts if part)
        lines.append(f"{number}. {step.name}: {said}{'' if said.endswith(_ENDS) else '.'}")
    return "\n".join(lines)
