"""Owns how the text blocks of a document are kept in the file: as JSON lists, one per block."""

from collections.abc import Sequence
from typing import Any

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock


def to_json(blocks: Sequence[Block]) -> list[list[Any]]:
    """Return the blocks as plain lists."""
    return [_one_to_json(block) for block in blocks]


def from_json(stored: Sequence[Sequence[Any]]) -> tuple[Block, ...]:
    """Return the blocks that :func:`to_json` wrote. Raises ``ValueError`` for an unknown kind of block."""
    return tuple(_one_from_json(item) for item in stored)


def _one_to_json(block: Block) -> list[Any]:
    match block:
        case Heading(text, level):
            return ["h", text, level]
        case Paragraph(text):
            return ["p", text]
        case ListItem(text, level):
            return ["l", text, level]
        case TableBlock(rows):
            return ["t", [list(row) for row in rows]]


def _one_from_json(item: Sequence[Any]) -> Block:
    match item:
        case ["h", str(text), int(level)]:
            return Heading(text, level)
        case ["p", str(text)]:
            return Paragraph(text)
        case ["l", str(text), int(level)]:
            return ListItem(text, level)
        case ["t", list(rows)]:
            return TableBlock(tuple(tuple(str(cell) for cell in row) for row in rows))
    raise ValueError(item)
