"""Owns the finding of personal names: of people the file knows, and likely ones by first name or cue.

A name is what two readers would call one, not every word with a capital: places, bodies, titles, months and
the first words of sentences are left alone. What is found is shown to a person, who decides.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from finsam_review.domain.checks.names.cues import Cue, cue_before, is_called_after
from finsam_review.domain.checks.names.known import find_known_names
from finsam_review.domain.checks.names.people import KnownPeople, NameIndex, bare, index_of
from finsam_review.domain.checks.names.word_sorts import WordSort, sort_of
from finsam_review.domain.checks.names.words import PERSON_VERB, REACHED_AFTER, SPEECH
from finsam_review.domain.checks.spans import Span, merged

_UPPER = "".join(char for char in map(chr, (*range(0x41, 0x590), *range(0x1E00, 0x1F00))) if char.isupper())
_WORD = re.compile(rf"(?<!\w)(?:(?:a[ltdrsnz]|el|ul)-|[dl]')?[{_UPPER}]\w*(?:['-]\w+)*")
_LINK = re.compile(
    r" {1,2}(?:(?:af|av|von|van|der|den|de|la|le|da|di|du|dos|del|della|el|al|bin|ibn|ter|zu) ){0,2}"
)
_LINK_MAX = 14
_AFTER_INITIAL = re.compile(r"\. ?")
_AND = frozenset({" och ", " & ", " samt "})
_BACK = 12
_WORDS_MAX = 5
_MID_SENTENCE = frozenset(",)%&+'\"”»*_")


class Word(NamedTuple):
    """A word with a capital: where it stands, what it may be, whether it follows the one before directly."""

    start: int
    end: int
    text: str
    sort: WordSort
    linked: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter."""
        return self.end - self.start == 1


def find_names(plain: str, people: KnownPeople) -> list[Span]:
    """Return where personal names stand in a plain reading, in order, never overlapping.

    A genitive's *s* belongs to the name. Known names and rare known surnames are found in small letters too.
    """
    index = index_of(people)
    return merged([*find_known_names(plain, index), *_Search(plain, index).likely()])


