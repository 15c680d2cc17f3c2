"""Owns the reading of one file: what it is decides which reader has it. Bad input never raises."""

from finsam_review.importing.files.outcome import Outcome, UnreadableError
from finsam_review.importing.files.sniff import FileKind, sniff

FILE_MAX = 100 * 1024 * 1024
"""Bytes that a file may have."""

_REFUSED = {
    FileKind.OLD_WORD: ("doc", "old_word"),
    FileKind.RTF: ("doc", "old_word"),
    FileKind.OLD_EXCEL: ("sheet", "old_excel"),
    FileKind.ENCRYPTED_OFFICE: ("unknown", "encrypted"),
    FileKind.HTML: ("unknown", "web_page"),
    FileKind.EMPTY: ("unknown", "empty"),
    FileKind.UNKNOWN: ("unknown", "unsupported"),
}

_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What libraries raise on broken input. Anything else ends the process, which the parent reports as
damage.
"""


def read_file(data: bytes) -> Outcome:
    """Return what a file holds. Every fault of the input becomes a ``problem`` of the outcome."""
    if len(data) > FILE_MAX:
        return Outcome("unknown", problem="too_large")
    kind = FileKind.UNKNOWN
    try:
        kind = sniff(data)
        if kind in _REFUSED:
            media, problem = _REFUSED[kind]
            return Outcome(media, problem=problem)
        return _read(kind, data)
    except UnreadableError as refused:
        media = refused.media if refused.media != "unknown" else _media(kind)
        return Outcome(media, problem=refused.code)
    except MemoryError:
        return Outcome(_media(kind), problem="too_large")
    except _FAULTS:
        return Outcome(_media(kind), problem="damaged")


def _media(kind: FileKind) -> str:
    if kind in {FileKind.XLSX, FileKind.ODS}:
        return "sheet"
    return kind.value if kind in {FileKind.DOCX, FileKind.ODT, FileKind.PDF, FileKind.TEXT} else "unknown"


def _read(kind: FileKind, data: bytes) -> Outcome:
    if kind is FileKind.DOCX:
        from finsam_review.importing.files.docx import read_docx

        return read_docx(data)
    if kind is FileKind.ODT:
        from finsam_review.importing.files.odt import read_odt

        return read_odt(data)
    if kind is FileKind.PDF:
        from finsam_review.importing.pdf.document import read_pdf

        return read_pdf(data)
    from finsam_review.importing.tabular.sheets import read_sheets

    return read_sheets(kind, data)
