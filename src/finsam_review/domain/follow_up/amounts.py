"""Owns the amounts over all applications: by year, party and kind, and where a stated total differs."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.follow_up.organisations import party_of
from finsam_review.domain.workshop import MeasureKind, Party

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class AmountTotal(Generic[Key]):
    """What is applied for under one key: whole kronor, and how many applications it is from.

    ``unknown`` counts those among ``applications`` whose amount nobody knows. A key of ``None`` is for what
    belongs to none.
    """

    key: Key | None
    amount: int
    applications: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class AmountDifference:
    """A stated total beside its parts: of an application, or of a line in a protocol (``None``)."""

    application_id: str | None
    stated: int
    parts_sum: int

    @property
    def difference(self) -> int:
        """How much more is stated than the parts add up to; negative if less."""
        return self.stated - self.parts_sum


def amount_of(details: ApplicationDetails) -> int | None:
    """Return what is applied for in all: as stated, else the sum of the years, else ``None``."""
    if details.amount_total is not None:
        return details.amount_total
    return sum(amount for _, amount in details.amounts) if details.amounts else None


def grand_total(applications: Iterable[Application]) -> AmountTotal[str]:
    """Return what all apply for together."""
    amounts = [amount_of(application.details) for application in applications]
    known = [amount for amount in amounts if amount is not None]
    return AmountTotal(None, sum(known), len(amounts), len(amounts) - len(known))


def totals_by_year(applications: Iterable[Application]) -> tuple[AmountTotal[int], ...]:
    """Return the amounts of each year in order; last, under ``None``, totals that name no year."""
    amounts: dict[int | None, list[int]] = {}
    for application in applications:
        details = application.details
        for year, amount in details.amounts:
            amounts.setdefault(year, []).append(amount)
        if not details.amounts and details.amount_total is not None:
            amounts.setdefault(None, []).append(details.amount_total)
    years = sorted(amounts, key=lambda year: (year is None, year or 0))
    return tuple(AmountTotal(year, sum(amounts[year]), len(amounts[year])) for year in years)


def totals_by_party(
    applications: Iterable[Application], parties: Sequence[Party]
) -> tuple[AmountTotal[str], ...]:
    """Return the amounts by the party that the applicant belongs to, in the order of the parties.

    An application counts once, whoever takes part in it; ``None`` holds those whose applicant is of no party.
    """
    codes = [party.code for party in parties]
    return _totals(applications, codes, lambda details: party_of(details.applicant, parties))


def totals_by_kind(
    applications: Iterable[Application], kinds: Sequence[MeasureKind]
) -> tuple[AmountTotal[str], ...]:
    """Return the amounts by kind of measure, in the order of the kinds; ``None`` is of no known kind."""
    codes = [kind.code for kind in kinds]
    return _totals(applications, codes, lambda details: details.kind if details.kind in codes else None)


def amount_differences(applications: Iterable[Application]) -> tuple[AmountDifference, ...]:
    """Return the applications whose stated total is not the sum of its years."""
    found: list[AmountDifference] = []
    for application in applications:
        details = application.details
        if details.amount_total is not None and details.amounts:
            total = sum(amount for _, amount in details.amounts)
            found.append(AmountDifference(application.id, details.amount_total, total))
    return tuple(item for item in found if item.difference)


def check_total(stated: int, parts: Iterable[int]) -> AmountDifference:
    """Return a stated total beside what its parts add up to."""
    return AmountDifference(None, stated, sum(parts))


def _totals(
    applications: Iterable[Application],
    codes: Sequence[str],
    key_of: Callable[[ApplicationDetails], str | None],
) -> tuple[AmountTotal[str], ...]:
    amounts: dict[str | None, list[int | None]] = {}
    for application in applications:
        amounts.setdefault(key_of(application.details), []).append(amount_of(application.details))
    keys = [code for code in (*codes, None) if code in amounts]
    return tuple(
        AmountTotal(
            key, sum(amount or 0 for amount in amounts[key]), len(amounts[key]), amounts[key].count(None)
        )
        for key in keys
    )
