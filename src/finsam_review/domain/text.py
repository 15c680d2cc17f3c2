"""Owns what becomes of a text when it enters the program: the one documented cleaning."""

import unicodedata

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
"""Marks that change the direction of what follows; kept in running text, removed from names and titles."""

_KEPT_CONTROLS = frozenset("\n\t")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"})


def clean_text(text: str) -> str:
    """Return running text as it is stored: NFC, line ends ``\\n``, no control characters, no outer blanks.

    Lone surrogates become U+FFFD because neither SQLite nor UTF-8 can hold them; joiners, variation
    selectors and direction marks stay, since they belong to what was written.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    kept = (char for char in text if char in _KEPT_CONTROLS or unicodedata.category(char) != "Cc")
    return unicodedata.normalize("NFC", storable("".join(kept))).strip()


def storable(text: str) -> str:
    """Return ``text`` with U+FFFD for lone surrogates, which neither SQLite nor UTF-8 can hold."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def clean_line(text: str) -> str:
    """Return a name or title as it is stored: as :func:`clean_text`, on one line, without direction marks."""
    line = "".join(char for char in clean_text(text) if char not in BIDI_CONTROLS)
    return " ".join(line.split())


def fold(text: str) -> str:
    """Return ``text`` as search and matching compare it: NFC, caseless, single blanks.

    Swedish å, ä and ö keep their dots: they are letters of their own, not decorated a and o.
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def swedish_key(text: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key that puts å, ä and ö last and other accented letters with their plain form."""
    return tuple(_letter_key(char) for char in fold(text))


def _letter_key(char: str) -> tuple[int, str]:
    place = "åäö".find(char.replace("æ", "ä").replace("ø", "ö"))
    if place >= 0:
        return (1, str(place))
    return (0, unicodedata.normalize("NFD", char)[0])
