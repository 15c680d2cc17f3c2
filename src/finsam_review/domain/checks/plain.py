"""Owns the plain reading of a text: look-alikes of blanks, hyphens and digits as one sign, hidden signs gone.

Whoever hides a number behind an en dash or a no-break blank, by hand or because Word did it, is found all
the same; every place in the plain reading leads back to its place in the text.
"""

import re
import unicodedata
from dataclasses import dataclass

_HYPHENS = "\u02d7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062"
    "\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)
_SIGNS = {
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_HIDDEN, ""),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\uff07", "'"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    "\uff0b": "+",
    "\uff20": "@",
    "\ufe6b": "@",
    "\uff0e": ".",
    "\u2024": ".",
    "\uff08": "(",
    "\uff09": ")",
}
_UNUSUAL = re.compile(r"[^\x00-\x7e\u00a1-\u00ac\u00ae-\u00b3\u00b5-\u024f]")
"""Every sign that may stand for another one. Text of ordinary Swedish letters is its own plain reading."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in its plain reading; ``places`` leads back to the text, empty when every sign kept its place.

    ``places`` has one entry more than there are signs, so that an end can be looked up like a start.
    """

    text: str
    places: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where the signs from ``start`` to ``end`` stand in the text that was read."""
        if not self.places:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def plain_reading(text: str) -> Plain:
    """Return ``text`` in its plain reading."""
    if not _UNUSUAL.search(text):
        return Plain(text)
    read = _UNUSUAL.sub(lambda found: _plain(found[0]), text)
    if len(read) == len(text):
        return Plain(read)
    places = [place for place, char in enumerate(text) if not _UNUSUAL.match(char) or _plain(char)]
    return Plain(read, (*places, len(text)))


def _plain(char: str) -> str:
    """Return the sign that ``char`` stands for, itself when it stands for nothing else, or nothing."""
    sign = _SIGNS.get(char)
    if sign is not None:
        return sign
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return " " if category == "Zs" else char
