"""Owns the alignment of two sequences: what is equal in both and in order, and what is alike.

The work is bounded whatever comes: a sequence of thousands is compared through its rarest words.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_ROUNDS = 8
"""How deep equal items are looked for between equal items."""
_ALL_PAIRS = 2_500
"""Pairs up to which every one is compared."""
_RARE_WORDS, _NEAREST = 8, 12
"""Above that: by how many of its rarest words an item finds others, and how many for each word."""
_BEST = 3
_CONTAINED_MIN = 24.0
"""Weight that two texts must share before it counts that one holds most of the other."""

Pair = tuple[int, int]


class Bag:
    """The words of a text, signs left out, with their weights: a long word tells more than *och*."""

    def __init__(self, words: Iterable[str]) -> None:
        self.weights = {word: times * max(1.0, len(word) - 2.0) for word, times in Counter(words).items()}
        self.total = sum(self.weights.values())

    def shared(self, other: "Bag") -> float:
        """Return the weight of the words that both have."""
        small, large = self.weights, other.weights
        if len(small) > len(large):
            small, large = large, small
        return sum(min(weight, large[word]) for word, weight in small.items() if word in large)

    def alike(self, other: "Bag") -> float:
        """Return how alike two texts are, 0 to 1; a text that holds nearly all of another is alike too."""
        if not self.total or not other.total:
            return 0.0
        shared = self.shared(other)
        contained = 0.8 * shared / min(self.total, other.total) if shared >= _CONTAINED_MIN else 0.0
        return max(2 * shared / (self.total + other.total), contained)

    def adds(self, more: "Bag", to: "Bag") -> float:
        """Return how much of ``more``, 0 to 1, is in ``to`` beyond what this text has of it."""
        if not more.total:
            return 0.0
        left = 0.0
        for word, weight in more.weights.items():
            left += min(weight, max(0.0, to.weights.get(word, 0.0) - self.weights.get(word, 0.0)))
        return left / more.total


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two equal items: ``first`` from ``first_start`` up to ``first_end``, and likewise."""

    first_start: int
    first_end: int
    revised_start: int
    revised_end: int

    @property
    def first(self) -> range:
        """The places on the side of the first."""
        return range(self.first_start, self.first_end)

    @property
    def revised(self) -> range:
        """The places on the side of the revised."""
        return range(self.revised_start, self.revised_end)

    @property
    def first_span(self) -> tuple[int, int]:
        """Where the side of the first starts and ends."""
        return self.first_start, self.first_end

    @property
    def revised_span(self) -> tuple[int, int]:
        """Where the side of the revised starts and ends."""
        return self.revised_start, self.revised_end

    @property
    def is_open(self) -> bool:
        """Whether there is something on both sides."""
        return self.first_start < self.first_end and self.revised_start < self.revised_end


def equal_in_order(first: Sequence[Hashable], revised: Sequence[Hashable]) -> list[Pair]:
    """Return the places of equal items, rising on both sides: unique ones first, then those around them."""
    found: list[Pair] = []
    gaps = [Gap(0, len(first), 0, len(revised))]
    for _round in range(_ROUNDS):
        made: list[Pair] = []
        for gap in gaps:
            made.extend(_equal_in(gap, first, revised))
        if not made:
            break
        found = sorted([*found, *made])
        gaps = [gap for gap in gaps_between(found, len(first), len(revised)) if gap.is_open]
    return found


def gaps_between(pairs: Sequence[Pair], first_length: int, revised_length: int) -> list[Gap]:
    """Return what lies before, between and after pairs in rising order; one gap more than there are pairs."""
    gaps: list[Gap] = []
    before = (-1, -1)
    for pair in [*pairs, (first_length, revised_length)]:
        gaps.append(Gap(before[0] + 1, pair[0], before[1] + 1, pair[1]))
        before = pair
    return gaps


def alike_in_order(scored: Sequence[tuple[float, int, int]]) -> list[Pair]:
    """Return the pairs of (score, first, revised) that rise on both sides and score most together."""
    best: dict[int, tuple[float, int]] = {}
    ordered = sorted(scored, key=lambda pair: (pair[1], -pair[2]))
    places = sorted({pair[2] for pair in ordered})
    tree = _HighestBefore(len(places))
    for number, (score, _, revised) in enumerate(ordered):
        place = bisect_left(places, revised)
        total, previous = tree.highest(place)
        best[number] = (total + score, previous)
        tree.raise_to(place, total + score, number)
    chosen: list[Pair] = []
    _, number = tree.highest(len(places))
    while number >= 0:
        chosen.append((ordered[number][1], ordered[number][2]))
        number = best[number][1]
    return chosen[::-1]


def candidates(first: Mapping[int, Bag], revised: Mapping[int, Bag]) -> Iterator[Pair]:
    """Yield the pairs worth comparing among the texts at these places of two sequences, both in order."""
    if len(first) * len(revised) <= _ALL_PAIRS:
        yield from ((one, other) for one in first for other in revised)
        return
    places = list(first)
    postings: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        for word in first[place].weights:
            postings[word].append(number)
    for number, (place, bag) in enumerate(revised.items()):
        words = [word for word in bag.weights if word in postings]
        words.sort(key=lambda word: (len(postings[word]), word))
        votes: Counter[int] = Counter()
        for word in words[:_RARE_WORDS]:
            listed = postings[word]
            middle = bisect_left(listed, number * len(places) // len(revised))
            for found in listed[max(0, middle - _NEAREST) : middle + _NEAREST]:
                votes[found] += 1
        yield from ((places[found], place) for found, _ in votes.most_common(_BEST))


class _HighestBefore:
    """Remembers the highest total up to each place (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._tree = [(0.0, -1)] * (size + 1)

    def highest(self, places: int) -> tuple[float, int]:
        """Return the highest total among the first ``places``, and the number it was set with."""
        best = (0.0, -1)
        while places > 0:
            best = max(best, self._tree[places])
            places -= places & -places
        return best

    def raise_to(self, place: int, total: float, number: int) -> None:
        """Set the total at ``place`` where it is higher than before."""
        place += 1
        while place < len(self._tree):
            if total > self._tree[place][0]:
                self._tree[place] = (total, number)
            place += place & -place


def _equal_in(gap: Gap, first: Sequence[Hashable], revised: Sequence[Hashable]) -> list[Pair]:
    """Return equal items at both ends of a gap, and those that are unique in what is left of it."""
    start, other_start, end, other_end = gap.first_start, gap.revised_start, gap.first_end, gap.revised_end
    found: list[Pair] = []
    while start < end and other_start < other_end and first[start] == revised[other_start]:
        found.append((start, other_start))
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and first[end - 1] == revised[other_end - 1]:
        end, other_end = end - 1, other_end - 1
        found.append((end, other_end))
    counts, other_counts = Counter(first[start:end]), Counter(revised[other_start:other_end])
    places = {revised[place]: place for place in range(other_start, other_end)}
    unique = [
        (place, places[first[place]])
        for place in range(start, end)
        if counts[first[place]] == 1 and other_counts.get(first[place]) == 1
    ]
    return found + _rising(unique)


def _rising(pairs: list[Pair]) -> list[Pair]:
    """Return the longest run of pairs, given in order of the first place, that rises in the second too."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        previous.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
    chosen: list[Pair] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = previous[number]
    return chosen[::-1]
