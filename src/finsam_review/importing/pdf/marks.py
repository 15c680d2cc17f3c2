"""Owns what stands on a page of a PDF: pieces of text with their places, and ruled lines. No meaning yet."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_RULE_THICK = 2.5
_RULE_SHORT = 8.0
_PIECE_GAP = 0.75
_SPACE_GAP = 0.18
_HYPHENS = frozenset("\x02\ufffe\u00ad")
LINE_HYPHEN = "\u00ad"
"""A hyphen that only parts a word at the end of a line."""


@dataclass(slots=True)
class Piece:
    """Text on one line without a gap in it. Places are in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        """Half-way between left and right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line; upright ones have ``x0 == x1``, level ones ``y0 == y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def upright(self) -> bool:
        """Whether the line parts columns rather than rows."""
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class Page:
    """All the marks on one page; ``pictures`` counts images."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...]
    pictures: int


@dataclass(slots=True)
class _Glyph:
    char: str
    left: float
    right: float
    base: float
    size: float
    index: int
    spaced: bool = False


def read_page(page: pypdfium2.PdfPage) -> Page:
    """Return the marks of a page."""
    text_page = page.get_textpage()
    try:
        rules, pictures = _objects(page)
        uprights = [rule for rule in rules if rule.upright]
        pieces = [
            piece for line in _lines(_glyphs(text_page)) for piece in _pieces(line, uprights, text_page)
        ]
        width, height = page.get_size()
        return Page(width, height, tuple(pieces), tuple(rules), pictures)
    finally:
        text_page.close()


def _glyphs(text_page: pypdfium2.PdfTextPage) -> list[_Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    found: list[_Glyph] = []
    spaced = False
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else ""
        generated = pdfium.FPDFText_IsGenerated(text_page, index) == 1
        if not char or char in "\r\n" or (generated and char not in _HYPHENS):
            spaced = True
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = max(1.0, pdfium.FPDFText_GetFontSize(text_page, index), (box.top - box.bottom) * 0.7)
        if char in _HYPHENS:
            char = LINE_HYPHEN
        found.append(_Glyph(char, box.left, box.right, y.value, size, index, spaced))
        spaced = False
    return found


def _lines(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    """Return the glyphs by line, from the top, each line from the left."""
    lines: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.base):
        near = lines[-1] if lines else []
        if near and near[0].base - glyph.base <= 0.32 * max(near[0].size, glyph.size):
            near.append(glyph)
        else:
            lines.append([glyph])
    for line in lines:
        line.sort(key=lambda glyph: (glyph.left, glyph.index))
    return lines


def _pieces(line: list[_Glyph], uprights: list[Rule], text_page: pypdfium2.PdfTextPage) -> list[Piece]:
    runs: list[list[_Glyph]] = []
    for glyph in line:
        if runs and not _is_parted(runs[-1], glyph, uprights):
            runs[-1].append(glyph)
        elif not glyph.char.isspace():
            runs.append([glyph])
    return [_piece(run, text_page) for run in runs]


def _is_parted(run: list[_Glyph], glyph: _Glyph, uprights: list[Rule]) -> bool:
    last = run[-1]
    inked = next((g for g in reversed(run) if not g.char.isspace()), last)
    if glyph.char.isspace():
        return glyph.left - last.right > _PIECE_GAP * glyph.size
    if glyph.left - last.right > _PIECE_GAP * max(glyph.size, last.size):
        return True
    crossed = (rule for rule in uprights if inked.right - 1 <= rule.x0 <= glyph.left + 1)
    return any(min(rule.y0, rule.y1) <= glyph.base + 2 <= max(rule.y0, rule.y1) for rule in crossed)


def _piece(run: list[_Glyph], text_page: pypdfium2.PdfTextPage) -> Piece:
    while run[-1].char.isspace():
        run.pop()
    parts = [run[0].char]
    for before, glyph in pairwise(run):
        gap = glyph.left - before.right
        follows = glyph.index > before.index and glyph.index - before.index <= 3
        parted = glyph.spaced if follows else gap > _SPACE_GAP * glyph.size
        if parted and not (glyph.char.isspace() or before.char.isspace()):
            parts.append(" ")
        parts.append(glyph.char)
    size = sorted(glyph.size for glyph in run)[len(run) // 2]
    bold = _is_bold(text_page, run[0].index)
    return Piece("".join(parts), run[0].left, run[-1].right, run[0].base, size, bold)


def _is_bold(text_page: pypdfium2.PdfTextPage, index: int) -> bool:
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, None, 0, flags)
    if not 0 < length < 512:
        return False
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    return any(word in name for word in ("bold", "black", "heavy", "semibold"))


def _objects(page: pypdfium2.PdfPage) -> tuple[list[Rule], int]:
    rules: list[Rule] = []
    pictures = 0
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for found in page.get_objects(filter=kinds, max_depth=4):
        if found.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        else:
            left, bottom, right, top = found.get_bounds()
            rules.extend(_rules(left, bottom, right, top))
    return rules, pictures


def _rules(left: float, bottom: float, right: float, top: float) -> list[Rule]:
    """Return the lines that a path draws: itself when thin, its four sides when it is a box."""
    wide, high = right - left, top - bottom
    x, y = (left + right) / 2, (bottom + top) / 2
    if high <= _RULE_THICK:
        return [Rule(left, y, right, y)] if wide > _RULE_SHORT else []
    if wide <= _RULE_THICK:
        return [Rule(x, bottom, x, top)] if high > _RULE_SHORT else []
    if wide > 3 * _RULE_SHORT and high > _RULE_SHORT:
        sides = [Rule(left, bottom, right, bottom), Rule(left, top, right, top)]
        return [*sides, Rule(left, bottom, left, top), Rule(right, bottom, right, top)]
    return []
