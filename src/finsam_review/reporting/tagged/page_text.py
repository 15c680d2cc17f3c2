"""Owns what the instructions of a page say: each text by the mark it stands under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Maps = dict[tuple[int, int], dict[int, str]]
"""What the codes of each font stand for, by the number of the font's object."""

HEADER = "Header"
"""The place of a header row that stands again at the top of a page."""

_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class PageText:
    """The texts of a page by what they are marked as; ``repeated`` has one for each header row."""

    marked: dict[int, str] = field(default_factory=dict)
    untagged: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marked content that is open: ``kind`` is its tag, ``actual`` what it says instead of its glyphs.

    ``place`` is where an artifact of pagination belongs: ``Footer`` or ``Header``.
    """

    kind: str
    mcid: int | None = None
    actual: str | None = None
    place: str = ""


def read_page(page: pikepdf.Page, maps: Maps) -> PageText:
    """Return the texts of ``page``; ``maps`` is filled with its fonts, for the pages that follow."""
    result = PageText()
    _PageReader(result, maps).read(page, page.obj.get("/Resources"), [])
    return result


@dataclass(slots=True)
class _PageReader:
    """Follows the instructions of a page and of the forms it draws."""

    page: PageText
    maps: Maps

    def read(self, source: Any, resources: Any, marks: list[_Mark]) -> None:
        font: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(source):
            operands, name = instruction.operands, str(instruction.operator)
            if name in {"BDC", "BMC"}:
                self._open(_mark(list(operands), resources), marks)
            elif name == "EMC":
                marks.pop()
            elif name == "BT":
                self._apart()
            elif name == "Tf":
                font = self._font(resources["/Font"][str(operands[0])])
            elif name in {"Tj", "'", '"', "TJ"}:
                shown = operands[-1] if name == "TJ" else [operands[-1]]
                self._show("".join(_decoded(part, font) for part in shown), marks)
            elif name == "Do":
                drawn = resources["/XObject"][str(operands[0])]
                if drawn.get("/Subtype") == "/Form":
                    self.read(drawn, drawn.get("/Resources", resources), marks)

    def _open(self, mark: _Mark, marks: list[_Mark]) -> None:
        marks.append(mark)
        if mark.place == HEADER:
            self.page.repeated.append("")
        if mark.mcid is not None:
            self.page.marked.setdefault(mark.mcid, "")
        if mark.actual is not None and not any(outer.actual is not None for outer in marks[:-1]):
            self._put(mark.actual, marks)

    def _apart(self) -> None:
        """Part what a new text object says from the one before it, where no element does."""
        self.page.furniture.append(" ")
        if self.page.repeated:
            self.page.repeated[-1] += " "

    def _show(self, text: str, marks: list[_Mark]) -> None:
        if not any(mark.actual is not None for mark in marks):
            self._put(text, marks)

    def _put(self, text: str, marks: list[_Mark]) -> None:
        for mark in reversed(marks):
            if mark.place == HEADER:
                self.page.repeated[-1] += text
                return
            if mark.kind == "Artifact":
                (self.page.furniture if mark.place else self.page.hidden).append(text)
                return
            if mark.mcid is not None:
                self.page.marked[mark.mcid] += text
                return
        self.page.untagged.append(text)

    def _font(self, font: Any) -> dict[int, str]:
        key = font.objgen
        if key not in self.maps:
            self.maps[key] = _unicode_map(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else {}
        return self.maps[key]


def _mark(operands: Sequence[Any], resources: Any) -> _Mark:
    kind = str(operands[0])[1:]
    if len(operands) < 2:
        return _Mark(kind)
    values = operands[1]
    if isinstance(values, pikepdf.Name):
        values = resources["/Properties"][str(values)]
    mcid, actual = values.get("/MCID"), values.get("/ActualText")
    return _Mark(
        kind,
        mcid=None if mcid is None else int(mcid),
        actual=None if actual is None else str(actual),
        place=str(values.get("/Subtype", ""))[1:] if values.get("/Type") == "/Pagination" else "",
    )


def _decoded(part: Any, font: dict[int, str]) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    return "".join(font.get(code, "\ufffd") for code in bytes(part))


def _unicode_map(stream: bytes) -> dict[int, str]:
    return {
        int(code, 16): _character(char)
        for block in _BFCHAR.findall(stream)
        for code, char in _PAIR.findall(block)
    }


def _character(digits: bytes) -> str:
    if len(digits) % 4:
        return "\ufffd"
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
