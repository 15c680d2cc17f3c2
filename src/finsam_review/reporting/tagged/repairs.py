"""Owns the two repairs of ReportLab 5.1 without which its files break the standards. Applied on import.

1. Streams end with ``endstream`` glued to their last byte; ISO 19005-2 6.1.7.1 wants a line end between.
2. ``ToUnicode`` maps hold five-digit numbers above U+FFFF (there is no such notation), say that code 0 is
   U+0000, and put more than the permitted hundred entries in a block. Emoji could not be read back.
"""

from collections.abc import Sequence

import reportlab
from reportlab.pdfbase import pdfdoc, ttfonts

_SUPPORTED = "5.1."
_BLOCK = 100


def unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """Return the ``ToUnicode`` map of a font subset: ``subset[code]`` is the character of that code."""
    pairs = [f"<{code:02X}> <{_utf16(char)}>" for code, char in enumerate(subset) if char]
    blocks = [pairs[start : start + _BLOCK] for start in range(0, len(pairs), _BLOCK)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()


def _format_stream(stream: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    written: bytes = _unrepaired_format(stream, document)
    return written.removesuffix(b"endstream\n") + b"\nendstream\n"


if not reportlab.__version__.startswith(_SUPPORTED):
    raise ImportError(f"The PDF layer repairs ReportLab {_SUPPORTED}*, and this is {reportlab.__version__}.")

_unrepaired_format = pdfdoc.PDFStream.format
pdfdoc.PDFStream.format = _format_stream
ttfonts.makeToUnicodeCMap = unicode_map

APPLIED = True
