"""Owns the reading of OpenDocument text: paragraphs, lists, tables, frames, notes, headers and footers."""

from __future__ import annotations

import zipfile

from lxml import etree

from finsam_review.domain.intake import Block, Heading, ListItem, Paragraph, TableBlock
from finsam_review.importing.files.archive import has_part, open_archive, read_part, read_xml
from finsam_review.importing.files.outcome import Outcome, UnreadableError

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, OFFICE = f"{{{_NS}text:1.0}}", f"{{{_NS}table:1.0}}", f"{{{_NS}office:1.0}}"
_DRAW, _STYLE = f"{{{_NS}drawing:1.0}}", f"{{{_NS}style:1.0}}"
_SKIPPED = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}note-citation",
        f"{OFFICE}forms",
        f"{TEXT}sequence-decls",
        f"{TEXT}variable-decls",
        f"{TEXT}user-field-decls",
        f"{OFFICE}annotation-end",
    }
)
_REPEAT_MAX = 64


def read_odt(data: bytes) -> Outcome:
    """Return the text of an OpenDocument text file. Raises :class:`UnreadableError`."""
    archive = open_archive(data)
    refuse_locked(archive, "odt")
    root = read_xml(archive, "content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError("damaged", "odt")
    reader = _Reader()
    reader.read_children(body)
    blocks = [*reader.blocks, *_edges(archive)]
    if not blocks:
        raise UnreadableError("no_text", "odt")
    macros = any(
        name.startswith(("Basic/", "Scripts/")) and name.endswith((".xml", ".py"))
        for name in archive.namelist()
    )
    return Outcome("odt", tuple(blocks), warnings=("macros",) if macros else ())


def refuse_locked(archive: zipfile.ZipFile, media: str) -> None:
    """Raise :class:`UnreadableError` when the manifest says that parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    if has_part(archive, manifest) and b"encryption-data" in read_part(archive, manifest):
        raise UnreadableError("encrypted", media)


def inline_text(element: etree._Element) -> str:
    """Return the text of a paragraph with its blanks, tabs and line breaks; frames and notes left out."""
    parts: list[str] = [element.text or ""]
    for child in element:
        parts.append(_piece(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _piece(child: etree._Element) -> str:
    tag = child.tag
    if tag == f"{TEXT}s":
        count = child.get(f"{TEXT}c", "1")
        return " " * (min(200, int(count)) if count.isdigit() else 1)
    if tag == f"{TEXT}tab":
        return "\t"
    if tag == f"{TEXT}line-break":
        return "\n"
    if not isinstance(tag, str) or tag in _SKIPPED or tag.startswith(_DRAW):
        return ""
    if tag in {f"{TEXT}note", f"{OFFICE}annotation"}:
        return ""
    return inline_text(child)


class _Reader:
    """Walks the body and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def read_children(self, element: etree._Element, *, level: int = 0) -> None:
        """Add the blocks of a container in order; ``level`` is the depth of the list it is in."""
        for child in element:
            self._read(child, level)

    def _read(self, element: etree._Element, level: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return
        if tag in {f"{TEXT}p", f"{TEXT}h"}:
            self._read_paragraph(element, level)
        elif tag == f"{TEXT}list":
            self.read_children(element, level=level + 1)
        elif tag == f"{TABLE}table":
            self._read_table(element)
        else:
            self.read_children(element, level=level)

    def _read_paragraph(self, element: etree._Element, level: int) -> None:
        lines = (line.strip(" \u00a0\t") for line in inline_text(element).split("\n"))
        text = "\n".join(line for line in lines if line)
        if text and element.tag == f"{TEXT}h":
            outline = element.get(f"{TEXT}outline-level", "1")
            self.blocks.append(Heading(" ".join(text.split()), int(outline) if outline.isdigit() else 1))
        elif text:
            self.blocks.append(ListItem(text, level) if level else Paragraph(text))
        for inner in _hanging(element):
            self.read_children(inner)

    def _read_table(self, table: etree._Element) -> None:
        rows: list[tuple[str, ...]] = []
        nested: list[Block] = []
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is not table:
                continue
            cells: list[str] = []
            for cell in row:
                if cell.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
                    continue
                inner = _Reader()
                inner.read_children(cell)
                texts = [block.text for block in inner.blocks if not isinstance(block, TableBlock)]
                nested.extend(block for block in inner.blocks if isinstance(block, TableBlock))
                cells.extend(["\n".join(texts)] * _repeat(cell))
            if any(cells):
                rows.append(tuple(cells))
        if rows:
            self.blocks.append(TableBlock(tuple(rows)))
        self.blocks.extend(nested)


def _repeat(cell: etree._Element) -> int:
    times = cell.get(f"{TABLE}number-columns-repeated", "1")
    return min(_REPEAT_MAX, int(times)) if times.isdigit() else 1


def _hanging(paragraph: etree._Element) -> list[etree._Element]:
    """Return text boxes, notes and comments that hang in a paragraph, outermost first."""
    wanted = (f"{_DRAW}text-box", f"{TEXT}note-body", f"{OFFICE}annotation")
    found: list[etree._Element] = []
    for inner in paragraph.iter(*wanted):
        if not any(other in found for other in inner.iterancestors()):
            found.append(inner)
    return found


def _edges(archive: zipfile.ZipFile) -> list[Block]:
    """Return headers and footers, each text once."""
    if not has_part(archive, "styles.xml"):
        return []
    reader = _Reader()
    for master in read_xml(archive, "styles.xml").iter(f"{_STYLE}master-page"):
        for child in master:
            if isinstance(child.tag, str) and child.tag.startswith((f"{_STYLE}header", f"{_STYLE}footer")):
                reader.read_children(child)
    return list({repr(block): block for block in reader.blocks}.values())
