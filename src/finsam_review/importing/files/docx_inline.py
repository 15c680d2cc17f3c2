"""Owns the text inside a Word paragraph: runs, fields, ticks, symbols, tracked changes and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from finsam_review.importing.files.docx_styles import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_M_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_V_TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
TICKED, UNTICKED = "☒", "☐"

SKIPPED = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}sdtPr"}
)
_TEXT = frozenset({f"{W}t", _A_TEXT, _M_TEXT})
_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "",
}
_SYMBOLS = {
    ("wingdings", 0xFE): TICKED,
    ("wingdings", 0xFD): TICKED,
    ("wingdings", 0x78): TICKED,
    ("wingdings", 0xA8): UNTICKED,
    ("wingdings", 0x6F): UNTICKED,
    ("wingdings", 0x71): UNTICKED,
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xE0): "→",
    ("wingdings 2", 0x52): TICKED,
    ("wingdings 2", 0x53): TICKED,
    ("wingdings 2", 0x54): TICKED,
    ("wingdings 2", 0xA3): UNTICKED,
    ("symbol", 0xB7): "•",
    ("symbol", 0xAE): "→",
}


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: its text, the text boxes anchored in it, and how many characters were met."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    characters: int = 0

    @property
    def text(self) -> str:
        """The text of the paragraph, lines parted as in the document."""
        return "".join(self.parts)


def read_inline(paragraph: etree._Element) -> Inline:
    """Return the text of a paragraph: insertions kept, deletions dropped, each alternative once."""
    inline = Inline()
    for child in paragraph:
        _walk(child, inline)
    return inline


def alternatives(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the content of ``mc:AlternateContent`` once: the first alternative that holds any text."""
    choices = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
    chosen = next((choice for choice in choices if _has_text(choice)), None)
    if chosen is not None:
        yield from chosen


def _has_text(element: etree._Element) -> bool:
    return any((node.text or "").strip() for node in element.iter(*_TEXT))


def _walk(element: etree._Element, inline: Inline) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return
    if tag in _TEXT:
        inline.parts.append(element.text or "")
        inline.characters += len(element.text or "")
    elif tag in _FIXED:
        inline.parts.append(_FIXED[tag])
    elif tag == f"{W}sym":
        inline.parts.append(_symbol(element))
    elif tag == f"{W}fldChar":
        inline.parts.append(_form_field(element))
    elif tag == f"{W}txbxContent":
        inline.boxes.append(element)
    elif tag == _V_TEXTPATH:
        inline.parts.append(element.get("string", ""))
    else:
        for child in alternatives(element) if tag == f"{MC}AlternateContent" else element:
            _walk(child, inline)


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    font = element.get(f"{W}font", "").casefold()
    known = _SYMBOLS.get((font, code & 0xFF))
    if known is not None:
        return known
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code) if code < 0x110000 else ""


def _form_field(element: etree._Element) -> str:
    """Return what an old form field shows that is not in its runs: a tick or the chosen line."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        ticked = state is not None and state.get(f"{W}val", "1") not in {"0", "false", "off"}
        return TICKED if ticked else UNTICKED
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in choices.findall(f"{W}listEntry")]
    result = choices.find(f"{W}result")
    place = int(result.get(f"{W}val", "0")) if result is not None else 0
    return entries[place] if 0 <= place < len(entries) else ""
