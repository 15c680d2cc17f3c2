"""Owns the reading of Word files: every piece of text in them once, in the order a reader meets it."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock
from finsam_review.importing.files.archive import has_part, open_archive, read_xml
from finsam_review.importing.files.docx_inline import MC, SKIPPED, alternatives, read_inline
from finsam_review.importing.files.docx_styles import Styles, W
from finsam_review.importing.files.outcome import Outcome, UnreadableError

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN_TYPE = re.compile(r"/officeDocument$")
_SIDE_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes|comments|diagrams/data)\d*\.xml$")
_SIDE_ORDER = ("header", "footnotes", "endnotes", "comments", "diagrams/data", "footer")
_SEPARATOR_TYPES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FRAME_CHARACTERS = 600
_SHARE_KEPT = 0.99


def read_docx(data: bytes) -> Outcome:
    """Return the text of a Word file, macros and silent losses reported. Raises :class:`UnreadableError`."""
    archive = open_archive(data)
    name = _main_part(archive)
    root = read_xml(archive, name)
    body = root.find(f"{W}body")
    if body is None:
        raise UnreadableError("damaged", "docx")
    reader = _Reader(Styles(archive))
    reader.read_children(body)
    warnings: list[str] = []
    if any(part.endswith("vbaProject.bin") for part in archive.namelist()):
        warnings.append("macros")
    if _text_is_missing(body, reader):
        warnings.append("text_missing")
    blocks = [*reader.blocks, *_side_blocks(archive, reader)]
    if not any(_has_text(block) for block in blocks):
        raise UnreadableError("no_text", "docx")
    return Outcome("docx", tuple(blocks), warnings=tuple(warnings))


class _Reader:
    """Walks a story and gathers its blocks; counts the characters it has met on the way."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self.characters = 0
        self._styles = styles

    def beside(self) -> _Reader:
        """Return a reader for another story of the same document."""
        return _Reader(self._styles)

    def read_children(self, element: etree._Element) -> None:
        """Add the blocks of a story or container in order."""
        for child in element:
            self._read(child)

    def _read(self, element: etree._Element) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return
        if tag == f"{W}p":
            self._read_paragraph(element)
        elif tag == f"{W}tbl":
            self._read_table(element)
        elif tag == f"{MC}AlternateContent":
            for child in alternatives(element):
                self._read(child)
        elif tag not in {f"{W}sectPr", f"{W}tcPr", f"{W}tblPr", f"{W}tblGrid"}:
            self.read_children(element)

    def _read_paragraph(self, element: etree._Element) -> None:
        inline = read_inline(element)
        self.characters += inline.characters
        text = _tidy(inline.text)
        if text:
            heading = self._styles.heading_level(element)
            level = self._styles.list_level(element)
            if heading is not None and len(text) < 300:
                self.blocks.append(Heading(" ".join(text.split()), heading))
            else:
                self.blocks.append(ListItem(text, level) if level is not None else Paragraph(text))
        for box in inline.boxes:
            self.read_children(box)

    def _read_table(self, table: etree._Element) -> None:
        rows: list[tuple[str, ...]] = []
        for row in _rows(table):
            cells: list[str] = []
            nested: list[Block] = []
            for cell in _cells(row):
                within = self._story(cell)
                cells.extend([_cell_text(within), *[""] * (_span(cell) - 1)])
                nested.extend(block for block in within if isinstance(block, TableBlock))
                if len(list(_cells(row))) == 1 and _is_frame(within):
                    cells.pop()
                    nested = within
            if any(cells):
                rows.append(tuple(cells))
            if nested:
                self._add_table(rows)
                rows = []
                self.blocks.extend(nested)
        self._add_table(rows)

    def _story(self, cell: etree._Element) -> list[Block]:
        inner = _Reader(self._styles)
        inner.read_children(cell)
        self.characters += inner.characters
        return inner.blocks

    def _add_table(self, rows: list[tuple[str, ...]]) -> None:
        if rows:
            self.blocks.append(TableBlock(tuple(rows)))


