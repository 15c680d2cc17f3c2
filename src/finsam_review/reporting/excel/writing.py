"""Owns the Excel file: sheets as a person wants to find them, texts that never come to life, steady bytes."""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from finsam_review.i18n import gettext as _
from finsam_review.reporting.excel.cells import Grid, cell_text, escaped, grids
from finsam_review.reporting.excel.workbook import Value, Workbook

if TYPE_CHECKING:
    import openpyxl
    from openpyxl.cell import Cell
    from openpyxl.styles import NamedStyle
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

DATE_FORMAT = "yyyy-mm-dd"
MONEY_FORMAT = '#,##0\\ "kr"'
"""*1 185 000 kr* in a Swedish Excel: the comma stands for what parts thousands where the file is opened."""

_NUMBER_FORMAT = "0"
_A4_PAPER = 9
_NARROWEST, _WIDEST = 4, 255
"""Characters; the widest is Excel's own limit."""
_TINT, _INK = "FFEBE5D8", "FF22201B"
_LINE, _HIGHEST = 15.0, 409.0
"""Height of a line and of the highest row that Excel has, in points."""
_HEADINGS_NAME = "ColumnTitle"
"""A cell range of this name is what JAWS and NVDA read out as the heading of each column."""
_GUESSED_HEIGHT = re.compile(rb'(<row [^>]*) customHeight="1"')
_CORE = "docProps/core.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_workbook(workbook: Workbook) -> bytes:
    """Return ``workbook`` as an Excel file. Equal workbooks give equal bytes.

    Each sheet has a filter and a bold row of headings that stays in view and is printed on every page. Texts
    are texts also after somebody has edited them: Excel is told to take what is typed there literally.
    """
    from openpyxl import Workbook as File

    file = File()
    file.remove(file.worksheets[0])
    styles = _add_styles(file)
    for grid in grids(workbook):
        _write_sheet(file.create_sheet(grid.name), grid, styles)
    said = file.properties
    said.title, said.creator = cell_text(workbook.title), cell_text(workbook.author)
    said.lastModifiedBy, said.language = said.creator, workbook.language
    target = BytesIO()
    file.save(target)
    said.created = said.modified = workbook.created.astimezone(UTC).replace(tzinfo=None)
    return _steady(target.getvalue(), file)


@dataclass(frozen=True, slots=True)
class _Styles:
    """How cells look: headings and values by the kind of their column, and texts wherever they stand."""

    text: "StyleArray"
    headings: Mapping[str, "StyleArray"]
    values: Mapping[str, "StyleArray"]


def _add_styles(file: "openpyxl.Workbook") -> _Styles:
    from openpyxl.styles import Border, Font, PatternFill, Side

    heading, right_heading = _style("Finsam heading", wraps=True), _style("Finsam heading, right", right=True)
    for style in (heading, right_heading):
        style.font = Font(name="Calibri", size=11, bold=True, color=_INK)
        style.fill = PatternFill("solid", fgColor=_TINT)
        style.border = Border(bottom=Side("thin", color=_INK))
    text = _style("Finsam text", wraps=True)
    number = _style("Finsam number", _NUMBER_FORMAT, right=True)
    money = _style("Finsam amount", MONEY_FORMAT, right=True)
    day = _style("Finsam date", DATE_FORMAT, right=True)
    for style in (heading, right_heading, text, number, money, day):
        file.add_named_style(style)
    left, right = _literal(heading.as_tuple()), _literal(right_heading.as_tuple())
    values = {"text": number, "number": number, "money": money, "date": day}
    return _Styles(
        text=_literal(text.as_tuple()),
        headings={"text": left, "number": right, "money": right, "date": right},
        values={kind: style.as_tuple() for kind, style in values.items()},
    )


def _style(
    name: str, number_format: str = "General", *, wraps: bool = False, right: bool = False
) -> "NamedStyle":
    from openpyxl.styles import Alignment, Font, NamedStyle

    return NamedStyle(
        name=name,
        font=Font(name="Calibri", size=11),
        alignment=Alignment(
            horizontal="right" if right else None,
            vertical="top",
            wrap_text=wraps or None,
            indent=1 if right else 0,
        ),
        number_format=number_format,
    )


def _literal(style: "StyleArray") -> "StyleArray":
    """Return ``style`` with the mark by which Excel takes what is typed into a cell as it stands."""
    literal = copy(style)
    literal.quotePrefix = 1
    return literal


def _write_sheet(sheet: "Worksheet", grid: Grid, styles: _Styles) -> None:
    from openpyxl.utils import get_column_letter, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    for place, column in enumerate(grid.columns, start=1):
        width = min(max(column.width, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width
    _append(sheet, 1, [(column.title, styles.headings[column.kind]) for column in grid.columns], grid)
    kinds = [styles.values[column.kind] for column in grid.columns]
    for number, row in enumerate(grid.rows, start=2):
        styled = [
            (value, styles.text if isinstance(value, str) else style)
            for value, style in zip(row, kinds, strict=True)
        ]
        _append(sheet, number, styled, grid)
    last = get_column_letter(len(grid.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(grid.rows) + 1}"
    headings = f"{quote_sheetname(grid.name)}!$A$1:${last}$1"
    sheet.defined_names.add(DefinedName(_HEADINGS_NAME, attr_text=headings))
    _prepare_printing(sheet)


def _append(
    sheet: "Worksheet", number: int, styled: Sequence[tuple[Value, "StyleArray"]], grid: Grid
) -> None:
    """Add row ``number``, as high as its longest text needs: not every program finds that out by itself."""
    sheet.append(
        [_cell(sheet, (number, place), value, style) for place, (value, style) in enumerate(styled, start=1)]
    )
    texts = zip((value for value, _style in styled), grid.columns, strict=True)
    heights = (_lines(value, column.width) for value, column in texts if isinstance(value, str))
    lines = max(heights, default=1)
    if lines > 1:
        sheet.row_dimensions[number].height = min(lines * _LINE, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """Return about how many lines ``text`` takes in a column ``width`` characters wide."""
    room = max(width, _NARROWEST) - 1
    return sum(1 + (len(line) - 1) // room if line else 1 for line in text.split("\n"))


def _cell(sheet: "Worksheet", place: tuple[int, int], value: Value, style: "StyleArray") -> "Cell":
    from openpyxl.cell import Cell

    row, column = place
    if not isinstance(value, str):
        return Cell(sheet, row, column, value=value, style_array=style)
    cell = Cell(sheet, row, column, value=escaped(value), style_array=style)
    cell.data_type = "s"  # openpyxl takes "=1+1" for a formula and "#N/A" for an error
    return cell


def _prepare_printing(sheet: "Worksheet") -> None:
    """Let the sheet be as wide as a page that lies down, with its headings on each and the page's number."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4_PAPER
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text = "&A"
    footer.right.text = _("Page {page} of {pages}").format(page="&P", pages="&N")


def _steady(data: bytes, file: "openpyxl.Workbook") -> bytes:
    """Return the archive with the dates of the workbook instead of the moment it was written.

    Heights of rows are only marked as a first guess, which Excel replaces when somebody edits the row.
    """
    from openpyxl.xml.functions import tostring

    core = tostring(file.properties.to_tree())
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as archive:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            info.create_system = 3
            content = core if name == _CORE else source.read(name)
            if name.startswith("xl/worksheets/"):
                content = _GUESSED_HEIGHT.sub(rb"\1", content)
            archive.writestr(info, content)
    return target.getvalue()
