"""Owns the question whether a file under its final name is whole: each kind is opened and read to its end."""

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
from lxml import etree

from finsam_review.reporting.mail.check import DraftReading, read_with_email, read_with_scanner
from finsam_review.reporting.verify import read_tags
from finsam_review.reporting.word.check import read_word

FINAL = frozenset({".pdf", ".docx", ".xlsx", ".zip", ".eml", ".svg"})
"""The endings of all that the program writes for somebody to keep."""


def finals(folder: Path) -> list[Path]:
    """Return every file under a final name, also in folders inside."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not is_orphan(path))


def orphans(folder: Path) -> list[Path]:
    """Return what was not yet under its name."""
    return sorted(path for path in folder.rglob(".*") if is_orphan(path))


def is_orphan(path: Path) -> bool:
    """Return whether a file is one that waits for its name."""
    return path.name.startswith(".finsam-") and path.suffix == ".tmp"


def assert_whole(name: str, data: bytes) -> None:
    """Open a file and read all of it; whatever is not as it should be raises."""
    suffix = Path(name).suffix.casefold()
    if suffix == ".pdf":
        reading = read_tags(data)
        assert reading.texts
        assert reading.faults == ()
    elif suffix == ".docx":
        _assert_archive(data)
        assert read_word(data).paragraphs
    elif suffix == ".xlsx":
        _assert_archive(data)
        book = openpyxl.load_workbook(BytesIO(data))
        assert all(sheet.max_row >= 1 for sheet in book)
    elif suffix == ".zip":
        _assert_members(data)
    elif suffix == ".eml":
        read_draft(data)
    elif suffix == ".svg":
        etree.fromstring(data)
    else:
        assert suffix == ".txt", name
        assert data.decode("utf-8-sig").strip()


def read_draft(data: bytes) -> DraftReading:
    """Return what a draft says; two readers must agree on it, hashes of the attachments and all."""
    found = read_with_email(data)
    assert found == read_with_scanner(data)
    assert found.unsent == "1"
    assert found.files
    return found


def _assert_archive(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None


def _assert_members(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name[:2] not in {"1 ", "5 "}:  # documents of the applicant, byte for byte as they came
                assert_whole(name, archive.read(name))
