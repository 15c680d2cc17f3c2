"""Owns the list of participants: who comes, from where, for which party, however its columns are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from finsam_review.domain.checks.gate import without_identity_numbers
from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import FailedItem, Vocabulary
from finsam_review.domain.participants import Participant
from finsam_review.domain.text import fold
from finsam_review.importing.files.outcome import Cell, Sheet
from finsam_review.importing.sandbox import DocumentReader
from finsam_review.importing.tabular.cells import line_of
from finsam_review.importing.words.bodies import MUNICIPAL, find_bodies, party_codes
from finsam_review.importing.words.finding import is_placeholder
from finsam_review.importing.words.labels import normalise

_HEADER_WITHIN = 25
_COLUMNS = (
    (
        "other",
        r"e-? ?post|mejl|mail|telefon|mobil|^tel\b|allergi|\bkost|personn(?:umme)?r|^pnr$|^nr$|nummer|\bbord",
    ),
    ("size", r"storlek|\bsize\b|^liten\b"),
    ("present", r"^närvar|^deltar\b|^kommer\b|^anmäl|deltagande|attend|^present|^svar$|kan komma|^status$"),
    ("first", r"^förnamn|tilltalsnamn|first ?name|given ?name"),
    ("last", r"^efternamn|last ?name|surname|family ?name"),
    ("role", r"roll\b|befattning|titel|funktion|yrke|uppdrag|\brole\b|position|job ?title"),
    ("organisation", r"organisation|arbetsgivare|arbetsplats|myndighet|företräder|representerar|employer"),
    ("party", r"^part(?:er)?\b|sektor|huvudman|^party\b|partstillhörighet"),
    ("municipality", r"^(?:hem)?kommun(?:ens? namn|namn)?$|municipality"),
    ("organisation", r"tillhör|förvaltning|verksamhet|\benhet|^från$|^org\b|company"),
    ("name", r"^(?:namn|name|person|deltagar(?:e|ens? namn|namn)|participant)\b|för- och efternamn"),
)
_FIELDS = tuple((field, re.compile(pattern)) for field, pattern in _COLUMNS)
_SIZES = (
    ("small", re.compile(r"^(?:s$|små|liten|litet|mindre|small)")),
    ("medium", re.compile(r"^(?:m$|mellan|medel|medium)")),
    ("large", re.compile(r"^(?:l$|stor|större|large)")),
)
_NOT_HERE = re.compile(
    r"^(?:nej|n|no|0|false|frånvarande|avböj\w*|förhind\w*|sjuk\w*|återbud|absent)\b"
    r"|\b(?:inte|ej|kan tyvärr)\b|tackat nej"
)
_NOBODY = re.compile(r"^(?:n\.? ?n\.?|vakan\w*|ej utsedd|inte utsedd|tba|okänd|namn|summa|totalt?|antal)\b")
_TOTAL = re.compile(r"^(?:summa|totalt?|antal)\b")
_OWN_S = re.compile(r"(?:ås|näs|fors|grums)$", re.IGNORECASE)
"""Names of municipalities that end in an *s* of their own: *Alingsås kommun* is Alingsås."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One participant of a list; the fields are those of :class:`Participant`.

    ``row`` is the record's place after the header row, from 1.
    """

    row: int
    name: str
    organisation: str = ""
    party: str | None = None
    municipality: str = ""
    municipality_size: str | None = None
    role: str = ""
    present: bool = True

    def participant(self, ident: str) -> Participant:
        """Return the row as a participant of the day with the id ``ident``."""
        return Participant(
            ident, self.name, self.organisation, self.party, self.municipality, self.municipality_size,
            self.role, self.present,
        )  # fmt: skip


def read_participants(
    path: Path, *, vocabulary: Vocabulary
) -> tuple[tuple[ParticipantRow, ...], tuple[FailedItem, ...]]:
    """Return the participants of a list, and the rows that name nobody: CSV, Excel or OpenDocument.

    The columns stand in any order, on one sheet or several; the party is worked out from the organisation
    where no column states it. Identity numbers are never taken in. Raises ``UserError`` with
    ``list_unreadable`` when the file is no readable list and ``list_no_header`` when no column holds names.
    """
    with DocumentReader() as reader:
        document, sheets = reader.read_any(path)
    if document.problem or not sheets:
        raise UserError("list_unreadable", file=path.name)
    rows: list[ParticipantRow] = []
    failed: list[FailedItem] = []
    headed = [(sheet, header) for sheet in sheets if (header := _header(sheet))]
    if not headed:
        raise UserError("list_no_header", file=path.name, columns="namn")
    for sheet, header in headed:
        found, nameless = _read(sheet, header, vocabulary)
        rows.extend(found)
        failed.extend(FailedItem(f"{path.name} {row}", "row_name_missing", {}) for row in nameless)
    return _with_sizes(rows), tuple(failed)


@dataclass(frozen=True, slots=True)
class _Header:
    """In which row the columns are named, and which of them hold which field."""

    row: int
    columns: Mapping[str, tuple[int, ...]]

    def texts(self, cells: tuple[Cell, ...], field: str) -> list[str]:
        """Return what the filled cells of a field say, each thing once, without identity numbers."""
        places = [place for place in self.columns.get(field, ()) if place < len(cells)]
        texts = [line_of(without_identity_numbers(line_of(cells[place]), "")) for place in places]
        return list(dict.fromkeys(text for text in texts if text and not is_placeholder(text)))

    def text(self, cells: tuple[Cell, ...], field: str) -> str:
        """Return what the first filled cell of a field says."""
        return next(iter(self.texts(cells, field)), "")


def _header(sheet: Sheet) -> _Header | None:
    """Return the header of a sheet: the row among the first with the most known columns, names among them."""
    best: _Header | None = None
    for place, cells in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns: dict[str, tuple[int, ...]] = {}
        for column, cell in enumerate(cells):
            field = _field(cell) if isinstance(cell, str) else None
            if field:
                columns[field] = (*columns.get(field, ()), column)
        if {"name", "first", "last"} & set(columns) and (best is None or len(columns) > len(best.columns)):
            best = _Header(place, columns)
    return best


def _field(label: str) -> str | None:
    text = normalise(label)
    return next((field for field, pattern in _FIELDS if pattern.search(text)), None) if text else None


def _read(sheet: Sheet, header: _Header, vocabulary: Vocabulary) -> tuple[list[ParticipantRow], list[int]]:
    """Return the participants of a sheet, and the numbers of the rows that say something, but name nobody."""
    found: list[ParticipantRow] = []
    nameless: list[int] = []
    records = sheet.rows[header.row + 1 :]
    marked_only = _marks_only(records, header)
    for number, cells in enumerate(records, start=1):
        if not any(line_of(cell) for cell in cells) or _is_total(cells):
            continue
        name, title = _name(cells, header)
        if not name:
            nameless.append(number)
            continue
        row = ParticipantRow(
            number,
            name,
            organisation=", ".join(header.texts(cells, "organisation")),
            municipality=_bare_municipality(header.text(cells, "municipality")),
            municipality_size=_size(header.text(cells, "size")),
            role=", ".join(header.texts(cells, "role")) or title,
            present=_is_present(header.text(cells, "present"), blank_is_absent=marked_only),
        )
        found.append(_with_party(row, header.text(cells, "party"), vocabulary))
    return found, nameless


def _name(cells: tuple[Cell, ...], header: _Header) -> tuple[str, str]:
    """Return a person's name, first name first, and the title written behind it, each empty if none."""
    parts = [header.text(cells, "first"), header.text(cells, "last")]
    text, title = " ".join(part for part in parts if part), ""
    if not text:
        text, comma, rest = (part.strip() for part in header.text(cells, "name").partition(","))
        if comma and len(text.split()) == 1 and rest[:1].isupper():
            text = f"{rest} {text}"
        else:
            title = rest
    letters = any(char.isalpha() for char in text)
    return (text, title) if letters and not _NOBODY.match(fold(text)) else ("", "")


