"""Owns the totals that do not say of what: *Totalt*, *Summa*; what stands beside them tells what they sum."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from itertools import islice

from finsam_review.importing.words.amounts import Amount, read_amounts, unit_in
from finsam_review.importing.words.finding import Labelled
from finsam_review.importing.words.labels import field_of, is_bare_total, ordinal_year, year_in

TOTAL = "total"
"""The field of a total that may sum something else than what is applied for: costs, or own means too."""

_TOTALS_MAX = 100
"""Totals that are looked at: more than any form has, few enough for whatever a stranger sends."""
_ONLY_A_YEAR = re.compile(r"^(?:år|kr|kronor|tkr|sek|[\W\d])*$", re.IGNORECASE)


def total_of(label: str, value: str) -> Labelled | None:
    """Return a bare total with its one amount, or ``None`` when the label or the value is something else."""
    if is_bare_total(label) and len(read_amounts(value, unit=unit_in(label))) == 1:
        return Labelled(TOTAL, label.strip(), value.strip())
    return None


def total_line(line: str) -> Labelled | None:
    """Return the bare total of a line such as *Totalt: 900 000 kr*, or ``None``."""
    label, parted, value = line.partition(":" if ":" in line else "\t")
    return total_of(label, value) if parted else None


def settled(items: list[Labelled]) -> list[Labelled]:
    """Return the labelled values, in their order, with every bare total told: the sum of what is applied for
    year by year, which is an amount, or unsure, whose field is :data:`TOTAL`.
    """
    made = list(items)
    places = (place for place, item in enumerate(items) if is_bare_total(item.label))
    for place in islice(places, _TOTALS_MAX):
        made[place] = _settled(items[place], place, items)
    return made


def _settled(item: Labelled, place: int, items: list[Labelled]) -> Labelled:
    if item.field not in {TOTAL, "amount", "cost"} or total_of(item.label, item.value) is None:
        return item
    before = (items[at] for at in range(place - 1, -1, -1))
    after = (items[at] for at in range(place + 1, len(items)))
    beside = _run(before) or _run(after)
    years = all(map(_is_sought_by_year, beside)) and any(other.field == "amount" for other in beside)
    alone = not beside and field_of(item.label) == "amount"
    if years and unit_in(item.label) == 1 and unit_in(beside[0].label) == 1_000:
        item = dataclasses.replace(item, label=f"{item.label} (tkr)")
    return dataclasses.replace(item, field="amount" if years or alone else TOTAL)


def _run(items: Iterable[Labelled]) -> list[Labelled]:
    """Return the amounts that stand next to each other, up to another total or what is no money."""
    found: list[Labelled] = []
    for item in items:
        if is_bare_total(item.label) or not _amounts(item):
            break
        found.append(item)
    return found


def _is_sought_by_year(item: Labelled) -> bool:
    """Return whether an amount is one year's of what is applied for; a row with a year alone is one too."""
    if item.field != "amount" and not (item.field in {"other", "cost"} and _ONLY_A_YEAR.match(item.label)):
        return False
    named = year_in(item.label) or ordinal_year(item.label)
    return bool(named) or all(amount.year for amount in _amounts(item))


def _amounts(item: Labelled) -> list[Amount]:
    found = read_amounts(item.value, unit=unit_in(item.label))
    return [amount for amount in found if amount.value and amount.unsure != "amount_unit"]
