"""Owns the check that a Word file says what it was meant to say, and does nothing: read back from its XML.

Not read with python-docx, which wrote it: a reader that shares the writer's mistakes would not see them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from finsam_review.domain.errors import UserError
from finsam_review.reporting.content import Content
from finsam_review.reporting.expected import EXCERPT, compare, expected_headings, expected_paragraphs
from finsam_review.reporting.textprep import same_blanks
from finsam_review.reporting.word.document import kept_property, shown_foot
from finsam_review.reporting.word.plaintext import plain

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}softHyphen": "\u00ad"}
_LEVELS = {"Title": 0, "Heading1": 1, "Heading2": 2}
_INSTRUCTIONS = frozenset({"PAGE", "NUMPAGES"})
_LIVE = ("hyperlink", "object", "pict", "drawing", "txbxContent", "instrText", "altChunk", "sdt", "subDoc")
"""Elements that our files never hold: what links, embeds, computes or floats."""
_DIFFERS = "word_text_differs"


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a Word file says.

    ``paragraphs`` are those of the body that hold words, in order, those of tables too; ``headings`` their
    levels and words, the title as 0; ``foot`` the words at the foot; ``languages`` those of the styles and
    the settings; ``live`` names whatever would do something or fetch something.
    """

    paragraphs: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    foot: str
    title: str
    languages: tuple[str, ...]
    live: tuple[str, ...]


def verify_word(file: Path | bytes, content: Content) -> None:
    """Compare what a Word file says with what ``content`` says.

    Text, headings, title, foot and language have to be the same, and nothing in the file may be alive.
    Raises :class:`UserError` ``word_text_differs`` with ``expected`` and ``found``, the first place where
    they part.
    """
    try:
        reading = read_word(file)
    except (BadZipFile, KeyError, ParseError, DefusedXmlException) as problem:
        raise UserError(_DIFFERS, expected="", found=str(problem)[:EXCERPT]) from problem
    if reading.live:
        raise UserError(_DIFFERS, expected="", found=reading.live[0][:EXCERPT])
    foot = content.footer.page_of.format(page=1, pages=1)
    for expected, found in (
        (expected_paragraphs(content, plain), reading.paragraphs),
        (_lines(expected_headings(content, plain)), _lines(reading.headings)),
        ((kept_property(content.metadata.title),), (reading.title,)),
        ((same_blanks(f"{plain(shown_foot(content.footer.left))} {foot}"),), (reading.foot,)),
        ((content.metadata.language,) * 2, reading.languages),
    ):
        compare(expected, found, code=_DIFFERS)


def read_word(file: Path | bytes) -> WordReading:
    """Return what a Word file says. Raises for a file that is none, as zipfile and the XML reader do."""
    with ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = fromstring(parts["word/document.xml"])
    foot = fromstring(parts["word/footer.xml"])
    texts = [(_style(item), _text(item)) for item in body.iter(f"{_W}p")]
    core = fromstring(parts["docProps/core.xml"])
    return WordReading(
        paragraphs=tuple(text for _, text in texts if text),
        headings=tuple((_LEVELS[style], text) for style, text in texts if style in _LEVELS and text),
        foot=same_blanks(" ".join(_text(item) for item in foot.iter(f"{_W}p"))),
        title=core.findtext(f"{_DC}title", ""),
        languages=tuple(_languages(parts)),
        live=tuple(_live(parts, (body, foot))),
    )


def _style(item: Element) -> str:
    style = item.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _text(item: Element) -> str:
    parts = (
        part.text or "" if part.tag == f"{_W}t" else _SIGNS.get(str(part.tag), "")
        for run in item.iter(f"{_W}r")
        for part in run
    )
    return same_blanks("".join(parts))


def _languages(parts: dict[str, bytes]) -> Iterator[str]:
    styles, settings = fromstring(parts["word/styles.xml"]), fromstring(parts["word/settings.xml"])
    for found in (
        styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang"),
        settings.find(f"{_W}themeFontLang"),
    ):
        yield "" if found is None else found.get(f"{_W}val", "")


def _live(parts: dict[str, bytes], roots: Sequence[Element]) -> Iterator[str]:
    for name, data in parts.items():
        if not name.endswith((".xml", ".rels")):
            yield name
        elif name.endswith(".rels"):
            outside = (item for item in fromstring(data).iter(_RELATIONSHIP) if item.get("TargetMode"))
            yield from (item.get("Target", "") for item in outside)
    for root in roots:
        yield from (tag for tag in _LIVE if root.find(f".//{_W}{tag}") is not None)
        fields = (item.get(f"{_W}instr", "") for item in root.iter(f"{_W}fldSimple"))
        yield from (field for field in fields if field not in _INSTRUCTIONS)


def _lines(headings: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(f"{level} {text}" for level, text in headings)
