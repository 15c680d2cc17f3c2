"""Owns the finding of labels with their values in the blocks of a document, however a form is laid out."""

from __future__ import annotations

import dataclasses
import re

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock
from finsam_review.importing.form.totals import TOTAL, settled, total_line, total_of
from finsam_review.importing.words.finding import Labelled
from finsam_review.importing.words.labels import field_of, is_bare_total, is_sought, normalise, year_in

_FORM_FIELDS = 2
_BLOCKS_MAX = 1_500
_TEXT_MAX = 1_500
_CELL_MAX = 800
_CELLS_MAX = 24
_ROWS_MAX = 200
_SMALL_ROWS = 2
_FORM_SHARE = 0.6
_VALUE_MAX = 400
_LINE_LABEL_MAX = 60
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[A-Za-z])[.)]\s+")
_COMMON = frozenset(
    {
        "ansökan",
        "projekt",
        "projektet",
        "insats",
        "insatsen",
        "period",
        "tid",
        "när",
        "år",
        "organisation",
        "summa",
    }
)
"""Labels that are as often plain words; alone on a line without a colon they name nothing."""
_WEAK = frozenset(
    {"other", "cost", "table", "question", "text", "start", "end", "leader", "date", "person", TOTAL}
)


def bounded(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the part of a document that is searched: blocks and cells cut to lengths no form comes near.

    Searching is done in the program's own process, so its time must not depend on what a stranger sends.
    """
    return tuple(_bounded(block) for block in blocks[:_BLOCKS_MAX])


def _bounded(block: Block) -> Block:
    if isinstance(block, TableBlock):
        rows = block.rows[:_ROWS_MAX]
        return TableBlock(tuple(tuple(_cut(cell, _CELL_MAX) for cell in row[:_CELLS_MAX]) for row in rows))
    return dataclasses.replace(block, text=_cut(block.text, _TEXT_MAX))


def _cut(text: str, length: int) -> str:
    return re.sub(r"[ \t\u00a0]{4,}", "   ", text[: 2 * length])[:length]


def labelled(blocks: tuple[Block, ...]) -> list[Labelled]:
    """Return every label with its value, in the order of the document."""
    found: list[Labelled] = []
    for place, block in enumerate(blocks):
        if isinstance(block, TableBlock):
            found.extend(_table(block))
        elif isinstance(block, Heading) or _is_lone_label(block):
            found.extend(_section(block.text, blocks[place + 1 : place + 8]))
        if not isinstance(block, (TableBlock, Heading)):
            found.extend(_lines_with_totals(block.text))
    return settled(found)


def _lines_with_totals(text: str) -> list[Labelled]:
    """Return the labels of a paragraph; a line without one is kept, for a total after it may sum it too."""
    found: list[Labelled] = []
    for line in text.split("\n"):
        total = total_line(line)
        found.extend(_line(line) or [total or Labelled("other", "", line)])
    return found


def _table(table: TableBlock) -> list[Labelled]:
    rows = [row for row in table.rows if any(cell.strip() for cell in row)]
    found: list[Labelled] = []
    place = 0
    while place < len(rows):
        below = rows[place + 1] if place + 1 < len(rows) else None
        if below is not None and _is_header(rows[place], below):
            values, taken, several = _values(rows[place + 1 :])
            found.extend(_columns(rows[place], values, prose=several))
            place += 1 + taken
        else:
            found.extend(_row(rows[place]) or [Labelled("other", rows[place][0], "\n".join(rows[place][1:]))])
            place += 1
    found = settled(found)
    strong = [item.field for item in found if item.field not in _WEAK]
    form = len(set(strong)) >= _FORM_FIELDS or len(strong) >= _FORM_SHARE * len(rows)
    return found if form or len(rows) <= _SMALL_ROWS else [item for item in found if _is_sought(item)]


def _is_sought(item: Labelled) -> bool:
    """Return whether a row of a budget is the amount applied for by its own label, or the total of such."""
    named = is_sought(item.label) or is_bare_total(item.label)
    return item.field == "amount" and named and "\n" not in item.value


def _is_header(row: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Return whether all cells of a row are labels whose values stand in the row below."""
    names = [cell for cell in row if cell.strip()]
    labels = [cell for cell in names if _is_label(cell)]
    totals = [cell for cell in names if is_bare_total(cell)]
    if totals and all(cell in totals or (cell in labels and year_in(cell)) for cell in names):
        labels = names
    if len(names) < 2 or len(labels) < len(names):
        return False
    values = [cell for cell in below if cell.strip()]
    return bool(values) and not all(_is_label(cell) for cell in values) and not _is_label(below[0])


def _values(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], int, bool]:
    """Return the values under a header, how many rows they take, and whether those may be several records.

    A row that fills one cell only goes on with the value above it. Rows that fill more may be lines of the
    same values or further records: joined, and told apart by nobody but a person.
    """
    values = list(rows[0])
    taken, several = 1, False
    for row in rows[1:]:
        filled = [place for place, cell in enumerate(row) if cell.strip()]
        if len(row) > len(values) or any(_is_label(row[place]) or _in_cell(row[place]) for place in filled):
            break
        several = several or len(filled) > 1
        for place in filled:
            values[place] = f"{values[place]}\n{row[place]}".strip()
        taken += 1
    return tuple(values), taken, several


