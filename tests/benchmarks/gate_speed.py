"""Owns how fast the gate is: the notes of a large day, and texts made to be slow to look through. Seconds.

Run by ``python -m tests.benchmarks.gate_speed``.
"""

import csv
import random
import time
from pathlib import Path

from tests.domain.checks.conftest import SKARABORG, people_of

from finsam_review.domain.checks.gate import KnownPeople, find_hits

ROOT = Path(__file__).resolve().parents[2]
LONG = 300_000
HARD = (
    "a", "A", "1", "0", " ", "\n", "1 ", "12-", "070-", "070-174 06 12 ", "+46 ", "811228-9874 ",
    "tel 12345 ", "@", "a@", "a@b.", "." * 63 + "@", "a at b.", "a (at) b. ", "A-", "A'a'", "A. ", "Aa ",
    "Anna ", "Anna och ", "Anna von ", "Anna Berg ", "Prata med ", "chef X ", "petra gyllenhoff ",
    "Petra Gyllenhoff ", "😀", "–", "1\u200b",
)  # fmt: skip
"""Pieces of which a text is made: what each pattern likes best, over and over."""


def notes_seconds(people: KnownPeople, *, count: int = 5_000, length: int = 200) -> float:
    """Return the processor time to look through ``count`` different notes of ``length`` characters."""
    path = ROOT / "resources" / "sample" / "reflektioner.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    chance = random.Random(1)
    notes = [" ".join(chance.choices(texts, k=8))[:length] for _ in range(count)]
    started = time.process_time()
    for note in notes:
        find_hits(note, people)
    return time.process_time() - started


def hardest_seconds(people: KnownPeople) -> tuple[float, str]:
    """Return the longest processor time that one text of :data:`LONG` characters takes, and its piece."""
    times = []
    for piece in HARD:
        text = (piece * (LONG // len(piece) + 1))[:LONG]
        started = time.process_time()
        find_hits(text, people)
        times.append((time.process_time() - started, piece))
    return max(times)


if __name__ == "__main__":
    day = people_of(*SKARABORG)
    print(f"5 000 notes of 200 characters: {notes_seconds(day):.2f} s")
    slowest, of = hardest_seconds(day)
    print(f"slowest text of 300 000 characters ({of!r} over and over): {slowest:.2f} s")
