"""Owns the pieces that a changed text is shown in: kept, added and removed, each a run of whole words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.follow_up.comparing.runs import Effort, Run, runs_of
from finsam_review.domain.follow_up.comparing.words import Words

_BLANKS = re.compile(" +")


class PieceKind(StrEnum):
    """Whether a piece of text is in both documents, in the revised one only, or in the first one only."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within a changed passage."""

    kind: PieceKind
    text: str


def word_pieces(first: str, revised: str, effort: Effort) -> tuple[Piece, ...]:
    """Return how one line of text became another.

    What is kept and what is added make ``revised`` to the letter; what is kept and what is removed make
    ``first``, but for blanks, hyphenation and signs where only those differ.
    """
    old, new = Words(first), Words(revised)
    shown: list[Piece] = []
    for run in runs_of(old, new, effort):
        _add(shown, run, old, new)
    return tuple(_joined(shown))


def readable(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces as they are shown: blanks are never marked, one parts a removal from its substitute."""
    shown: list[Piece] = []
    for piece in pieces:
        text = piece.text.strip()
        if piece.kind is PieceKind.SAME or not text:
            shown.append(Piece(PieceKind.SAME, piece.text if piece.kind is PieceKind.SAME else " "))
            continue
        if shown and (shown[-1].kind is not PieceKind.SAME or piece.text[0].isspace()):
            shown.append(Piece(PieceKind.SAME, " "))
        shown.append(Piece(piece.kind, text))
        if piece.text[-1].isspace():
            shown.append(Piece(PieceKind.SAME, " "))
    return tuple(_single_blanks(_joined(shown)))


def _single_blanks(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces without the blanks that doubled when others were put between changes."""
    for piece in pieces:
        text = _BLANKS.sub(" ", piece.text)
        if text:
            yield Piece(piece.kind, text)


def _add(shown: list[Piece], run: Run, old: Words, new: Words) -> None:
    """Add a run to the pieces shown so far; a blank that only one text has goes with what it lost or got."""
    gap = run.gap
    before, blank = old.blank_before(gap.first_start), new.blank_before(gap.revised_start)
    if not run.kept:
        if gap.first_start < gap.first_end:
            shown.append(Piece(PieceKind.REMOVED, before + old.said(gap.first_start, gap.first_end)))
        if gap.revised_start < gap.revised_end:
            shown.append(Piece(PieceKind.ADDED, blank + new.said(gap.revised_start, gap.revised_end)))
        return
    if bool(before) != bool(blank):
        kind = PieceKind.REMOVED if before else PieceKind.ADDED
        if _lengthen(shown, kind, " ") or _shift(shown):
            blank = ""
    shown.append(Piece(PieceKind.SAME, blank + new.said(gap.revised_start, gap.revised_end)))


def _lengthen(shown: list[Piece], kind: PieceKind, blank: str) -> bool:
    """Put a blank at the end of the last change if it is of this kind; return whether it was."""
    for place in range(len(shown) - 1, max(-1, len(shown) - 3), -1):
        if shown[place].kind is PieceKind.SAME:
            return False
        if shown[place].kind is kind:
            shown[place] = Piece(kind, shown[place].text + blank)
            return True
    return False


def _shift(shown: list[Piece]) -> bool:
    """Move the blank before a lone change to what is kept before it; return whether there was one."""
    if len(shown) < 2 or shown[-2].kind is not PieceKind.SAME or not shown[-1].text.startswith(" "):
        return False
    shown[-2:] = [Piece(PieceKind.SAME, shown[-2].text + " "), Piece(shown[-1].kind, shown[-1].text[1:])]
    return True


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with neighbours of one kind as one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.kind is piece.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
