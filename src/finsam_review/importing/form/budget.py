"""Owns what the tables of a budget say: the amount applied for, or the sum of costs, year by year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from finsam_review.domain.intake import Block, TableBlock
from finsam_review.domain.text import fold
from finsam_review.importing.words.amounts import read_number, unit_in
from finsam_review.importing.words.finding import quote
from finsam_review.importing.words.labels import is_total, year_in

_SOUGHT = re.compile(
    r"\b(?:sök\w*|sökt\w*|ansök\w*|äsk\w*|från (?:förbundet|samordningsförbundet)"
    r"|samordningsförbundets? (?:del|andel)|finsam)\b"
)
_SUM = re.compile(
    r"^(?:summa|totalt?|totalsumma|total kostnad|summa kostnader|totala kostnader|sum|summa totalt"
    r"|summa sökt|belopp)\b"
)
_NOT_SOUGHT = re.compile(r"medfinans|egen|annan|övrig|parter")
_YEAR_CELL = re.compile(
    r"^(?:år\s*\d?\s*\(?)?(20[2-4]\d)\)?(?:\s*\(?(?:t?kr|sek|kronor|mkr)\.?\)?)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class YearRow:
    """A row of a table with years above: its amounts by year, its total if it states one, and what it is.

    ``sought`` tells that the row names the amount applied for; otherwise it is the sum of all costs.
    """

    amounts: tuple[tuple[int, int], ...]
    total: int | None
    sought: bool
    quote: str
    small: bool = False


def year_rows(blocks: tuple[Block, ...]) -> list[YearRow]:
    """Return the rows that state the amount applied for or the sum, from every table with years above."""
    found: list[YearRow] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            found.extend(_across(block.rows))
            found.extend(_down(block.rows))
    return found


def _across(rows: tuple[tuple[str, ...], ...]) -> list[YearRow]:
    found: list[YearRow] = []
    years: dict[int, int] = {}
    total_at: int | None = None
    unit = 1
    for row in rows:
        header = {
            place: int(match[1])
            for place, cell in enumerate(row)
            if (match := _YEAR_CELL.match(cell.strip()))
        }
        if header and not any(
            read_number(cell) for place, cell in enumerate(row) if place not in header and place
        ):
            years, unit = header, unit_in(" ".join(row))
            total_at = next((place for place, cell in enumerate(row) if place and is_total(cell)), None)
        elif years and row and row[0].strip():
            made = _year_row(row, years, total_at, unit)
            if made:
                found.append(made)
    return found


def _year_row(row: tuple[str, ...], years: dict[int, int], total_at: int | None, unit: int) -> YearRow | None:
    label = fold(row[0])
    sought = _SOUGHT.search(label) is not None
    if _NOT_SOUGHT.search(label) or not (sought or _SUM.search(label)):
        return None
    unit = max(unit, unit_in(row[0]))
    amounts = [
        (year, read_number(row[place], unit=unit))
        for place, year in years.items()
        if place < len(row) and row[place].strip()
    ]
    if not amounts or any(amount is None for _, amount in amounts):
        return None
    total = read_number(row[total_at], unit=unit) if total_at is not None and total_at < len(row) else None
    stated = tuple((year, amount) for year, amount in amounts if amount)
    small = unit == 1 and any(amount < 10_000 for _, amount in stated)
    return YearRow(stated, total, sought, quote(" | ".join(row)), small) if stated else None


def _down(rows: tuple[tuple[str, ...], ...]) -> list[YearRow]:
    """Return the amounts of a table with a year in the first cell of each row, under a heading that is
    sought.
    """
    if len(rows) < 2:
        return []
    heading = rows[0]
    places = [
        place
        for place, cell in enumerate(heading)
        if place and _SOUGHT.search(fold(cell)) and not _NOT_SOUGHT.search(fold(cell))
    ]
    if len(places) != 1:
        return []
    unit = unit_in(heading[places[0]])
    amounts: list[tuple[int, int]] = []
    total: int | None = None
    for row in rows[1:]:
        if len(row) <= places[0]:
            continue
        amount = read_number(row[places[0]], unit=unit)
        year = year_in(row[0])
        if year and amount:
            amounts.append((year, amount))
        elif amount and is_total(row[0]):
            total = amount
    said = quote(" | ".join(" ".join(row) for row in rows))
    small = unit == 1 and any(amount < 10_000 for _, amount in amounts)
    return [YearRow(tuple(amounts), total, sought=True, quote=said, small=small)] if amounts else []