class _Search:
    """The search for likely names in one text: run by run of words with capitals."""

    def __init__(self, plain: str, index: NameIndex) -> None:
        self._plain = plain
        self._index = index
        self._named_until = 0

    def likely(self) -> Iterator[Span]:
        """Yield where likely names stand."""
        run: list[Word] = []
        for word in self._words():
            if run and not word.linked:
                yield from self._in_run(run)
                run = []
            run.append(word)
        yield from self._in_run(run)

    def _words(self) -> Iterator[Word]:
        plain, before = self._plain, 0
        initial = False
        for match in _WORD.finditer(plain):
            start, end = match.span()
            linked = False
            if before and start - before <= _LINK_MAX:
                gap = plain[before:start]
                linked = gap == " " or bool(
                    _LINK.fullmatch(gap) or (initial and _AFTER_INITIAL.fullmatch(gap))
                )
            yield Word(start, end, match[0], sort_of(match[0], self._index), linked)
            before, initial = end, end - start == 1

    def _in_run(self, run: list[Word]) -> Iterator[Span]:
        """Yield the names in words that follow each other directly, parted by those that are nobody's."""
        segment: list[Word] = []
        before: Word | None = None
        for word in run:
            if self._breaks(word, segment):
                yield from self._in_segment(segment, before)
                segment, before = [], word
            else:
                segment.append(word)
        yield from self._in_segment(segment, before)

    def _breaks(self, word: Word, segment: list[Word]) -> bool:
        """Return whether a word can't be part of a name that the words before it may have begun."""
        sort, follows = word.sort, bool(segment) and segment[-1].sort.given
        if sort.nobody:
            return not (sort.place and (follows or cue_before(self._plain, word.start) is Cue.TITLE))
        if sort.known:
            return False
        if len(word.text) > 1 and word.text.isupper():
            return not _is_name_in_capitals(word, follows=follows)
        if follows and "-" in word.text and not sort.cue:
            return False
        return sort.ends or (sort.cue and not segment)

    def _in_segment(self, segment: list[Word], before: Word | None) -> Iterator[Span]:
        """Yield the names in words of which each may be part of one."""
        at = 0
        while at < len(segment):
            first = next((j for j in range(at, len(segment)) if self._begins(segment, j, before)), None)
            if first is None:
                return
            end = min(len(segment), first + _WORDS_MAX)
            if first > at and self._takes_first_name(segment[first - 1], segment[first]):
                first -= 1
            span = segment[first].start, segment[end - 1].end
            if not self._is_phrase(span):
                self._named_until = span[1]
                yield span
            at = end

    def _takes_first_name(self, one: Word, surname: Word) -> bool:
        """Return whether the unknown word before a surname is the first name that goes with it."""
        if surname.sort.typical and not surname.sort.given:
            return True
        return not one.sort.noun and not self._opens_sentence(one)

    def _begins(self, segment: list[Word], place: int, before: Word | None) -> bool:
        """Return whether a name begins at a word of a segment."""
        word, alone = segment[place], place + 1 == len(segment)
        if word.is_initial:
            return not alone and self._begins_with_initial(word, segment[place + 1])
        if word.sort.known_surname:
            return not word.sort.everyday or not self._opens_sentence(word)
        if word.sort.typical:
            return True
        if word.sort.given:
            return not alone or self._is_somebody(word, before)
        return place == 0 and self._is_announced(segment)

    def _is_somebody(self, word: Word, before: Word | None) -> bool:
        """Return whether a first name that stands alone means a person."""
        everyday, opens = word.sort.everyday, self._opens_sentence(word)
        if word.sort.known_given:
            return not everyday or not opens or PERSON_VERB.match(self._plain, word.end) is not None
        cue = cue_before(self._plain, word.start) if before or everyday else Cue.NONE
        called_after = before and not (before.sort.ends or before.sort.cue)
        if cue < Cue.STRONG and (called_after or is_called_after(self._plain, word.start)):
            return False
        if everyday:
            speaks = SPEECH.match(self._plain, word.end) is not None
            return speaks or cue >= Cue.WEAK or (word.sort.lone and not opens)
        return True

    def _begins_with_initial(self, initial: Word, word: Word) -> bool:
        """Return whether *S. Hodzic* is a name, not the end of a sentence and the start of another."""
        if word.sort.known_surname:
            return True
        if word.is_initial or word.sort.noun:
            return False
        speaks = SPEECH.match(self._plain, word.end) is not None
        return speaks or cue_before(self._plain, initial.start) is not Cue.NONE

    def _is_announced(self, segment: list[Word]) -> bool:
        """Return whether words that nobody knows stand where a name is expected."""
        likely = [word for word in segment if word.sort.plain]
        cue = cue_before(self._plain, segment[0].start)
        if not likely:
            return cue is Cue.TITLE and not segment[0].sort.noun
        several = len(segment) > 1 and len(likely) == len(segment)
        if cue >= Cue.STRONG or self._plain[self._named_until : segment[0].start] in _AND:
            return len(segment) > 1 or segment[0] in likely
        if cue is Cue.WEAK:
            return several or segment[0].sort.likely
        return several and REACHED_AFTER.match(self._plain, segment[-1].end) is not None

    def _opens_sentence(self, word: Word) -> bool:
        """Return whether a word has its capital because a sentence, a line or an item begins with it."""
        if word.linked:
            return False
        before = self._plain[max(0, word.start - _BACK) : word.start].rstrip(" ([{\"'”»“«‘")
        return not before or not (before[-1].isalnum() or before[-1] in _MID_SENTENCE)

    def _is_phrase(self, span: Span) -> bool:
        """Return whether a likely name is part of a title or a body of the day, and so nobody's."""
        start, end = span
        return any(
            match.start() <= start and end <= match.end()
            for phrase in _phrases_with(self._plain[start:end], self._index)
            for match in re.finditer(re.escape(phrase), self._plain, re.IGNORECASE)
        )


@lru_cache(maxsize=1024)
def _phrases_with(name: str, index: NameIndex) -> tuple[str, ...]:
    """Return the titles and bodies of the day that hold a likely name."""
    found = bare(name)
    return tuple(phrase for phrase in index.phrases if found in phrase)


def _is_name_in_capitals(word: Word, *, follows: bool) -> bool:
    """Return whether a word in capitals throughout is part of a name rather than an abbreviation."""
    if follows:
        return len(word.text) >= 4 and not word.sort.ends
    return len(word.text) >= 3 and word.sort.given and not word.sort.everyday
