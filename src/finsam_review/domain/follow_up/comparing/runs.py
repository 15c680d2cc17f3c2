"""Owns which words of two texts are kept and which are replaced, so that a person can read it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from finsam_review.domain.follow_up.comparing.alignment import (
    Bag,
    Gap,
    Pair,
    alike_in_order,
    candidates,
    equal_in_order,
    gaps_between,
)
from finsam_review.domain.follow_up.comparing.passages import key_of
from finsam_review.domain.follow_up.comparing.words import Words

_SENTENCE_ALIKE = 0.35
_KEPT_LEAST, _KEPT_LEAST_IN_ALL = 1 / 3, 1 / 5
"""The share of the shorter sentence, and of the shorter text in all, that must be kept to be shown so."""
_EDGE_WORDS = 3
"""Words in common at the beginning or end that are kept even where the rest is replaced."""
_TINY = 25
"""Letters up to which what is kept between two larger changes is shown as changed with them."""
_SENTENCES_MAX = 5_000
"""Sentences in a row up to which those that are alike are looked for."""
_STEPS_MAX = 50_000
"""Pairs of equal words that the comparison of one stretch may look at."""


@dataclass(slots=True)
class Effort:
    """How much work is left for the comparison of two documents; ``cut`` tells that some was not done."""

    steps: int = 6_000_000
    cut: bool = False

    def allows(self, steps: int) -> bool:
        """Take ``steps`` from what is left, or note that the comparison is cut short."""
        if steps > min(self.steps, _STEPS_MAX):
            self.cut = True
            return False
        self.steps -= steps
        return True


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words of both texts: kept, or one replaced by the other."""

    gap: Gap
    kept: bool


def runs_of(old: Words, new: Words, effort: Effort) -> list[Run]:
    """Return two texts as runs that are kept and replaced by turns; together they are the whole of both."""
    runs = _tidied(_by_sentence(old, new, effort), old, new)
    whole = Gap(0, len(old.keys), 0, len(new.keys))
    if not _is_enough(runs, whole, old, new, _KEPT_LEAST_IN_ALL):
        runs = [Run(whole, kept=False)]
    return _merged(_with_edges(runs, old, new))


def _by_sentence(old: Words, new: Words, effort: Effort) -> Iterator[Run]:
    """Yield the runs of two texts compared sentence by sentence, and word by word in those that are alike."""
    ours, theirs = old.sentences(), new.sentences()
    equal = equal_in_order(
        [tuple(old.keys[start:end]) for start, end in ours],
        [tuple(new.keys[start:end]) for start, end in theirs],
    )
    for number, gap in enumerate(gaps_between(equal, len(ours), len(theirs))):
        if min(len(gap.first), len(gap.revised)) > _SENTENCES_MAX:
            effort.cut = True
            pairs: list[Pair] = []
        else:
            pairs = _alike_sentences(gap, _bags(old, ours, gap.first), _bags(new, theirs, gap.revised))
        edge = ours[gap.first_start - 1][1] if gap.first_start else 0
        other_edge = theirs[gap.revised_start - 1][1] if gap.revised_start else 0
        for one, other in pairs:
            yield Run(Gap(edge, ours[one][0], other_edge, theirs[other][0]), kept=False)
            yield from _by_word(Gap(*ours[one], *theirs[other]), old, new, effort)
            edge, other_edge = ours[one][1], theirs[other][1]
        end = ours[gap.first_end - 1][1] if gap.first_end else 0
        other_end = theirs[gap.revised_end - 1][1] if gap.revised_end else 0
        yield Run(Gap(edge, end, other_edge, other_end), kept=False)
        if number < len(equal):
            one, other = equal[number]
            yield Run(Gap(*ours[one], *theirs[other]), kept=True)


def _alike_sentences(gap: Gap, ours: Mapping[int, Bag], theirs: Mapping[int, Bag]) -> list[Pair]:
    """Return the pairs of sentences in a gap that are alike; a lone pair is one however it reads."""
    if len(ours) == len(theirs) == 1:
        return [(gap.first_start, gap.revised_start)]
    scored = ((ours[one].alike(theirs[other]), one, other) for one, other in candidates(ours, theirs))
    return alike_in_order([pair for pair in scored if pair[0] >= _SENTENCE_ALIKE])


def _bags(words: Words, sentences: Sequence[Pair], places: range) -> dict[int, Bag]:
    return {place: Bag(words.within(*sentences[place])) for place in places}


def _by_word(gap: Gap, old: Words, new: Words, effort: Effort) -> list[Run]:
    """Return two sentences as runs; as one replaced run where too little of them is kept to read it so."""
    inside = _inside(gap, old, new)
    runs = [
        Run(Gap(gap.first_start, inside.first_start, gap.revised_start, inside.revised_start), kept=True),
        *_differing(inside, old, new, effort),
        Run(Gap(inside.first_end, gap.first_end, inside.revised_end, gap.revised_end), kept=True),
    ]
    tidied = _tidied(runs, old, new)
    return tidied if _is_enough(tidied, gap, old, new, _KEPT_LEAST) else [Run(gap, kept=False)]


