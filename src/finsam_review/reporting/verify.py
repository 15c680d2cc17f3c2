"""Owns the check that a PDF says what it was meant to say: its text read back from its tags.

    python -m finsam_review.reporting.verify FILE

prints what a screen reader would come upon, in order, and whatever is wrong with it.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from finsam_review.domain.errors import UserError
from finsam_review.reporting.content import Content, expected_text
from finsam_review.reporting.textprep import printable, same_blanks

INLINE = frozenset({"Span", "Link", "Reference", "Em", "Strong"})
"""Elements whose words belong to the sentence around them."""

_Maps = dict[tuple[int, int], dict[int, str]]
"""What the codes of each font stand for, by the number of the font's object."""

_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An element that holds words: its tag, such as ``P``, and its text as it is read."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF says.

    ``orphans`` are marked contents that no element holds, ``untagged`` texts outside any mark,
    ``furniture`` the texts of headers and footers page by page, ``hidden`` other texts marked as artifacts.
    """

    entries: tuple[Entry, ...]
    orphans: tuple[str, ...]
    untagged: tuple[str, ...]
    furniture: tuple[str, ...]
    hidden: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each element that holds words, in reading order."""
        return tuple(entry.text for entry in self.entries)

    @property
    def faults(self) -> tuple[str, ...]:
        """What no document may have: words that nobody would come upon."""
        return self.orphans + self.untagged + self.hidden


def verify(path: Path, content: Content) -> None:
    """Compare the text in the tags of the file at ``path`` with what ``content`` says.

    Raises :class:`UserError` ``pdf_text_differs`` with ``expected`` and ``found``, the first place where
    they part, or the words outside the tags.
    """
    reading = read_tags(path)
    expected = expected_text(content)
    found = reading.texts
    if reading.faults:
        raise UserError("pdf_text_differs", expected="", found=reading.faults[0])
    for index in range(max(len(expected), len(found))):
        wanted, got = _at(expected, index), _at(found, index)
        if wanted != got:
            raise UserError("pdf_text_differs", expected=wanted, found=got)
    _verify_furniture(reading.furniture, content)


def _at(texts: Sequence[str], index: int) -> str:
    return texts[index] if index < len(texts) else ""


def _verify_furniture(furniture: Sequence[str], content: Content) -> None:
    """Check the foot of each page. A title that is too long is shortened there, and stands in full above."""
    left = same_blanks(printable(content.footer.left).text)
    for page, text in enumerate(furniture, start=1):
        right = same_blanks(content.footer.page_of.format(page=page, pages=len(furniture)))
        beginning = text.removesuffix(right).strip()
        if not text.endswith(right) or not (beginning == left or beginning.endswith("…")):
            raise UserError("pdf_text_differs", expected=f"{left} {right}", found=text)


def read_tags(path: Path) -> Reading:
    """Return what the file at ``path`` says. Raises ``pikepdf.PdfError`` for what is no PDF."""
    with pikepdf.open(path) as pdf:
        maps: _Maps = {}
        pages = [_read_page(page, maps) for page in pdf.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        claimed: set[tuple[int, int]] = set()
        root = pdf.Root.get("/StructTreeRoot")
        tree = _Tree(numbers, [page.marked for page in pages], claimed)
        entries = tuple(tree.entries(root.get("/K"), None)) if root is not None else ()
    orphans = [
        text
        for number, page in enumerate(pages)
        for mcid, text in page.marked.items()
        if (number, mcid) not in claimed
    ]
    return Reading(
        entries=tuple(Entry(entry.tag, same_blanks(entry.text)) for entry in entries if entry.text.strip()),
        orphans=tuple(orphans),
        untagged=tuple(text for page in pages for text in page.untagged),
        furniture=tuple(same_blanks("".join(page.furniture)) for page in pages),
        hidden=tuple(text for page in pages for text in page.hidden if text.strip()),
    )


@dataclass(slots=True)
class _Tree:
    """Walks the structure tree: element by element, kid by kid."""

    numbers: dict[tuple[int, int], int]
    marked: list[dict[int, str]]
    claimed: set[tuple[int, int]]

    def entries(self, kids: Any, page: int | None) -> Iterator[Entry]:
        for kid in _each(kids):
            if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
                continue
            home = self._page_of(kid, page)
            text = self._own_text(kid, home)
            if text is not None:
                yield Entry(str(kid["/S"])[1:], text)
            yield from self.entries([part for part in _each(kid.get("/K")) if not _is_inline(part)], home)

    def _own_text(self, element: Any, page: int | None) -> str | None:
        """Return the words that hang in ``element`` itself or in a sentence part of it, else ``None``."""
        parts: list[str] = []
        for kid in _each(element.get("/K")):
            mark = self._mark(kid, page)
            if mark is not None:
                self.claimed.add(mark)
                parts.append(self.marked[mark[0]].get(mark[1], "\ufffd"))
            elif _is_inline(kid):
                parts.append(self._own_text(kid, self._page_of(kid, page)) or "")
        return "".join(parts) if parts else None

    def _mark(self, kid: Any, page: int | None) -> tuple[int, int] | None:
        if isinstance(kid, int) and page is not None:
            return page, kid
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            home = self._page_of(kid, page)
            return None if home is None else (home, int(kid["/MCID"]))
        return None

    def _page_of(self, element: Any, page: int | None) -> int | None:
        own = element.get("/Pg")
        return page if own is None else self.numbers.get(own.objgen)


def _is_inline(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/S", "/"))[1:] in INLINE


def _each(kids: Any) -> list[Any]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


@dataclass(slots=True)
class _Page:
    """The texts of a page by what they are marked as."""

    marked: dict[int, str] = field(default_factory=dict)
    untagged: list[str] = field(default_factory=list)
    furniture: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marked content that is open: ``kind`` is its tag, ``actual`` what it says instead of its glyphs."""

    kind: str
    mcid: int | None = None
    actual: str | None = None
    pagination: bool = False


def _read_page(page: pikepdf.Page, maps: _Maps) -> _Page:
    result = _Page()
    _PageReader(result, maps).read(page, page.obj.get("/Resources"), [])
    return result


@dataclass(slots=True)
class _PageReader:
    """Follows the instructions of a page and of the forms it draws."""

    page: _Page
    maps: _Maps

    def read(self, source: Any, resources: Any, marks: list[_Mark]) -> None:
        font: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(source):
            operands, name = instruction.operands, str(instruction.operator)
            if name in {"BDC", "BMC"}:
                self._open(_mark(list(operands), resources), marks)
            elif name == "EMC":
                marks.pop()
            elif name == "BT":
                self.page.furniture.append(" ")
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
        if mark.mcid is not None:
            self.page.marked.setdefault(mark.mcid, "")
        if mark.actual is not None and not any(outer.actual is not None for outer in marks[:-1]):
            self._put(mark.actual, marks)

    def _show(self, text: str, marks: list[_Mark]) -> None:
        if not any(mark.actual is not None for mark in marks):
            self._put(text, marks)

    def _put(self, text: str, marks: list[_Mark]) -> None:
        for mark in reversed(marks):
            if mark.kind == "Artifact":
                (self.page.furniture if mark.pagination else self.page.hidden).append(text)
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
        pagination=values.get("/Type") == "/Pagination",
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


def main(path: Path) -> int:
    """Print what the file says; return 1 if any of its words are outside the tags."""
    reading = read_tags(path)
    lines = [f"{entry.tag:6} {entry.text}" for entry in reading.entries]
    lines += [f"foot   {text}" for text in reading.furniture]
    lines += [f"FAULT  {text}" for text in reading.faults]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if reading.faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
