"""Owns the reading of OpenDocument spreadsheets: stated values where there are any, else the text shown."""

import math
from datetime import date, datetime

from lxml import etree

from finsam_review.importing.files.archive import open_archive, read_xml
from finsam_review.importing.files.odt import OFFICE, TABLE, TEXT, inline_text, refuse_locked
from finsam_review.importing.files.outcome import Cell, Sheet, UnreadableError

_ROWS_MAX = 20_000
_COLUMNS_MAX = 300
_EMPTY_ROWS_MAX = 200


def read_ods(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of an OpenDocument spreadsheet. Raises :class:`UnreadableError`."""
    archive = open_archive(data)
    refuse_locked(archive, "sheet")
    body = read_xml(archive, "content.xml").find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise UnreadableError("damaged", "sheet")
    return tuple(
        Sheet(table.get(f"{TABLE}name", ""), _rows(table)) for table in body.findall(f"{TABLE}table")
    )


def _rows(table: etree._Element) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    for element in table.iter(f"{TABLE}table-row"):
        cells = _cells(element)
        times = _times(element, "rows")
        rows.extend([cells] * (times if cells else min(times, _EMPTY_ROWS_MAX)))
        if len(rows) > _ROWS_MAX:
            break
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _cells(row: etree._Element) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for element in row:
        if element.tag in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            times = min(_times(element, "columns"), _COLUMNS_MAX - len(cells))
            cells.extend([_cell(element)] * times)
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _times(element: etree._Element, of: str) -> int:
    times = element.get(f"{TABLE}number-{of}-repeated", "1")
    return int(times) if times.isdigit() else 1


def _cell(element: etree._Element) -> Cell:
    kind = element.get(f"{OFFICE}value-type", "")
    if kind in {"float", "currency", "percentage"}:
        try:
            number = float(element.get(f"{OFFICE}value", ""))
        except ValueError:
            return _shown(element)
        if not math.isfinite(number):
            return _shown(element)
        return int(number) if number.is_integer() else number
    if kind == "date":
        return _date(element.get(f"{OFFICE}date-value", "")) or _shown(element)
    return _shown(element)


def _date(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _shown(element: etree._Element) -> Cell:
    lines = [inline_text(paragraph) for paragraph in element.findall(f"{TEXT}p")]
    return "\n".join(lines).strip(" \u00a0\t\r\n") or None
