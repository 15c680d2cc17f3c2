"""Owns how well notes that say the same are found: what a person marked, against what the program points out.

``python -m tests.services.points.measuring`` prints every figure of ``docs/likeness.md``.
"""

import csv
import random
import statistics
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from finsam_review.domain.notes import Note, NoteContent, Place, Revision
from finsam_review.paths import resources
from finsam_review.services.points.likeness import LIKENESS, Likeness, alike_pairs
from finsam_review.services.points.stems import content_stems

MARKED = Path(__file__).parents[2] / "data" / "likeness"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """How many pairs were pointed out rightly, how many in all, and how many there are."""

    right: int
    all: int
    marked: int

    @property
    def precision(self) -> float:
        """Share of what was pointed out that is right, 0–1."""
        return self.right / self.all if self.all else 1.0

    @property
    def recall(self) -> float:
        """Share of what is marked that was pointed out, 0–1."""
        return self.right / self.marked

    @property
    def f1(self) -> float:
        """Both in one figure, 0–1: 2PR/(P+R)."""
        return 2 * self.right / (self.all + self.marked)

    def __str__(self) -> str:
        """Return the figures as a table shows them."""
        counts = f"({self.right} of {self.all} pointed out, of {self.marked} marked)"
        return f"precision {self.precision:.2f}  recall {self.recall:.2f}  {counts}"


def a_note(note_id: str, text: str, *, topic: str = "t", question: str = "q", proposal: str = "") -> Note:
    """Return a note that says ``text``."""
    content = NoteContent(text, (), proposal)
    revision = Revision("r", note_id, (), 1, "a", Place(topic, question, "b"), content, False, "")
    return Note(note_id, revision, 1, "")


@cache
def sample_notes() -> tuple[Note, ...]:
    """Return the 428 notes of the sample day; their ids are their record numbers."""
    with (resources() / "sample" / "reflektioner.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        a_note(str(number), row["text"], topic=row["ansökan"], question=row["fråga"])
        for number, row in enumerate(rows, start=1)
    )


def marked(mark: str, *wordings: str) -> set[Pair]:
    """Return the pairs of the sample day marked ``sure`` or ``maybe``, if asked in some ``wordings`` only."""
    with (MARKED / "duplicates.csv").open(encoding="utf-8", newline="") as file:
        return {
            pair
            for row in csv.DictReader(file)
            if row["mark"] == mark and (not wordings or row["wording"] in wordings)
            for pair in combinations(row["rows"].split(), 2)
        }


def held_out() -> list[tuple[str, str, bool]]:
    """Return the invented pairs of texts, and whether they say the same."""
    with (MARKED / "held_out.csv").open(encoding="utf-8", newline="") as file:
        return [(row["one"], row["other"], row["alike"] == "yes") for row in csv.DictReader(file)]


def against(
    found: Collection[Pair], right: AbstractSet[Pair], ignored: AbstractSet[Pair] = frozenset()
) -> Found:
    """Return how ``found`` stands against what is ``right``; pairs in ``ignored`` count neither way."""
    counted = set(found) - ignored
    return Found(len(counted & right), len(counted), len(right))


def on_held_out(alike: Callable[[str, str], bool]) -> Found:
    """Return how ``alike`` does on the invented pairs."""
    said = [(alike(one, other), same) for one, other, same in held_out()]
    return Found(sum(a and b for a, b in said), sum(a for a, _ in said), sum(b for _, b in said))


def says_the_same(one: str, other: str) -> bool:
    """Whether the program points two texts out."""
    return bool(alike_pairs([a_note("1", one), a_note("2", other)]))


