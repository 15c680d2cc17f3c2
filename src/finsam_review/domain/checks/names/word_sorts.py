"""Owns what a single word with a capital may be: a first name, a surname, a body, the start of a sentence."""

from functools import lru_cache
from typing import NamedTuple

from finsam_review.domain.checks.names.people import NameIndex, bare, forms
from finsam_review.domain.checks.names.words import (
    BODY_ENDING,
    CUE_WORDS,
    DEFINITE,
    LIKELY_SURNAME,
    NEVER_ALONE,
    OPENERS,
    ORDINARY,
    SURNAME_ENDING,
    SURNAME_PLACES,
    TITLE,
)


class WordSort(NamedTuple):
    """What a word may be, whatever stands around it.

    ``known_given`` and ``known_surname`` are of people in the file; ``given`` any first name; ``typical`` has
    an ending that only surnames have; ``everyday`` is a word of its own as well; ``nobody`` names a place, a
    body or a measure; ``cue`` announces a name; ``ends`` can follow a name, but belongs to none; ``noun``
    looks like one in the definite form; ``place`` is a place that is a surname too; ``likely`` has an ending
    of surnames and places; ``lone`` is a first name even alone inside a sentence.
    """

    known_given: bool
    known_surname: bool
    given: bool
    typical: bool
    everyday: bool
    nobody: bool
    cue: bool
    ends: bool
    noun: bool
    place: bool
    likely: bool
    lone: bool

    @property
    def known(self) -> bool:
        """Whether somebody in the file is called that."""
        return self.known_given or self.known_surname

    @property
    def plain(self) -> bool:
        """Whether nothing speaks against its being a name that nobody knows."""
        return not self.noun and not self.everyday


@lru_cache(maxsize=16_384)
def sort_of(word: str, index: NameIndex) -> WordSort:
    """Return what ``word``, or what it is the genitive of, may be."""
    key = bare(word)
    keys = forms(key)
    parts = key.split("-")
    given = any(form in index.given for form in keys)
    listed = any(form in index.first_names for form in keys) or (
        len(parts) > 1
        and all(part[:1].isupper() for part in word.split("-"))
        and all(part in index.first_names for part in (*parts[:-1], forms(parts[-1])[-1]))
    )
    return WordSort(
        known_given=given,
        known_surname=any(form in index.surnames for form in keys),
        given=given or listed,
        typical=SURNAME_ENDING.search(word.casefold()) is not None,
        everyday=any(form in ORDINARY for form in keys),
        nobody=any(form in index.not_names for form in keys),
        cue=key in CUE_WORDS or TITLE.match(key) is not None,
        ends=not (given or listed) and (key in OPENERS or BODY_ENDING.search(key) is not None),
        noun=DEFINITE.search(key) is not None,
        place=any(form in SURNAME_PLACES for form in keys),
        likely=LIKELY_SURNAME.search(word.casefold()) is not None,
        lone=not any(form in NEVER_ALONE for form in keys),
    )
