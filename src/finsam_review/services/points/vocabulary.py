"""Owns which stems may be one word: shortened, part of a compound, or with a slip of the pen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_BEGINNING, _LONGEST = 4, 40
"""Letters from which a stem counts as the beginning of another, and from which it is no word any more."""
_SHORTENED, _SHORTENED_FROM = 0.9, 0.6
"""*rehabkoord* is *rehabkoordinator*: most of the word is there."""
_COMPOUND = 0.5
"""*språk* in *språkstödjare*: the same topic, perhaps not the same thing."""
_MISSPELT, _MISSPELT_FROM = 5, 0.8
"""Letters, and share of them in place, from which two stems are one word with a slip of the pen."""


class Vocabulary:
    """All stems seen, and for each the ones that may be the same word, with how alike they are (0–1).

    A number is like itself only: 2027 is not 2028 with a slip of the pen.
    """

    def __init__(self) -> None:
        self._near: dict[str, dict[str, float]] = {}
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        self._beginning_so: defaultdict[str, list[str]] = defaultdict(list)

    def nearest(self, stem: str, words: Sequence[str]) -> float:
        """Return how alike ``stem`` is to the nearest of ``words``, 0–1."""
        if stem in words:
            return 1.0
        near = self._near[stem]
        return max((near.get(word, 0.0) for word in words), default=0.0) if len(near) > 1 else 0.0

    def reach(self, words: Iterable[str]) -> Mapping[str, float]:
        """Return all stems near any of ``words``, with how alike each is to the nearest of them, 0–1."""
        reach: dict[str, float] = {}
        for word in words:
            for other, score in self._near[word].items():
                reach[other] = max(score, reach.get(other, 0.0))
        return reach

    def learn(self, stem: str) -> Mapping[str, float]:
        """Take in a stem if it is new; return the stems near it, itself among them."""
        if stem in self._near:
            return self._near[stem]
        near = self._near[stem] = {stem: 1.0}
        if not stem.isalpha() or not _BEGINNING <= len(stem) <= _LONGEST:
            return near
        beginnings = [stem[:end] for end in range(_BEGINNING, len(stem) + 1)]
        shorter = [beginning for beginning in beginnings[:-1] if beginning in self._near]
        begun = [(other, _begun(stem, other)) for other in (*shorter, *self._beginning_so[stem])]
        for other, score in (*begun, *self._misspelt(stem)):
            near[other] = self._near[other][stem] = max(score, near.get(other, 0.0))
        for beginning in beginnings:
            self._beginning_so[beginning].append(stem)
        self._by_letter[stem[0]].append(stem)
        return near

    def _misspelt(self, stem: str) -> Iterator[tuple[str, float]]:
        """Yield known stems in nearly the same letters, with how alike they are.

        The first letter has to be the same: slips of the pen seldom touch it, and it spares most comparisons.
        """
        from rapidfuzz import process  # Here, not above: the start must not wait for it.
        from rapidfuzz.distance import Levenshtein

        if len(stem) < _MISSPELT:
            return
        for other, score, _ in process.extract(
            stem,
            self._by_letter[stem[0]],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_MISSPELT_FROM,
            limit=None,
        ):
            if len(other) >= _MISSPELT:
                yield other, score


def _begun(one: str, other: str) -> float:
    """Return how alike two stems are of which one is the beginning of the other, 0–1."""
    shorter, longer = sorted((len(one), len(other)))
    return _SHORTENED if shorter / longer >= _SHORTENED_FROM else _COMPOUND
