"""Owns what a text becomes before it is set: what can be shown, in which font, in which direction.

Text is never markup here: there is no step that reads tags or entities, so nothing needs escaping.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from finsam_review.reporting.tagged.fonts import REGULAR, coverage, font_for

_BLANKS = re.compile(r"[ \t\r\f\v\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_ALL_BLANKS = re.compile(r"[\s\u00a0]+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd")
_OTHER_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2065\u3164\uffa0")
_SELECTORS = (("\u180b", "\u180f"), ("\ufe00", "\ufe0f"), ("\U000e0000", "\U000e0fff"))
_NEVER_SHOWN = frozenset({"Cc", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Printable:
    """A text as it is printed, and the characters that no font has, as ``U+13000``, each once."""

    text: str
    unshown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of glyphs from one font, in the order they are drawn."""

    font: str
    text: str


def printable(text: str) -> Printable:
    """Return ``text`` in NFC with single blanks, characters without a glyph as ``[U+13000]``.

    Line ends stay. Joiners, variation selectors, soft hyphens and direction marks stay too: they are not
    drawn, but belong to what was written and are read back. A text with nothing else shows them as codes.
    """
    plain = _BLANKS.sub(" ", unicodedata.normalize("NFC", text))
    plain = "\n".join(line.strip(" ") for line in plain.split("\n"))
    if coverage(REGULAR).issuperset(plain.replace("\n", "")) and plain.isprintable():
        return Printable(plain)
    bare = all(char.isspace() or is_invisible(char) for char in plain)
    parts, unshown = [], []
    for char in plain:
        if char == "\n" or (is_shown(char) and not (bare and is_invisible(char))):
            parts.append(char)
        else:
            parts.append(f"[U+{ord(char):04X}]")
            unshown.append(f"U+{ord(char):04X}")
    return Printable("".join(parts), tuple(dict.fromkeys(unshown)))


def same_blanks(text: str) -> str:
    """Return ``text`` with every run of blanks as one: a PDF draws a no-break space as a plain one."""
    return _ALL_BLANKS.sub(" ", text).strip()


@cache
def is_invisible(char: str) -> bool:
    """Return whether ``char`` has no picture of its own: joiners, selectors, direction marks."""
    if any(first <= char <= last for first, last in _SELECTORS) or char in _OTHER_INVISIBLE:
        return True
    return unicodedata.category(char) == "Cf" and char not in _VISIBLE_FORMATS


@cache
def is_shown(char: str) -> bool:
    """Return whether ``char`` can be printed as itself."""
    if is_invisible(char):
        return True
    return unicodedata.category(char) not in _NEVER_SHOWN and font_for(char, REGULAR) is not None


def pieces(text: str, face: str) -> tuple[Piece, ...]:
    """Return ``text`` as stretches of one font each, set in ``face`` wherever it has the character.

    Every character must have passed :func:`printable`. A mark stays in the font of its letter if it can.
    """
    if coverage(face).issuperset(text) and text.isprintable():
        return (Piece(face, text),) if text else ()
    stretches: list[tuple[str, list[str]]] = []
    for char in text:
        if is_invisible(char):
            continue
        previous = stretches[-1][0] if stretches else ""
        font = _font_of(char, face, previous)
        if font == previous:
            stretches[-1][1].append(char)
        else:
            stretches.append((font, [char]))
    return tuple(Piece(font, "".join(chars)) for font, chars in stretches)


def _font_of(char: str, face: str, previous: str) -> str:
    if previous and unicodedata.combining(char) and char in coverage(previous):
        return previous
    font = font_for(char, face) or font_for(char, REGULAR)
    if font is None:
        raise ValueError(f"U+{ord(char):04X}")
    return font


def is_right_to_left(text: str) -> bool:
    """Return whether ``text`` holds Hebrew, Arabic or a script written like them."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def starts_right_to_left(text: str) -> bool:
    """Return whether a paragraph runs from the right: its first letter decides (UAX 9, P2 and P3)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def shaped(text: str) -> str:
    """Return ``text`` with Arabic letters in the forms they take beside each other, in logical order."""
    forms = str(_reshaper().reshape(text))
    return forms if all(is_shown(char) for char in forms) else text


def visual(text: str, *, right_to_left: bool) -> str:
    """Return one line of ``text`` in the order its glyphs stand from left to right, shaped."""
    from bidi import get_display

    return str(get_display(shaped(text), base_dir="R" if right_to_left else "L"))


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "delete_tatweel": False})
