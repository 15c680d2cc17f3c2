"""The pictures on paper keep PDF/UA-1 and PDF/A-2a as well."""

from pathlib import Path

import pikepdf
import pytest
from tests.reporting.pictures.builders import LONG, WORKSHOP, a_matrix, a_process

from finsam_review.reporting.pictures.process_page import render_process
from finsam_review.reporting.pictures.theme_pages import ThemePages, render_theme_matrix

pytestmark = pytest.mark.verapdf

NAUGHTY = "<b>&amp; ]]> 👍🏽 سلام \u202e\x00 中文 \U00013000 (\\) "


def _documents() -> dict[str, bytes]:
    documents = {
        f"matrix_{rows}_{themes}_{readers}": render_theme_matrix(
            ThemePages(a_matrix(rows=rows, themes=themes, readers=readers), WORKSHOP, "Teman")
        )
        for rows, themes, readers in ((16, 7, 3), (40, 15, 3), (16, 4, 2), (5, 7, 5), (3, 3, 9), (1, 1, 0))
    }
    naughty = a_matrix(titles=(NAUGHTY, LONG * 12))
    documents["matrix_naughty"] = render_theme_matrix(ThemePages(naughty, WORKSHOP, NAUGHTY * 3))
    documents |= {f"process_{now}": render_process(a_process(now, outcome="Beviljad")) for now in range(8)}
    words = {1: NAUGHTY, 2: LONG * 9}
    documents["process_naughty"] = render_process(a_process(4, words=words, title=NAUGHTY * 9, outcome=LONG))
    steps = [("x", f"Steg {number}") for number in range(40)]
    documents["process_long"] = render_process(a_process(20, steps=steps))
    return documents


def test_every_picture_keeps_both_standards(verapdf, tmp_path: Path) -> None:
    documents = _documents()
    paths = [tmp_path / f"{name}.pdf" for name in documents]
    for path, data in zip(paths, documents.values(), strict=True):
        path.write_bytes(data)
    verdict = verapdf(*paths)
    assert verdict.code == 0, verdict.report
    assert verdict.report.count(" PASS ") == 2 * len(paths)


def test_a_figure_that_says_nothing_is_refused(verapdf, tmp_path: Path) -> None:
    path = tmp_path / "silent.pdf"
    path.write_bytes(render_process(a_process()))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item["/Alt"]
        pdf.save(path)
    assert verapdf(path).failed("ua1")
