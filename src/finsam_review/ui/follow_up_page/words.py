"""Owns short words of the page: the chip of an arrival, what is awaited, the facts beneath a title."""

from datetime import date

from finsam_review.domain.applications import Application, Document
from finsam_review.domain.follow_up.lateness import Arrival, ArrivalState, Standing
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, ngettext, pgettext
from finsam_review.i18n.calendar_words import day_and_month
from finsam_review.i18n.follow_up_words import standing_text
from finsam_review.ui.marks.state_chips import StateLook

_LOOKS = {
    ArrivalState.NOT_SENT: ("envelope-simple", "neutral"),
    ArrivalState.WAITING: ("clock", "neutral"),
    ArrivalState.ON_TIME: ("check-circle-fill", "ok"),
    ArrivalState.UNDATED: ("calendar-blank", "warn"),
    ArrivalState.LATE: ("clock", "warn"),
    ArrivalState.MISSING: ("circle-dashed", "warn"),
}


def standing_look(standing: Standing) -> StateLook:
    """Return the chip of a standing: *3 dagar sen*, *I tid*, *Saknas*."""
    icon_name, tone = _LOOKS[standing.state]
    short = {
        ArrivalState.MISSING: pgettext("reply", "Missing"),
        ArrivalState.WAITING: pgettext("reply", "Waiting"),
    }
    words = short.get(standing.state) or standing_text(standing.state.value, standing.days)
    return StateLook(words, icon_name, tone)


def facts_words(application: Application, revised: Document | None, *, short: bool = False) -> str:
    """Return *2025/050 · Töreboda kommun · reviderad version inkom 3 november*.

    ``short`` leaves out who applies, so that the date is not cut where room is short.
    """
    details = application.details
    facts = [details.diary_number, "" if short and revised is not None else details.applicant]
    if revised is not None and revised.received_on is not None:
        facts.append(_("revised version came in on {day}").format(day=day_and_month(revised.received_on)))
    elif revised is not None:
        facts.append(_("revised version has come in"))
    return " · ".join(fact for fact in facts if fact)


def awaited_words(arrival: Arrival, today: date) -> str:
    """Return what is awaited of an application without a revised version, and until when."""
    if arrival.sent_on is None:
        return _("The summary is not ticked as sent, so no reply is awaited yet.")
    sent = _("The summary was sent on {day}.").format(day=day_and_month(arrival.sent_on))
    if arrival.deadline is None:
        return f"{sent} {_('No last day for the reply is set.')}"
    until = _("A reply was asked for by {day}.").format(day=long_date(arrival.deadline))
    days = (arrival.deadline - today).days
    if days > 0:
        left = ngettext("{n} day is left.", "{n} days are left.", days).format(n=days)
    elif days == 0:
        left = _("That is today.")
    else:
        left = ngettext("That was {n} day ago.", "That was {n} days ago.", -days).format(n=-days)
    return f"{sent} {until} {left}"
