"""Owns what the words before a name say: how sure they are that one follows."""

from enum import IntEnum
from functools import lru_cache

from finsam_review.domain.checks.names.words import (
    FILLERS,
    INITIAL_CUES,
    SIGNED_AFTER,
    STRONG_CUES,
    STRONG_PAIRS,
    TALKS,
    THING,
    TITLE,
    WEAK_CUES,
)

_BACK = 48
_WORDS = 4


class Cue(IntEnum):
    """How surely a name follows, the least sure first.

    After a strong one (*ring*, *prata med*) even one unknown word with a capital is likely to be a name;
    after a weak one (*enligt*, *kontakt:*) two of them; after a slight one (*med*) an initial begins one. A
    title (*enhetschef*) stands before a surname even where that is a place as well.
    """

    NONE = 0
    SLIGHT = 1
    WEAK = 2
    STRONG = 3
    TITLE = 4


def cue_before(plain: str, start: int) -> Cue:
    """Return what stands before the place ``start``, on the same line and in the same sentence."""
    if start < 2 or not plain[start - 1].isspace():
        return Cue.NONE
    *above, line = plain[max(0, start - _BACK) : start].casefold().split("\n")
    words = [word for word in line.split()[-_WORDS:] if word not in FILLERS]
    if not words:
        signed = above and above[-1].split()[-1:]
        return Cue.WEAK if signed and signed[0].rstrip(",:.") in SIGNED_AFTER else Cue.NONE
    last, colon = words[-1].rstrip(","), plain[start - 1] == "\t"
    if last.endswith(":"):
        last, colon = last[:-1], True
    return _cue(last, tuple(word.strip('("”') for word in words[:-1]), colon=colon)


def is_called_after(plain: str, start: int) -> bool:
    """Return whether the word before the place ``start`` says that a thing bears a person's name."""
    words = plain[max(0, start - _BACK) : start].casefold().split()[-1:]
    return bool(words) and _is_thing(words[0])


@lru_cache(maxsize=4096)
def _is_thing(word: str) -> bool:
    return THING.match(word) is not None


@lru_cache(maxsize=4096)
def _cue(last: str, earlier: tuple[str, ...], *, colon: bool) -> Cue:
    last = last.lstrip('("”/')
    pair = f"{earlier[-1]} {last}" if earlier else ""
    title = TITLE.match(last) is not None
    strong = (
        title
        or last in STRONG_CUES
        or pair in STRONG_PAIRS
        or (last == "med" and any(word in TALKS for word in earlier[-2:]))
    )
    if colon:
        return Cue.WEAK if (strong and last != "fråga") or last in WEAK_CUES else Cue.NONE
    if strong:
        return Cue.TITLE if title else Cue.STRONG
    if last in WEAK_CUES:
        return Cue.WEAK
    return Cue.SLIGHT if last in INITIAL_CUES else Cue.NONE
