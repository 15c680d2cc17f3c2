"""Owns what the finding of names knows beforehand: the people in the file, first names, and what is none."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from finsam_review.domain.checks.names.words import BODIES, ORDINARY, PARTICLES
from finsam_review.domain.text import fold

_LETTERS = {
    char: unicodedata.normalize("NFD", char)[0] for char in map(chr, range(0xE0, 0x250)) if char not in "åäö"
}
_BARE = _LETTERS | {"ø": "ö", "æ": "ä", "ł": "l", "đ": "d", "ð": "d", "ı": "i"}
_BARE_TABLE = str.maketrans(_BARE)
_ACCENTED = re.compile(f"[{''.join(char for char, plain in _BARE.items() if char != plain)}]")
_PIECES = re.compile(r" [–—-] |[:(),;/]")
_BODY_WORDS = frozenset({"kommun", "kommuner", "stad", "region", "regionen", "län", "landsting"})
_RARE_LETTERS = 6
"""A surname at least so long, and no everyday word, is a name even in small letters."""


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """Whose names the day knows, and which words with a capital are nobody's.

    ``names`` are those of participants and contact persons, as written; ``first_names`` those common in the
    country, folded; ``not_names`` words and phrases of the day, folded: titles, bodies, municipalities.
    """

    names: tuple[str, ...] = ()
    first_names: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class NameIndex:
    """The same, ready for looking up. All words are as :func:`bare` gives them.

    ``in_full`` holds whole names and rare surnames as their parts, by the last part and its genitive.
    Two indexes are equal only when they are one, so that looking something up by one costs nothing.
    """

    given: frozenset[str]
    surnames: frozenset[str]
    first_names: frozenset[str]
    not_names: frozenset[str]
    phrases: tuple[str, ...]
    in_full: Mapping[str, tuple[tuple[str, ...], ...]]


def bare(text: str) -> str:
    """Return ``text`` folded and without accents, so that *Alven* is *Alvén*; å, ä and ö stay letters."""
    folded = text.casefold()
    return folded.translate(_BARE_TABLE) if _ACCENTED.search(folded) else folded


def forms(word: str) -> tuple[str, ...]:
    """Return what a bare word may be the genitive of, itself first: *petras* is *petras* or *petra*."""
    return (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)


@lru_cache(maxsize=8)
def index_of(people: KnownPeople) -> NameIndex:
    """Return the index of ``people``, made once."""
    persons = [words for name in people.names if (words := _words_of(name))]
    first_names = frozenset(bare(name) for name in people.first_names)
    nobody, phrases = _no_names(people.not_names)
    given = {person[0] for person in persons}
    surnames = {
        word for person in persons for word in person[1:] if word not in first_names or word == person[-1]
    }
    surnames -= PARTICLES
    return NameIndex(
        given=frozenset(given),
        surnames=frozenset(surnames),
        first_names=first_names,
        not_names=frozenset(nobody) | BODIES,
        phrases=tuple(phrases),
        in_full=_in_full(
            persons, {name for name in surnames - nobody - ORDINARY if len(name) >= _RARE_LETTERS}
        ),
    )


def _in_full(persons: list[list[str]], rare: set[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return whole names, in either order and with or without what stands between, and rare surnames."""
    found: dict[str, list[tuple[str, ...]]] = {}
    sought = {tuple(name.split("-")) for name in rare}
    for first, *between, last in (person for person in persons if len(person) > 1):
        orders = ([first, *between, last], [first, last], [last, first], [last, first, *between])
        sought |= {tuple(part for word in order for part in word.split("-")) for order in orders}
    for parts in sorted(sought):
        for form in (parts[-1], f"{parts[-1]}s"):
            found.setdefault(form, []).append(parts)
    return {key: tuple(names) for key, names in found.items()}


def _words_of(name: str) -> list[str]:
    """Return the bare words of a person's name, first name first: *Berg, Anna* is *Anna Berg*."""
    head, comma, tail = re.sub(r"\([^)]*\)", " ", name).partition(",")
    if comma and len(head.split()) == 1 and tail.strip()[:1].isupper():
        head = f"{tail} {head}"
    words = [word.strip(".'\"") for word in head.split()]
    named = [word for word in words if word[:1].isupper() or word.casefold() in PARTICLES or "-" in word]
    return [bare(word) for word in (named or words) if len(word) > 1]


def _no_names(texts: Iterable[str]) -> tuple[set[str], list[str]]:
    """Return the single words and the phrases among what is nobody's name."""
    words: set[str] = set()
    phrases: list[str] = []
    for text in texts:
        for piece in _split(text):
            parts = piece.split()
            if len(parts) == 1:
                words.add(piece)
                continue
            phrases.append(piece)
            if _BODY_WORDS & set(parts):
                places = {part for part in parts if part not in _BODY_WORDS}
                words |= places | {place.removesuffix("s") for place in places}
    return words, phrases


def _split(text: str) -> Iterator[str]:
    """Yield the parts of a title or an organisation's name that are used by themselves."""
    for piece in _PIECES.split(text):
        word = bare(fold(piece)).strip("\"”'.")
        if word:
            yield word
