"""Owns what a revised document changes in the text of the first one, ready to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam_review.domain.follow_up.comparing.pairing import Match, matches_of
from finsam_review.domain.follow_up.comparing.passages import (
    CELL_MARK,
    Passage,
    PassageKind,
    joined_key,
    joined_text,
    key_of,
    passages_of,
)
from finsam_review.domain.follow_up.comparing.pieces import Piece, PieceKind, readable, word_pieces
from finsam_review.domain.follow_up.comparing.runs import Effort
from finsam_review.domain.intake import Block


@dataclass(frozen=True, slots=True)
class TextChange:
    """A passage that was changed, added, removed or moved.

    ``heading`` is the nearest one above, in the words of the revised document where it is still there;
    ``heading_kind`` tells that the heading itself was added or removed with this passage. ``pieces`` that are
    kept or added make the revised passage, those kept or removed the first. ``moved_from`` is the heading it
    stood under before, ``None`` if it was not moved. ``is_cut`` tells that it was too long to be compared
    word by word, so that more is marked than was changed.
    """

    heading: str
    pieces: tuple[Piece, ...]
    kind: PassageKind = PassageKind.PARAGRAPH
    heading_kind: PieceKind = PieceKind.SAME
    moved_from: str | None = None
    is_cut: bool = False

    @property
    def before(self) -> str:
        """The passage in the first document, empty if it is new."""
        return "".join(piece.text for piece in self.pieces if piece.kind is not PieceKind.ADDED)

    @property
    def after(self) -> str:
        """The passage in the revised document, empty if it is gone."""
        return "".join(piece.text for piece in self.pieces if piece.kind is not PieceKind.REMOVED)

    @property
    def readable(self) -> tuple[Piece, ...]:
        """The pieces as they are shown: no blank is marked, one parts what is struck from what is added."""
        return readable(self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was changed, in the order of the revised document; headings are not counted as paragraphs.

    ``moved`` are paragraphs that stand under another heading and say what they said.
    """

    changes: tuple[TextChange, ...] = ()
    moved: tuple[TextChange, ...] = ()
    unchanged_paragraphs: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether some change is marked more widely than it is."""
        return any(change.is_cut for change in self.changes)


def compare(first: Sequence[Block], revised: Sequence[Block]) -> Comparison:
    """Return what the revised document changes in the text of the first one.

    How a text is set is left out: line ends, hyphens, numbering, page numbers, styles. So a PDF can be
    compared with a Word file. The work is bounded; where it is cut short, the change says so.
    """
    comparing = _Comparing(passages_of(first), passages_of(revised))
    return comparing.result()


class _Comparing:
    """Two documents as passages, and what became of them."""

    def __init__(self, first: tuple[Passage, ...], revised: tuple[Passage, ...]) -> None:
        self._first, self._revised = first, revised
        self._matches = matches_of(first, revised)
        self._of_first = {place: match for match in self._matches for place in match.first}
        self._of_revised = {place: match for match in self._matches for place in match.revised}
        self._headings_told = {
            (bool(match.revised), self._passage(match).heading_place)
            for match in self._matches
            if self._passage(match).kind is not PassageKind.HEADING and not self._is_same(match)
        }
        self._followed: list[int] = []
        for place in range(len(first)):
            match = self._of_first[place]
            if match.revised and not match.moved:
                self._followed.append(match.revised[-1])
            else:
                self._followed.append(self._followed[-1] if self._followed else -1)
        self._effort = Effort()

    def result(self) -> Comparison:
        """Return every change in order, what was only moved, and how many paragraphs stay as they were."""
        changes: list[TextChange] = []
        moved: list[TextChange] = []
        unchanged = 0
        for match in sorted(self._matches, key=self._order):
            if self._is_same(match):
                unchanged += self._passage(match).kind is not PassageKind.HEADING
                if match.moved and self._moved_from(match) is not None:
                    moved.append(self._change(match))
            elif not self._is_told_by_its_text(match):
                changes.append(self._change(match))
        return Comparison(tuple(changes), tuple(moved), unchanged)

    def _order(self, match: Match) -> tuple[int, int, int]:
        """Return where a change is shown: as in the revised document, what is gone after what it followed."""
        if match.revised:
            return (match.revised[0], 0, 0)
        return (self._followed[match.first[0]], 1, match.first[0])

    def _passage(self, match: Match) -> Passage:
        return self._revised[match.revised[0]] if match.revised else self._first[match.first[0]]

    def _is_same(self, match: Match) -> bool:
        if not (match.first and match.revised):
            return False
        return joined_key(self._first, match.first) == joined_key(self._revised, match.revised)

    def _is_told_by_its_text(self, match: Match) -> bool:
        """Return whether this is a new or removed heading over text that is new or removed with it."""
        if self._passage(match).kind is not PassageKind.HEADING or (match.first and match.revised):
            return False
        place = match.revised[0] if match.revised else match.first[0]
        return (bool(match.revised), place) in self._headings_told

    def _change(self, match: Match) -> TextChange:
        passage = self._passage(match)
        self._effort.cut = False
        pieces = self._pieces(match)
        return TextChange(
            heading=self._heading(match),
            pieces=pieces,
            kind=passage.kind,
            heading_kind=self._heading_kind(match),
            moved_from=self._moved_from(match),
            is_cut=self._effort.cut,
        )

    def _pieces(self, match: Match) -> tuple[Piece, ...]:
        if not match.first:
            return (Piece(PieceKind.ADDED, joined_text(self._revised, match.revised)),)
        if not match.revised:
            return (Piece(PieceKind.REMOVED, joined_text(self._first, match.first)),)
        before, after = self._first[match.first[0]], self._revised[match.revised[0]]
        if before.cells and len(before.cells) == len(after.cells):
            return self._cell_pieces(before, after)
        return word_pieces(
            joined_text(self._first, match.first), joined_text(self._revised, match.revised), self._effort
        )

    def _cell_pieces(self, before: Passage, after: Passage) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for old, new in zip(before.cells, after.cells, strict=True):
            if pieces:
                pieces.append(Piece(PieceKind.SAME, CELL_MARK))
            pieces.extend(word_pieces(old, new, self._effort))
        return tuple(pieces)

    def _heading(self, match: Match) -> str:
        passage = self._passage(match)
        if match.revised or passage.heading_place < 0:
            return passage.heading
        renamed = self._of_first[passage.heading_place].revised
        return self._revised[renamed[0]].heading if renamed else passage.heading

    def _heading_kind(self, match: Match) -> PieceKind:
        place = self._passage(match).heading_place
        if place < 0 or self._passage(match).kind is PassageKind.HEADING:
            return PieceKind.SAME
        if match.revised:
            return PieceKind.SAME if self._of_revised[place].first else PieceKind.ADDED
        return PieceKind.SAME if self._of_first[place].revised else PieceKind.REMOVED

    def _moved_from(self, match: Match) -> str | None:
        if not match.moved:
            return None
        before, after = self._first[match.first[0]], self._revised[match.revised[0]]
        same = key_of(before.heading).casefold() == key_of(after.heading).casefold()
        renamed = (
            before.heading_place >= 0 and after.heading_place in self._of_first[before.heading_place].revised
        )
        return None if same or renamed else before.heading
