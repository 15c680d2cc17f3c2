"""Owns the gate that every text passes before it leaves: what was found, decided, masked and let through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from finsam_review.domain.checks.hits import Hit, HitKind
from finsam_review.domain.checks.identity_numbers import find_identity_numbers
from finsam_review.domain.checks.mail_addresses import find_mail_addresses
from finsam_review.domain.checks.names.people import KnownPeople
from finsam_review.domain.checks.names.search import find_names
from finsam_review.domain.checks.phone_numbers import find_phone_numbers
from finsam_review.domain.checks.plain import Plain, plain_reading
from finsam_review.domain.checks.spans import Span, apart, covered
from finsam_review.domain.text import fold

__all__ = [
    "Choice",
    "Gate",
    "Hit",
    "HitKind",
    "KnownPeople",
    "find_hits",
    "has_identity_number",
    "without_identity_numbers",
]

_NUMBERS: tuple[tuple[HitKind, Callable[[str], list[Span]]], ...] = (
    (HitKind.IDENTITY, find_identity_numbers),
    (HitKind.EMAIL, find_mail_addresses),
    (HitKind.PHONE, find_phone_numbers),
)
"""Where two overlap, the first wins."""
_KEPT_LENGTH = 2_000
"""Characters of a text up to which what was found is remembered: a note, not a whole application."""
_ROUNDS_MAX = 4
"""Masking one thing may part what hid another; more rounds than that no text has needed."""


class Choice(StrEnum):
    """What a person decided about a hit: it stays masked, or it may be read by the receiver."""

    MASK = "mask"
    PASS = "pass"  # noqa: S105 - no password


def find_hits(text: str, people: KnownPeople) -> tuple[Hit, ...]:
    """Return everything in ``text`` that must not leave unseen, in order, never overlapping."""
    return _found_again(text, people) if len(text) <= _KEPT_LENGTH else _found(text, people)


def has_identity_number(text: str) -> bool:
    """Return whether an identity number stands in ``text``: a note may then be about somebody in
    rehabilitation, whose data do not belong here.
    """
    return bool(find_identity_numbers(plain_reading(text).text))


def without_identity_numbers(text: str, word: str) -> str:
    """Return ``text`` as any view may show it: ``word`` stands for each identity number."""
    plain = plain_reading(text)
    hits = [_hit(HitKind.IDENTITY, span, plain, text) for span in find_identity_numbers(plain.text)]
    return _masked(text, hits, {HitKind.IDENTITY: word}) if hits else text


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate for the texts of one topic. ``choices`` are by kind and by the words found, folded."""

    people: KnownPeople
    choices: Mapping[tuple[HitKind, str], Choice] = field(default_factory=dict)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Return everything in ``text`` that a person should see, decided or not."""
        return find_hits(text, self.people)

    def choice(self, hit: Hit) -> Choice | None:
        """Return what was decided about a hit, ``None`` while nothing is; identity numbers are masked."""
        if hit.kind is HitKind.IDENTITY:
            return Choice.MASK
        return self.choices.get((hit.kind, fold(hit.text)))

    def open_hits(self, text: str) -> tuple[Hit, ...]:
        """Return what somebody has still to decide about; identity numbers leave nothing to decide."""
        return tuple(hit for hit in self.hits(text) if self.choice(hit) is None)

    def passed(self, text: str, words: Mapping[str, str]) -> str:
        """Return ``text`` as it may leave: all is masked but what a person let pass.

        ``words`` stand for what is masked, by kind (``i18n.masks.mask_words``). What has passed once stays as
        it is when it passes again.
        """
        for _ in range(_ROUNDS_MAX):
            hits = [hit for hit in self.hits(text) if self.choice(hit) is not Choice.PASS]
            masked = _masked(text, hits, words)
            if masked == text:
                break
            text = masked
        return text


@lru_cache(maxsize=8192)
def _found_again(text: str, people: KnownPeople) -> tuple[Hit, ...]:
    return _found(text, people)


def _found(text: str, people: KnownPeople) -> tuple[Hit, ...]:
    """Return the hits, the surest kinds first: what they cover is no part of a name."""
    plain = plain_reading(text)
    taken: list[Span] = []
    found: list[Hit] = []
    for kind, find in _NUMBERS:
        spans = apart(taken, find(plain.text))
        found += [_hit(kind, span, plain, text) for span in spans]
        taken = sorted([*taken, *spans]) if spans else taken
    rest = covered(plain.text, taken) if taken else plain.text
    found += [_hit(HitKind.NAME, span, plain, text) for span in find_names(rest, people)]
    return tuple(sorted(found, key=lambda hit: hit.start))


def _hit(kind: HitKind, span: Span, plain: Plain, text: str) -> Hit:
    start, end = plain.original(*span)
    return Hit(kind, start, end, text[start:end])


def _masked(text: str, hits: list[Hit], words: Mapping[str, str]) -> str:
    parts: list[str] = []
    place = 0
    for hit in hits:
        parts += [text[place : hit.start], words[hit.kind]]
        place = hit.end
    return "".join([*parts, text[place:]])
