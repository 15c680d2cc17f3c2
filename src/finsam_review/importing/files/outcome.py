"""Owns what a reader hands back: blocks or sheets, or the code of the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock

Cell: TypeAlias = str | int | float | date | None
"""What a cell of a list holds; an empty cell is ``None``."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a list: its name and its rows, each as long as its last filled cell."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file gave. ``problem`` is a code when there is no text; ``warnings`` are codes too."""

    media: str
    blocks: tuple[Block, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    problem: str = ""
    warnings: tuple[str, ...] = ()


class UnreadableError(Exception):
    """A file that gives no text, with the code of the reason and the media it turned out to be."""

    def __init__(self, code: str, media: str = "unknown") -> None:
        super().__init__(code)
        self.code = code
        self.media = media


def to_json(outcome: Outcome) -> dict[str, Any]:
    """Return the outcome in the shape that passes between the two processes."""
    return {
        "media": outcome.media,
        "problem": outcome.problem,
        "warnings": list(outcome.warnings),
        "blocks": [_block_to_json(block) for block in outcome.blocks],
        "sheets": [
            {"name": sheet.name, "rows": [[_cell_to_json(cell) for cell in row] for row in sheet.rows]}
            for sheet in outcome.sheets
        ],
    }


def from_json(value: dict[str, Any]) -> Outcome:
    """Return the outcome that :func:`to_json` wrote."""
    return Outcome(
        media=value["media"],
        problem=value["problem"],
        warnings=tuple(value["warnings"]),
        blocks=tuple(_block_from_json(item) for item in value["blocks"]),
        sheets=tuple(
            Sheet(item["name"], tuple(tuple(_cell_from_json(cell) for cell in row) for row in item["rows"]))
            for item in value["sheets"]
        ),
    )


def _block_to_json(block: Block) -> list[Any]:
    if isinstance(block, TableBlock):
        return ["table", [list(row) for row in block.rows]]
    if isinstance(block, Heading):
        return ["heading", block.text, block.level]
    if isinstance(block, ListItem):
        return ["item", block.text, block.level]
    return ["paragraph", block.text]


def _block_from_json(item: list[Any]) -> Block:
    kind = item[0]
    if kind == "table":
        return TableBlock(tuple(tuple(row) for row in item[1]))
    if kind == "heading":
        return Heading(item[1], item[2])
    if kind == "item":
        return ListItem(item[1], item[2])
    return Paragraph(item[1])


def _cell_to_json(cell: Cell) -> Any:
    return {"date": cell.isoformat()} if isinstance(cell, date) else cell


def _cell_from_json(cell: Any) -> Cell:
    if isinstance(cell, dict):
        return date.fromisoformat(cell["date"])
    value: Cell = cell
    return value
