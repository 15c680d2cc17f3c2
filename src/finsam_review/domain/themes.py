"""Owns themes across applications: who saw what where, and what the förbund does not demand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import Note
from finsam_review.domain.points.sheet import Sheet, living
from finsam_review.domain.workshop import TableGroup, Theme


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """One theme in one application: the notes that carry it, the letters of their tables, and of how many.

    ``demanded`` is off where the förbund does not ask this of the kind of measure.
    """

    notes: tuple[str, ...]
    tables: tuple[str, ...]
    readers: int
    demanded: bool = True


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One application: a cell for each theme of the matrix, in its order."""

    application_id: str
    number: int
    title: str
    cells: tuple[ThemeCell, ...]


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """Applications × themes."""

    themes: tuple[Theme, ...]
    rows: tuple[ThemeRow, ...]


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How often a theme came back: notes, applications they are about, and tables they are from."""

    notes: int
    applications: int
    tables: int


def theme_counts(matrix: ThemeMatrix) -> Mapping[str, ThemeCount]:
    """Return how often each theme of the matrix came back, by its code."""
    counts = {}
    for place, theme in enumerate(matrix.themes):
        met = [row.cells[place] for row in matrix.rows if row.cells[place].notes]
        tables = {letter for cell in met for letter in cell.tables}
        counts[theme.code] = ThemeCount(sum(len(cell.notes) for cell in met), len(met), len(tables))
    return counts


def is_demanded(theme: Theme, kind: str | None) -> bool:
    """Whether the förbund asks this of a measure of ``kind``; of an unknown kind it asks everything."""
    return kind not in theme.not_demanded_of


def themes_by_note(sheet: Sheet, notes: Iterable[Note]) -> Mapping[str, frozenset[str]]:
    """Return the codes that each note carries, its own and those of its point, where there are any."""
    known = tuple(notes)
    now = living(sheet, known)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for note_id, codes in now.note_themes:
        found[note_id] |= set(codes)
    for point in now.points:
        for note_id in point.notes:
            found[note_id] |= set(point.themes)
    return {note_id: frozenset(codes) for note_id, codes in found.items() if codes}


def matrix_row(
    application: Application, themes: Sequence[Theme], sheet: Sheet, notes: Sequence[Note],
    readers: Sequence[TableGroup],
) -> ThemeRow:  # fmt: skip
    """Return the row of one application; ``notes`` are all of its own."""
    carried = themes_by_note(sheet, notes)
    cells = []
    for theme in themes:
        own = [note for note in notes if theme.code in carried.get(note.id, ())]
        tables = {note.place.table_id for note in own}
        letters = tuple(table.letter for table in readers if table.id in tables)
        demanded = is_demanded(theme, application.details.kind)
        cells.append(ThemeCell(tuple(note.id for note in own), letters, len(readers), demanded))
    return ThemeRow(application.id, application.number, application.short_title, tuple(cells))