def _inside(gap: Gap, old: Words, new: Words) -> Gap:
    """Return what is left of two stretches of words without what is equal at their beginning and end."""
    start, end, other_start, other_end = gap.first_start, gap.first_end, gap.revised_start, gap.revised_end
    while start < end and other_start < other_end and old.keys[start] == new.keys[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and old.keys[end - 1] == new.keys[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return Gap(start, end, other_start, other_end)


def _differing(gap: Gap, old: Words, new: Words, effort: Effort) -> Iterator[Run]:
    """Yield the runs of two stretches of words; long ones are parted first by the words they have once."""
    if _steps(gap, old, new) <= _STEPS_MAX:
        yield from _matched(gap, old, new, effort)
        return
    ours, theirs = old.keys[slice(*gap.first_span)], new.keys[slice(*gap.revised_span)]
    equal = [
        (gap.first_start + one, gap.revised_start + other) for one, other in equal_in_order(ours, theirs)
    ]
    edge = gap.first_start, gap.revised_start
    for one, other in [*equal, (gap.first_end, gap.revised_end)]:
        yield from _matched(Gap(edge[0], one, edge[1], other), old, new, effort)
        if one < gap.first_end and other < gap.revised_end:
            yield Run(Gap(one, one + 1, other, other + 1), kept=True)
        edge = one + 1, other + 1


def _matched(gap: Gap, old: Words, new: Words, effort: Effort) -> Iterator[Run]:
    if not gap.is_open or not effort.allows(_steps(gap, old, new)):
        yield Run(gap, kept=False)
        return
    ours, theirs = old.keys[slice(*gap.first_span)], new.keys[slice(*gap.revised_span)]
    matcher = SequenceMatcher(_is_sign, ours, theirs, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        stretch = Gap(
            gap.first_start + start,
            gap.first_start + end,
            gap.revised_start + other_start,
            gap.revised_start + other_end,
        )
        yield Run(stretch, kept=tag == "equal" or _says_the_same(stretch, old, new))


def _is_sign(key: str) -> bool:
    """Return whether this is no word, so that two texts are not laid beside each other by it."""
    return not key[0].isalnum()


def _says_the_same(gap: Gap, old: Words, new: Words) -> bool:
    """Return whether two stretches differ in blanks, hyphenation or signs only."""
    if not gap.is_open:
        return False
    return key_of(old.said(*gap.first_span)) == key_of(new.said(*gap.revised_span))


def _steps(gap: Gap, old: Words, new: Words) -> int:
    """Return about how many pairs of words the comparison of two stretches has to look at."""
    counts = Counter(new.keys[slice(*gap.revised_span)])
    return len(gap.first) + len(gap.revised) + sum(counts[key] for key in old.keys[slice(*gap.first_span)])


def _is_enough(runs: Iterable[Run], gap: Gap, old: Words, new: Words, least: float) -> bool:
    """Return whether at least this share of the shorter of two stretches is kept."""
    kept = sum(old.letters_in(run.gap.first_start, run.gap.first_end) for run in runs if run.kept)
    shorter = min(
        old.letters_in(gap.first_start, gap.first_end), new.letters_in(gap.revised_start, gap.revised_end)
    )
    return kept >= least * shorter


def _tidied(runs: Iterable[Run], old: Words, new: Words) -> list[Run]:
    """Return runs, kept and replaced by turns, with what is kept between larger changes joined to them."""
    tidied = _merged(runs)
    while True:
        tiny = [
            (old.letters_in(run.gap.first_start, run.gap.first_end), place)
            for place, run in enumerate(tidied)
            if run.kept and 0 < place < len(tidied) - 1
        ]
        drowned = [
            place
            for letters, place in sorted(tiny)
            if letters <= min(_TINY, _size(tidied[place - 1], old, new), _size(tidied[place + 1], old, new))
        ]
        if not drowned:
            return tidied
        chosen = _apart(drowned)
        tidied = _merged(
            Run(run.gap, kept=run.kept and place not in chosen) for place, run in enumerate(tidied)
        )


def _apart(places: Sequence[int]) -> set[int]:
    """Return the first of ``places``, and others that share no neighbour with one before."""
    chosen: set[int] = set()
    for place in places:
        if not {place - 2, place + 2} & chosen:
            chosen.add(place)
    return chosen


def _merged(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        gap = run.gap
        if gap.first_start == gap.first_end and gap.revised_start == gap.revised_end:
            continue
        if merged and merged[-1].kept == run.kept:
            before = merged[-1].gap
            gap = Gap(before.first_start, gap.first_end, before.revised_start, gap.revised_end)
            merged[-1] = Run(gap, run.kept)
        else:
            merged.append(run)
    return merged


def _size(run: Run, old: Words, new: Words) -> int:
    """Return the letters of the larger side of a change."""
    gap = run.gap
    return max(
        old.letters_in(gap.first_start, gap.first_end), new.letters_in(gap.revised_start, gap.revised_end)
    )


def _with_edges(runs: Iterable[Run], old: Words, new: Words) -> Iterator[Run]:
    """Yield runs; of a change that begins or ends with several words in common, those are kept."""
    for run in runs:
        if run.kept or not run.gap.is_open:
            yield run
        elif _says_the_same(run.gap, old, new):
            yield Run(run.gap, kept=True)
        else:
            yield from _edges_kept(run.gap, old, new)


def _edges_kept(gap: Gap, old: Words, new: Words) -> tuple[Run, Run, Run]:
    inside = _inside(gap, old, new)
    start, other_start = inside.first_start, inside.revised_start
    if old.words_in(gap.first_start, start) < _EDGE_WORDS:
        start, other_start = gap.first_start, gap.revised_start
    end, other_end = inside.first_end, inside.revised_end
    if old.words_in(end, gap.first_end) < _EDGE_WORDS:
        end, other_end = gap.first_end, gap.revised_end
    return (
        Run(Gap(gap.first_start, start, gap.revised_start, other_start), kept=True),
        Run(Gap(start, end, other_start, other_end), kept=False),
        Run(Gap(end, gap.first_end, other_end, gap.revised_end), kept=True),
    )
