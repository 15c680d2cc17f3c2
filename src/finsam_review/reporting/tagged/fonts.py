"""Owns the fonts of printed documents: which there are, what they cover, how wide their letters are."""

import threading
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from finsam_review.paths import resources

REGULAR, MEDIUM, SEMIBOLD, BOLD, ITALIC = (
    "NotoSans-Regular", "NotoSans-Medium", "NotoSans-SemiBold", "NotoSans-Bold", "NotoSans-Italic",
)  # fmt: skip
"""The faces that text is set in."""

FALLBACKS = (
    "NotoSansSymbols2-Regular",
    "NotoSansMath-Regular",
    "NotoSansSymbols-Regular",
    "NotoEmoji-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansArmenian-Regular",
)
"""Asked in this order for a character that the face does not have. Read only when first needed."""

_loading = threading.Lock()
_fonts: dict[str, TTFont] = {}


def _font(name: str) -> TTFont:
    """Return font ``name``, read once a process: ReportLab keeps each document's glyphs on the object."""
    with _loading:
        if name not in _fonts:
            path = resources() / "fonts" / f"{name}.ttf"
            _fonts[name] = TTFont(name, str(path), asciiReadable=0, shapable=False)
            pdfmetrics.registerFont(_fonts[name])
        return _fonts[name]


def require(name: str) -> str:
    """Read font ``name`` unless it is read already, and return the name."""
    _font(name)
    return name


@cache
def coverage(name: str) -> frozenset[str]:
    """Return every character that font ``name`` has a glyph for."""
    return frozenset(chr(code) for code in _font(name).face.charToGlyph)


@cache
def font_for(char: str, face: str) -> str | None:
    """Return the font that shows ``char`` in text set in ``face``, or ``None`` if there is none."""
    for name in (face, *FALLBACKS):
        if char in coverage(name):
            return name
    return None


@cache
def _widths(name: str) -> tuple[dict[int, float], float]:
    face = _font(name).face
    return face.charWidths, face.defaultWidth


def text_width(text: str, *, font: str, size: float) -> float:
    """Return how wide ``text`` is in points when set in ``font`` at ``size`` points."""
    widths, default = _widths(font)
    return sum([widths.get(ord(char), default) for char in text]) * size / 1000
