"""Owns what the form says beneath a line: the doubt and its quote, or where the value comes from."""

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.i18n import N_
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import doubt_text
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.field_lines import Remark
from finsam_review.ui.application_fields.form_keys import FIELDS, line_of, line_of_key, year_of

_QUOTE_SHOWN = 90
_ORIGINS = {
    "both": N_("The list and the document agree"),
    "document": N_("Stands in the document"),
    "list": N_("Stands in the list"),
    "file_name": N_("Taken from the file name"),
}


def doubt_sentence(doubt: Doubt) -> str:
    """Return a doubt in words, with the very text of the document between quotation marks."""
    words = doubt_text(doubt.code, doubt.values)
    return f"{words} {quoted(doubt.quote)}" if doubt.quote else words


def quoted(text: str) -> str:
    """Return ``text`` between Swedish quotation marks, cut to a readable length."""
    whole = " ".join(text.split())
    cut = whole if len(whole) <= _QUOTE_SHOWN else whole[: _QUOTE_SHOWN - 1].rstrip() + "…"
    return f"”{cut}”"


def remarks_for(draft: Draft, key: str, doubts: tuple[Doubt, ...]) -> tuple[Remark, ...]:
    """Return what is known about the line with ``key``, whose doubts are ``doubts``."""
    if doubts:
        return tuple(Remark("warn", words) for words in dict.fromkeys(map(doubt_sentence, doubts)))
    if key in draft.edited:
        return (Remark("ok", _("Changed by you")),)
    if not _has_value(draft.details, key):
        return ()
    if draft.was_doubted(key):
        return (Remark("ok", _("You say it is right")),)
    source = draft.source_of(key)
    return (Remark("ok", _(_ORIGINS[source.origin])),) if source else ()


def doubts_at(draft: Draft, key: str, *, first_amount: str) -> tuple[Doubt, ...]:
    """Return the doubts to show at the line with ``key``; those of no year stand at the first amount."""
    line = line_of_key(key)
    own = [doubt for doubt in draft.doubts if line_of(doubt.field) == line]
    if line != "amounts":
        return tuple(own)
    return tuple(d for d in own if key == (f"amount:{year_of(d)}" if year_of(d) else first_amount))


def _has_value(details: ApplicationDetails, key: str) -> bool:
    if key.startswith("amount:"):
        year = key.partition(":")[2]
        return any(str(known) == year for known, _amount in details.amounts) or (
            year == "total" and details.amount_total is not None
        )
    return any(getattr(details, name, None) for name in FIELDS.get(key, ()))
