"""Owns the sentences for codes: errors, doubts and reasons. What happened, what is safe, what to do."""

from collections.abc import Mapping

from finsam_review.i18n import N_, gettext

ERRORS: dict[str, str] = {
    "note_empty": N_("There is nothing to stick up yet."),
    "note_too_long": N_(
        "The note is too long: {length} characters, and there is room for {limit}. "
        "Your text is still here. Split it into several notes."
    ),
    "note_shape": N_("This question has no room for that. Your text is still here."),
    "party_unknown": N_("The day has no party called {parties}."),
}

DOUBTS: dict[str, str] = {}


def error_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for an error code. Raises ``KeyError`` for a code that has none: a bug."""
    return gettext(ERRORS[code]).format_map(values)


def doubt_text(code: str, values: Mapping[str, object]) -> str:
    """Return the sentence for a doubt code. Raises ``KeyError`` for a code that has none: a bug."""
    return gettext(DOUBTS[code]).format_map(values)
