"""Owns what stands in the cells: cleaned texts, long ones on several rows, legal names of sheets.

A text is cleaned as :func:`finsam_review.domain.text.clean_text` says; the two characters of Unicode that
XML cannot hold become U+FFFD as well. Nothing else is changed, and nothing is ever cut.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from finsam_review.domain.text import clean_line, clean_text
from finsam_review.i18n import gettext as _
from finsam_review.reporting.excel.workbook import Column, Row, SheetContent, Value, Workbook

LONGEST_TEXT = 32_767
"""What a cell of Excel holds, counted as UTF-16 does: an emoji is two. More is cut by Excel, in silence."""
MOST_LINE_ENDS = 253
"""Line ends that a cell of Excel holds."""
LONGEST_NAME = 31
"""Characters of a sheet's name."""

_NAME_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_RESERVED_NAMES = frozenset({"history"})
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = "_x005F_"
_ESCAPED_COST = len(_ESCAPED)
_NOT_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})
_LOOK_BACK = 2_000
"""How far back from the end of a full cell a blank is looked for, in characters."""
_LARGEST_NUMBER = 10**15 - 1
"""Excel keeps fifteen digits of a number and makes the rest zeros."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was, and before 1900 none at all."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it stands in the file: a row of headings and rows of cells, all of one length."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def grids(workbook: Workbook) -> tuple[Grid, ...]:
    """Return the sheets of ``workbook`` cell by cell, in order, their names legal and different."""
    names = sheet_names([sheet.name for sheet in workbook.sheets])
    return tuple(_grid(sheet, name) for sheet, name in zip(workbook.sheets, names, strict=True))


def cell_text(text: str) -> str:
    """Return ``text`` as a cell holds it: cleaned, and otherwise as it was written."""
    if text.replace("\n", "").isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip()  # nothing to clean, as in nearly all texts, and ten times as fast
    return clean_text(text.translate(_NOT_XML))


def escaped(text: str) -> str:
    """Return ``text`` as the file spells it: Excel reads ``_x0041_`` as *A* unless its ``_`` is escaped."""
    return _ESCAPE.sub(_ESCAPED, text) if "_x" in text else text


def text_parts(text: str) -> tuple[str, ...]:
    """Return ``text`` in parts that a cell can hold, together the whole; between words where that can be."""
    parts = []
    while not _fits(text):
        end = _reach(text)
        blank = max(text.rfind(sign, max(1, end - _LOOK_BACK), end) for sign in " \n\t")
        cut = blank + 1 if blank > 0 else end
        parts.append(text[:cut])
        text = text[cut:]
    return (*parts, text)


def sheet_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return ``names`` as Excel accepts them: without ``[ ] : * ? / \\``, short, none twice in any case."""
    taken: set[str] = set()
    result = []
    for name in names:
        stem = _NAME_FORBIDDEN.sub("-", clean_line(name.translate(_NOT_XML))).strip("' ")
        stem = stem or _("Sheet")
        number = 1
        while True:
            mark = "" if number == 1 else f" ({number})"
            candidate = _shortened(stem, LONGEST_NAME - len(mark)) + mark
            if candidate.casefold() not in taken | _RESERVED_NAMES:
                break
            number += 1
        taken.add(candidate.casefold())
        result.append(candidate)
    return tuple(result)


def _fits(text: str) -> bool:
    return _reach(text) == len(text)


def _reach(text: str) -> int:
    """Return how many characters of ``text`` a cell can hold."""
    if len(text) * _ESCAPED_COST <= LONGEST_TEXT and text.count("\n") <= MOST_LINE_ENDS:
        return len(text)
    escapes = {match.start() for match in _ESCAPE.finditer(text)} if "_x" in text else set()
    used = line_ends = 0
    for index, char in enumerate(text):
        used += _ESCAPED_COST if index in escapes else 1 + (char > "\uffff")
        line_ends += char == "\n"
        if used > LONGEST_TEXT or line_ends > MOST_LINE_ENDS:
            return index
    return len(text)


def _shortened(name: str, room: int) -> str:
    name = name[:room]
    while len(name.encode("utf-16-le")) > 2 * room:
        name = name[:-1]
    return name.rstrip("' ")


def _grid(sheet: SheetContent, name: str) -> Grid:
    columns = tuple(Column(cell_text(column.title), column.width, column.kind) for column in sheet.columns)
    rows = [tuple(_split(value) for value in row) for row in sheet.rows]
    if all(len(parts) == 1 for row in rows for parts in row):
        return Grid(name, columns, tuple(tuple(parts[0] for parts in row) for row in rows))
    columns = (*columns, Column(_("Continuation"), 14))
    return Grid(name, columns, tuple(line for row in rows for line in _lines(row, columns)))


def _split(value: Value) -> tuple[Value, ...]:
    """Return ``value`` as one cell holds it, or a long text as several do."""
    if isinstance(value, date):
        return (value if value >= _FIRST_DAY else value.isoformat(),)
    if isinstance(value, int):
        return (value if abs(value) <= _LARGEST_NUMBER else str(value),)
    text = cell_text(value) if value else ""
    return text_parts(text) if text else (None,)


def _lines(row: Sequence[tuple[Value, ...]], columns: Sequence[Column]) -> Iterator[Row]:
    """Yield one row, or as many as its longest text needs.

    A row that goes on says so in the last column, and repeats what tells it from others, so that a filter
    finds all of it. Amounts are not repeated: a sum would count them twice.
    """
    count = max(len(parts) for parts in row)
    for number in range(1, count + 1):
        cells = [
            _continued(parts, number, is_money=column.kind == "money")
            for parts, column in zip(row, columns, strict=False)
        ]
        said = _("cont. {n}").format(n=number) if number > 1 else _("goes on below") if count > 1 else None
        yield (*cells, said)


def _continued(parts: tuple[Value, ...], number: int, *, is_money: bool) -> Value:
    if number <= len(parts):
        return parts[number - 1]
    return parts[0] if len(parts) == 1 and not is_money else None
