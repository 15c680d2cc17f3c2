"""Owns the words for what comes after the day: facts, answers, arrivals, steps and outcomes, by code."""

from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, ngettext, pgettext


def fact_name(fact: str, year: int | None = None) -> str:
    """Return the name of a fact that may be changed. Raises ``KeyError`` for a code that has none: a bug."""
    if fact == "amount_year":
        return _("Amount {year}").format(year=year)
    return {
        **fact_row_names(),
        "period_start": _("First day"),
        "period_end": _("Last day"),
        "contact_name": _("Contact person"),
        "contact_email": _("E-mail"),
    }[fact]


def fact_row_names() -> dict[str, str]:
    """Return the names of the rows in which facts are shown, in their order."""
    return {
        "title": _("Title"),
        "kind": _("Kind"),
        "applicant": _("Applicant"),
        "organisations": _("Parties"),
        "party_count": _("Number of parties"),
        "period": _("Period"),
        "amounts": _("Amount by year"),
        "amount_total": _("Amount in all"),
        "contact": _("Contact"),
    }


def fact_state_name(state: str) -> str:
    """Return the word that stands in place of a value that is not changed or not stated."""
    return {
        "unchanged": pgettext("fact", "unchanged"),
        "changed": pgettext("fact", "changed"),
        "not_stated": pgettext("fact", "not stated in the new version"),
    }[state]


def answer_name(answer: str) -> str:
    """Return the word on the choice by which a point is judged."""
    return {
        "answered": pgettext("point", "Answered"),
        "partly": pgettext("point", "Partly"),
        "not": pgettext("point", "Not"),
    }[answer]


def judged_text(judged: int, points: int) -> str:
    """Return *5 av 6 bedömda*."""
    return ngettext("{n} of {total} judged", "{n} of {total} judged", judged).format(n=judged, total=points)


def standing_text(state: str, days: int = 0) -> str:
    """Return where an application stands with its revised version: *3 dagar sen*."""
    if state == "late":
        return ngettext("Late by {n} day", "Late by {n} days", days).format(n=days)
    if state == "missing":
        words = ngettext("Missing, {n} day past the deadline", "Missing, {n} days past the deadline", days)
        return words.format(n=days)
    return {
        "not_sent": pgettext("reply", "Not sent"),
        "waiting": pgettext("reply", "Waiting for a reply"),
        "on_time": pgettext("reply", "In time"),
        "undated": pgettext("reply", "Came in, no date"),
    }[state]


def arrivals_text(
    *, replies: int, expected: int, late: int = 0, missing: int = 0, waiting: int = 0, not_sent: int = 0
) -> str:
    """Return *7 svar av 16 · 1 sent · 9 saknas*; what is none is left out."""
    parts = [ngettext("{n} reply of {total}", "{n} replies of {total}", replies)]
    numbers = [replies]
    for number, words in (
        (late, ngettext("{n} late", "{n} late", late)),
        (missing, ngettext("{n} missing", "{n} missing", missing)),
        (waiting, ngettext("{n} to wait for", "{n} to wait for", waiting)),
        (not_sent, ngettext("{n} not sent", "{n} not sent", not_sent)),
    ):
        if number:
            parts.append(words)
            numbers.append(number)
    return " · ".join(
        part.format(n=number, total=expected) for part, number in zip(parts, numbers, strict=True)
    )


def step_names() -> dict[str, str]:
    """Return the names of the steps by code, for a förbund that has named none itself."""
    return {
        "received": pgettext("step", "Received"),
        "read": pgettext("step", "Read"),
        "sent": pgettext("step", "Sent out"),
        "revised": pgettext("step", "Revised"),
        "preparation": pgettext("step", "Preparatory group"),
        "board_preparation": pgettext("step", "Preparation of the board"),
        "board": pgettext("step", "Board"),
        "decided": pgettext("step", "Decision"),
    }


def outcome_names() -> dict[str, str]:
    """Return what may be decided, by code, as it is chosen: *Bevilja*."""
    return {
        "grant": pgettext("outcome", "Grant"),
        "complete": pgettext("outcome", "Ask for more"),
        "reject": pgettext("outcome", "Reject"),
    }


def outcome_told_names() -> dict[str, str]:
    """Return what was decided, by code, as the applicant is told: *Beviljad*."""
    return {
        "grant": pgettext("outcome", "Granted"),
        "complete": pgettext("outcome", "To be completed"),
        "reject": pgettext("outcome", "Rejected"),
    }


def out_of_order_text(step: str, later_step: str) -> str:
    """Return the question about two steps, by their names, whose dates do not follow each other."""
    return _("“{later}” has an earlier date than “{step}”. Is it right?").format(step=step, later=later_step)


def difference_text(stated: int, parts_sum: int) -> str:
    """Return the sentence about a stated total that its parts do not add up to."""
    return _("{stated} is stated, but the parts add up to {sum}. The difference is {difference}.").format(
        stated=kronor(stated), sum=kronor(parts_sum), difference=kronor(abs(stated - parts_sum))
    )


def signed_kronor(amount: int) -> str:
    """Return a difference with its sign: *+1 780 000 kr*, *−690 000 kr*."""
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return sign + kronor(abs(amount))
