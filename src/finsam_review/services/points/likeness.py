"""Owns which notes say nearly the same thing. They are pointed out; a person decides what becomes of them.

How well this works is measured in ``docs/likeness.md``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import perf_counter

from finsam_review.domain.notes import Note
from finsam_review.services.points.stems import content_stems
from finsam_review.services.points.vocabulary import Vocabulary

LIKENESS = 0.43
"""From this score (0–1) two notes are pointed out; how it was chosen stands in ``docs/likeness.md``."""

_SHORTER = 0.8
"""How much it counts which share of one note stands in the other, for the better of the two directions."""
_DECIMALS = 4
"""Scores are rounded, so that what lies on the limit does not depend on the order of adding."""
_ONE_WORD_IN = 3
"""A note of one word is a topic: it says the same only as a note of at most so many words."""

_MOST = 64
"""Different texts that are remembered as like one text. Real notes have under ten; without a bound, thousands
of notes in the same few words would take gigabytes."""


def alike_pairs(notes: Sequence[Note], *, least: float = LIKENESS) -> tuple[tuple[str, str], ...]:
    """Return the ids of likely equal notes among ``notes``, each pair once, in the order of ``notes``.

    Only notes that answer the same question about the same topic are compared. ``least`` is the score (0–1)
    that makes a pair.
    """
    return tuple(Likeness.of(notes, least=least).pairs())


def resembling(notes: Sequence[Note]) -> Mapping[str, tuple[str, ...]]:
    """Return for every note's id the ids of the notes it resembles, most alike first."""
    likeness = Likeness.of(notes)
    return {note.id: likeness.resembling(note.id) for note in notes}


def grouped(notes: Sequence[Note]) -> tuple[tuple[Note, ...], ...]:
    """Return ``notes`` so that likely equal ones stand together, in the order in which each group was begun.

    Every note is in exactly one group: that of the first note it resembles which began one, so that no
    chain of resemblances joins notes that have nothing in common.
    """
    vocabulary = Vocabulary()
    begun: defaultdict[tuple[str, str], _Texts] = defaultdict(lambda: _Texts(vocabulary))
    firsts: dict[tuple[tuple[str, str], int], list[Note]] = {}
    groups: list[list[Note]] = []
    for note in notes:
        place, stems = _cell_of(note), _stems_of(note)
        texts = begun[place]
        like = texts.like(stems, LIKENESS) if stems else {}
        if like:
            firsts[place, min(like)].append(note)
            continue
        groups.append([note])
        if stems:
            firsts[place, texts.add(stems)] = groups[-1]
    return tuple(tuple(group) for group in groups)


