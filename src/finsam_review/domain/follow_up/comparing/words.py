"""Owns what a text is compared by: its words and signs, the blanks between them, and its sentences."""

import re
from itertools import accumulate

from finsam_review.domain.follow_up.comparing.passages import key_of

_WORD = re.compile(
    r"\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\w+(?:(?:,(?=\d)|[-–.:/@'’_&])\w+)*"
    r"|\S(?:\u200d\S|[\ufe00-\ufe0f\u0300-\u036f\U0001f3fb-\U0001f3ff])*"
)
_SENTENCE_END = frozenset(".!?")


def words_in(text: str) -> list[str]:
    """Return the words of a text as they are compared, signs left out."""
    words = (word for word in _WORD.findall(text) if word[0].isalnum())
    return [word if word.isalnum() else key_of(word) for word in words]


class Words:
    """A text as words and signs with the blanks between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in _WORD.finditer(text)]
        words = (text[start:end] for start, end in self._spans)
        self.keys = [word if word.isalnum() else key_of(word) or word for word in words]
        weights = (len(key) if key[0].isalnum() else 0 for key in self.keys)
        self._letters = list(accumulate(weights, initial=0))

    def letters_in(self, start: int, end: int) -> int:
        """Return how many letters and figures the words from ``start`` up to ``end`` have."""
        return self._letters[end] - self._letters[start]

    def words_in(self, start: int, end: int) -> int:
        """Return how many of these are words rather than signs."""
        return sum(self._letters[place] < self._letters[place + 1] for place in range(start, end))

    def within(self, start: int, end: int) -> list[str]:
        """Return the words from ``start`` up to ``end`` as they are compared, signs left out."""
        return [key for key in self.keys[start:end] if key[0].isalnum()]

    def said(self, start: int, end: int) -> str:
        """Return the text of the words from ``start`` up to ``end``."""
        return self._text[self._spans[start][0] : self._spans[end - 1][1]] if start < end else ""

    def blank_before(self, place: int) -> str:
        """Return the blank before a word, empty where it follows the one before directly."""
        if place == 0 or place >= len(self._spans):
            return ""
        return self._text[self._spans[place - 1][1] : self._spans[place][0]]

    def sentences(self) -> list[tuple[int, int]]:
        """Return where sentences begin and end; a full stop before a small letter ends none."""
        bounds = [0]
        for place in range(1, len(self.keys)):
            if self.keys[place - 1] in _SENTENCE_END and self.blank_before(place):
                opens = not self._text[self._spans[place][0]].islower()
                bounds += [place] if opens else []
        return list(zip(bounds, [*bounds[1:], len(self.keys)], strict=True))
