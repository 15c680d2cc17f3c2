"""The Excel file: what a person finds in it, what no program may do with it, and that it is read back."""

import io
import re
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.excel.builders import CREATED, NAUGHTY, a_sheet, a_workbook

from finsam_review.domain.errors import UserError
from finsam_review.i18n.wording import error_text
from finsam_review.reporting.excel.cells import cell_text, escaped
from finsam_review.reporting.excel.checking import verify_workbook
from finsam_review.reporting.excel.workbook import Column, SheetContent
from finsam_review.reporting.excel.writing import render_workbook

ANYTHING = st.text(st.characters(), max_size=200)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the file with one of its parts replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in _parts(data).items():
            archive.writestr(name, change(content) if name == part else content)
    return target.getvalue()


def test_what_a_person_finds() -> None:
    data = render_workbook(a_workbook(a_sheet("Bra", "Sårbart"), a_sheet(name="Tomt blad")))
    file = _opened(data)
    assert file.sheetnames == ["Lappar", "Tomt blad"]
    sheet = file["Lappar"]
    assert [cell.value for cell in sheet[1]] == ["Nr", "Diarienummer", "Text", "Sökt belopp", "Inkommen"]
    assert all(cell.font.b for cell in sheet[1])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:E3"
    assert [sheet.column_dimensions[letter].width for letter in "ABCDE"] == [6, 14, 60, 16, 13]
    assert [cell.value for cell in sheet[2]] == [1, "2025/041", "Bra", 1_185_000, datetime(2025, 9, 10)]  # noqa: DTZ001
    assert sheet["D2"].number_format == '#,##0\\ "kr"'
    assert sheet["E2"].number_format == "yyyy-mm-dd"
    assert sheet["E2"].is_date
    assert sheet["C2"].alignment.wrap_text
    assert {cell.alignment.vertical for cell in sheet[2]} == {"top"}


def test_how_it_is_printed() -> None:
    sheet = _opened(render_workbook(a_workbook(a_sheet("Bra"))))["Lappar"]
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter.right.text == "Sida &P av &N"


def test_what_it_says_about_itself() -> None:
    file = _opened(render_workbook(a_workbook(a_sheet("Bra"))))
    assert file.properties.title == "Alla lappar"
    assert file.properties.creator == "Samordningsförbundet"
    assert file.properties.language == "sv-SE"
    assert file.properties.created == file.properties.modified == CREATED.replace(tzinfo=None)
    assert file["Lappar"].defined_names["ColumnTitle"].attr_text == "'Lappar'!$A$1:$E$1"


def test_a_row_is_as_high_as_its_text() -> None:
    data = render_workbook(a_workbook(a_sheet("kort", "ord " * 100, "rad\n" * 5 + "slut", "ord " * 9000)))
    sheet = _opened(data)["Lappar"]
    heights = [sheet.row_dimensions[number].height for number in range(2, 6)]
    assert heights == [None, 105.0, 90.0, 409.0]
    assert b"customHeight" not in _parts(data)["xl/worksheets/sheet1.xml"]


def test_equal_workbooks_give_equal_bytes() -> None:
    workbook = a_workbook(a_sheet("Bra"), a_sheet("Sårbart", name="Andra"))
    first = render_workbook(workbook)
    assert render_workbook(workbook) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", [*NAUGHTY, "ord " * 75_000], ids=lambda text: repr(text[:12]))
