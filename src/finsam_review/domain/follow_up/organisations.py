"""Owns when two names mean the same organisation, and to which party an organisation belongs."""

import re
from collections.abc import Iterator, Sequence

from finsam_review.domain.text import fold
from finsam_review.domain.workshop import Party

_COMMON = re.compile(r"\b(?:kommun(?:en)?|kommuner(?:na)?|stad|region(?:en)?|län)\b")
_INITIALS_MAX = 3
"""Letters up to which a name is initials, which only count in capitals: *AF*, not *af*."""


def body_key(name: str) -> str:
    """Return what is equal in the names of one organisation: *Falköpings kommun* and *Falköping* are one."""
    folded = fold(name)
    bare = " ".join(_COMMON.sub(" ", folded).split()).removesuffix("s")
    return bare or folded


def party_of(name: str, parties: Sequence[Party]) -> str | None:
    """Return the code of the party that an organisation belongs to, ``None`` if its name tells nothing.

    The word that stands first decides: *Arbetsförmedlingen Skövde* is no municipality.
    """
    for party in parties:
        if any(body_key(name) == body_key(body) for body in party.bodies):
            return party.code
    found = [(place, -length, party.code) for party in parties for place, length in _mentions(name, party)]
    return min(found)[2] if found else None


def _mentions(name: str, party: Party) -> Iterator[tuple[int, int]]:
    """Yield where a name speaks of a party, and how many letters say so."""
    for word in (*party.bodies, party.name, party.short_name, *party.synonyms):
        initials = len(word) <= _INITIALS_MAX and word.isupper()
        text, wanted = (name, word) if initials else (fold(name), fold(word))
        found = re.search(rf"(?<!\w){re.escape(wanted)}s?(?!\w)", text) if wanted else None
        if found:
            yield found.start(), len(wanted)
