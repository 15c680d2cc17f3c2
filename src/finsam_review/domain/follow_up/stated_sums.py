"""Owns the finding of stated sums: *7 380 000 + 5 250 000 = 14 410 000*, and *Summa* below a column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from finsam_review.domain.follow_up.figures import (
    Figure,
    figures_in,
    names_year,
    only_figure,
    placed_figures,
    unit_named,
)
from finsam_review.domain.intake import Block, TableBlock
from finsam_review.domain.text import fold

_EQUALS = re.compile(
    r"=|\b(?:totalt|sammanlagt|summa|blir|tillsammans|dvs|alltså|det vill säga)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÅÄÖ])|\n")
_TOTAL = re.compile(
    r"\b(?:(?:del)?summa|total(?:t|a|en|er|s|summa|kostnad\w*|belopp\w*)?|sammanlagt|subtotal|sum)\b"
)
_OF_WHICH = re.compile(r"^(?:varav|därav|of which)\b")
_COLUMNS = re.compile(r"\t| {2,}")
_LINE_MAX = 2_000
_NOUGHT = frozenset({"-", "–", "—"})
"""What stands in a column of amounts for none."""


@dataclass(frozen=True, slots=True)
class StatedSum:
    """A sum as it is written: its parts and what is stated, in whole kronor, and the words it stands in.

    ``is_rounding`` tells that a difference is no larger than what rounding of the figures can make.
    """

    quote: str
    parts: tuple[int, ...]
    stated: int
    is_rounding: bool = False

    @property
    def parts_sum(self) -> int:
        """What the parts add up to."""
        return sum(self.parts)

    @property
    def difference(self) -> int:
        """How much more is stated than the parts add up to; negative if less."""
        return self.stated - self.parts_sum

    @property
    def adds_up(self) -> bool:
        """Whether nothing is wrong with it: no difference, or one that rounding explains."""
        return self.difference == 0 or self.is_rounding


def find_stated_sums(source: str | Sequence[Block]) -> tuple[StatedSum, ...]:
    """Return every sum that a text, or the blocks of a document, state with their parts, right or wrong.

    Lines of a text that have columns parted by tabs or several blanks, or that end with an amount, are read
    as a table. Parts and sum may be in kronor, tkr or mnkr, with decimals.
    """
    found: list[StatedSum] = []
    if isinstance(source, str):
        found.extend(_in_text(source))
        found.extend(item for rows in _tables_in(source) for item in _in_rows(rows))
        return tuple(found)
    for block in source:
        if not isinstance(block, TableBlock):
            found.extend(_in_text(block.text))
            continue
        found.extend(item for row in block.rows for cell in row for item in _in_text(cell))
    found.extend(item for rows in _whole_tables(source) for item in _in_rows(rows))
    return tuple(found)


def _whole_tables(blocks: Sequence[Block]) -> Iterator[list[tuple[str, ...]]]:
    """Yield the rows of each table; one that a page cut in two is put together again."""
    rows: list[tuple[str, ...]] = []
    for block in blocks:
        if not isinstance(block, TableBlock):
            if rows:
                yield rows
            rows = []
        elif rows and _goes_on(rows, block.rows):
            rows.extend(block.rows[1:] if block.rows[0] == rows[0] else block.rows)
        else:
            if rows:
                yield rows
            rows = list(block.rows)
    if rows:
        yield rows


def _goes_on(rows: Sequence[tuple[str, ...]], more: Sequence[tuple[str, ...]]) -> bool:
    """Return whether a table right below another goes on with it: the same headings again, or none at all."""
    if not more or len(more[0]) != len(rows[0]):
        return False
    begins = [figure for cell in more[0][1:] if (figure := only_figure(cell))]
    return more[0] == rows[0] or any(not figure.is_year for figure in begins)


def _in_text(text: str) -> Iterator[StatedSum]:
    if "+" not in text:
        return
    for sentence in _SENTENCE.split(text):
        begins = 0
        for equals in _EQUALS.finditer(sentence if len(sentence) <= _LINE_MAX else ""):
            terms = [figures_in(term) for term in sentence[begins : equals.start()].split("+")]
            stated = figures_in(sentence[equals.end() :].partition("+")[0])
            if len(terms) > 1 and all(terms) and stated:
                parts = [terms[0][-1], *(term[0] for term in terms[1:])]
                yield _sum(sentence, parts, stated[0])
                begins = equals.end()


def _sum(quote: str, parts: Sequence[Figure], stated: Figure, factor: int | None = None) -> StatedSum:
    """Return a sum; a number without a unit has that of the column, of the total, or of the other parts."""
    units = (factor, stated.factor, *(part.factor for part in parts), 1)
    unit = next(known for known in units if known)
    made = tuple(part.kronor(unit) for part in parts)
    total = stated.kronor(unit)
    slack = sum((figure.slack(unit) for figure in (*parts, stated)), Decimal(0))
    return StatedSum(" ".join(quote.split()), made, total, is_rounding=0 < abs(total - sum(made)) <= slack)


@dataclass(slots=True)
class _Column:
    """A column being read downwards: the amounts since the last sum, all of them, and the sums themselves."""

    since: list[Figure] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    sums: list[Figure] = field(default_factory=list)
    factor: int | None = None

    def clear(self) -> None:
        """Begin again below a heading."""
        self.since, self.figures, self.sums = [], [], []

    def add(self, figure: Figure) -> None:
        """Take in an amount."""
        self.since.append(figure)
        self.figures.append(figure)

    def close(self, label: str, quote: str, stated: Figure) -> StatedSum | None:
        """Return the sum that ends here, read as it adds up if any reading does; ``None`` without parts."""
        readings = [reading for reading in self._readings(label, stated) if len(reading) > 1]
        made = [_sum(quote, reading, stated, self.factor) for reading in readings]
        self.sums.append(stated)
        self.since = []
        right = [item for item in made if item.adds_up]
        return next(iter([*right, *made]), None)

    def _readings(self, label: str, stated: Figure) -> Iterator[list[Figure]]:
        """Yield what the sum may be of; sums of other years are no parts of one that names a year."""
        if self.sums and (self.since or not names_year(label)):
            yield [*self.sums, *self.since]
        if self.since:
            yield self.since
            yield self.figures
            if stated.factor:
                yield [figure for figure in self.since if figure.factor]


def _in_rows(rows: Sequence[Sequence[str]]) -> Iterator[StatedSum]:
    """Yield the sums under the columns of a table, and those across years at the end of its rows."""
    columns: dict[int, _Column] = {}
    heading: Sequence[str] = ()
    for row in filter(None, rows):
        figures = {place: found for place, cell in enumerate(row) if place and (found := only_figure(cell))}
        if all(figure.is_year for figure in figures.values()):
            heading = row if any(cell.strip() for cell in row[1:]) else heading
            _begin_again(columns, row)
            continue
        quote = " | ".join(cell for cell in row if cell.strip())
        yield from _across(quote, figures, heading, columns)
        yield from _down(quote, row, figures, columns)


def _down(
    quote: str, row: Sequence[str], figures: Mapping[int, Figure], columns: dict[int, _Column]
) -> Iterator[StatedSum]:
    label = fold(row[0])
    for place, cell in enumerate(row):
        column = columns.setdefault(place, _Column())
        figure = figures.get(place) or (Figure(Decimal(0), None, 0) if cell.strip() in _NOUGHT else None)
        if figure is None:
            if place and cell.strip():
                column.clear()
        elif _TOTAL.search(label):
            found = column.close(label, quote, figure)
            if found:
                yield found
        elif not _OF_WHICH.search(label):
            column.add(figure)


def _begin_again(columns: dict[int, _Column], row: Sequence[str]) -> None:
    """Clear the columns below a row of headings, and note the unit that they name."""
    for place, cell in enumerate(row):
        if place and cell.strip():
            column = columns.setdefault(place, _Column())
            column.clear()
            column.factor = unit_named(cell) or unit_named(row[0])


def _across(
    quote: str, figures: Mapping[int, Figure], heading: Sequence[str], columns: Mapping[int, _Column]
) -> Iterator[StatedSum]:
    """Yield the sum at the end of a row whose other amounts stand below years."""
    if len(figures) < 3 or max(figures) >= len(heading):
        return
    *years, last = sorted(figures)
    if _TOTAL.search(fold(heading[last])) and all(names_year(heading[place]) for place in years):
        factor = columns[last].factor if last in columns else None
        yield _sum(quote, [figures[place] for place in years], figures[last], factor)


def _tables_in(text: str) -> Iterator[list[tuple[str, ...]]]:
    """Yield runs of lines that read as the rows of a table."""
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        row = _row_in(line.strip())
        if row:
            rows.append(row)
            continue
        if len(rows) > 2:
            yield rows
        rows = []


def _row_in(line: str) -> tuple[str, ...]:
    """Return a line as the cells of a row; of one that ends with an amount, its words and the amount."""
    if len(line) > _LINE_MAX:
        return ()
    if _COLUMNS.search(line):
        return tuple(_COLUMNS.split(line))
    found = placed_figures(line)
    if not found or line[found[-1][1] :].strip(" .") or not line[: found[-1][0]].strip(" :"):
        return ()
    start, end, _ = found[-1]
    return (line[:start].strip(" :"), line[start:end])
