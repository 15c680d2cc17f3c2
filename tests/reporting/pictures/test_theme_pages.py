"""The theme matrix on paper: a table that is read cell by cell, on as many pages as it needs."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.pictures.builders import LONG, WORKSHOP, a_matrix

from finsam_review.domain.errors import UserError
from finsam_review.reporting.pictures.theme_cells import cell_words
from finsam_review.reporting.pictures.theme_pages import (
    ThemePages,
    expected_theme_texts,
    render_theme_matrix,
    verify_theme_matrix,
)
from finsam_review.reporting.verify import read_tags


def _pages(**shape: int) -> ThemePages:
    return ThemePages(a_matrix(**shape), WORKSHOP, "Teman i ansökningarna")


def _elements(data: bytes, tag: str) -> list[pikepdf.Dictionary]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        items = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        return [str(item.get("/A", {}).get("/Scope", "")) for item in items if item.get("/S") == f"/{tag}"]


def test_a_reader_comes_upon_every_cell() -> None:
    pages = _pages(rows=6, themes=3)
    data = render_theme_matrix(pages)
    verify_theme_matrix(data, pages)
    entries = [(entry.tag, entry.text) for entry in read_tags(data).entries]
    signs = "4 = 4 lappar från 2 av 3 bord krävs inte = förbundet kräver inte detta av en sådan insats"
    assert entries[:8] == [
        ("P", "Samordningsförbundet Skaraborg Budgetupptakt inför 2026, onsdagen den 15 oktober 2025"),
        ("H1", "Teman i ansökningarna"),
        ("P", f"{signs} – = inga lappar"),
        ("TH", "Ansökan"),
        ("TH", "Två parter och förankring"),
        ("TH", "Befintlig verksamhet"),
        ("TH", "Implementering"),
        ("TH", "1 Grönt steg"),
    ]
    assert [tag for tag, _text in entries[8:]] == (["TD"] * 3 + ["TH"]) * 5 + ["TD"] * 3
    expected = [cell_words(cell) for row in pages.matrix.rows for cell in row.cells]
    assert [text for tag, text in entries if tag == "TD"] == expected


def test_headings_say_what_they_head() -> None:
    data = render_theme_matrix(_pages(rows=5, themes=3))
    assert sorted(_elements(data, "TH")) == ["/Column"] * 4 + ["/Row"] * 5


def test_a_matrix_of_an_ordinary_day_has_one_lying_page() -> None:
    pages = ThemePages(
        a_matrix(rows=16, themes=7, titles=("Grönt steg", "Nya vägar Vara")), WORKSHOP, "Teman"
    )
    with pikepdf.open(io.BytesIO(render_theme_matrix(pages))) as pdf:
        assert len(pdf.pages) == 1
        _left, _bottom, width, height = (float(edge) for edge in pdf.pages[0].mediabox)
    assert (round(width), round(height)) == (842, 595)


def test_a_large_matrix_goes_on_with_its_headings() -> None:
    pages = _pages(rows=40, themes=15)
    data = render_theme_matrix(pages)
    verify_theme_matrix(data, pages)
    reading = read_tags(data)
    headings = [entry.text for entry in reading.entries if entry.tag == "H2"]
    assert headings == ["Tema 1–7 av 15", "Tema 8–15 av 15"]
    assert len(reading.furniture) == 6
    assert len(reading.repeated) == 4
    assert all(text.startswith("Ansökan ") for text in reading.repeated)
    assert not reading.faults


def test_a_title_stands_in_full() -> None:
    pages = ThemePages(a_matrix(titles=(LONG * 20,)), WORKSHOP, "Teman")
    data = render_theme_matrix(pages)
    verify_theme_matrix(data, pages)
    assert f"1 {(LONG * 20).strip()}" in read_tags(data).texts


@settings(max_examples=30)
@given(
    rows=st.integers(0, 25),
    themes=st.integers(0, 15),
    readers=st.integers(0, 9),
    title=st.text(max_size=80),
    name=st.text(max_size=120),
)
def test_any_matrix_is_read_back(rows: int, themes: int, readers: int, title: str, name: str) -> None:
    matrix = a_matrix(rows=rows, themes=themes, readers=readers, titles=(name, "Bryggan"))
    pages = ThemePages(matrix, WORKSHOP, title)
    verify_theme_matrix(render_theme_matrix(pages), pages)


def test_another_matrix_is_not_taken_for_this_one() -> None:
    data = render_theme_matrix(_pages(seed=1))
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify_theme_matrix(data, _pages(seed=2))


def test_equal_matrices_give_equal_bytes() -> None:
    assert render_theme_matrix(_pages()) == render_theme_matrix(_pages())


def test_what_is_expected_is_the_whole_matrix() -> None:
    texts = expected_theme_texts(_pages(rows=6, themes=4))
    assert len(texts) == 3 + 5 + 6 * 5
