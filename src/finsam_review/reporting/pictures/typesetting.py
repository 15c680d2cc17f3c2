"""Owns how words stand in a picture: broken into lines that fit, and shortened where there is no room."""

from functools import lru_cache

from finsam_review.reporting.tagged.lines import SOFT_HYPHEN, Line, Run, break_lines
from finsam_review.reporting.textprep import printable, starts_right_to_left

ELLIPSIS = "…"
_LEFT_OUT = " .,;:–-"
"""What does not stand before an ellipsis."""
_NO_LIMIT = 1e9
_BEYOND_ALL_LINES = 400
"""Characters a line that fits can have at most; what lies beyond is not looked at where lines are limited."""


def wrapped(text: str, *, face: str, size: float, width: float, lines: int = 0) -> tuple[str, ...]:
    """Return ``text`` in lines at most ``width`` wide, as written, cut in words that are wider than that.

    With ``lines``, no more than these are returned, and the last ends in … if something is left out.
    Characters that no font has become ``[U+4E2D]``, as on a printed page. Without words there is no line.
    """
    if not text.strip():
        return ()
    shown = text[: lines * _BEYOND_ALL_LINES] if lines else text
    broken = [_words(line) for line in _lines(shown, face, size, width)]
    if not lines or (len(broken) <= lines and len(shown) == len(text)):
        return tuple(broken)
    return (*broken[: lines - 1], _elided(broken[lines - 1 : lines], face=face, size=size, width=width))


def text_width(text: str, *, face: str, size: float) -> float:
    """Return how wide ``text`` is on one line."""
    return max((line.width for line in _lines(text, face, size, _NO_LIMIT)), default=0.0)


def widest_word(text: str, *, face: str, size: float) -> float:
    """Return the width below which a word of ``text`` would have to be cut."""
    return max((text_width(word, face=face, size=size) for word in text.split()), default=0.0)


def _elided(last: list[str], *, face: str, size: float, width: float) -> str:
    words = "".join(last)
    while words and text_width(words.rstrip(_LEFT_OUT) + ELLIPSIS, face=face, size=size) > width:
        words = words[:-1]
    return words.rstrip(_LEFT_OUT) + ELLIPSIS


@lru_cache(maxsize=4_000)
def _lines(text: str, face: str, size: float, width: float) -> tuple[Line, ...]:
    right_to_left = starts_right_to_left(printable(text).text)
    return break_lines([Run(text, face)], size=size, width=width, right_to_left=right_to_left)


def _words(line: Line) -> str:
    """Return what a line says, in the order it is written and not that of its glyphs."""
    said = (
        "".join(piece.text for piece in segment.pieces) if segment.actual is None else segment.actual
        for segment in line.segments
    )
    words = "".join(said).strip(" ")
    return words[:-1] + "-" if words.endswith(SOFT_HYPHEN) else words