def _is_total(cells: tuple[Cell, ...]) -> bool:
    first = next((line_of(cell) for cell in cells if line_of(cell)), "")
    return _TOTAL.match(fold(first)) is not None


def _with_party(row: ParticipantRow, stated: str, vocabulary: Vocabulary) -> ParticipantRow:
    """Return the row with its party, and with the municipality that the organisation names."""
    party = _party(stated, vocabulary) or _party(row.organisation, vocabulary)
    if party is None and row.municipality and not row.organisation and not stated:
        party = MUNICIPAL if any(known.code == MUNICIPAL for known in vocabulary.parties) else None
    municipality = row.municipality
    if party == MUNICIPAL and not municipality:
        bodies = [body for body in find_bodies(row.organisation, vocabulary) if body.party == MUNICIPAL]
        municipality = _bare_municipality(bodies[0].name) if bodies else ""
    organisation = row.organisation or (
        f"{municipality} kommun" if party == MUNICIPAL and municipality else ""
    )
    return replace(row, party=party, municipality=municipality, organisation=organisation)


def _party(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the code of the party that a text names or belongs to, ``None`` when it is none of the day's."""
    wanted = fold(text)
    if not wanted:
        return None
    for party in vocabulary.parties:
        words = (party.code, party.name, party.short_name, *party.synonyms, *party.bodies)
        if wanted in map(fold, words):
            return party.code
    return next(iter(party_codes((text,), vocabulary)), None)


def _bare_municipality(text: str) -> str:
    """Return *Lidköping* for *Lidköpings kommun*."""
    name, found, _ = re.sub(r"\s+", " ", text).partition(" kommun")
    if not found:
        return text.removesuffix(" stad")
    return name if _OWN_S.search(name) else name.removesuffix("s")


def _size(text: str) -> str | None:
    return next((size for size, pattern in _SIZES if pattern.match(fold(text))), None)


def _with_sizes(rows: Sequence[ParticipantRow]) -> tuple[ParticipantRow, ...]:
    """Return the rows with the size of a municipality wherever any row of the list states it."""
    sizes = {fold(row.municipality): row.municipality_size for row in rows if row.municipality_size}
    return tuple(
        replace(row, municipality_size=sizes.get(fold(row.municipality)))
        if row.municipality and row.municipality_size is None
        else row
        for row in rows
    )


def _marks_only(records: Sequence[tuple[Cell, ...]], header: _Header) -> bool:
    """Return whether those who come are marked and nobody else is: then no mark means not coming."""
    texts = [header.text(cells, "present") for cells in records]
    return any(texts) and not any(_NOT_HERE.search(fold(text)) for text in texts if text)


def _is_present(text: str, *, blank_is_absent: bool) -> bool:
    if not text:
        return not blank_is_absent
    return _NOT_HERE.search(fold(text)) is None
