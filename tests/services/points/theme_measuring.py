"""Owns how well words hint at themes: what a person coded by hand, against what the word lists point out.

``python -m tests.services.points.theme_measuring`` prints every figure of ``docs/themes.md``.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.services.points.measuring import Found

from finsam_review.domain.workshop import Theme
from finsam_review.paths import resources
from finsam_review.services.days.presets import load_preset, theme_catalogues
from finsam_review.services.points.themes import suggested

CODED = Path(__file__).parents[2] / "data" / "themes" / "coded_notes.csv"
"""A row for each theme of a note; ``rad_id`` counts the rows of the sample's notes from 1."""
CATALOGUE = "fifteen"

Coded = Mapping[int, frozenset[str]]


@cache
def texts() -> Mapping[int, str]:
    """Return the sample's notes by their number, from 1."""
    with (resources() / "sample" / "reflektioner.csv").open(encoding="utf-8-sig", newline="") as stream:
        return {number: row["text"] for number, row in enumerate(csv.DictReader(stream), start=1)}


@cache
def coded() -> Coded:
    """Return the names of the themes of each note that a person coded, by its number."""
    found: dict[int, set[str]] = {}
    with CODED.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            found.setdefault(int(row["rad_id"]), set()).add(row["tema"])
    return {number: frozenset(names) for number, names in sorted(found.items())}


def halves() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return every other coded note, and the others: those were not looked at while lists were written."""
    numbers = tuple(coded())
    return numbers[0::2], numbers[1::2]


def by_theme(numbers: Iterable[int], themes: Sequence[Theme]) -> dict[str, Found]:
    """Return how well each theme was hinted at in these notes, by its name."""
    names = {theme.code: theme.name for theme in themes}
    hinted = {number: {names[code] for code in suggested(texts()[number], themes)} for number in numbers}
    return {
        name: Found(
            right=sum(name in hints and name in coded()[number] for number, hints in hinted.items()),
            all=sum(name in hints for hints in hinted.values()),
            marked=sum(name in coded()[number] for number in hinted),
        )
        for name in names.values()
    }


def together(found: Iterable[Found]) -> Found:
    """Return several themes as one: every hint counts the same."""
    parts = tuple(found)
    return Found(sum(p.right for p in parts), sum(p.all for p in parts), sum(p.marked for p in parts))


def first_hint(numbers: Iterable[int], themes: Sequence[Theme]) -> Found:
    """Return how often the first hint of a note is one of its themes."""
    names = {theme.code: theme.name for theme in themes}
    firsts = {number: suggested(texts()[number], themes)[:1] for number in numbers}
    met = {number: names[codes[0]] for number, codes in firsts.items() if codes}
    right = sum(name in coded()[number] for number, name in met.items())
    return Found(right, len(met), len(firsts))


def lines() -> Iterator[str]:
    """Yield the figures, a line each."""
    themes = theme_catalogues()[CATALOGUE][1]
    own = [theme.name for theme in load_preset().themes]
    looked_at, held_out = halves()
    for title, numbers in (("looked at", looked_at), ("held out", held_out), ("all", tuple(coded()))):
        found = by_theme(numbers, themes)
        yield f"{title}: {len(numbers)} notes"
        for name, figures in found.items():
            yield f"  {name:36} {figures if figures.marked else f'none coded, {figures.all} pointed out'}"
        yield f"  {'together':36} {together(found.values())}"
        yield f"  {'the four of the preset':36} {together(found[name] for name in own)}"
        yield f"  {'first hint':36} {first_hint(numbers, themes)}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
