"""Owns how a comparison of two texts becomes rows: one for each change, long ones in readable parts."""

from collections.abc import Iterator, Sequence

from finsam_review.domain.follow_up.comparing.pieces import Piece, PieceKind
from finsam_review.domain.follow_up.text_changes import Comparison, TextChange
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.follow_up_page.changes.row import ChangeRow
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, Span, plain

LONGEST_PART = 1_200
"""Characters of a row. More would not be seen at one time, and Qt lays long paragraphs out slowly."""
_Heading = tuple[str, PieceKind]
_MARKS = {PieceKind.SAME: Mark.NONE, PieceKind.ADDED: Mark.ADDED, PieceKind.REMOVED: Mark.REMOVED}


def text_heading(comparison: Comparison) -> str:
    """Return *Text som ändrats: 11 stycken*."""
    n = len(comparison.changes)
    return ngettext("Text that changed: {n} passage", "Text that changed: {n} passages", n).format(n=n)


def text_rows(comparison: Comparison, prefix: str) -> Iterator[ChangeRow | SectionRow | WordsRow]:
    """Yield the rows of the text, the changes first and what was only moved last."""
    of = len(comparison.changes)
    if not of:
        yield WordsRow(f"{prefix}same", _("The text says the same as before."))
    above: _Heading | None = None
    for number, change in enumerate(comparison.changes, start=1):
        yield from _rows_of(change, f"{prefix}{number}", number=number, of=of, above=above)
        above = (change.heading, change.heading_kind)
    if comparison.moved:
        n = len(comparison.moved)
        words = ngettext("Only moved: {n} passage", "Only moved: {n} passages", n).format(n=n)
        yield SectionRow(f"{prefix}moved", words)
        for number, change in enumerate(comparison.moved, start=1):
            yield from _rows_of(change, f"{prefix}moved {number}", number=0, of=of, above=None)
    same = comparison.unchanged_paragraphs
    if of and same:
        words = ngettext("{n} passage says what it said.", "{n} passages say what they said.", same)
        yield WordsRow(f"{prefix}unchanged", words.format(n=same))


def _rows_of(
    change: TextChange, key: str, *, number: int, of: int, above: _Heading | None
) -> Iterator[ChangeRow]:
    mark = _MARKS[change.heading_kind]
    heading = Marked((Span(change.heading, mark, strong=True),)) if change.heading else Marked()
    if mark is Mark.NONE:
        heading = plain(change.heading, Mark.STRONG)
    shows_heading = above != (change.heading, change.heading_kind)
    for part, spans in enumerate(_parts(change.readable)):
        yield ChangeRow(
            key=key if part == 0 else f"{key}.{part}",
            number=number,
            of=of,
            part=part,
            under=change.heading,
            heading=heading if part == 0 and shows_heading else Marked(),
            text=Marked(spans),
            remark=_remark(change) if part == 0 else "",
        )


def _remark(change: TextChange) -> str:
    said = []
    if change.moved_from is not None:
        where = change.moved_from or _("the beginning")
        said.append(_("Moved from “{heading}”.").format(heading=where))
    if change.is_cut:
        said.append(_("Too long to be compared word by word: more is marked than was changed."))
    return " ".join(said)


def _parts(pieces: Sequence[Piece]) -> Iterator[tuple[Span, ...]]:
    """Yield the pieces in portions that a row holds, cut between words."""
    spans: list[Span] = []
    room = LONGEST_PART
    for piece in pieces:
        text = piece.text
        while len(text) > room:
            cut = text.rfind(" ", 0, room) + 1 or (room if room == LONGEST_PART else 0)
            if cut:
                spans.append(Span(text[:cut], _MARKS[piece.kind]))
            yield tuple(spans)
            text, spans, room = text[cut:], [], LONGEST_PART
        if text:
            spans.append(Span(text, _MARKS[piece.kind]))
            room -= len(text)
    if spans:
        yield tuple(spans)
