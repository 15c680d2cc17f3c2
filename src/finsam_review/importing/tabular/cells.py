"""Owns what a cell of a list means: text, a day, or whole kronor."""

from __future__ import annotations

import re
from datetime import date, timedelta

from finsam_review.domain.text import clean_line, clean_text
from finsam_review.importing.files.outcome import Cell
from finsam_review.importing.words.amounts import read_amounts, read_number
from finsam_review.importing.words.periods import read_date

_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(36_526, 73_051)
_TIME_AFTER = re.compile(r"[ T]\d{1,2}[:.]\d\d(?:[:.]\d\d)?$")


def line_of(cell: Cell) -> str:
    """Return a cell as one line of text; whole numbers without a decimal point, days as ISO dates."""
    return clean_line(text_of(cell))


def text_of(cell: Cell) -> str:
    """Return a cell as text with its line breaks."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean_text(str(cell))


def day_of(cell: Cell) -> tuple[date | None, str]:
    """Return the day in a cell and a code of doubt: a date, an Excel day number, or a written date."""
    if isinstance(cell, date):
        return cell, ""
    if isinstance(cell, (int, float)) and int(cell) in _EXCEL_DAYS:
        return _EXCEL_EPOCH + timedelta(days=int(cell)), "date_number"
    return read_date(_TIME_AFTER.sub("", text_of(cell)))


def kronor_of(cell: Cell, *, unit: int = 1) -> tuple[int | None, str]:
    """Return the amount in a cell and a code of doubt; ``None`` for an empty cell or one that holds no
    amount.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        value = round(cell * unit)
        return value, "amount_unit" if 0 < value < 10_000 else ""
    text = text_of(cell)
    if not any(char.isdigit() for char in text):
        return None, ""
    found = read_amounts(text, unit=unit)
    if len(found) == 1 and found[0].year is None and found[0].unsure != "amount_unclear":
        return found[0].value, found[0].unsure
    value_read = read_number(text, unit=unit)
    return value_read, "" if value_read is not None else "amount_unclear"
