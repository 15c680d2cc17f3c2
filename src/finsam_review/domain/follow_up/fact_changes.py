"""Owns what a revised application changes in the facts: who, with whom, when, and for how much."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.follow_up.comparing.passages import key_of, tidy
from finsam_review.domain.follow_up.organisations import body_key

FactValue: TypeAlias = str | int | date | tuple[str, ...] | None
"""A text, whole kronor or another number, a day, or names; empty or ``None`` where nothing is stated."""


class Fact(StrEnum):
    """What is compared, in the order it is shown."""

    TITLE = "title"
    KIND = "kind"
    APPLICANT = "applicant"
    ORGANISATIONS = "organisations"
    PARTY_COUNT = "party_count"
    PERIOD_START = "period_start"
    PERIOD_END = "period_end"
    AMOUNT_YEAR = "amount_year"
    AMOUNT_TOTAL = "amount_total"
    CONTACT_NAME = "contact_name"
    CONTACT_EMAIL = "contact_email"


class FactState(StrEnum):
    """What became of a fact; ``NOT_STATED`` is one that the revised document says nothing of."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NOT_STATED = "not_stated"


_ROWS = {
    Fact.PERIOD_START: "period",
    Fact.PERIOD_END: "period",
    Fact.AMOUNT_YEAR: "amounts",
    Fact.CONTACT_NAME: "contact",
    Fact.CONTACT_EMAIL: "contact",
}
"""The facts that are shown in one row with others."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact before and after.

    ``year`` is set for the amount of a year. ``removed``, ``added`` and ``kept`` are names of organisations,
    as the document that has them writes them. ``difference`` is after minus before, for amounts and the
    number of parties, where both are known.
    """

    fact: Fact
    before: FactValue
    after: FactValue
    state: FactState
    year: int | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    difference: int | None = None

    @property
    def changed(self) -> bool:
        """Whether the revised document says something else."""
        return self.state is FactState.CHANGED

    @property
    def row(self) -> str:
        """The row in which it is shown: ``period`` for its start and end, else mostly the fact itself."""
        return _ROWS.get(self.fact, self.fact.value)


def fact_changes(first: ApplicationDetails, revised: ApplicationDetails) -> tuple[FactChange, ...]:
    """Return every fact, changed or not, in the order it is shown.

    What the revised document says nothing of is not stated, which is not the same as taken back: only a
    document that states amounts by year takes back a year by leaving it out.
    """
    return (
        _text(Fact.TITLE, first.title, revised.title, _text_key),
        _text(Fact.KIND, first.kind or "", revised.kind or "", str),
        _text(Fact.APPLICANT, first.applicant, revised.applicant, body_key),
        _organisations(first.organisations, revised.organisations),
        _number(Fact.PARTY_COUNT, len(first.parties) or None, len(revised.parties) or None),
        _day(Fact.PERIOD_START, first.period_start, revised.period_start),
        _day(Fact.PERIOD_END, first.period_end, revised.period_end),
        *_amounts(dict(first.amounts), dict(revised.amounts)),
        _number(Fact.AMOUNT_TOTAL, first.amount_total, revised.amount_total),
        _text(Fact.CONTACT_NAME, first.contact_name, revised.contact_name, _text_key),
        _text(Fact.CONTACT_EMAIL, first.contact_email, revised.contact_email, _text_key),
    )


def changed_rows(changes: Iterable[FactChange]) -> tuple[int, int]:
    """Return in how many rows something is changed, and how many rows there are: *4 of 9*."""
    rows: dict[str, bool] = {}
    for change in changes:
        rows[change.row] = rows.get(change.row, False) or change.changed
    return sum(rows.values()), len(rows)


def _text_key(text: str) -> str:
    return key_of(tidy(text)).casefold()


def _state(before: FactValue, after: FactValue, *, same: bool) -> FactState:
    if same:
        return FactState.UNCHANGED
    return (
        FactState.NOT_STATED
        if after in (None, "", ()) and before not in (None, "", ())
        else FactState.CHANGED
    )


def _text(fact: Fact, before: str, after: str, key: Callable[[str], str]) -> FactChange:
    return FactChange(fact, before, after, _state(before, after, same=key(before) == key(after)))


def _day(fact: Fact, before: date | None, after: date | None) -> FactChange:
    return FactChange(fact, before, after, _state(before, after, same=before == after))


def _number(fact: Fact, before: int | None, after: int | None) -> FactChange:
    known = before is not None and after is not None
    difference = after - before if before is not None and after is not None else None
    state = _state(before, after, same=before == after)
    return FactChange(fact, before, after, state, difference=difference if known else None)


def _organisations(before: tuple[str, ...], after: tuple[str, ...]) -> FactChange:
    ours, theirs = {body_key(name) for name in before}, {body_key(name) for name in after}
    state = _state(before, after, same=ours == theirs)
    if state is FactState.NOT_STATED:
        return FactChange(Fact.ORGANISATIONS, before, after, state)
    return FactChange(
        Fact.ORGANISATIONS,
        before,
        after,
        state,
        removed=tuple(name for name in before if body_key(name) not in theirs),
        added=tuple(name for name in after if body_key(name) not in ours),
        kept=tuple(name for name in after if body_key(name) in ours),
    )


def _amounts(before: dict[int, int], after: dict[int, int]) -> Iterable[FactChange]:
    for year in sorted({*before, *after}):
        one, other = before.get(year), after.get(year)
        if not after:
            yield FactChange(Fact.AMOUNT_YEAR, one, other, FactState.NOT_STATED, year)
            continue
        state = FactState.UNCHANGED if one == other else FactState.CHANGED
        difference = (other or 0) - (one or 0) if before else None
        yield FactChange(Fact.AMOUNT_YEAR, one, other, state, year, difference=difference)
