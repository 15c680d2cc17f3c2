"""The check itself is checked: each deliberate defect in a good file must be found."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import ttfonts

from finsam_review.domain.errors import UserError
from finsam_review.i18n.wording import error_text
from finsam_review.reporting.summary import render_summary
from finsam_review.reporting.tagged import flowables
from finsam_review.reporting.tagged.lines import Line, Segment, break_lines
from finsam_review.reporting.textprep import Piece
from finsam_review.reporting.verify import main, read_tags, verify


def _elements(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    return [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == f"/{tag}"
    ]


def _rewrite(pdf: pikepdf.Pdf, pattern: bytes, replacement: bytes) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    code, count = re.subn(pattern, replacement, page.Contents.read_bytes(), count=1)
    assert count == 1
    page.Contents = pdf.make_stream(code)


def _lose_an_element(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K.pop(1)


def _swap_two_elements(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    first, second = kids[0], kids[1]
    kids[0], kids[1] = second, first


def _hide_a_paragraph(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"/H1 <</MCID \d+>> BDC", b"/Artifact BMC")


def _draw_untagged(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_coalesce()
    font = next(iter(page.Resources.Font.keys())).encode()
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" BT " + font + b" 9 Tf (\x01) Tj ET")


def _read_a_paragraph_twice(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K[0].K
    kids.append(kids[0])


def _change_the_footer(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"/Artifact <</Type /Pagination /Subtype /Footer>>", b"/Artifact <</Type /Layout>>")


def _lose_a_number(pdf: pikepdf.Pdf) -> None:
    _rewrite(pdf, rb"/\S+ Do", b"")


def _take_away_a_map(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


@pytest.mark.parametrize(
    "defect",
    [
        _lose_an_element, _swap_two_elements, _hide_a_paragraph, _draw_untagged, _read_a_paragraph_twice,
        _change_the_footer, _lose_a_number, _take_away_a_map,
    ],
)  # fmt: skip
def test_a_defect_in_the_file_is_found(
    documents, tmp_path: Path, defect: Callable[[pikepdf.Pdf], None]
) -> None:
    document = documents["2025/041"]
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(document.path) as pdf:
        defect(pdf)
        pdf.save(broken)
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify(broken, document.content)


def test_saving_again_without_a_defect_is_no_defect(documents, tmp_path: Path) -> None:
    document = documents["2025/041"]
    copy = tmp_path / "copy.pdf"
    with pikepdf.open(document.path) as pdf:
        pdf.save(copy)
    verify(copy, document.content)


def test_a_changed_word_is_found_and_said(documents) -> None:
    document = documents["2025/041"]
    content = replace(document.content, introduction=document.content.introduction + "!")
    with pytest.raises(UserError) as caught:
        verify(document.path, content)
    assert caught.value.values["expected"] == str(caught.value.values["found"]) + "!"
    assert error_text(caught.value.code, caught.value.values)


def test_words_run_together_at_line_ends_are_found(
    documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_blanks(*arguments: object, **options: object) -> tuple[Line, ...]:
        return tuple(_bare(line) for line in break_lines(*arguments, **options))  # type: ignore[arg-type]

    def _bare(line: Line) -> Line:
        *first, last = line.segments
        pieces = (*last.pieces[:-1], Piece(last.pieces[-1].font, last.pieces[-1].text.rstrip(" ")))
        return Line((*first, Segment(pieces, last.actual)), line.width)

    monkeypatch.setattr(flowables, "break_lines", without_blanks)
    _assert_found(documents["2025/041"].content, tmp_path)


def test_the_unicode_map_of_unrepaired_reportlab_is_found(
    documents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def five_digits(_name: str, subset: list[int]) -> str:
        pairs = [f"<{code:02X}> <{char:04X}>" for code, char in enumerate(subset)]
        return "\n".join([f"{len(subset)} beginbfchar", *pairs, "endbfchar"])

    monkeypatch.setattr(ttfonts, "makeToUnicodeCMap", five_digits)
    _assert_found(documents["emoji"].content, tmp_path)


def test_a_line_from_the_right_without_its_meaning_is_found(documents, tmp_path: Path) -> None:
    document = documents["hebrew"]
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(document.path) as pdf:
        _rewrite(pdf, rb"/Span <</ActualText <[0-9A-F]+>>> BDC", b"/Span BMC")
        pdf.save(broken)
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify(broken, document.content)


def _assert_found(content, folder: Path) -> None:
    path = folder / "broken.pdf"
    path.write_bytes(render_summary(content))
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify(path, content)


def test_the_command_prints_what_is_read(documents, capsys: pytest.CaptureFixture[str]) -> None:
    document = documents["2025/041"]
    assert main(document.path) == 0
    printed = capsys.readouterr().out
    assert f"H1     {document.content.title}" in printed
    assert "FAULT" not in printed


def test_artifacts_are_footers_only(documents) -> None:
    for document in documents.values():
        reading = read_tags(document.path)
        assert not reading.hidden
        assert len(reading.furniture) == _page_count(document.path)


def _page_count(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
