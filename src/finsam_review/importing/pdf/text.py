"""Owns how lines of a PDF become paragraphs, headings and items, and how parted words are joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock
from finsam_review.importing.pdf.marks import LINE_HYPHEN, Piece

_BULLET = re.compile(r"^[\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25ba\u2043\uf000-\uf0ff\u2013-]\s*")
_BULLET_ALONE = re.compile(r"^[\u2022\u25aa\u25cf\u25e6\u2023\u25a0\u25ba\uf000-\uf0ff]")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
_JOINERS = re.compile(r"^(?:och|eller|samt|och/eller|resp\.?)\b")
_HEADING_SIZE = 1.12
_HEADING_MAX = 120
_LEADING = 1.45
_PROSE_LINE = 28
"""Characters from which a line may be the first part of a sentence that goes on with a capital below."""
_LABELLED = re.compile(r"^[A-ZÅÄÖ][\w/() -]{2,40}:\s")


@dataclass(slots=True)
class Line:
    """A line of text; ``alone`` says that it is a paragraph of its own whatever stands around it."""

    pieces: list[Piece]
    alone: bool = False

    @property
    def text(self) -> str:
        """The text of the line, gaps as three blanks."""
        return "   ".join(piece.text for piece in self.pieces).strip()

    @property
    def size(self) -> float:
        """The size of its largest text, in points."""
        return max(piece.size for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)


Flow: TypeAlias = TableBlock | list[Line]


def to_blocks(flows: list[Flow]) -> list[Block]:
    """Return the blocks of a document, read in the order of its flows."""
    body = _body_size(flows)
    blocks: list[Block] = []
    for flow in flows:
        if isinstance(flow, TableBlock):
            blocks.append(TableBlock(tuple(tuple(_unhyphenate(cell) for cell in row) for row in flow.rows)))
        else:
            blocks.extend(_block(group, body) for group in _groups(flow, body))
    return blocks


def _body_size(flows: list[Flow]) -> float:
    weights: dict[float, int] = {}
    for flow in flows:
        for line in flow if isinstance(flow, list) else []:
            size = round(line.size * 2) / 2
            weights[size] = weights.get(size, 0) + len(line.text)
    return max(weights, key=lambda size: weights[size]) if weights else 11.0


def _groups(lines: list[Line], body: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    right = max((line.pieces[-1].right for line in lines), default=0.0)
    for line in lines:
        if groups and _goes_on(groups[-1], line, right, body):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Line], line: Line, right: float, body: float) -> bool:
    last = group[-1]
    if line.alone or last.alone or _BULLET_ALONE.match(line.text):
        return False
    gap = last.pieces[0].base - line.pieces[0].base
    if not 0 < gap <= _LEADING * max(last.size, line.size) + 1:
        return False
    if abs(last.size - line.size) > 0.6 or last.bold != line.bold:
        return False
    if _is_heading(line, body) and _NUMBERED.match(line.text):
        return False
    first_word = line.pieces[0].right - line.pieces[0].left if " " not in line.text else 0.0
    word = first_word or (line.pieces[0].right - line.pieces[0].left) * line.text.find(" ") / len(line.text)
    if last.text.endswith(":") or _LABELLED.match(line.text):
        return False
    if len(last.text) < _PROSE_LINE and not line.text[:1].islower():
        return False
    room = right - last.pieces[-1].right
    return room < word + 2.5 * line.size or last.text.endswith((LINE_HYPHEN, "-"))


def _block(group: list[Line], body: float) -> Block:
    text = _join([line.text for line in group])
    bullet = _BULLET.match(text)
    if bullet and (_BULLET_ALONE.match(text) or text[1:2] == " "):
        return ListItem(text[bullet.end() :].strip())
    alone = group[0].alone
    if not alone and all(_is_heading(line, body) for line in group) and len(text) <= _HEADING_MAX:
        return Heading(" ".join(text.split()), 1 if group[0].size > 1.5 * body else 2)
    return Paragraph(text)


def _is_heading(line: Line, body: float) -> bool:
    if not any(char.isalpha() for char in line.text):
        return False
    large = line.size >= _HEADING_SIZE * body
    return large or (line.bold and len(line.text) < 80 and not line.text.endswith((".", ",")))


def _unhyphenate(cell: str) -> str:
    return "\n".join(_join_marked(cell.split("\n")))


def _join_marked(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and joined[-1].endswith(LINE_HYPHEN):
            joined[-1] = joined[-1][:-1] + line
        else:
            joined.append(line)
    return [line.replace(LINE_HYPHEN, "-") for line in joined]


def _join(lines: list[str]) -> str:
    """Return lines as one text; a hyphen at a line end goes where it only parts a word."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith((LINE_HYPHEN, "-")) and len(text) > 1 and text[-2].isalpha():
            parts_word = text[-2].islower() and line[:1].islower() and not _JOINERS.match(line)
            keeps_blank = _JOINERS.match(line) is not None
            text = (text[:-1] if parts_word else text[:-1] + "-") + (" " if keeps_blank else "") + line
        else:
            text = f"{text} {line}"
    return text.replace(LINE_HYPHEN, "-")
