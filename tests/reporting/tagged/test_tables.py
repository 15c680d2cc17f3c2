"""Tables in a PDF: header cells with their scope, a header row that is read once, cells of any length."""

import dataclasses
import re
import subprocess
import time
from pathlib import Path

import pikepdf
import pytest
from tests.reporting.builders import SENTENCE, a_source

from finsam_review.domain.errors import UserError
from finsam_review.reporting.content import Align, Content, DataTable, Section, Text
from finsam_review.reporting.expected import expected_text
from finsam_review.reporting.summary import summary_content
from finsam_review.reporting.tagged.story import page_count, render
from finsam_review.reporting.verify import read_tags, verify


def a_document(*sections: Section) -> Content:
    return dataclasses.replace(summary_content(a_source()), sections=sections)


def a_table(*rows: tuple[str, ...], header: tuple[str, ...] = ("Namn", "Antal")) -> Section:
    return Section("", "Tabell", table=DataTable(header, rows, (3, 1), (Align.LEFT, Align.RIGHT)))


def written(content: Content, folder: Path) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(render(content))
    verify(path, content)
    return path


def pages_of(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return text.stdout.rstrip("\f").split("\f")


def _elements(path: Path, tag: str) -> list[tuple[str, str]]:
    """Return the scope and tag of the header cells of a file, in no order."""
    with pikepdf.open(path) as pdf:
        return [
            (str(item.A.Scope)[1:], str(item.S)[1:])
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == f"/{tag}" and "/A" in item
        ]


def test_header_cells_say_what_they_head(tmp_path: Path) -> None:
    path = written(a_document(a_table(("ett", "1"), ("två", "2"))), tmp_path)
    scopes = [scope for scope, _tag in _elements(path, "TH")]
    assert scopes.count("Column") == 2
    assert scopes.count("Row") == 2 + 6  # the six facts above it


def test_the_header_row_stands_on_each_page_and_is_read_once(tmp_path: Path) -> None:
    rows = tuple((f"rad {number}", str(number)) for number in range(120))
    path = written(a_document(a_table(*rows)), tmp_path)
    pages = pages_of(path)
    assert len(pages) > 2
    assert all(re.search(r"Namn\s+Antal", page) for page in pages)
    reading = read_tags(path)
    assert reading.texts.count("Namn") == 1
    assert reading.repeated == ("Namn Antal",) * (len(pages) - 1)


def test_a_header_row_that_says_something_else_is_found(tmp_path: Path) -> None:
    rows = tuple((f"rad {number}", str(number)) for number in range(120))
    path = written(a_document(a_table(*rows)), tmp_path)
    other = a_document(a_table(*rows, header=("Namn", "Antal")))
    renamed = dataclasses.replace(other, sections=(*other.sections, a_table(("x", "y"))))
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify(path, renamed)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[1]
        page.contents_coalesce()
        code = page.Contents.read_bytes()
        assert b"/Subtype /Header" in code
        swapped = re.sub(rb"(/Header>> BDC.*?)\((.)", rb"\1(\2\2", code, count=1, flags=re.DOTALL)
        assert swapped != code
        page.Contents = pdf.make_stream(swapped)
        pdf.save()
    with pytest.raises(UserError, match="pdf_text_differs"):
        verify(path, a_document(a_table(*rows)))


def test_a_cell_longer_than_a_page_goes_on_and_is_one_cell(tmp_path: Path) -> None:
    content = a_document(a_table((SENTENCE * 90, SENTENCE * 40), ("slut", "1")))
    path = written(content, tmp_path)
    assert len(pages_of(path)) >= 3
    assert read_tags(path).texts == expected_text(content)


def test_three_hundred_thousand_characters_in_a_cell(tmp_path: Path) -> None:
    start = time.process_time()
    written(a_document(a_table(("ord " * 75_000, "x" * 1_000))), tmp_path)
    assert time.process_time() - start < 30


def test_five_thousand_rows_in_time_that_grows_with_their_number() -> None:
    def spent(count: int) -> float:
        content = a_document(a_table(*((f"rad {number}", "1") for number in range(count))))
        start = time.process_time()
        render(content)
        return time.process_time() - start

    spent(50)
    few = spent(500)
    assert spent(5_000) < 25 * few + 0.5


def test_a_small_table_is_not_parted_and_stays_with_its_heading_and_text(tmp_path: Path) -> None:
    rows = tuple((f"rad {number}", "1") for number in range(10))
    for lines in range(18, 40):
        filler = Section("", "Före", texts=(Text("\n".join(["fyllnad"] * lines)),))
        last = dataclasses.replace(a_table(*rows), texts=(Text("Texten ovanför"),))
        pages = pages_of(written(a_document(filler, last), tmp_path))
        (home,) = [page for page in pages if "rad 0" in page]
        assert "rad 9" in home
        assert "Texten ovanför" in home
        assert "Tabell" in home


def test_the_last_row_is_not_left_alone(tmp_path: Path) -> None:
    for count in range(25, 60):
        rows = tuple((f"rad {number};", "1") for number in range(count))
        for page in pages_of(written(a_document(a_table(*rows)), tmp_path)):
            assert page.count("rad ") != 1


def test_a_header_too_high_to_repeat_stands_once(tmp_path: Path) -> None:
    header = ("Mycket lång rubrik " * 90, "Antal")
    rows = tuple((f"rad {number}", "1") for number in range(80))
    path = written(a_document(a_table(*rows, header=header)), tmp_path)
    assert read_tags(path).repeated == ()


def test_parts_of_sections_are_headings_below_them_and_pages_begin_where_asked(tmp_path: Path) -> None:
    content = a_document(
        Section("", "Ett"),
        Section("", "Del", level=2, empty="-"),
        Section("", "Två", new_page=True, empty="-"),
    )
    path = written(content, tmp_path)
    tags = [(entry.tag, entry.text) for entry in read_tags(path).entries if entry.tag.startswith("H")]
    assert tags[1:] == [("H2", "Ett"), ("H3", "Del"), ("H2", "Två")]
    first, second = pages_of(path)
    assert "Del" in first
    assert second.lstrip().startswith("Två")
    assert page_count(content) == 2


def test_levels_that_jump_and_rows_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="2"):
        a_document(Section("", "Del", level=2))
    with pytest.raises(ValueError, match="3"):
        a_document(Section("", "Ett"), Section("", "Del", level=3))
    with pytest.raises(ValueError, match="Namn"):
        DataTable(("Namn", "Antal"), (("bara en",),))
    with pytest.raises(ValueError, match="Namn"):
        DataTable(("Namn", "Antal"), (), widths=(1,))


def test_a_heading_is_never_left_alone_at_the_foot(tmp_path: Path) -> None:
    for lines in range(20, 45):
        filler = Section("", "Före", texts=(Text("\n".join(["fyllnad"] * lines)),))
        parts = (Section("", "Överst"), Section("", "Under", level=2, texts=(Text("Orden"),)))
        pages = pages_of(written(a_document(filler, *parts), tmp_path))
        (home,) = [page for page in pages if "Överst" in page]
        assert "Under" in home
        assert "Orden" in home
