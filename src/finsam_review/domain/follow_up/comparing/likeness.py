"""Owns how alike a passage of the first document and one of the revised are, each text weighed once."""

from collections.abc import Sequence

from finsam_review.domain.follow_up.comparing.alignment import Bag, candidates
from finsam_review.domain.follow_up.comparing.passages import Passage, PassageKind, joined_text, key_of
from finsam_review.domain.follow_up.comparing.words import words_in

_ALIKE, _ALIKE_HERE = 0.45, 0.3
"""How alike two passages must be to belong together: as a rule, and under the same heading."""
_HERE = 0.1
"""What standing under the same heading adds."""
_SAME_LABEL = 0.5
"""How alike two rows are that begin with the same label, whatever follows it."""


class Likeness:
    """Weighs the passages of two documents against each other."""

    def __init__(self, first: Sequence[Passage], revised: Sequence[Passage]) -> None:
        self._first, self._revised = first, revised
        self._bags: dict[tuple[bool, int], Bag] = {}

    def scored(
        self, ours: Sequence[int], theirs: Sequence[int], same_heading: frozenset[tuple[int, int]]
    ) -> list[tuple[float, int, int]]:
        """Return (score, first, revised) of the passages among these places that are alike enough.

        ``same_heading`` holds pairs of headings, by their places, under which passages are in the same place.
        """
        our_bags = {place: self._bag(self._first, place) for place in ours}
        their_bags = {place: self._bag(self._revised, place) for place in theirs}
        found: list[tuple[float, int, int]] = []
        for one, other in candidates(our_bags, their_bags):
            before, after = self._first[one], self._revised[other]
            here = (before.heading_place, after.heading_place) in same_heading
            score = _score(before, after, our_bags[one].alike(their_bags[other]), here=here)
            if score:
                found.append((score, one, other))
        return found

    def shared(self, one: int, other: int) -> float:
        """Return the weight of the words that two passages have in common."""
        return self._bag(self._first, one).shared(self._bag(self._revised, other))

    def found_in(
        self,
        part: Passage,
        known: tuple[Sequence[Passage], Sequence[int]],
        whole: tuple[Sequence[Passage], Sequence[int]],
    ) -> tuple[float, float]:
        """Return what ``part`` weighs, and how much of it, 0 to 1, is in ``whole`` beyond ``known``."""
        bag = Bag(words_in(part.text))
        known_bag, whole_bag = Bag(words_in(joined_text(*known))), Bag(words_in(joined_text(*whole)))
        return bag.total, known_bag.adds(bag, whole_bag)

    def _bag(self, passages: Sequence[Passage], place: int) -> Bag:
        key = (passages is self._first, place)
        if key not in self._bags:
            self._bags[key] = Bag(words_in(passages[place].text))
        return self._bags[key]


def _score(before: Passage, after: Passage, alike: float, *, here: bool) -> float:
    if (before.kind is PassageKind.HEADING) != (after.kind is PassageKind.HEADING):
        return 0.0
    if before.cells and after.cells and key_of(before.cells[0]) == key_of(after.cells[0]):
        alike = max(alike, _SAME_LABEL)
    if alike < (_ALIKE_HERE if here else _ALIKE):
        return 0.0
    return alike + _HERE if here else alike
