"""Owns what a Word paragraph is: a heading of some level, an item of a list, or running text."""

import re
import zipfile
from dataclasses import dataclass

from lxml import etree

from finsam_review.importing.files.archive import has_part, read_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE_DEPTH = 12
_HEADING_NAME = re.compile(r"(?:heading|rubrik|überschrift|titre)\s*(\d)$")
_TITLE_NAMES = frozenset({"title", "rubrik", "titel"})
_LIST_NAME = re.compile(r"(?:list (?:bullet|number)|punktlista|numrerad lista)\s*(\d?)$")
_BOLD_HEADING_MAX = 80


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of itself, before the styles it is based on."""

    name: str
    based_on: str
    outline: int | None
    list_level: int | None


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, archive: zipfile.ZipFile, part: str = "word/styles.xml") -> None:
        self._styles: dict[str, Style] = {}
        if has_part(archive, part):
            for element in read_xml(archive, part).iter(f"{W}style"):
                self._styles[element.get(f"{W}styleId", "")] = _style(element)

    def heading_level(self, paragraph: etree._Element) -> int | None:
        """Return the level of a heading, from 1, or ``None`` for any other paragraph."""
        own = _outline(paragraph.find(f"{W}pPr"))
        if own is not None:
            return own + 1 if own < 9 else None
        for style in self._chain(paragraph):
            name = style.name.casefold()
            numbered = _HEADING_NAME.match(name)
            if style.outline is not None:
                return style.outline + 1 if style.outline < 9 else None
            if numbered or name in _TITLE_NAMES:
                return int(numbered[1]) if numbered else 1
        return 2 if _is_bold_line(paragraph) else None

    def list_level(self, paragraph: etree._Element) -> int | None:
        """Return the level of an item of a list, from 1, or ``None`` for any other paragraph."""
        own = _list_level(paragraph.find(f"{W}pPr"))
        if own is not None:
            return own if own > 0 else None
        for style in self._chain(paragraph):
            named = _LIST_NAME.match(style.name.casefold())
            if style.list_level is not None:
                return style.list_level if style.list_level > 0 else None
            if named:
                return int(named[1] or 1)
        return None

    def _chain(self, paragraph: etree._Element) -> list[Style]:
        found: list[Style] = []
        name = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        while name and len(found) < _STYLE_DEPTH:
            style = self._styles.get(name) or Style(name, "", None, None)
            found.append(style)
            name = style.based_on
        return found


def _style(element: etree._Element) -> Style:
    properties = element.find(f"{W}pPr")
    return Style(
        name=_value(element.find(f"{W}name")) or element.get(f"{W}styleId", ""),
        based_on=_value(element.find(f"{W}basedOn")),
        outline=_outline(properties),
        list_level=_list_level(properties),
    )


def _outline(properties: etree._Element | None) -> int | None:
    level = _value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
    return int(level) if level.isdigit() else None


def _list_level(properties: etree._Element | None) -> int | None:
    """Return the level from 1; 0 for a paragraph said to be in no list; ``None`` where nothing is said."""
    numbering = properties.find(f"{W}numPr") if properties is not None else None
    if numbering is None:
        return None
    if _value(numbering.find(f"{W}numId")) == "0":
        return 0
    level = _value(numbering.find(f"{W}ilvl"))
    return int(level) + 1 if level.isdigit() else 1


def _is_bold_line(paragraph: etree._Element) -> bool:
    """Return whether a short line is bold from end to end: the heading of those who use no styles."""
    runs = [
        run for run in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in run.iter(f"{W}t")).strip()
    ]
    text = "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip()
    if not runs or len(text) > _BOLD_HEADING_MAX or text.endswith((".", ",", ":", ";")):
        return False
    return all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in {"0", "false", "off"}


def _value(element: etree._Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""