def test_a_text_stays_a_text(text: str) -> None:
    workbook = a_workbook(a_sheet(text, name=text), a_sheet("Bra"))
    data = render_workbook(workbook)
    verify_workbook(data, workbook)
    sheet = _opened(data).worksheets[0]
    cells = [sheet.cell(row, 3) for row in range(2, sheet.max_row + 1)]
    said = "".join(cell.value or "" for cell in cells)
    assert said == escaped(cell_text(text))
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells if cell.value)
    xml = _parts(data)["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in xml
    assert b"<f " not in xml
    assert b't="e"' not in xml
    assert b't="b"' not in xml


@settings(max_examples=80)
@given(st.lists(ANYTHING | st.sampled_from(NAUGHTY), min_size=1, max_size=8), ANYTHING)
def test_any_text_is_read_back(texts: list[str], name: str) -> None:
    columns = (Column(name, 20), *(Column(text, len(text)) for text in texts))
    workbook = a_workbook(a_sheet(*texts, name=name), SheetContent(name, columns, ((name, *texts),)))
    verify_workbook(render_workbook(workbook), workbook)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _bare(rows: Sequence[Sequence[object]]) -> bytes:
    """Write rows by openpyxl alone: no styles, nothing cleaned, formulas alive."""
    file = openpyxl.Workbook()
    for row in rows:
        file.worksheets[0].append(row)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def test_five_thousand_rows_take_a_few_times_what_openpyxl_takes_alone() -> None:
    sheet = a_sheet(*(f"Lapp {number}: räcker resurserna?" for number in range(5_000)))
    workbook, small = a_workbook(sheet), a_workbook(a_sheet("Varm"))
    verify_workbook(render_workbook(small), small)
    bare = _seconds(lambda: _bare(sheet.rows))
    data = render_workbook(workbook)
    assert len(data) < 1_000_000
    assert _seconds(lambda: render_workbook(workbook)) < 6 * bare
    assert _seconds(lambda: verify_workbook(data, workbook)) < 6 * bare


def test_a_cell_that_differs_is_seen() -> None:
    workbook = a_workbook(a_sheet("Ett lagom långt ord om samverkan"))
    data = render_workbook(workbook)
    changed = _changed(data, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"samverkan", b"samverkar"))
    with pytest.raises(UserError) as raised:
        verify_workbook(changed, workbook)
    assert raised.value.code == "workbook_differs"
    assert raised.value.values["sheet"] == "Lappar"
    assert str(raised.value.values["expected"]).endswith("samverkan")
    assert str(raised.value.values["found"]).endswith("samverkar")
    assert "Lappar" in error_text(raised.value.code, raised.value.values)


DEFECTS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a formula": (
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<c r="D2"[^>]*><v>\d+</v>', b'<c r="D2"><f>1+1</f><v>1185000</v>', xml),
    ),
    "a number that was text": (
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb't="inlineStr"><is><t>007</t></is>', b't="n"><v>7</v>', xml),
    ),
    "text that was a number": (
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb't="n"><v>1185000</v>', b't="inlineStr"><is><t>1185000</t></is>', xml),
    ),
    "a row that is missing": (
        "xl/worksheets/sheet1.xml",
        lambda xml: re.sub(rb'<row r="3".*?</row>', b"", xml),
    ),
    "a row too many": (
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b'<row r="9"><c r="A9"><v>1</v></c></row></sheetData>'),
    ),
    "another day": ("xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v>45910</v>", b"<v>45911</v>")),
    "a link": (
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<pageMargins", b'<hyperlinks><hyperlink/></hyperlinks><pageMargins'),
    ),
    "another name": ("xl/workbook.xml", lambda xml: xml.replace(b'name="Lappar"', b'name="Lappor"')),
    "a link out of the file": (
        "_rels/.rels",
        lambda xml: xml.replace(b"</Rel", b'<Relationship TargetMode="External"/></Rel'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_each_deliberate_defect_is_refused(name: str) -> None:
    part, change = DEFECTS[name]
    workbook = a_workbook(a_sheet("007", "Sårbart"))
    data = render_workbook(workbook)
    changed = _changed(data, part, change)
    assert _parts(changed)[part] != _parts(data)[part]
    with pytest.raises(UserError, match="workbook_differs"):
        verify_workbook(changed, workbook)


@pytest.mark.parametrize("data", [b"", b"PK", b"inget kalkylblad"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="workbook_differs"):
        verify_workbook(data, a_workbook(a_sheet("Bra")))


def test_a_file_cut_short_is_refused() -> None:
    workbook = a_workbook(a_sheet("Bra"))
    data = render_workbook(workbook)
    for length in range(0, len(data), 97):
        with pytest.raises(UserError, match="workbook_differs"):
            verify_workbook(data[:length], workbook)


def test_dates_come_back_as_days() -> None:
    columns = (Column("Dag", 12, "date"),)
    days = tuple((date(year, 2, 28),) for year in (1905, 1999, 2025, 2100, 9999))
    workbook = a_workbook(SheetContent("Dagar", columns, days))
    verify_workbook(render_workbook(workbook), workbook)
