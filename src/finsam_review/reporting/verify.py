"""Owns the check that a PDF says what it was meant to say: its text read back from its tags.

    python -m finsam_review.reporting.verify FILE

prints what a screen reader would come upon, in order, and whatever is wrong with it.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from finsam_review.domain.errors import UserError
from finsam_review.reporting.content import Content, Footer
from finsam_review.reporting.expected import EXCERPT, compare, difference, expected_text, table_headers
from finsam_review.reporting.tagged.page_text import Maps, read_page
from finsam_review.reporting.textprep import printable, same_blanks

INLINE = frozenset({"Span", "Link", "Reference", "Em", "Strong"})
"""Elements whose words belong to the sentence around them."""

_DIFFERS = "pdf_text_differs"


@dataclass(frozen=True, slots=True)
class Entry:
    """An element that holds words: its tag, such as ``P``, and its text as it is read."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF says.

    ``orphans`` are marked contents that no element holds, ``untagged`` texts outside any mark,
    ``furniture`` the texts at the foot page by page, ``repeated`` the header rows that stand again where a
    table goes on, ``hidden`` other texts marked as artifacts.
    """

    entries: tuple[Entry, ...]
    orphans: tuple[str, ...]
    untagged: tuple[str, ...]
    furniture: tuple[str, ...]
    hidden: tuple[str, ...]
    repeated: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each element that holds words, in reading order."""
        return tuple(entry.text for entry in self.entries)

    @property
    def faults(self) -> tuple[str, ...]:
        """What no document may have: words that nobody would come upon."""
        return self.orphans + self.untagged + self.hidden


def verify(file: Path | bytes, content: Content) -> None:
    """Compare the text in the tags of a PDF with what ``content`` says.

    Raises :class:`UserError` ``pdf_text_differs`` with ``expected`` and ``found``, the first place where
    they part, or the words outside the tags.
    """
    expected = expected_text(content)
    verify_texts(file, expected, footer=content.footer, headers=table_headers(content))


def verify_texts(
    file: Path | bytes, expected: Sequence[str], *, footer: Footer, headers: Iterable[Sequence[str]] = ()
) -> None:
    """Compare the text in the tags of a PDF with ``expected``, one text for each element that holds words.

    ``headers`` are the header rows that may stand again where a table goes on. A figure says its alternative
    text. Raises as :func:`verify` does.
    """
    reading = read_tags(file)
    if reading.faults:
        raise UserError(_DIFFERS, expected="", found=reading.faults[0][:EXCERPT])
    compare(expected, reading.texts, code=_DIFFERS)
    _verify_furniture(reading.furniture, footer)
    known = {same_blanks(" ".join(row)) for row in headers}
    for text in reading.repeated:
        if text not in known:
            raise UserError(_DIFFERS, expected="", found=text[:EXCERPT])


def _verify_furniture(furniture: Sequence[str], footer: Footer) -> None:
    """Check the foot of each page. A title that is too long is shortened there, and stands in full above."""
    left = same_blanks(printable(footer.left).text)
    for page, text in enumerate(furniture, start=1):
        right = same_blanks(footer.page_of.format(page=page, pages=len(furniture)))
        beginning = text.removesuffix(right).strip()
        if not text.endswith(right) or not (beginning == left or beginning.endswith("…")):
            raise difference(f"{left} {right}", text, code=_DIFFERS)


def read_tags(file: Path | bytes) -> Reading:
    """Return what a PDF says, a file or its bytes. Raises ``pikepdf.PdfError`` for what is no PDF."""
    with pikepdf.open(BytesIO(file) if isinstance(file, bytes) else file) as pdf:
        maps: Maps = {}
        pages = [read_page(page, maps) for page in pdf.pages]
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
        repeated=tuple(same_blanks(text) for page in pages for text in page.repeated if text.strip()),
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
        """Return the words that hang in ``element`` itself or in a sentence part of it, else ``None``.

        What says in other words all that it shows is read by these.
        """
        parts: list[str] = []
        for kid in _each(element.get("/K")):
            mark = self._mark(kid, page)
            if mark is not None:
                self.claimed.add(mark)
                parts.append(self.marked[mark[0]].get(mark[1], "\ufffd"))
            elif _is_inline(kid):
                parts.append(self._own_text(kid, self._page_of(kid, page)) or "")
        if parts and "/Alt" in element:
            return str(element["/Alt"])
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
