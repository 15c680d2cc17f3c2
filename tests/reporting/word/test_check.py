"""The check itself is checked: each deliberate defect in a good Word file must be found."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.reporting.documents import an_approved_source

from finsam_review.domain.errors import UserError
from finsam_review.i18n.wording import error_text
from finsam_review.reporting.content import Content
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.word import render_word, verify_word

DOCUMENT = "word/document.xml"


@pytest.fixture(name="content")
def the_content() -> Content:
    return summary_content(an_approved_source(), internal=True)


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """Return the file with one part changed; a change that changes nothing is a mistake of the test."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for item in source.namelist():
            text = source.read(item).decode("utf-8")
            if item == name:
                assert change(text) != text
                text = change(text)
            archive.writestr(item, text)
    return target.getvalue()


def _once(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, lambda _found: replacement, text, count=1, flags=re.DOTALL)


DEFECTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a word is lost": (DOCUMENT, _once("Bra", "Br")),
    "two words run together": (DOCUMENT, _once("Vad tillför", "Vadtillför")),
    "a paragraph is lost": (DOCUMENT, _once(r"<w:p>(?:(?!</w:p>).)*</w:p>", "")),
    "a paragraph stands twice": (
        DOCUMENT, lambda text: re.sub(r"(<w:p>(?:(?!</w:p>).)*</w:p>)", r"\1\1", text, count=1),
    ),
    "a row is lost": (DOCUMENT, _once(r"<w:tr>(?:(?!</w:tr>).)*</w:tr>", "")),
    "a heading is none": (DOCUMENT, _once('"Heading1"', '"Running"')),
    "a heading is of another level": (DOCUMENT, _once('"Heading1"', '"Heading2"')),
    "the title is none": (DOCUMENT, _once('"Title"', '"Running"')),
    "a link": (DOCUMENT, _once(r"<w:r>", "<w:hyperlink/><w:r>")),
    "a field that computes": (DOCUMENT, _once(r"<w:r>", '<w:fldSimple w:instr="DATE"/><w:r>')),
    "a field in pieces": (DOCUMENT, _once(r"<w:r>", "<w:r><w:instrText>DATE</w:instrText></w:r><w:r>")),
    "a text box": (DOCUMENT, _once(r"<w:r>", "<w:r><w:pict/></w:r><w:r>")),
    "another foot": ("word/footer.xml", _once("Grönt", "Grått")),
    "a foot without numbers": (
        "word/footer.xml", _once(r"<w:fldSimple(?:(?!</w:fldSimple>).)*</w:fldSimple>", "")
    ),
    "no language": ("word/styles.xml", _once(r"<w:lang [^>]*/>", "")),
    "another language": ("word/settings.xml", _once("sv-SE", "en-US")),
    "another title": ("docProps/core.xml", _once("Grönt", "Grått")),
    "a template from outside": (
        "word/_rels/document.xml.rels",
        _once("</Relationships>", '<Relationship Id="x" Type="t" Target="http://e.example/" '
              'TargetMode="External"/></Relationships>'),
    ),
    "no XML": (DOCUMENT, lambda text: text[:-20]),
    "an entity": (
        DOCUMENT, lambda text: '<!DOCTYPE x [<!ENTITY e "e">]>' + text.partition("?>")[2].lstrip(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(content: Content, name: str) -> None:
    part, change = DEFECTS[name]
    with pytest.raises(UserError, match="word_text_differs") as caught:
        verify_word(changed(render_word(content), part, change), content)
    assert error_text(caught.value.code, caught.value.values)


def test_a_macro_or_a_picture_is_found(content: Content) -> None:
    target = BytesIO(render_word(content))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(UserError, match="word_text_differs") as caught:
        verify_word(target.getvalue(), content)
    assert caught.value.values["found"] == "word/vbaProject.bin"


def test_a_file_that_is_none(content: Content, tmp_path: Path) -> None:
    path = tmp_path / "inget.docx"
    path.write_bytes(b"inget")
    with pytest.raises(UserError, match="word_text_differs"):
        verify_word(path, content)


def test_where_the_texts_part_is_said_and_not_the_whole(content: Content) -> None:
    data = changed(render_word(content), DOCUMENT, _once("verksamhet", "verksamheten"))
    with pytest.raises(UserError) as caught:
        verify_word(data, content)
    assert "verksamheten" in str(caught.value.values["found"])
    assert len(str(caught.value.values["expected"])) <= 60


def test_the_same_file_packed_again_is_no_defect(content: Content) -> None:
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(render_word(content))) as source,
        zipfile.ZipFile(target, "w") as archive,
    ):
        for item in source.namelist():
            archive.writestr(item, source.read(item))
    verify_word(target.getvalue(), content)
