"""Owns the chancellery's list of what has come in, and the sheet that says which table reads what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.domain.intake import DiaryList, DiaryRow, ReadingRow, Vocabulary
from finsam_review.domain.text import fold
from finsam_review.domain.workshop import table_number
from finsam_review.i18n import kronor
from finsam_review.importing.files.outcome import Cell, Sheet
from finsam_review.importing.form.contacts import broken_email, emails_in, persons_in
from finsam_review.importing.form.kinds import kinds_in
from finsam_review.importing.form.parties import read_applicant, read_parties
from finsam_review.importing.tabular.cells import day_of, kronor_of, line_of
from finsam_review.importing.words.amounts import unit_in
from finsam_review.importing.words.bodies import party_codes
from finsam_review.importing.words.finding import Labelled, doubt, has_personal_number, mask
from finsam_review.importing.words.labels import field_of, is_bare_total, ordinal_year, year_in
from finsam_review.importing.words.periods import read_edge, read_period

_HEADER_WITHIN = 25
_TOTAL_ROW = re.compile(r"^(?:summa|totalt?|sum|antal|delsumma)\b")
_TABLES = re.compile(r"[,;/+&\n]|\boch\b|\s{1,}")
_TABLE_RANGE = re.compile(r"(\d{1,2})\s*[-–]\s*(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a list: in which row it stands and which columns hold which field."""

    row: int
    columns: Mapping[str, tuple[int, ...]]
    labels: tuple[str, ...]

    def cells(self, row: tuple[Cell, ...], name: str) -> list[tuple[int, Cell]]:
        """Return the filled cells of a field in a row, with their columns."""
        places = self.columns.get(name, ())
        return [(place, row[place]) for place in places if place < len(row) and row[place] is not None]

    def first(self, row: tuple[Cell, ...], name: str) -> Cell:
        """Return the first filled cell of a field in a row, or ``None``."""
        found = self.cells(row, name)
        return found[0][1] if found else None


def read_diary_list(sheets: tuple[Sheet, ...], *, file_name: str, vocabulary: Vocabulary) -> DiaryList | None:
    """Return the list in a file's sheets, or ``None`` when none of them is a list of applications."""
    rows: list[DiaryRow] = []
    readings: list[ReadingRow] = []
    for sheet in sheets:
        header = find_header(sheet)
        if header is None:
            continue
        if "table" in header.columns and not {"applicant", "amount", "text", "question"} & set(
            header.columns
        ):
            readings.extend(_readings(sheet, header))
        elif _is_diary(header):
            rows.extend(_rows(sheet, header, vocabulary))
            if "table" in header.columns:
                readings.extend(_readings(sheet, header))
    return DiaryList(file_name, tuple(rows), tuple(readings)) if rows or readings else None


def find_header(sheet: Sheet, *, least: int = 2) -> Header | None:
    """Return the header of a sheet: the row among the first with the most known column names."""
    best: Header | None = None
    for place, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns: dict[str, tuple[int, ...]] = {}
        for column, cell in enumerate(row):
            name = field_of(line_of(cell)) if isinstance(cell, str) else None
            if name is None and isinstance(cell, int) and year_in(str(cell)):
                name = "amount"
            if is_bare_total(line_of(cell)) and columns.get("amount", ())[-1:] == (column - 1,):
                name = "amount"
            if name:
                columns[name] = (*columns.get(name, ()), column)
        if len(columns) >= least and (best is None or len(columns) > len(best.columns)):
            best = Header(place, columns, tuple(line_of(cell) for cell in row))
    return best


def _is_diary(header: Header) -> bool:
    known = set(header.columns)
    if "text" in known and "question" in known:
        return False
    named = "title" in known or "file_name" in known
    return (
        named
        and len(
            known
            & {"diary_number", "applicant", "amount", "received", "file_name", "parties", "kind", "email"}
        )
        >= 1
    )


def _rows(sheet: Sheet, header: Header, vocabulary: Vocabulary) -> list[DiaryRow]:
    found: list[DiaryRow] = []
    for place, row in enumerate(sheet.rows[header.row + 1 :], start=header.row + 2):
        if _is_content(row, header):
            found.append(_Row(row, header, vocabulary, place).read())
    return found


def _is_content(row: tuple[Cell, ...], header: Header) -> bool:
    """Return whether a row is an application: neither blank, nor a sum, nor the header once more."""
    if not any(cell is not None for cell in row):
        return False
    title = line_of(header.first(row, "title"))
    first = next((line_of(cell) for cell in row if cell is not None), "")
    if _TOTAL_ROW.match(fold(first)) and not header.first(row, "diary_number"):
        return False
    if field_of(title) == "title" and title in header.labels:
        return False
    return bool(
        title or line_of(header.first(row, "file_name")) or line_of(header.first(row, "diary_number"))
    )


