"""Owns the choice of reader for a list: Excel, OpenDocument or delimited text."""

from finsam_review.importing.files.outcome import Outcome
from finsam_review.importing.files.sniff import FileKind


def read_sheets(kind: FileKind, data: bytes) -> Outcome:
    """Return the sheets of a list. Raises ``UnreadableError``."""
    if kind is FileKind.XLSX:
        from finsam_review.importing.tabular.xlsx import read_xlsx

        return Outcome("sheet", sheets=read_xlsx(data))
    if kind is FileKind.ODS:
        from finsam_review.importing.tabular.ods import read_ods

        return Outcome("sheet", sheets=read_ods(data))
    from finsam_review.importing.tabular.csv_text import read_csv

    return Outcome("sheet", sheets=read_csv(data))
