"""Owns the words for why a note is set aside: the short list that a person chooses from."""

from finsam_review.i18n import N_, gettext

REASONS: dict[str, str] = {
    "same": N_("says the same as another note"),
    "unclear": N_("can't be made out"),
    "elsewhere": N_("belongs somewhere else"),
    "personal": N_("is about a single person"),
    "own": N_("another reason"),
}
"""By the values of ``domain.points.sheet.Reason``."""


def reason_text(code: str, words: str = "") -> str:
    """Return why a note is set aside: a person's own ``words``, else those of the list."""
    return words or gettext(REASONS[code])
