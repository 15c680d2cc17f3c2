"""Owns the question what a file is, answered by its content and never by the ending of its name."""

import zipfile
from enum import StrEnum

from finsam_review.importing.files.archive import has_part, open_archive, read_part
from finsam_review.importing.files.outcome import UnreadableError


class FileKind(StrEnum):
    """What a file turned out to be."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    XLSX = "xlsx"
    ODS = "ods"
    TEXT = "text"
    HTML = "html"
    OLD_WORD = "old_word"
    OLD_EXCEL = "old_excel"
    ENCRYPTED_OFFICE = "encrypted_office"
    RTF = "rtf"
    EMPTY = "empty"
    UNKNOWN = "unknown"


_OLE_MAGIC = bytes.fromhex("D0CF11E0A1B11AE1")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<style")
_PDF_WITHIN = 1024
_TEXT_SAMPLE = 64 * 1024


def sniff(data: bytes) -> FileKind:
    """Return what ``data`` is. Raises :class:`UnreadableError` for a container beyond the limits or
    broken.
    """
    if not data.strip(b"\x00 \r\n\t"):
        return FileKind.EMPTY
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _container(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileKind.PDF
    if data.startswith(_OLE_MAGIC):
        return _ole(data)
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    start = data[:2048].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(_HTML_STARTS) or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        return FileKind.HTML
    return FileKind.TEXT if _is_text(data) else FileKind.UNKNOWN


def _container(data: bytes) -> FileKind:
    archive = open_archive(data)
    mimetype = read_part(archive, "mimetype")[:100] if has_part(archive, "mimetype") else b""
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return FileKind.ODT
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return FileKind.ODS
    if _main_part(archive, "word/document") is not None:
        return FileKind.DOCX
    if _main_part(archive, "xl/workbook") is not None:
        return FileKind.XLSX
    if has_part(archive, "content.xml"):
        return _open_document(archive)
    if has_part(archive, "[Content_Types].xml") and b"wordprocessingml" in _types(archive):
        return FileKind.DOCX
    return FileKind.UNKNOWN


def _open_document(archive: zipfile.ZipFile) -> FileKind:
    content = read_part(archive, "content.xml")
    if b"<office:spreadsheet" in content:
        return FileKind.ODS
    return FileKind.ODT if b"<office:text" in content else FileKind.UNKNOWN


def _main_part(archive: zipfile.ZipFile, start: str) -> str | None:
    names = (name for name in archive.namelist() if name.startswith(start) and name.endswith(".xml"))
    return next(names, None)


def _types(archive: zipfile.ZipFile) -> bytes:
    try:
        return read_part(archive, "[Content_Types].xml")
    except UnreadableError:
        return b""


def _ole(data: bytes) -> FileKind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileKind.ENCRYPTED_OFFICE
    if "WordDocument".encode("utf-16-le") in data:
        return FileKind.OLD_WORD
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        return FileKind.OLD_EXCEL
    return FileKind.UNKNOWN


def _is_text(data: bytes) -> bool:
    if data.startswith(_UTF16_MARKS):
        return True
    sample = data[:_TEXT_SAMPLE]
    controls = sum(byte < 32 and byte not in (9, 10, 11, 12, 13) for byte in sample)
    return controls == 0 or (b"\x00" in sample and _looks_utf16(sample))


def _looks_utf16(sample: bytes) -> bool:
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return max(even, odd) > 0.4 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample) / 2
