"""Owns the reading of Excel workbooks: values, not formulas; dates as dates; hidden sheets left out."""

import io
import math
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from finsam_review.importing.files.archive import has_part, open_archive, parse_xml, read_part
from finsam_review.importing.files.outcome import Cell, Sheet, UnreadableError

_SHEETS_MAX = 30
_ROWS_MAX = 20_000
_COLUMNS_MAX = 300
_EMPTY_MAX = 500
_CHECKED = ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml")


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """Return the visible sheets of a workbook. Raises :class:`UnreadableError`."""
    archive = open_archive(data)
    for part in _CHECKED:
        if has_part(archive, part):
            parse_xml(read_part(archive, part))
    errors: list[Exception] = []
    for read_only in (True, False):
        try:
            return _read(data, read_only=read_only)
        except (
            InvalidFileException,
            KeyError,
            ValueError,
            TypeError,
            AttributeError,
            IndexError,
            zipfile.BadZipFile,
        ) as broken:
            errors.append(broken)
    raise UnreadableError("damaged", "sheet") from errors[-1]


def _read(data: bytes, *, read_only: bool) -> tuple[Sheet, ...]:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=read_only, data_only=True, keep_links=False)
    try:
        sheets: list[Sheet] = []
        for name in book.sheetnames[:_SHEETS_MAX]:
            sheet = book[name]
            if getattr(sheet, "sheet_state", "visible") != "visible" or not hasattr(sheet, "iter_rows"):
                continue
            if read_only:
                sheet.reset_dimensions()
            sheets.append(Sheet(name, _rows(sheet.iter_rows(values_only=True, max_col=_COLUMNS_MAX))))
        return tuple(sheets)
    finally:
        book.close()


def _rows(rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[Cell, ...], ...]:
    found: list[tuple[Cell, ...]] = []
    empty = 0
    for row in rows:
        cells = [_cell(value) for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        empty = 0 if cells else empty + 1
        if empty > _EMPTY_MAX or len(found) > _ROWS_MAX:
            break
        found.append(tuple(cells))
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (date, int)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return int(value) if value.is_integer() else value
    text = "" if value is None else str(value).strip(" \u00a0\t\r\n")
    return text or None
