"""Owns what a text becomes before it stands in a Word file: what XML can hold, and which way it runs."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from finsam_review.domain.text import clean_text
from finsam_review.reporting.textprep import is_right_to_left

_OPENS = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"),
    **dict.fromkeys("\u2066\u2067\u2068", "\u2069"),
}
"""Marks that turn the direction of what follows, and the mark that ends each."""
_NO_CHARACTER = str.maketrans({"\t": " ", "\ufffe": "\ufffd", "\uffff": "\ufffd"})
_STRONG = frozenset({"L", "R", "AL", "AN"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text that runs one way."""

    text: str
    right_to_left: bool = False


def plain(text: str) -> str:
    """Return ``text`` as Word is given it: cleaned as everything that enters the program is.

    A tab becomes a blank, for a tab leads to the word at the right edge; the two code points that XML cannot
    hold become U+FFFD. A mark that turns the direction is ended where the text ends, so that it turns
    nothing else. Every other character stays: Word has fonts of its own for what is not in the first one.
    """
    kept = clean_text(text).translate(_NO_CHARACTER)
    return kept + "".join(_left_open(kept))


def _left_open(text: str) -> Iterator[str]:
    if not any(mark in text for mark in _OPENS):
        return
    waiting: list[str] = []
    for char in text:
        if char in _OPENS:
            waiting.append(_OPENS[char])
        elif char == "\u202c" and waiting[-1:] == [char]:
            waiting.pop()
        elif char == "\u2069" and char in waiting:
            del waiting[len(waiting) - 1 - waiting[::-1].index(char) :]
    yield from reversed(waiting)


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return ``text`` in parts that run one way each.

    Blanks and signs belong to what stands on both sides of them; between two ways they run from the left.
    """
    if not is_right_to_left(text):
        return (Stretch(text),) if text else ()
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    undecided: list[str] = []
    for char in text:
        way = unicodedata.bidirectional(char)
        if way not in _STRONG:
            undecided.append(char)
            continue
        from_right, before = way != "L", parts[-1][0]
        if from_right and not before:
            parts[-1][1].extend(undecided)
            undecided = []
        if from_right != before:
            parts.append((from_right, []))
        parts[-1][1].extend((*undecided, char))
        undecided = []
    parts[-1][1].extend(undecided)
    return tuple(Stretch("".join(chars), from_right) for from_right, chars in parts if chars)
