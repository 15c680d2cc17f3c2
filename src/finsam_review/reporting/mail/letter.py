"""Owns what a letter to an applicant says: the template it starts from, and what fills its fields."""

from finsam_review.domain.applications import Application
from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.deadline import DeadlineFault, DeadlineProblem
from finsam_review.domain.outgoing.template import Field, MailTemplate, first_name
from finsam_review.domain.outgoing.weekdays import DatePhrase, WeekdayMismatch
from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, ngettext, plain_date
from finsam_review.i18n.calendar_words import day_and_month, holiday_name, weekday_name

_FAULTS = {
    DeadlineFault.BEFORE_DAY: "deadline_before_day",
    DeadlineFault.PAST: "deadline_past",
    DeadlineFault.TOO_FAR: "deadline_too_far",
    DeadlineFault.HOLIDAY: "deadline_holiday",
    DeadlineFault.WEEKEND: "deadline_weekend",
}


def default_template() -> MailTemplate:
    """Return the template that a day begins with, in the language in use."""
    return MailTemplate(
        subject=_("Comments on your application {ansökan}, dnr {diarienummer}"),
        body=_(
            "Hi {förnamn}!\n\n"
            "Thank you for your application for {titel}. It was read by {antal_bord} at the workshop day on "
            "{upptaktsdag}. You will find the comments in the attached file.\n\n"
            "Do you want to revise your application? Send the new version by {sista_svarsdag} to "
            "{svarsadress}. State diary number {diarienummer}.\n\n"
            "Do get in touch if anything is unclear.\n\n"
            "Kind regards\n"
            "{avsändare}, {förbund}"
        ),
    )


def letter_values(
    application: Application, workshop: Workshop, *, tables: int, sender: str = ""
) -> dict[Field, str]:
    """Return what fills the fields of a letter about ``application``.

    ``tables`` is how many tables read it; ``sender`` is who signs, the office where nobody is named. What is
    not known is empty: :func:`~finsam_review.domain.outgoing.template.empty_fields` tells which.
    """
    details = application.details
    return {
        Field.FIRST_NAME: first_name(details.contact_name),
        Field.APPLICATION: application.short_title,
        Field.TITLE: application.title,
        Field.DIARY_NUMBER: details.diary_number,
        Field.DEADLINE: long_date(workshop.deadline) if workshop.deadline else "",
        Field.ORGANISATION: workshop.organisation,
        Field.REPLY_TO: workshop.reply_to,
        Field.OCCASION: workshop.title,
        Field.OCCASION_DAY: day_and_month(workshop.date),
        Field.TABLES: tables_in_words(tables) if tables else "",
        Field.SENDER: sender or _("The office"),
    }


def tables_in_words(number: int) -> str:
    """Return *tre bord*: in words up to twelve, as running text has it."""
    words = (
        _("one table"), _("two tables"), _("three tables"), _("four tables"), _("five tables"),
        _("six tables"), _("seven tables"), _("eight tables"), _("nine tables"), _("ten tables"),
        _("eleven tables"), _("twelve tables"),
    )  # fmt: skip
    if 1 <= number <= len(words):
        return words[number - 1]
    return ngettext("{n} table", "{n} tables", number).format(n=number)


def weekday_refusal(mismatch: WeekdayMismatch) -> UserError:
    """Return the refusal of a text that calls a day by the wrong weekday: ``deadline_weekday_wrong``."""
    return UserError(
        "deadline_weekday_wrong",
        day=plain_date(mismatch.date),
        said=weekday_name(mismatch.said_weekday),
        real=weekday_name(mismatch.real_weekday),
        offer=long_date(mismatch.nearest),
    )


def day_refusal(phrase: DatePhrase) -> UserError:
    """Return the refusal of a text that names a day no calendar has: ``deadline_no_such_day``."""
    return UserError("deadline_no_such_day", found=phrase.found)


def deadline_refusal(problem: DeadlineProblem) -> UserError:
    """Return what to say of a last day to answer that is not a good one: ``deadline_…``."""
    return UserError(
        _FAULTS[problem.fault],
        day=plain_date(problem.day),
        real=weekday_name(problem.day.weekday()),
        holiday=holiday_name(problem.holiday) if problem.holiday else "",
        offer=long_date(problem.offer) if problem.offer else "",
    )
