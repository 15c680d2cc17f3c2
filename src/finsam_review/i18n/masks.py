"""Owns the words that stand where something was masked: a reader is told what was there, not what it said."""

from finsam_review.i18n import N_, gettext

MASKS: dict[str, str] = {
    "identity": N_("[personal identity number]"),
    "phone": N_("[phone number]"),
    "email": N_("[e-mail address]"),
    "name": N_("[name]"),
}
"""By the kinds of ``domain.checks.hits.HitKind``."""


def mask_words() -> dict[str, str]:
    """Return the word in brackets for each kind of hit, in the language in use."""
    return {kind: gettext(word) for kind, word in MASKS.items()}
