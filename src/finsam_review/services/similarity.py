"""Owns which notes say nearly the same thing, so that they can stand next to each other on paper."""

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz
from snowballstemmer import stemmer

from finsam_review.domain.notes import Note
from finsam_review.domain.text import fold

LIKENESS = 72.0
"""From this token likeness (0–100) two notes stand together. A person would be told, never a note hidden."""

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 2


def grouped(notes: Sequence[Note]) -> tuple[tuple[Note, ...], ...]:
    """Return the notes in groups of likely equal ones, in the order in which each group was begun.

    Every note is in exactly one group; a note that resembles no other is a group of its own.
    """
    groups: list[list[Note]] = []
    for note in notes:
        home = next((group for group in groups if any(alike(note, other) for other in group)), None)
        if home is None:
            groups.append([note])
        else:
            home.append(note)
    return tuple(tuple(group) for group in groups)


def alike(one: Note, other: Note) -> bool:
    """Whether two notes likely say the same, by the stems of their words, whatever the order."""
    first, second = stems(_whole(one)), stems(_whole(other))
    if min(len(first.split()), len(second.split())) < _FEWEST_WORDS:
        return first == second and bool(first)
    return fuzz.token_sort_ratio(first, second) >= LIKENESS


def stems(text: str) -> str:
    """Return the Swedish word stems of ``text``, parted by blanks."""
    return " ".join(_stem(word) for word in _WORD.findall(fold(text)))


def _whole(note: Note) -> str:
    return f"{note.content.text} {note.content.proposal}"


@cache
def _stem(word: str) -> str:
    return str(stemmer("swedish").stemWord(word))
