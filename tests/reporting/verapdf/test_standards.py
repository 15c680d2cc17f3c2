"""Every kind of document keeps PDF/UA-1 and PDF/A-2a, and the validator can tell when one does not."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc

from finsam_review.reporting.summary import render_summary
from finsam_review.reporting.tagged import repairs

pytestmark = pytest.mark.verapdf


def test_every_document_keeps_both_standards(documents, verapdf) -> None:
    verdict = verapdf(*(document.path for document in documents.values()))
    assert verdict.code == 0, verdict.report
    assert verdict.report.count(" PASS ") == 2 * len(documents)


def test_a_plain_file_is_refused(documents, verapdf, plain: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    path.write_bytes(plain.plain_summary(documents["2025/041"].content))
    verdict = verapdf(path)
    assert verdict.code == 1
    assert verdict.failed("ua1")
    assert verdict.failed("2a")


def _no_colour_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _no_extension_schema(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    start = xmp.index(b'<rdf:Description rdf:about="" xmlns:pdfaExtension')
    end = xmp.index(b"</rdf:Description>", start) + len(b"</rdf:Description>")
    pdf.Root.Metadata.write(xmp[:start] + xmp[end:])


def _no_title(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    start, end = xmp.index(b"<dc:title>"), xmp.index(b"</dc:title>") + len(b"</dc:title>")
    pdf.Root.Metadata.write(xmp[:start] + xmp[end:])


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def _title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def _no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _heading_levels_jump(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H2").S = pikepdf.Name.H3


def _item_without_body(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LBody").S = pikepdf.Name.P


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


def _first(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Dictionary:
    return next(
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == f"/{tag}"
    )


DEFECTS: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "no colour profile": (_no_colour_profile, "2a"),
    "no extension schema": (_no_extension_schema, "2a"),
    "no title": (_no_title, "ua1"),
    "no language": (_no_language, "ua1"),
    "not marked": (_not_marked, "2a"),
    "title not shown": (_title_not_shown, "ua1"),
    "no tree": (_no_tree, "ua1"),
    "heading levels jump": (_heading_levels_jump, "ua1"),
    "item without body": (_item_without_body, "ua1"),
    "font not embedded": (_font_not_embedded, "ua1"),
}


def test_each_deliberate_defect_is_refused(documents, verapdf, tmp_path: Path) -> None:
    paths = {}
    for name, (defect, _profile) in DEFECTS.items():
        paths[name] = tmp_path / f"{name.replace(' ', '_')}.pdf"
        with pikepdf.open(documents["2025/041"].path) as pdf:
            defect(pdf)
            pdf.save(paths[name])
    report = verapdf(*paths.values()).report
    passed = [
        name for name, (_, profile) in DEFECTS.items() if f"{profile} FAIL {paths[name].name}" not in report
    ]
    assert not passed, report


def test_streams_without_the_repair_are_refused(
    documents, verapdf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdfdoc.PDFStream, "format", repairs._unrepaired_format)
    path = tmp_path / "unrepaired.pdf"
    path.write_bytes(render_summary(documents["2025/041"].content))
    verdict = verapdf(path)
    assert verdict.failed("2a")
    assert "6.1.7.1-2" in verdict.report
