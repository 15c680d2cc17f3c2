"""Owns the workshop day: parties, kinds of measure, questions, themes and tables."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from finsam_review.domain.follow_up.steps import StatusStep

TABLES_MAX = 26
"""A table is a letter on the wall, so there are as many as there are letters."""


class Exercise(StrEnum):
    """The two pieces of group work of the day."""

    APPLICATIONS = "applications"
    MISSIONS = "missions"


class Shape(StrEnum):
    """What an answer to a question consists of besides its text."""

    TEXT = "text"
    PARTIES = "parties"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True)
class Party:
    """One of the parties to the förbund; all municipalities together are one (lag 2003:1210 5 §).

    ``synonyms`` are words and phrases by which documents name the party; ``bodies`` are organisations
    that belong to it by name, such as the member municipalities.
    """

    code: str
    name: str
    short_name: str
    synonyms: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureKind:
    """A kind of measure that can be applied for, such as *förberedande insats*."""

    code: str
    name: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A review question; ``short_text`` is what stands above a column, ``text`` the question in full."""

    id: str
    number: int
    exercise: Exercise
    shape: Shape
    text: str
    short_text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A code that runs across applications.

    ``short_name`` heads a narrow column; ``words`` are those by which a text hints at the theme;
    ``not_demanded_of`` holds codes of kinds of measure that the förbund does not ask this of: implementation
    is not demanded of a *förberedande insats*.
    """

    code: str
    name: str
    short_name: str = ""
    words: tuple[str, ...] = ()
    not_demanded_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableGroup:
    """A table of mixed participants. Notes belong to a table, never to a person."""

    id: str
    number: int
    name: str = ""

    @property
    def letter(self) -> str:
        """The letter by which people know the table: 1 is A. Numbers are applications."""
        return table_letter(self.number)


@dataclass(frozen=True, slots=True)
class Workshop:
    """One day with everything in it: what a ``.finsam`` file holds.

    ``organisation`` is the förbund's name, ``reply_to`` the address revised applications are sent to,
    ``deadline`` the last day for them (``None`` until somebody decides).
    """

    id: str
    title: str
    date: datetime.date
    organisation: str
    preset: str
    reply_to: str = ""
    deadline: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """The starting values of a förbund: what a new workshop day is filled with."""

    code: str
    organisation: str
    reply_to: str
    parties: tuple[Party, ...]
    kinds: tuple[MeasureKind, ...]
    questions: tuple[Question, ...]
    themes: tuple[Theme, ...]
    steps: tuple[StatusStep, ...] = ()
    tables: int = 6


def table_letter(number: int) -> str:
    """Return the letter of table ``number`` (1 to 26)."""
    if not 1 <= number <= TABLES_MAX:
        raise ValueError(number)
    return chr(ord("A") + number - 1)


def table_number(label: str) -> int | None:
    """Return the number that a label such as ``3``, ``Bord 3``, ``C`` or ``bord c`` means, else ``None``."""
    word = label.strip().casefold().removeprefix("bord").removeprefix("table").strip()
    if word.removesuffix(".0").isascii() and word.removesuffix(".0").isdigit():
        number = int(word.removesuffix(".0"))
        return number if 1 <= number <= TABLES_MAX else None
    if len(word) == 1 and "a" <= word <= "z":
        return ord(word) - ord("a") + 1
    return None
