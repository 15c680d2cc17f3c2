"""Owns which passage of the first document became which of the revised one: kept, changed, moved or cut."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finsam_review.domain.follow_up.comparing.alignment import (
    Gap,
    alike_in_order,
    equal_in_order,
    gaps_between,
)
from finsam_review.domain.follow_up.comparing.likeness import Likeness
from finsam_review.domain.follow_up.comparing.passages import Passage, PassageKind, joined_text, key_of

_ALIKE_ELSEWHERE = 0.6
"""How alike a changed passage must be to one elsewhere to be that one, moved."""
_MOVED_LETTERS, _MOVED_WEIGHT, _MOVED_WEIGHT_HERE = 20, 24.0, 10.0
"""What two passages must share to be one that was moved, rather than two that happen to be equal.

Under the same heading less is enough.
"""
_PARTS_MAX, _BEGINNING = 4, 8
"""How many passages one may have been cut into, and by how many letters its first part is looked for."""
_JOINED_MAX = 12
"""How many passages are taken together at most when they were changed too."""
_NOWHERE = -2
"""The place of a heading that has no counterpart; -1 is that of text before the first heading."""
_PART_WEIGHT, _PART_FOUND = 15.0, 0.6
"""What a passage must weigh, and how much of it must be found, to be a part of a changed one beside it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Passages that belong together, by their places; one side is empty for what was added or removed.

    Several places on one side follow one another: a page or a person cut a passage in two. ``moved`` tells
    that it stands elsewhere in the order.
    """

    first: tuple[int, ...]
    revised: tuple[int, ...]
    moved: bool = False


def matches_of(first: Sequence[Passage], revised: Sequence[Passage]) -> list[Match]:
    """Return every passage of both documents once, with what it belongs to."""
    pairing = _Pairing(first, revised)
    pairing.pair_equal()
    pairing.pair_parts()
    pairing.pair_headings()
    pairing.pair_alike()
    pairing.pair_moved()
    pairing.pair_headings()
    pairing.join_parts()
    pairing.pair_lone()
    return list(pairing.matches())


class _Pairing:
    """The state of pairing: what each passage was matched with so far."""

    def __init__(self, first: Sequence[Passage], revised: Sequence[Passage]) -> None:
        self._first, self._revised = first, revised
        self._ours: dict[int, Match] = {}
        self._theirs: dict[int, Match] = {}
        self._likeness = Likeness(first, revised)

    def matches(self) -> Iterator[Match]:
        """Yield every match once, then what has none."""
        yield from dict.fromkeys(self._ours.values())
        yield from (Match((place,), ()) for place in self._left_first())
        yield from (Match((), (place,)) for place in self._left_revised())

    def pair_equal(self) -> None:
        """Match what says the same: in order first, then what was moved."""
        ours = [passage.key for passage in self._first]
        theirs = [passage.key for passage in self._revised]
        for one, other in equal_in_order(ours, theirs):
            self._match((one,), (other,))
        here: dict[tuple[str, int], deque[int]] = defaultdict(deque)
        anywhere: dict[str, deque[int]] = defaultdict(deque)
        for place in self._left_revised():
            here[theirs[place], self._revised[place].heading_place].append(place)
            anywhere[theirs[place]].append(place)
        same = dict(sorted(self._same_headings()))
        for one in self._left_first():
            heading = same.get(self._first[one].heading_place, _NOWHERE)
            found = self._next_free(here[ours[one], heading])
            if found is None and len(ours[one]) >= _MOVED_LETTERS:
                found = self._next_free(anywhere[ours[one]])
            if found is not None:
                self._match((one,), (found,), moved=True)

    def pair_parts(self) -> None:
        """Match a passage with the parts that a page, a column or the reading of a table cut it into."""
        ours, theirs = self._left_first(), self._left_revised()
        for parts, whole in _cut(self._first, ours, self._revised, theirs):
            if self._is_free(parts, whole):
                self._match(parts, whole)
        for parts, whole in _cut(self._revised, theirs, self._first, ours):
            if self._is_free(whole, parts):
                self._match(whole, parts)

    def pair_headings(self) -> None:
        """Match headings that have most of the same text below them: another template calls it otherwise."""
        letters: Counter[tuple[int, int]] = Counter()
        for one, match in self._ours.items():
            if self._first[one].kind is not PassageKind.HEADING:
                pair = self._headings(one, match.revised[0])
                letters[pair] += len(self._first[one].text)
        most: Counter[tuple[bool, int]] = Counter()
        for (one, other), count in letters.items():
            most[True, one] = max(most[True, one], count)
            most[False, other] = max(most[False, other], count)
        for (one, other), count in letters.most_common():
            is_most = count == most[True, one] == most[False, other]
            if is_most and min(one, other) >= 0 and self._is_free((one,), (other,)):
                self._match((one,), (other,))

    def pair_alike(self) -> None:
        """Match what is alike and in order, between what is matched already."""
        same = self._same_headings()
        for gap in self._gaps():
            ours, theirs = self._left_first(gap.first), self._left_revised(gap.revised)
            if ours and theirs:
                for one, other in alike_in_order(self._likeness.scored(ours, theirs, same)):
                    self._match((one,), (other,))

    def pair_moved(self) -> None:
        """Match what is very alike wherever it stands, the most alike first."""
        ours = [place for place in self._left_first() if self._first[place].kind is not PassageKind.HEADING]
        same = self._same_headings()
        scored = self._likeness.scored(ours, self._left_revised(), same)
        for score, one, other in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
            least = _MOVED_WEIGHT_HERE if self._headings(one, other) in same else _MOVED_WEIGHT
            if (
                score >= _ALIKE_ELSEWHERE
                and self._is_free((one,), (other,))
                and self._likeness.shared(one, other) >= least
            ):
                self._match((one,), (other,), moved=True)

    def join_parts(self) -> None:
        """Add what has no match to the changed passage beside it that holds most of it."""
        for place in self._left_first():
            for match in self._beside(self._ours, place):
                ours, theirs = (self._first, match.first), (self._revised, match.revised)
                if self._is_part(self._first[place], ours, theirs):
                    self._match(tuple(sorted((*match.first, place))), match.revised, moved=match.moved)
                    break
        for place in self._left_revised():
            for match in self._beside(self._theirs, place):
                ours, theirs = (self._first, match.first), (self._revised, match.revised)
                if self._is_part(self._revised[place], theirs, ours):
                    self._match(match.first, tuple(sorted((*match.revised, place))), moved=match.moved)
                    break

    def pair_lone(self) -> None:
        """Match a lone paragraph that is gone with a lone new one in its place: one stands for the other."""
        same = dict(sorted(self._same_headings()))
        for gap in self._gaps():
            ours = _lone(self._first, self._left_first(gap.first))
            theirs = _lone(self._revised, self._left_revised(gap.revised))
            for heading, one in ours.items():
                other = theirs.get(same.get(heading, _NOWHERE))
                if other is not None:
                    self._match((one,), (other,))

    def _match(self, first: tuple[int, ...], revised: tuple[int, ...], *, moved: bool = False) -> None:
        match = Match(first, revised, moved)
        self._ours.update(dict.fromkeys(first, match))
        self._theirs.update(dict.fromkeys(revised, match))

    def _is_free(self, first: Sequence[int], revised: Sequence[int]) -> bool:
        return not any(place in self._ours for place in first) and not any(
            place in self._theirs for place in revised
        )

    def _next_free(self, places: deque[int]) -> int | None:
        """Take the first of these places of the revised document that has no match yet."""
        while places:
            place = places.popleft()
            if place not in self._theirs:
                return place
        return None

    def _left_first(self, places: range | None = None) -> list[int]:
        wanted = range(len(self._first)) if places is None else places
        return [place for place in wanted if place not in self._ours]

    def _left_revised(self, places: range | None = None) -> list[int]:
        wanted = range(len(self._revised)) if places is None else places
        return [place for place in wanted if place not in self._theirs]

    def _gaps(self) -> list[Gap]:
        """Return what lies between matches in order."""
        pairs = {(match.first[0], match.revised[0]) for match in self._ours.values() if not match.moved}
        rising = alike_in_order([(1.0, one, other) for one, other in pairs])
        return gaps_between(rising, len(self._first), len(self._revised))

    def _headings(self, one: int, other: int) -> tuple[int, int]:
        return self._first[one].heading_place, self._revised[other].heading_place

    def _same_headings(self) -> frozenset[tuple[int, int]]:
        """Return the pairs of headings, by their places, that are one: unchanged, renamed, or none at all."""
        pairs = {
            (one, other)
            for one, match in self._ours.items()
            for other in match.revised
            if self._first[one].kind is PassageKind.HEADING
        }
        return frozenset({*pairs, (-1, -1)})

    def _beside(self, matches: dict[int, Match], place: int) -> Iterator[Match]:
        """Yield the matches of the passages before and after a place."""
        return (matches[other] for other in (place - 1, place + 1) if other in matches)

    def _is_part(
        self,
        part: Passage,
        known: tuple[Sequence[Passage], tuple[int, ...]],
        whole: tuple[Sequence[Passage], tuple[int, ...]],
    ) -> bool:
        """Return whether the other side of a changed match holds most of a passage beside it."""
        prose = part.is_prose and all(known[0][place].is_prose for place in known[1])
        if len(known[1]) + len(whole[1]) >= _JOINED_MAX or not prose:
            return False
        if key_of(joined_text(*known)) == key_of(joined_text(*whole)):
            return False
        weight, found = self._likeness.found_in(part, known, whole)
        return weight >= _PART_WEIGHT and found >= _PART_FOUND


def _cut(
    passages: Sequence[Passage], left: Sequence[int], others: Sequence[Passage], others_left: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], tuple[int]]]:
    """Yield two to four passages in a row, and the one of the other document that says what they say."""
    whole = {key_of(others[place].text).casefold(): place for place in others_left}
    beginnings = {key[:_BEGINNING] for key in whole}
    free = set(left)
    for start in left:
        begins = passages[start].key[:_BEGINNING].casefold()
        if len(begins) == _BEGINNING and begins not in beginnings and not passages[start].columns:
            continue
        parts: tuple[int, ...] = (start,)
        while len(parts) < _PARTS_MAX and parts[-1] + 1 in free:
            parts = (*parts, parts[-1] + 1)
            found = whole.get(key_of(joined_text(passages, parts)).casefold(), -1)
            kinds = {passages[place].kind is PassageKind.HEADING for place in parts}
            if found >= 0 and kinds == {others[found].kind is PassageKind.HEADING}:
                yield parts, (found,)


def _lone(passages: Sequence[Passage], places: Sequence[int]) -> dict[int, int]:
    """Return the places of paragraphs that are the only ones here under their heading, by that heading."""
    prose = [place for place in places if passages[place].is_prose]
    times = Counter(passages[place].heading_place for place in prose)
    return {
        passages[place].heading_place: place for place in prose if times[passages[place].heading_place] == 1
    }
