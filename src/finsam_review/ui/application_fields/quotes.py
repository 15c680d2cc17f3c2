"""Owns finding a quote in a text: by its words, whatever stands between them."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_HIDDEN = re.compile(r"[•…]+")
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: ``start`` and ``end`` count characters from its beginning."""

    start: int
    end: int


def find_quote(text: str, quote: str) -> Span | None:
    """Return where ``quote`` stands in ``text``, grown to whole sentences, or ``None``.

    Only the words are compared, so that a label and a value that were joined by a colon are found in the
    two cells they came from. Hidden or cut parts of a quote are passed over.
    """
    words = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    plain = [word for word, _start, _end in words]
    for wanted in _attempts(quote):
        place = _place(plain, wanted)
        if place is not None:
            return _sentences(text, words[place][1], words[place + len(wanted) - 1][2])
    return None


def _attempts(quote: str) -> list[list[str]]:
    """Return what to look for: all of it, then its longest unhidden part, then what follows a label."""
    parts = sorted(_HIDDEN.split(quote), key=len, reverse=True)
    after_label = parts[0].partition(":")[2]
    wanted = (quote, parts[0], after_label)
    return [found for text in wanted if (found := [word.casefold() for word in _WORD.findall(text)])]


def _place(words: list[str], wanted: list[str]) -> int | None:
    for place in range(len(words) - len(wanted) + 1):
        if words[place : place + len(wanted)] == wanted:
            return place
    return None


def _sentences(text: str, start: int, end: int) -> Span:
    before = [match.end() for match in _SENTENCE_ENDS.finditer(text, 0, start)]
    first = before[-1] if before else 0
    while first < start and text[first].isspace():
        first += 1
    after = _SENTENCE_ENDS.search(text, end)
    last = len(text) if after is None else after.end() - (after.group() == "\n")
    return Span(first, last)