@dataclass(slots=True)
class _Row:
    """One row on its way to an application's fields."""

    row: tuple[Cell, ...]
    header: Header
    vocabulary: Vocabulary
    number: int
    values: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def read(self) -> DiaryRow:
        """Return the row as an application's fields, its faults as doubts."""
        self._texts()
        self._received()
        self._kind()
        self._parties()
        self._contact()
        self._period()
        self._amounts()
        file_name = line_of(self._cell("file_name"))
        return DiaryRow(ApplicationDetails(**self.values), file_name, tuple(self.doubts), self.number)

    def _cell(self, name: str) -> Cell:
        return self.header.first(self.row, name)

    def _set(self, name: str, value: object) -> None:
        if value not in ("", None, ()):
            self.values[name] = value

    def _texts(self) -> None:
        title = line_of(self._cell("title"))
        if has_personal_number(title):
            self.doubts.append(doubt("title", "personal_number", title))
        self._set("title", mask(title))
        number = line_of(self._cell("diary_number"))
        if not has_personal_number(number):
            self._set("diary_number", number)

    def _received(self) -> None:
        cell = self._cell("received")
        if cell is None:
            return
        day, code = day_of(cell)
        self._set("received_on", day)
        if code:
            self.doubts.append(doubt("received_on", code, line_of(cell)))

    def _kind(self) -> None:
        text = line_of(self._cell("kind"))
        codes, _ = kinds_in(text, self.vocabulary)
        if len(codes) == 1 and codes[0] != "?":
            self._set("kind", codes[0])
        elif text:
            self.doubts.append(doubt("kind", "kind_several" if len(codes) > 1 else "kind_unclear", text))

    def _parties(self) -> None:
        applicant = read_applicant(self._labelled("applicant"), self.vocabulary)
        parties = read_parties(self._labelled("parties"), self.vocabulary)
        if applicant:
            self._set("applicant", applicant.value)
            self.doubts.extend(applicant.doubts)
        if parties:
            self._set("organisations", parties.value)
            self._set("parties", party_codes(parties.value, self.vocabulary))
            self.doubts.extend(parties.doubts)

    def _contact(self) -> None:
        for place, cell in [*self.header.cells(self.row, "contact"), *self.header.cells(self.row, "leader")]:
            names, certain = persons_in(line_of(cell), self.vocabulary)
            if names and "contact_name" not in self.values:
                self._set("contact_name", names[0])
                if not certain or len(names) > 1:
                    self.doubts.append(doubt("contact_name", "contact_unclear", line_of(cell)))
            elif not names and place in self.header.columns.get("contact", ()):
                self.doubts.append(doubt("contact_name", "contact_unclear", line_of(cell)))
        for name in ("email", "contact"):
            addresses = emails_in(line_of(self._cell(name)))
            if addresses and "contact_email" not in self.values:
                self._set("contact_email", addresses[0][0])
                if addresses[0][1] or len(addresses) > 1:
                    self.doubts.append(doubt("contact_email", "email_mended", line_of(self._cell(name))))
        text = line_of(self._cell("email"))
        kept, code = broken_email(text)
        if code and "contact_email" in self.values:
            kept, code = "", "email_unclear"
        if code:
            self._set("contact_email", kept)
            self.doubts.append(doubt("contact_email", code, text))

    def _period(self) -> None:
        for name, last in (("start", False), ("end", True)):
            cell = self._cell(name)
            if cell is not None:
                day, code = (day_of(cell)) if not isinstance(cell, str) else read_edge(cell, last=last)
                self._set(f"period_{name}", day)
                if code:
                    self.doubts.append(doubt(f"period_{name}", code, line_of(cell)))
        text = line_of(self._cell("period"))
        if text and not {"period_start", "period_end"} & set(self.values):
            period = read_period(text)
            self._set("period_start", period.start)
            self._set("period_end", period.end)
            self.doubts.extend(
                doubt(name, code, text) for code in period.codes for name in ("period_start", "period_end")
            )

    def _amounts(self) -> None:
        by_year: dict[int, int] = {}
        total: int | None = None
        for place, cell in self.header.cells(self.row, "amount"):
            label = self.header.labels[place]
            amount, code = kronor_of(cell, unit=unit_in(label))
            if code:
                self.doubts.append(doubt("amounts", code, line_of(cell)))
            year = year_in(label)
            if not amount or code == "amount_unit":
                continue
            if year:
                by_year[year] = by_year.get(year, 0) + amount
            elif ordinal_year(label) is None:
                total = amount
            else:
                self.doubts.append(doubt("amounts", "amount_year_missing", line_of(cell)))
        self._set("amounts", tuple(sorted(by_year.items())))
        whole = sum(by_year.values())
        if total is not None and by_year and total != whole:
            self.doubts.append(
                doubt("amount_total", "sum_differs", values={"total": kronor(total), "sum": kronor(whole)})
            )
        certain = by_year and not any(d.field == "amounts" for d in self.doubts)
        self._set("amount_total", total if total is not None else whole if certain else None)

    def _labelled(self, name: str) -> list[Labelled]:
        return [
            Labelled(name, self.header.labels[place], line_of(cell))
            for place, cell in self.header.cells(self.row, name)
        ]


def _readings(sheet: Sheet, header: Header) -> list[ReadingRow]:
    """Return who reads what, each table's applications in the order of the sheet."""
    found: list[ReadingRow] = []
    counts: dict[int, int] = {}
    for row in sheet.rows[header.row + 1 :]:
        application = line_of(header.first(row, "diary_number")) or line_of(header.first(row, "title"))
        if not application:
            continue
        for table in _tables(header.cells(row, "table"), header):
            counts[table] = counts.get(table, 0) + 1
            found.append(ReadingRow(table, application, counts[table]))
    return found


def _tables(cells: list[tuple[int, Cell]], header: Header) -> list[int]:
    """Return the tables that cells name: *1, 2, 3*, *A–C*, *Bord 4*, or an x under the heading *Bord 4*."""
    tables: list[int] = []
    for place, cell in cells:
        text = line_of(cell)
        if fold(text) in {"x", "ja", "✓"}:
            tables.append(table_number(header.labels[place]) or 0)
            continue
        for match in _TABLE_RANGE.finditer(text):
            tables.extend(range(int(match[1]), int(match[2]) + 1))
        tables.extend(
            table_number(word) or 0 for word in _TABLES.split(_TABLE_RANGE.sub(" ", text)) if word.strip()
        )
    return list(dict.fromkeys(table for table in tables if table))