class Likeness:
    """Which notes resemble which, kept while notes come and change; safe on one thread at a time.

    Nothing is compared before it is asked for, or worked ahead by :meth:`advance`. What was compared stays
    true, since the likeness of two texts depends on no third; a changed note costs its own comparisons only.
    """

    def __init__(self, *, least: float = LIKENESS) -> None:
        self._least = least
        self._vocabulary = Vocabulary()
        self._cells: dict[tuple[str, str], _Cell] = {}
        self._homes: dict[str, tuple[_Cell, int]] = {}
        self._order: dict[str, int] = {}

    @classmethod
    def of(cls, notes: Iterable[Note], *, least: float = LIKENESS) -> "Likeness":
        """Return the likeness of ``notes``, which may be of one question or of the whole day."""
        likeness = cls(least=least)
        for note in notes:
            likeness.update(note)
        return likeness

    def update(self, note: Note) -> None:
        """Take in a note that is new or has changed its text or place."""
        self.remove(note.id)
        self._order.setdefault(note.id, len(self._order))
        stems = _stems_of(note)
        if not stems:
            return
        cell = self._cells.setdefault(_cell_of(note), _Cell(self._vocabulary, self._least))
        number = cell.number_of(stems)
        cell.holders[number].add(note.id)
        self._homes[note.id] = cell, number

    def remove(self, note_id: str) -> None:
        """Leave a note out; one that is not here is passed over. If it comes back, it has its old turn."""
        if note_id in self._homes:
            cell, number = self._homes.pop(note_id)
            cell.holders[number].remove(note_id)

    def resembling(self, note_id: str) -> tuple[str, ...]:
        """Return the ids of the notes that this one resembles, most alike first, then as they came.

        Empty for a note without words or one that is not here.
        """
        if note_id not in self._homes:
            return ()
        cell, number = self._homes[note_id]
        found = [
            (-score, self._order[other], other)
            for text, score in cell.alike(number).items()
            for other in cell.holders[text]
            if other != note_id
        ]
        return tuple(other for _, _, other in sorted(found))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of likely equal notes, each pair once, in the order in which they were taken in."""
        for note_id in sorted(self._homes, key=self._order.__getitem__):
            place = self._order[note_id]
            later = [other for other in self.resembling(note_id) if self._order[other] > place]
            for other in sorted(later, key=self._order.__getitem__):
                yield note_id, other

    def advance(self, seconds: float) -> int:
        """Compare texts that have not been for about so long; return how many are then left.

        A window calls this between events, so that later questions are answered at once.
        """
        end = perf_counter() + seconds
        for cell in self._cells.values():
            cell.advance(end)
        return sum(cell.left for cell in self._cells.values())


class _Texts:
    """The different texts of one cell, numbered, and which of them are like a given one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._with_stem: defaultdict[str, list[int]] = defaultdict(list)
        self.all: list[tuple[str, ...]] = []

    def add(self, stems: tuple[str, ...]) -> int:
        """Take in a text; return its number."""
        number = len(self.all)
        self.all.append(stems)
        for stem in stems:
            self._vocabulary.learn(stem)
            self._with_stem[stem].append(number)
        return number

    def like(self, stems: tuple[str, ...], least: float) -> dict[int, float]:
        """Return the numbers of the texts that score at least ``least`` beside ``stems``, and the scores."""
        shared: Counter[int] = Counter()
        for stem in stems:
            for near in self._vocabulary.learn(stem):
                shared.update(self._with_stem.get(near, ()))
        reach = self._vocabulary.reach(stems)
        scores: dict[int, float] = {}
        for number, count in shared.items():
            theirs = self.all[number]
            # Were every shared word a whole one, it would be this; most pairs end here.
            score = _combined(min(1.0, count / len(stems)), min(1.0, count / len(theirs)))
            if score >= least:
                score = self._score(stems, theirs, reach)
            if score >= least:
                scores[number] = score
        return scores

    def _score(self, one: tuple[str, ...], other: tuple[str, ...], reach: Mapping[str, float]) -> float:
        fewer, more = sorted((len(one), len(other)))
        if fewer == 1 and more > _ONE_WORD_IN:
            return 0.0
        return _combined(
            sum(self._vocabulary.nearest(stem, other) for stem in one) / len(one),
            sum(reach.get(stem, 0.0) for stem in other) / len(other),
        )


class _Cell:
    """The notes that answer one question about one topic; those of the same words are one text with a number.

    A text that no note holds any longer stays: it finds nobody, and may come back with an undo.
    """

    def __init__(self, vocabulary: Vocabulary, least: float) -> None:
        self._least = least
        self._texts = _Texts(vocabulary)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._compared: dict[int, dict[int, float]] = {}
        self._next = 0
        self.holders: list[set[str]] = []

    @property
    def left(self) -> int:
        """How many texts have not been compared."""
        return len(self._texts.all) - len(self._compared)

    def number_of(self, stems: tuple[str, ...]) -> int:
        """Return the number of a text, which is taken in if it is new."""
        if stems in self._numbers:
            return self._numbers[stems]
        number = self._numbers[stems] = self._texts.add(stems)
        self.holders.append(set())
        if self._compared:
            for other, score in self.alike(number).items():
                if other != number and other in self._compared:
                    _remember(self._compared[other], number, score)
        return number

    def alike(self, number: int) -> Mapping[int, float]:
        """Return the texts that say nearly the same as text ``number``, itself among them, with scores."""
        if number not in self._compared:
            found = self._texts.like(self._texts.all[number], self._least)
            best = sorted(found.items(), key=lambda item: (-item[1], item[0]))
            self._compared[number] = dict(best[:_MOST])
        return self._compared[number]

    def advance(self, end: float) -> None:
        """Compare texts that have not been until the clock says ``end``."""
        while self._next < len(self._texts.all) and perf_counter() < end:
            self.alike(self._next)
            self._next += 1


def _remember(scores: dict[int, float], number: int, score: float) -> None:
    """Add a text to those that are like another, in the place of the least alike if there are too many."""
    if len(scores) >= _MOST:
        last = min(scores, key=scores.__getitem__)
        if score <= scores[last]:
            return
        del scores[last]
    scores[number] = score


def _cell_of(note: Note) -> tuple[str, str]:
    return note.place.topic_id, note.place.question_id


def _stems_of(note: Note) -> tuple[str, ...]:
    return content_stems(f"{note.content.text}\n{note.content.proposal}")


def _combined(one: float, other: float) -> float:
    """Return the score of two notes from the share of each that stands in the other.

    A short note that stands whole in a long one says the same in fewer words: the larger share counts most.
    """
    return round(_SHORTER * max(one, other) + (1 - _SHORTER) * min(one, other), _DECIMALS)
