"""Owns the amounts of an application: what is applied for year by year and in all, and whether it adds up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from finsam_review.domain.applications import Doubt
from finsam_review.domain.intake import Block
from finsam_review.i18n import kronor
from finsam_review.importing.form.budget import YearRow, year_rows
from finsam_review.importing.form.totals import TOTAL
from finsam_review.importing.words.amounts import (
    Amount,
    is_each_month,
    is_each_year,
    read_amounts,
    says_more,
    unit_in,
)
from finsam_review.importing.words.finding import Labelled, doubt
from finsam_review.importing.words.labels import is_total, ordinal_year, year_in

_OF_TOTAL_TOO = frozenset(
    {
        "amount_of_cost",
        "from_text",
        "from_budget",
        "amount_approximate",
        "several",
        "amount_unclear",
        "amount_unit",
        "amount_words",
        "budget_differs",
    }
)
"""Doubts about single amounts that make their sum doubtful as well."""


_HEADED = re.compile(
    r"^((?:år ?)?(?:20[2-4]\d|(?<=r)\d|(?<=r )\d))\s*[:–-]\s*(\D{0,3}\d[^\n]*)$", re.IGNORECASE
)
"""A line with its year before the amount. Without it *2026 – 450 000 kr* would be a range."""


@dataclass(slots=True)
class Money:
    """What has been read so far: amounts by year, the total, quotes and doubts."""

    by_year: dict[int, int] = field(default_factory=dict)
    total: int | None = None
    quotes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    undated: list[tuple[int, str]] = field(default_factory=list)
    ordinals: dict[int, int] = field(default_factory=dict)
    each_year: list[tuple[int, str]] = field(default_factory=list)
    unsure_total: tuple[int, str] | None = None

    @property
    def quote(self) -> str:
        """The text the amounts were read from."""
        return " · ".join(dict.fromkeys(self.quotes))[:240]

    def doubt(self, code: str, said: str = "", *, of: str = "amounts", **values: str | int) -> None:
        """Note a doubt once for each code, field and set of values."""
        if of == "amounts" and code in _OF_TOTAL_TOO:
            self.doubt(code, said, of="amount_total", **values)
        made = doubt(of, code, said or self.quote, values)
        if (made.field, made.code, made.values) not in [(d.field, d.code, d.values) for d in self.doubts]:
            self.doubts.append(made)

    def add(self, year: int, amount: int, said: str) -> None:
        """Take in the amount of a year; a second, different one for the same year is a doubt."""
        known = self.by_year.setdefault(year, amount)
        if known != amount:
            self.doubt("several", said, values=f"{year}: {kronor(known)} · {kronor(amount)}")

    def set_total(self, amount: int, said: str) -> None:
        """Take in the total; a second, different one is a doubt."""
        if self.total is not None and self.total != amount:
            self.doubt("several", said, of="amount_total", values=f"{kronor(self.total)} · {kronor(amount)}")
        self.total = self.total if self.total is not None else amount


def read_money(
    items: list[Labelled], blocks: tuple[Block, ...], start: date | None, end: date | None
) -> Money:
    """Return the amounts of the labelled values, filled in and checked against the tables of the budget."""
    money = Money()
    for item in items:
        for line in _by_line(item):
            (_take_unsure_total if line.field == TOTAL else _take)(line, money)
    _place_ordinals(money, start)
    _place_each_year(money, start, end)
    _place_undated(money)
    rows = year_rows(blocks)
    _from_tables(money, rows)
    _weigh_total(money)
    if not money.by_year and money.total is not None and start and end and start.year == end.year:
        money.by_year[start.year] = money.total
        if not any(row.total == money.total for row in rows):
            money.doubt("amount_year_assumed", year=start.year)
    _check(money, rows, start, end)
    return money


def _by_line(item: Labelled) -> list[Labelled]:
    """Return a value with a year at the head of its lines as one value for each line: *År 1: 830 000 kr*."""
    if year_in(item.label) or ordinal_year(item.label) or is_each_year(item.label):
        return [item]
    heads = [_HEADED.match(line.strip()) for line in item.value.split("\n")]
    if not any(heads) or any(head and year_in(head[2]) for head in heads):
        return [item]
    return [
        Labelled(
            item.field,
            f"{item.label} {head[1]}" if head else item.label,
            head[2] if head else line,
            item.prose,
        )
        for line, head in zip(item.value.split("\n"), heads, strict=True)
        if line.strip()
    ]


def _take(item: Labelled, money: Money) -> None:
    """Take in the amounts of one labelled value."""
    found = [
        amount
        for amount in read_amounts(item.value, unit=unit_in(item.label))
        if _is_firm(amount, item, money)
    ]
    cost = item.field == "cost"
    dated = is_total(item.label) or year_in(item.label) is not None
    if cost and not (dated or any(amount.year for amount in found)):
        return
    for amount in found:
        money.quotes.append(item.quote)
        _sort(amount, item, money, alone=len(found) == 1)
    if found and cost:
        money.doubt("amount_of_cost", item.quote)
    elif found and item.prose:
        money.doubt("from_text", item.quote)
    elif found and says_more(item.value):
        money.doubt("amount_words", item.quote)


def _take_unsure_total(item: Labelled, money: Money) -> None:
    """Keep a total that is money by its size; a small one without a unit counts people or hours."""
    for amount in read_amounts(item.value, unit=unit_in(item.label)):
        if amount.value and amount.unsure in {"", "amount_approximate"}:
            money.unsure_total = (amount.value, item.quote)


def _is_firm(amount: Amount, item: Labelled, money: Money) -> bool:
    """Return whether an amount can be taken; note the doubt about one that is vague."""
    unsure = "amount_unclear" if is_each_month(f"{item.label} {item.value}") else amount.unsure
    if unsure:
        money.doubt(unsure, item.quote)
    return unsure in {"", "amount_approximate"} and amount.value > 0


def _sort(amount: Amount, item: Labelled, money: Money, *, alone: bool) -> None:
    """Put an amount where it belongs: a year, the total, or what is still without a year."""
    year, ordinal = year_in(item.label), ordinal_year(item.label)
    if amount.year:
        money.add(amount.year, amount.value, item.quote)
    elif amount.total or (is_total(item.label) and alone):
        money.set_total(amount.value, item.quote)
    elif year and alone:
        money.add(year, amount.value, item.quote)
    elif ordinal and alone:
        money.ordinals.setdefault(ordinal, amount.value)
    elif is_each_year(f"{item.label} {item.value}"):
        money.each_year.append((amount.value, item.quote))
    else:
        money.undated.append((amount.value, item.quote))


def _place_each_year(money: Money, start: date | None, end: date | None) -> None:
    """Give an amount *per år* to every calendar year of a period of whole years; always a doubt."""
    if not money.each_year:
        return
    value, said = money.each_year[0]
    if (
        len({amount for amount, _ in money.each_year}) == 1
        and start
        and end
        and 0 <= end.year - start.year < 6
        and (start.year == end.year or (start.month, end.month) == (1, 12))
    ):
        for year in range(start.year, end.year + 1):
            money.add(year, value, said)
        money.doubt("amount_each_year", said)
        money.doubt("amount_each_year", said, of="amount_total")
    else:
        money.doubt("amount_year_missing", said)
        money.doubt("amount_year_missing", said, of="amount_total")


def _place_ordinals(money: Money, start: date | None) -> None:
    """Give *år 1*, *år 2* their calendar years from the start of the period; always a doubt."""
    if money.ordinals and start:
        for ordinal, amount in sorted(money.ordinals.items()):
            money.add(start.year + ordinal - 1, amount, money.quote)
        money.doubt("amount_year_assumed", year=start.year)
    elif money.ordinals:
        money.doubt("amount_year_missing")


def _place_undated(money: Money) -> None:
    values = list(dict.fromkeys(value for value, _ in money.undated))
    if not values:
        return
    said = money.undated[0][1]
    if len(values) == 1 and values[0] < max(money.by_year.values(), default=0):
        money.doubt("several", said, values=" · ".join(kronor(v) for v in [*money.by_year.values(), *values]))
    elif len(values) == 1 and money.total is None and (money.by_year or not money.ordinals):
        money.set_total(values[0], said)
    elif values != [money.total] and values != [sum(money.by_year.values())]:
        money.doubt("several", said, values=" · ".join(kronor(value) for value in values))


def _from_tables(money: Money, rows: list[YearRow]) -> None:
    """Fill in what the fields leave open: years from a row that agrees with them, else with a doubt."""
    usable = [row for row in rows if not row.small]
    if money.by_year and (money.total is None or sum(money.by_year.values()) == money.total):
        return
    for row in sorted(usable, key=lambda row: not row.sought):
        whole = sum(amount for _, amount in row.amounts)
        fits = all(dict(row.amounts).get(year) == amount for year, amount in money.by_year.items())
        if money.total is not None and whole == money.total and fits:
            money.by_year.update(dict(row.amounts))
            money.quotes.append(row.quote)
            return
    if money.by_year or money.total is not None:
        return
    for row in sorted(usable, key=lambda row: not row.sought):
        money.by_year.update(dict(row.amounts))
        money.quotes.append(row.quote)
        if row.total is not None:
            money.total = row.total
        if not row.sought:
            money.doubt("from_budget", row.quote)
        return
    if rows:
        money.doubt("amount_unit", rows[0].quote)


def _weigh_total(money: Money) -> None:
    """Settle a total of nobody knows what: years outweigh it, with a doubt if it is not their sum."""
    if money.unsure_total is None:
        return
    value, said = money.unsure_total
    if money.total is not None:
        if value not in {money.total, sum(money.by_year.values())}:
            values = f"{kronor(money.total)} · {kronor(value)}"
            money.doubt("several", said, of="amount_total", values=values)
        return
    whole = sum(money.by_year.values())
    if not money.by_year:
        money.set_total(value, said)
        money.quotes.append(said)
        money.doubt("amount_words", said)
    elif value != whole:
        for name in ("amounts", "amount_total"):
            money.doubt("sum_differs", said, of=name, total=kronor(value), sum=kronor(whole))


def _check(money: Money, rows: list[YearRow], start: date | None, end: date | None) -> None:
    whole = sum(money.by_year.values())
    if money.by_year and money.total is None:
        money.total = whole
        if any(
            doubt.code
            in {"amount_year_missing", "amount_unclear", "amount_unit", "amount_words", "budget_differs"}
            for doubt in money.doubts
        ):
            money.total = None
    elif money.by_year and money.total != whole:
        money.doubt("sum_differs", of="amount_total", total=kronor(money.total or 0), sum=kronor(whole))
        money.doubt("sum_differs", total=kronor(money.total or 0), sum=kronor(whole))
    elif money.total is not None and not money.by_year:
        money.doubt("amount_by_year_missing")
    if start and end:
        outside = [year for year in money.by_year if not start.year <= year <= end.year]
        if outside:
            money.doubt("amount_outside_period", year=outside[0])
        lacking = [year for year in range(start.year, end.year + 1) if year not in money.by_year]
        if money.by_year and lacking and end.year - start.year < 6:
            money.doubt("amount_year_lacking", year=lacking[0])
    for row in [row for row in rows if row.sought] or rows:
        differs = [year for year, amount in row.amounts if money.by_year.get(year, amount) != amount]
        if differs and not row.small:
            money.doubt(
                "budget_differs", row.quote, year=differs[0], budget=kronor(dict(row.amounts)[differs[0]])
            )
            return
