"""Owns the list of notes written elsewhere: which table, which application, which question, and the text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.importing.diary_list import Header, find_header
from finsam_review.importing.files.outcome import Sheet
from finsam_review.importing.sandbox import DocumentReader
from finsam_review.importing.tabular.cells import line_of, text_of

_NEEDED = {"table": "bord", "application": "ansökan", "question": "fråga", "text": "text"}


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One row of a list of notes, as written there.

    ``row`` is the record's place after the header row, from 1; ``table`` a label such as *3* or *C*;
    ``application`` a diary number, a number or a title; ``question`` the question's number as written.
    """

    row: int
    table: str
    application: str
    question: str
    text: str


def read_note_list(path: Path) -> list[NoteRow]:
    """Return the rows of a list of notes: CSV, Excel or OpenDocument, its columns in any order.

    Rows without any text are left out. Raises ``UserError`` with ``list_unreadable`` when the file is no
    readable list and ``list_no_header`` when columns are missing.
    """
    with DocumentReader() as reader:
        document, sheets = reader.read_any(path)
    if document.problem or not sheets:
        raise UserError("list_unreadable", file=path.name)
    missing: list[str] = list(_NEEDED.values())
    for sheet in sheets:
        header = find_header(sheet, least=2)
        columns = _columns(header) if header else {}
        lacking = [word for name, word in _NEEDED.items() if name not in columns]
        if header and not lacking:
            return _rows(sheet, header, columns)
        missing = min(missing, lacking, key=len)
    raise UserError("list_no_header", file=path.name, columns=", ".join(missing))


def _columns(header: Header) -> dict[str, int]:
    """Return the column of each part of a note; *ansökan* may be a title, a number or a diary number."""
    columns = {name: places[0] for name, places in header.columns.items()}
    application = next((columns[name] for name in ("diary_number", "title") if name in columns), None)
    found: dict[str, int] = {name: place for name, place in columns.items() if name in _NEEDED}
    return found if application is None else {**found, "application": application}


def _rows(sheet: Sheet, header: Header, columns: dict[str, int]) -> list[NoteRow]:
    found: list[NoteRow] = []
    records = (row for row in sheet.rows[header.row + 1 :])
    for number, row in enumerate(records, start=1):
        cells = {name: row[place] if place < len(row) else None for name, place in columns.items()}
        text = text_of(cells["text"])
        if text:
            found.append(
                NoteRow(
                    number,
                    line_of(cells["table"]),
                    line_of(cells["application"]),
                    line_of(cells["question"]),
                    text,
                )
            )
    return found
