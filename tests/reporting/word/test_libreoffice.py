"""A foreign program opens our Word files, finds the headings and every word, and loses nothing on the way."""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from tests.reporting.word.reading import W, body, style, words

from finsam_review.reporting.content import Content
from finsam_review.reporting.expected import expected_headings, expected_paragraphs
from finsam_review.reporting.textprep import same_blanks
from finsam_review.reporting.word import render_word
from finsam_review.reporting.word.plaintext import plain

pytestmark = pytest.mark.libreoffice

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
PLAIN = "txt:Text (encoded):UTF8"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SIGN = re.compile(r"^ +• ")
"""How LibreOffice writes a list in a text file, whatever its sign is."""

Opened = Callable[..., dict[str, Path]]


@pytest.fixture(scope="module", name="contents")
def the_contents(documents) -> Mapping[str, Content]:
    """Return what is opened: some of the material, and everything that is hard."""
    left_out = {f"2025/0{number}" for number in range(44, 61)}
    return {name: document.content for name, document in documents.items() if name not in left_out}


@pytest.fixture(scope="module", name="opened")
def opened_by_libreoffice(
    contents: Mapping[str, Content], tmp_path_factory: pytest.TempPathFactory
) -> Opened:
    """Return a function that lets LibreOffice convert every document, in one go, and gives the files."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here: apt-get install libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("word")
    sources = {name: folder / f"{number}.docx" for number, name in enumerate(contents)}
    for name, path in sources.items():
        path.write_bytes(render_word(contents[name]))

    def opened(form: str) -> dict[str, Path]:
        target = folder / form[:3]
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", form, "--outdir", target, *sources.values(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=280)
        suffix = form.partition(":")[0]
        return {name: target / f"{path.stem}.{suffix}" for name, path in sources.items()}

    return opened


def _part(path: Path, name: str) -> Element:
    with zipfile.ZipFile(path) as archive:
        return fromstring(archive.read(name))


def _comparable(text: str) -> str:
    """Return ``text`` as both programs write it: LibreOffice has its own marks for direction and blanks."""
    return same_blanks(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def test_every_word_is_there_in_order(contents: Mapping[str, Content], opened: Opened) -> None:
    for name, path in opened(PLAIN).items():
        lines = (_SIGN.sub("", line) for line in path.read_text("utf-8-sig").split("\n"))
        expected = " ".join(expected_paragraphs(contents[name], plain))
        assert _comparable(" ".join(lines)) == _comparable(expected), name


def test_headings_lists_and_tables_are_what_they_are_meant_to_be(
    contents: Mapping[str, Content], opened: Opened
) -> None:
    for name, path in opened("odt").items():
        content, text = contents[name], _part(path, "content.xml")
        headings = [
            (int(item.get(f"{TEXT}outline-level", "0")), _comparable(_odt_words(item)))
            for item in text.iter(f"{TEXT}h")
        ]
        expected = [(level, _comparable(said)) for level, said in expected_headings(content, plain) if level]
        assert headings == expected, name
        points = sum(len(part.points) for part in content.sections)
        points += sum(len(part.listing.points) for part in content.sections if part.listing)
        assert len(list(text.iter(f"{TEXT}list-item"))) >= points > 0 or not points
        tables = [part.table for part in content.sections if part.table]
        assert len(list(text.iter(f"{TABLE}table-header-rows"))) == len(tables), name


def _odt_words(item: Element) -> str:
    signs = {f"{TEXT}tab": " ", f"{TEXT}s": " ", f"{TEXT}line-break": " "}
    parts = [item.text or ""]
    for kid in item:
        parts += [signs.get(kid.tag, ""), _odt_words(kid), kid.tail or ""]
    return "".join(parts)


def test_the_language_is_understood(opened: Opened) -> None:
    for path in opened("odt").values():
        defaults = _part(path, "styles.xml").iter(f"{STYLE}default-style")
        properties = [item.find(f"{STYLE}text-properties") for item in defaults]
        languages = {item.get(f"{FO}language") for item in properties if item is not None}
        assert "sv" in languages
        assert "en" not in languages


def test_saved_again_as_word_the_headings_are_still_headings(
    contents: Mapping[str, Content], opened: Opened
) -> None:
    for name, path in opened("docx:MS Word 2007 XML").items():
        data = path.read_bytes()
        found = [
            (code, _comparable(words(item).replace("|", " ")))
            for item in body(data).iter(f"{W}p")
            if (code := style(item)) in {"Heading1", "Heading2"} and words(item).strip("|")
        ]
        expected = [
            (f"Heading{level}", _comparable(said))
            for level, said in expected_headings(contents[name], plain)
            if level
        ]
        assert found == expected, name


def test_pages_are_a4_in_pdf_and_the_agreement_is_seen_at_the_right(
    contents: Mapping[str, Content], opened: Opened
) -> None:
    files = opened("pdf")
    shown = subprocess.run(
        ["pdftotext", "-layout", files["internal copy"], "-"], check=True, capture_output=True, text=True
    ).stdout
    (line,) = [line for line in shown.split("\n") if "Bra" in line and "Bord A" in line and "–" in line][:1]
    assert line.index("Bord A") > 70
    assert "Intern kopia" in shown
    for path in files.values():
        info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
        assert "595." in info
        assert "841." in info or "842" in info
