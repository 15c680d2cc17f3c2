"""Owns the reading of delimited text as Swedish Excel and others save it: encoding, delimiter, quotes."""

import csv
import io

from finsam_review.importing.files.outcome import Cell, Sheet, UnreadableError

_DELIMITERS = ";\t,|"
_SAMPLE_ROWS = 200
_ROWS_MAX = 100_000


def decode(data: bytes) -> str:
    """Return the text of a file: byte order mark, then strict UTF-8, then UTF-16 by its zeros, then
    cp1252.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    sample = data[:4096]
    if b"\x00" in sample:
        big = sample[::2].count(0) > sample[1::2].count(0)
        return data.decode("utf-16-be" if big else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves open become U+FFFD: shown, never a failure.
        return data.decode("cp1252", errors="replace")


def read_csv(data: bytes) -> tuple[Sheet, ...]:
    """Return the one sheet of a delimited text. Raises :class:`UnreadableError` when it is no table."""
    text = decode(data).replace("\x00", "")
    delimiter, text = _stated_delimiter(text)
    delimiter = delimiter or _best_delimiter(text)
    try:
        rows = _rows(text, delimiter)
    except csv.Error as broken:
        raise UnreadableError("damaged", "sheet") from broken
    if max((len(row) for row in rows), default=0) < 2:
        raise UnreadableError("unsupported", "text")
    return (Sheet("", tuple(rows)),)


def _stated_delimiter(text: str) -> tuple[str, str]:
    """Return the delimiter that a first line ``sep=;`` states, and the text after it."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], rest
    return "", text


def _best_delimiter(text: str) -> str:
    """Return the delimiter by which most rows get the same number of cells, more than one."""
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> float:
    try:
        rows = [row for row in _rows(text[:200_000], delimiter)[:_SAMPLE_ROWS] if row]
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows if len(row) > 1]
    if not widths:
        return 0.0
    most = max(set(widths), key=widths.count)
    # Trailing empty cells are cut, so a row as wide as the widest or narrower still agrees.
    fitting = sum(1 < width <= most for width in widths)
    return fitting / max(1, len(rows)) + min(most, 12) / 100


def _rows(text: str, delimiter: str) -> list[tuple[Cell, ...]]:
    csv.field_size_limit(1_000_000)
    rows: list[tuple[Cell, ...]] = []
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False):
        cells: list[Cell] = [_cell(value) for value in record]
        while cells and cells[-1] is None:
            cells.pop()
        rows.append(tuple(cells))
        if len(rows) > _ROWS_MAX:
            raise UnreadableError("too_large", "sheet")
    return rows


def _cell(value: str) -> Cell:
    """Return the text of a cell; a leading apostrophe that guards a formula is not part of it."""
    stripped = value.strip(" \u00a0\t\r\n")
    if len(stripped) > 1 and stripped[0] == "'" and stripped[1] in "=+-@":
        stripped = stripped[1:]
    return stripped or None
