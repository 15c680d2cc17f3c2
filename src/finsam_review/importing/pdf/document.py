"""Owns the reading of PDF files: paragraphs, headings, items and tables in the order they are read."""

from __future__ import annotations

import re

import pypdfium2

from finsam_review.domain.intake import Block, TableBlock
from finsam_review.importing.files.outcome import Outcome, UnreadableError
from finsam_review.importing.pdf.layout import PageLayout, lay_out
from finsam_review.importing.pdf.marks import Page, Piece, read_page
from finsam_review.importing.pdf.text import Line, to_blocks

PAGES_MAX = 80
"""Pages that are read; what a longer document says further on is warned of as missing."""
_SCANNED_CHARACTERS = 25
_EDGE = 0.09


def read_pdf(data: bytes) -> Outcome:
    """Return the text of a PDF, two columns and pages without text warned of. Raises
    :class:`UnreadableError`.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        locked = "password" in str(broken).lower() or "security" in str(broken).lower()
        raise UnreadableError("encrypted" if locked else "damaged", "pdf") from broken
    try:
        pages = [read_page(document[place]) for place in range(min(len(document), PAGES_MAX))]
        whole = len(document) <= PAGES_MAX
    except pypdfium2.PdfiumError as broken:
        raise UnreadableError("damaged", "pdf") from broken
    finally:
        document.close()
    return _outcome(pages, whole=whole)


def _outcome(pages: list[Page], *, whole: bool) -> Outcome:
    characters = sum(len(piece.text) for page in pages for piece in page.pieces)
    if characters < _SCANNED_CHARACTERS:
        raise UnreadableError("no_text", "pdf")
    repeated = _repeated(pages)
    edges = _edge_lines(pages, repeated)
    layouts = [lay_out(page, [p for p in page.pieces if not _at_edge(p, page, repeated)]) for page in pages]
    blocks = to_blocks([flow for layout in layouts for flow in layout.flows])
    warnings = _warnings(pages, layouts, whole=whole)
    return Outcome("pdf", (*_clean(blocks), *to_blocks([edges])), warnings=warnings)


def _warnings(pages: list[Page], layouts: list[PageLayout], *, whole: bool) -> tuple[str, ...]:
    found: list[str] = []
    if any(layout.two_columns for layout in layouts):
        found.append("two_columns")
    silent = (not any(piece.text.strip() for piece in page.pieces) and page.pictures for page in pages)
    if not whole or any(silent):
        found.append("text_missing")
    return tuple(found)


def _clean(blocks: list[Block]) -> list[Block]:
    return [block for block in blocks if isinstance(block, TableBlock) or block.text.strip()]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _repeated(pages: list[Page]) -> frozenset[str]:
    """Return the texts that stand at the top or foot of more than one page: running heads, not content."""
    counts: dict[str, int] = {}
    for page in pages:
        for key in {_key(piece.text) for piece in page.pieces if _is_edge(piece, page)}:
            counts[key] = counts.get(key, 0) + 1
    return frozenset(key for key, count in counts.items() if count > 1)


def _is_edge(piece: Piece, page: Page) -> bool:
    return piece.base > page.height * (1 - _EDGE) or piece.base < page.height * _EDGE


def _at_edge(piece: Piece, page: Page, repeated: frozenset[str]) -> bool:
    return _is_edge(piece, page) and _key(piece.text) in repeated


def _edge_lines(pages: list[Page], repeated: frozenset[str]) -> list[Line]:
    """Return each running head once, to stand last, so that no text of the file is lost."""
    seen: dict[str, Line] = {}
    for page in pages:
        for piece in page.pieces:
            if _at_edge(piece, page, repeated):
                seen.setdefault(_key(piece.text), Line([piece], alone=True))
    return list(seen.values())
