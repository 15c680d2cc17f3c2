"""Owns the opening of zip containers and of XML in them: limits before parsing, nothing fetched or
expanded.
"""

import io
import lzma
import re
import zipfile
import zlib

from lxml import etree

from finsam_review.importing.files.outcome import UnreadableError

UNPACKED_MAX = 200 * 1024 * 1024
"""Bytes that all parts of a container may come to together."""
RATIO_MAX = 100
"""How many times larger than its packed form a part above :data:`RATIO_FROM` may be."""
RATIO_FROM = 10 * 1024 * 1024
ENTRIES_MAX = 5_000

_ENCRYPTED_FLAG = 0x1
_DECLARES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_HEAD = 64 * 1024
_BROKEN_PART = (
    KeyError,
    zipfile.BadZipFile,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the container, checked against the limits. Raises :class:`UnreadableError`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as broken:
        raise UnreadableError("damaged") from broken
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, len(data))
    bomb = unpacked > RATIO_FROM and unpacked > RATIO_MAX * packed
    if len(entries) > ENTRIES_MAX or unpacked > UNPACKED_MAX or bomb:
        raise UnreadableError("too_large")
    if any(_swells(entry) for entry in entries):
        raise UnreadableError("too_large")
    return archive


def has_part(archive: zipfile.ZipFile, name: str) -> bool:
    """Return whether the container has a part called ``name``."""
    try:
        archive.getinfo(name)
    except KeyError:
        return False
    return True


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a part. Raises :class:`UnreadableError` when it is missing, locked or broken."""
    try:
        entry = archive.getinfo(name)
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError("encrypted")
        return archive.read(entry)
    except _BROKEN_PART as broken:
        raise UnreadableError("damaged") from broken


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML part: no entity resolved, nothing fetched. Raises :class:`UnreadableError`.

    A part that declares entities of its own is refused: neither Word nor LibreOffice writes any.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise UnreadableError("damaged") from broken
    if next(root.iter(etree.Entity), None) is not None or _DECLARES.search(data[:_HEAD]):
        raise UnreadableError("damaged")
    return root


def read_xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """Return the root of the XML part ``name``. Raises :class:`UnreadableError`."""
    return parse_xml(read_part(archive, name))


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_FROM and entry.file_size > RATIO_MAX * max(1, entry.compress_size)
