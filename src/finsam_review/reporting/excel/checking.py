"""Owns the check that a workbook says what it was meant to say, and that nothing in it is alive."""

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from io import BytesIO
from itertools import zip_longest
from zipfile import BadZipFile, ZipFile

from finsam_review.domain.errors import UserError
from finsam_review.reporting.excel.cells import Grid, escaped, grids
from finsam_review.reporting.excel.workbook import Row, Value, Workbook

_ALIVE = re.compile(rb"<(?:\w+:)?(?:f|hyperlink|oleObject|control|drawing|legacyDrawing)[\s/>]")
"""Formulas, links, and whatever else could act. A text cannot hold ``<``: the file spells it ``&lt;``."""
_EXTERNAL = re.compile(rb"""TargetMode\s*=\s*["']External""")
_FOREIGN_PARTS = re.compile(r"externalLink|vbaProject|activeX|embeddings|connections|queryTable", re.I)
_EXCERPT = 60


def verify_workbook(data: bytes, workbook: Workbook) -> None:
    """Compare every cell of the file ``data`` with what ``workbook`` says.

    Raises :class:`UserError` ``workbook_differs`` with ``sheet``, ``expected`` and ``found``: the first cell
    that differs, or what in the file is more than texts and numbers.
    """
    try:
        _verify_dead(data)
        _verify_cells(data, grids(workbook))
    except (BadZipFile, zlib.error, KeyError, ValueError) as problem:
        raise _differs("", "", type(problem).__name__) from problem


def _verify_dead(data: bytes) -> None:
    """Check that no formula, link or program is in the file, without trusting any reader of workbooks."""
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            alive = _ALIVE.search(content) if name.startswith("xl/worksheets/") else None
            found = alive or _EXTERNAL.search(content)
            if found or _FOREIGN_PARTS.search(name):
                raise _differs(name, "", found.group().decode("ascii") if found else name)


def _verify_cells(data: bytes, expected: Sequence[Grid]) -> None:
    from openpyxl import load_workbook

    with closing(load_workbook(BytesIO(data), read_only=True)) as file:
        names = [sheet.title for sheet in file.worksheets]
        if names != [grid.name for grid in expected]:
            raise _differs("", ", ".join(grid.name for grid in expected), ", ".join(names))
        for sheet, grid in zip(file.worksheets, expected, strict=True):
            sheet.reset_dimensions()  # the file's own word for how far it goes is not taken
            for wanted, found in zip_longest(_rows(grid), sheet.iter_rows(values_only=True)):
                _verify_row(grid.name, wanted or (), found or ())


def _rows(grid: Grid) -> Iterator[Row]:
    """Yield the rows of a sheet as the file holds them."""
    yield tuple(escaped(column.title) or None for column in grid.columns)
    for row in grid.rows:
        yield tuple(escaped(value) if isinstance(value, str) else value for value in row)


def _verify_row(sheet: str, expected: Sequence[Value], found: Sequence[object]) -> None:
    for wanted, read in zip_longest(expected, found):
        got = read.date() if isinstance(read, datetime) else read
        if type(got) is not type(wanted) or got != wanted:
            raise _differs(sheet, _shown(wanted), _shown(got))


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _differs(sheet: str, expected: str, found: str) -> UserError:
    """Return the error that shows where two texts part, and not the whole of what somebody wrote."""
    pairs = enumerate(zip(expected, found, strict=False))
    same = next((index for index, (one, other) in pairs if one != other), min(len(expected), len(found)))
    start = max(0, same - _EXCERPT // 3)
    one, other = (text[start : start + _EXCERPT] for text in (expected, found))
    return UserError("workbook_differs", sheet=sheet, expected=one, found=other)