def _columns(row: tuple[str, ...], below: tuple[str, ...], *, prose: bool) -> list[Labelled]:
    return [
        total_of(label, value) or Labelled(field_of(label) or "other", label, value.strip(), prose=prose)
        for label, value in zip(row, below, strict=False)
        if label.strip()
    ]


def _row(row: tuple[str, ...]) -> list[Labelled]:
    cells = [cell for cell in row if cell.strip()]
    found: list[Labelled] = []
    place = 0
    while place < len(cells):
        cell = cells[place]
        inside = _in_cell(cell)
        if inside:
            found.extend(inside)
            place += 1
        elif place + 1 < len(cells) and (total := total_of(cell, cells[place + 1])):
            found.append(total)
            place += 2
        elif _is_label(cell):
            values = [cells[place + 1]] if place + 1 < len(cells) else []
            place += 2
            while place < len(cells) and not _begins(cells[place]):
                values.append(cells[place])
                place += 1
            found.append(Labelled(field_of(cell) or "other", cell, "\n".join(values).strip()))
        else:
            place += 1
    return found


def _begins(cell: str) -> bool:
    """Return whether a cell to the right of a value begins something new."""
    return _is_label(cell) or is_bare_total(cell) or bool(_in_cell(cell))


def _in_cell(cell: str) -> list[Labelled]:
    """Return the label and value of a cell that holds both: a label line over the value, or *Label:
    value*.
    """
    lines = [line.strip() for line in cell.strip().split("\n") if line.strip()]
    if not lines:
        return []
    label, value = lines[0], lines[1:]
    while value and value[0].startswith("(") and value[0].endswith(")"):
        label, value = f"{label} {value[0]}", value[1:]
    field = field_of(label)
    if value and field and _is_name(label) and ":" not in label.rstrip(": ") and _is_value(value[0], label):
        return [Labelled(field, label, "\n".join(value))]
    inside = [found for line in lines for found in _line(line)]
    return _lines_with_totals("\n".join(lines)) if inside else []


def _lines(text: str) -> list[Labelled]:
    return [found for line in text.split("\n") for found in _line(line)]


def _line(line: str) -> list[Labelled]:
    """Return the label and value of a line such as *Sökande: Ronneby kommun*, or with a tab between."""
    for sign in (":", "\t"):
        label, parted, value = line.partition(sign)
        if parted and value.strip() and 1 < len(label.strip()) <= _LINE_LABEL_MAX:
            field = field_of(label)
            if field and not _is_sentence(label):
                return [Labelled(field, label.strip(), value.strip())]
    return []


def _section(label: str, following: tuple[Block, ...]) -> list[Labelled]:
    """Return a heading that is a label, with the short text or the items under it."""
    field = field_of(label)
    if field is None or field in _WEAK:
        return []
    texts: list[str] = []
    for block in following:
        if isinstance(block, (TableBlock, Heading)) or _is_lone_label(block) or _lines(block.text):
            break
        texts.append(block.text)
        if isinstance(block, Paragraph) and not (len(texts) > 1 or _is_short(block.text)):
            break
    value = "\n".join(texts)[:_VALUE_MAX]
    prose = not all(_is_short(text) for text in texts)
    return [Labelled(field, label, value, prose=prose)] if value else []


def _is_short(text: str) -> bool:
    return len(text) <= 120 and not text.rstrip().endswith(".")


def _is_lone_label(block: Block) -> bool:
    """Return whether a paragraph is only a label with a colon, its value in what follows."""
    if not isinstance(block, (Paragraph, ListItem)) or len(block.text) > _LINE_LABEL_MAX:
        return False
    text = _NUMBERED.sub("", block.text.rstrip())
    if text.endswith(":"):
        return field_of(text) is not None
    plain = isinstance(block, Paragraph) and text[:1].isupper() and not set(text) & set(":\n.,;")
    return plain and _is_name(text) and field_of(text) not in _WEAK and normalise(text) not in _COMMON


def _is_label(cell: str) -> bool:
    return _is_name(cell) and not _in_cell(cell)


def _is_name(text: str) -> bool:
    return field_of(text) is not None and not _is_sentence(text) and not any(sign in text for sign in "@☐☒☑")


def _is_value(line: str, label: str) -> bool:
    """Return whether a line under a label is its value and not the label going on: *Sökt belopp / totalt*."""
    return label.rstrip().endswith(":") or not line[0].islower() or "@" in line


def _is_sentence(text: str) -> bool:
    stripped = text.partition("?")[0].strip()
    return stripped.endswith(".") and len(stripped.split()) > 4
