"""Owns how words become lines: where they may break, how wide they are, what a reader will hear."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from finsam_review.reporting.tagged.fonts import text_width
from finsam_review.reporting.textprep import (
    Piece,
    is_invisible,
    is_right_to_left,
    pieces,
    printable,
    shaped,
    visual,
)

SOFT_HYPHEN = "\u00ad"
_INSIDE_WORD = re.compile(r"(?:(?<=[^\W\d_][-‐–/])|(?<=[-‐]/))(?=[^\W\d_]{2})|(?<=[\u00ad\u200b])(?=.)")
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set in one face; a line end in ``text`` is kept. A blank stands between two runs."""

    text: str
    face: str


@dataclass(frozen=True, slots=True)
class Segment:
    """What is drawn in one go, and ``actual``, what it says when that is not what its glyphs say."""

    pieces: tuple[Piece, ...]
    actual: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to be drawn; ``width`` in points, without the blank at its end."""

    segments: tuple[Segment, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters that stay together, as they are drawn; ``width`` in points."""

    text: str
    face: str
    pieces: tuple[Piece, ...]
    width: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word and what comes after it: a blank, the end of the line."""

    word: _Word
    blank: bool
    ends: bool = False


def break_lines(runs: Sequence[Run], *, size: float, width: float, right_to_left: bool) -> tuple[Line, ...]:
    """Return the lines of a paragraph set at ``size`` points in a column ``width`` points wide.

    Every line but the last ends in a blank unless a word was cut: a PDF has no other way of saying that
    the next line begins with a new word. Time grows with the length of the text, not with its square.
    """
    lines: list[list[_Placed]] = []
    used = width + 1
    for placed in _fitted(_words(runs, size), size=size, width=width):
        if used + placed.word.width > width or lines[-1][-1].ends:
            lines.append([])
            used = 0.0
        lines[-1].append(placed)
        used += placed.word.width + (_blank_width(placed.word.face, size) if placed.blank else 0.0)
    if lines:
        lines[-1][-1] = replace(lines[-1][-1], blank=False)
    return tuple(_line(line, size=size, right_to_left=right_to_left) for line in lines)


def _words(runs: Sequence[Run], size: float) -> Iterator[_Placed]:
    for run in runs:
        rows = printable(run.text).text.split("\n")
        for number, row in enumerate(rows, start=1):
            texts = row.split(" ")
            for index, text in enumerate(texts, start=1):
                ends = index == len(texts) and number < len(rows)
                yield from _parts(text, run.face, size=size, ends=ends)


def _parts(text: str, face: str, *, size: float, ends: bool) -> Iterator[_Placed]:
    parts = [text] if text.isalnum() else _INSIDE_WORD.split(text)
    for part in parts[:-1]:
        yield _Placed(_word(part, face, size), blank=False)
    yield _Placed(_word(parts[-1], face, size), blank=True, ends=ends)


def _fitted(words: Iterable[_Placed], *, size: float, width: float) -> Iterator[_Placed]:
    """Yield ``words``, those wider than the column cut between letters."""
    for placed in words:
        if placed.word.width <= width:
            yield placed
            continue
        *first, last = _cut(placed.word, size=size, width=width)
        for word in first:
            yield _Placed(word, blank=False)
        yield replace(placed, word=last)


def _cut(word: _Word, *, size: float, width: float) -> Iterator[_Word]:
    part, used = "", 0.0
    for letter in _letters(word.text):
        letter_width = _word(letter, word.face, size).width
        if part and used + letter_width > width:
            yield _word(part, word.face, size)
            part, used = "", 0.0
        part += letter
        used += letter_width
    yield _word(part, word.face, size)


def _letters(text: str) -> Iterator[str]:
    """Yield the letters of ``text``, each with the marks and joiners that belong to it."""
    letter = ""
    for char in text:
        belongs = unicodedata.category(char).startswith("M") or is_invisible(char)
        if letter and not belongs and not letter.endswith(_JOINER):
            yield letter
            letter = ""
        letter += char
    yield letter


@lru_cache(maxsize=20_000)
def _word(text: str, face: str, size: float) -> _Word:
    drawn = pieces(shaped(text) if is_right_to_left(text) else text, face)
    width = sum(text_width(piece.text, font=piece.font, size=size) for piece in drawn)
    return _Word(text, face, drawn, width)


@lru_cache(maxsize=100)
def _blank_width(face: str, size: float) -> float:
    return text_width(" ", font=face, size=size)


def _line(line: Sequence[_Placed], *, size: float, right_to_left: bool) -> Line:
    width = sum(placed.word.width for placed in line)
    width += sum(_blank_width(placed.word.face, size) for placed in line[:-1] if placed.blank)
    if any(is_right_to_left(placed.word.text) for placed in line):
        return Line((_reordered(line, right_to_left=right_to_left),), width)
    return Line(tuple(_segments(line)), width)


def _reordered(line: Sequence[_Placed], *, right_to_left: bool) -> Segment:
    """Return a line with text from the right as one segment: the glyphs as seen, the text as written."""
    text = "".join(placed.word.text + " " * placed.blank for placed in line)
    drawn = visual(text.removesuffix(" "), right_to_left=right_to_left)
    return Segment(pieces(drawn, line[0].word.face), text)


def _segments(line: Sequence[_Placed]) -> Iterator[Segment]:
    """Yield a line in as few segments as can be: neighbours that say what they show are drawn together."""
    font, text = "", ""
    for index, placed in enumerate(line):
        word, blank = placed.word, " " * placed.blank
        drawn = word.pieces
        if index == len(line) - 1 and word.text.endswith(SOFT_HYPHEN):
            drawn = (*drawn, *pieces("-", word.face))
        if "".join(piece.text for piece in drawn) == word.text:
            for piece in (*drawn, *((Piece(word.face, blank),) if blank else ())):
                if piece.font != font and text:
                    yield Segment((Piece(font, text),))
                    text = ""
                font, text = piece.font, text + piece.text
            continue
        if text:
            yield Segment((Piece(font, text),))
            text = ""
        yield Segment((*drawn, Piece(word.face, blank)) if blank else drawn, word.text + blank)
    if text:
        yield Segment((Piece(font, text),))