def _rows(element: etree._Element) -> list[etree._Element]:
    return _inside(element, f"{W}tr")


def _cells(element: etree._Element) -> list[etree._Element]:
    return _inside(element, f"{W}tc")


def _inside(element: etree._Element, wanted: str) -> list[etree._Element]:
    """Return the rows or cells of a table, also those wrapped in content controls, but not nested ones."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == wanted:
            found.append(child)
        elif (
            isinstance(child.tag, str) and child.tag not in SKIPPED and child.tag not in {f"{W}tbl", f"{W}tc"}
        ):
            found.extend(_inside(child, wanted))
    return found


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    return min(63, max(1, int(width))) if width.isdigit() else 1


def _cell_text(blocks: list[Block]) -> str:
    return "\n".join(block.text for block in blocks if not isinstance(block, TableBlock))


def _is_frame(blocks: list[Block]) -> bool:
    """Return whether a lone cell is a frame around part of the document rather than a cell of a table."""
    lengths = sum(len(block.text) for block in blocks if not isinstance(block, TableBlock))
    return len(blocks) > 1 and (
        lengths > _FRAME_CHARACTERS or any(isinstance(b, Heading) for b in blocks[1:])
    )


def _tidy(text: str) -> str:
    lines = (line.strip(" \u00a0\t") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _has_text(block: Block) -> bool:
    if isinstance(block, TableBlock):
        return any(cell.strip() for row in block.rows for cell in row)
    return bool(block.text.strip())


def _main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the main part as the package states it; Word's usual name where it does not."""
    if has_part(archive, "_rels/.rels"):
        for relation in read_xml(archive, "_rels/.rels").iter(f"{_REL}Relationship"):
            target = relation.get("Target", "").lstrip("/")
            if _MAIN_TYPE.search(relation.get("Type", "")) and has_part(archive, target):
                return target
    return "word/document.xml"


def _side_blocks(archive: zipfile.ZipFile, reader: _Reader) -> list[Block]:
    """Return headers, notes, comments, diagrams and footers, each text once."""
    seen: set[str] = set()
    found: list[Block] = []
    names = [name for name in archive.namelist() if _SIDE_PARTS.match(name)]
    for kind in _SIDE_ORDER:
        for name in sorted(name for name in names if name.startswith(f"word/{kind}")):
            for block in _side_part(archive, name, reader):
                key = repr(block)
                if key not in seen:
                    seen.add(key)
                    found.append(block)
    return found


def _side_part(archive: zipfile.ZipFile, name: str, reader: _Reader) -> list[Block]:
    root = read_xml(archive, name)
    if "diagrams/" in name:
        texts = ("".join(t.text or "" for t in p.iter(f"{_A}t")) for p in root.iter(f"{_A}p"))
        return [Paragraph(text) for text in texts if text.strip()]
    inner = reader.beside()
    for note in list(root.iter(f"{W}footnote", f"{W}endnote")):
        if note.get(f"{W}type") in _SEPARATOR_TYPES:
            root.remove(note)
    inner.read_children(root)
    return inner.blocks


def _text_is_missing(body: etree._Element, reader: _Reader) -> bool:
    """Return whether less than 99 % of the characters in the body have been met, each alternative once."""
    total = sum(len(node.text or "") for node in body.iter(f"{W}t", f"{_A}t") if not _is_left_out(node))
    chunks = any(True for _ in body.iter(f"{W}altChunk"))
    return chunks or reader.characters < _SHARE_KEPT * total


def _is_left_out(node: etree._Element) -> bool:
    for ancestor in node.iterancestors():
        if ancestor.tag in {f"{W}del", f"{W}moveFrom"}:
            return True
        if ancestor.tag in {f"{MC}Choice", f"{MC}Fallback"}:
            content = ancestor.getparent()
            if content is not None and ancestor not in [child.getparent() for child in alternatives(content)]:
                return True
    return False