def cross_validated(found_from: dict[float, set[Pair]], *, splits: int = 200) -> tuple[Found, list[float]]:
    """Return what a threshold chosen on half of the applications finds in the other half, added up.

    ``found_from`` holds what each threshold finds. The best by F1 is chosen, of equal ones the highest.
    """
    application = {note.id: note.place.topic_id for note in sample_notes()}
    names = sorted(set(application.values()))
    sure, maybe = marked("sure"), marked("maybe")
    chance = random.Random(1)
    chosen, right, pointed, wanted = [], 0, 0, 0
    for _ in range(splits):
        half = set(chance.sample(names, len(names) // 2))
        learn = {pair for pair in sure if application[pair[0]] in half}
        best = max(
            found_from,
            key=lambda least: (
                against([p for p in found_from[least] if application[p[0]] in half], learn, maybe).f1,
                least,
            ),
        )
        rest = against([p for p in found_from[best] if application[p[0]] not in half], sure - learn, maybe)
        chosen.append(best)
        right, pointed, wanted = right + rest.right, pointed + rest.all, wanted + rest.marked
    return Found(right, pointed, wanted), sorted(chosen)


def _thresholds() -> list[float]:
    return [number / 100 for number in range(20, 100)]


def _with_rapidfuzz(scorer: Callable[[str, str], float]) -> Iterator[tuple[str, str, float]]:
    """Yield the score of every pair of the sample day by one of rapidfuzz' own measures on the same stems."""
    for one, other in combinations(sample_notes(), 2):
        if one.place == other.place:
            texts = [" ".join(content_stems(note.content.text)) for note in (one, other)]
            yield one.id, other.id, scorer(*texts) / 100


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _mixed(number: int) -> list[Note]:
    """Return ``number`` notes of one question, each mixed from two of the sample and a word of its own."""
    chance = random.Random(3)
    texts = [note.content.text.split() for note in sample_notes()]
    notes = []
    for place in range(number):
        one, other = chance.choice(texts), chance.choice(texts)
        own = "".join(chance.choice("aeioubdfgklmnprst") for _ in range(chance.randint(3, 9)))
        words = [*one[: chance.randint(1, len(one))], *other[chance.randint(0, len(other) - 1) :], own]
        notes.append(a_note(str(place), " ".join(words)))
    return notes


def _quality(say: Callable[[str], object]) -> None:
    sure, maybe = marked("sure"), marked("maybe")
    found = alike_pairs(sample_notes())
    say(f"maybe left out      {against(found, sure, maybe)}")
    say(f"maybe counted right {against(found, sure | maybe)}")
    say(f"maybe counted wrong {against(found, sure)}")
    for wording in ("same", "other"):
        own = marked("sure", wording)
        say(f"recall of sure pairs in {wording} words: {len(own & set(found))} of {len(own)}")
    say(f"held-out            {on_held_out(says_the_same)}")
    crossed, chosen = cross_validated({t: set(alike_pairs(sample_notes(), least=t)) for t in _thresholds()})
    say(f"cross-validated     precision {crossed.precision:.2f}  recall {crossed.recall:.2f}")
    tenths = statistics.quantiles(chosen, n=10)
    say(f"chosen thresholds   {tenths[0]:.2f} – {statistics.median(chosen):.2f} – {tenths[-1]:.2f}")
    for least in (0.40, LIKENESS, 0.45, 0.46, 0.50, 0.55, 0.60):
        say(f"  from {least:.2f}         {against(alike_pairs(sample_notes(), least=least), sure, maybe)}")


def _others(say: Callable[[str], object]) -> None:
    for scorer in (fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.partial_token_sort_ratio, fuzz.WRatio):
        scores = list(_with_rapidfuzz(scorer))
        found = {t: {(one, other) for one, other, score in scores if score >= t} for t in _thresholds()}
        crossed, _ = cross_validated(found)
        say(f"{scorer.__name__:<26} precision {crossed.precision:.2f}  recall {crossed.recall:.2f}")


def _speed(say: Callable[[str], object]) -> None:
    say(f"428 notes in 48 groups, all pairs: {_milliseconds(lambda: alike_pairs(sample_notes())):.0f} ms")
    notes: Sequence[Note] = _mixed(5000)
    likeness = Likeness()
    say(f"5,000 notes taken in: {_milliseconds(lambda: [likeness.update(note) for note in notes]):.0f} ms")
    steps = []
    left = 1
    while left:
        steps.append(_milliseconds(lambda: likeness.advance(0.02)))
        left = likeness.advance(0)
    say(f"all compared, 20 ms at a time: {sum(steps):.0f} ms, longest step {max(steps):.0f} ms")
    changed = [
        _milliseconds(lambda: (likeness.update(note), likeness.resembling(note.id)))  # noqa: B023 - called at once
        for note in (a_note(str(place), new.content.text + " ny") for place, new in enumerate(_mixed(300)))
    ]
    say(f"one changed: median {statistics.median(changed):.1f} ms, longest {max(changed):.1f} ms")


if __name__ == "__main__":
    for part in (_quality, _others, _speed):
        part(lambda line: sys.stdout.write(f"{line}\n"))
