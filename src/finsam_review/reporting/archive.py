"""Owns the zip file of a case: whole files under plain names, and an index that says what each is."""

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.reporting.filenames import kept_file_name

_EARLIEST = 1980
"""The first year that a zip file can tell."""
_READ_AND_WRITE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file to be kept: in which folder, under which name, what it is in words, and its bytes."""

    folder: str
    name: str
    about: str
    data: bytes


def render_archive(files: Sequence[ArchivedFile], *, heading: str, made: datetime) -> bytes:
    """Return a zip file with ``files`` and an index in plain text; equal contents give equal bytes.

    Names that would meet, also where capitals make no difference, get a number. The file is read back, and
    every member compared: raises :class:`UserError` ``archive_differs`` if one is not what was put in.
    """
    index_name = _("Contents.txt")
    taken: set[str] = {index_name.casefold()}
    named = [(_free(f"{_folder(file)}{kept_file_name(file.name)}", taken), file) for file in files]
    index = index_text([(name, file.about, file.data) for name, file in named], heading=heading)
    members = [(index_name, index.encode("utf-8-sig")), *((name, file.data) for name, file in named)]
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(_info(name, made), data)
    result = written.getvalue()
    _check(result, members)
    return result


def index_text(members: Sequence[tuple[str, str, bytes]], *, heading: str) -> str:
    """Return the index: name, what it is, size and SHA-256 of each member, in plain lines."""
    lines = [heading, "=" * min(len(heading), 80), ""]
    for name, about, data in members:
        digest = hashlib.sha256(data).hexdigest()
        size = f"{len(data):,}".replace(",", " ")
        lines += [
            name,
            f"    {about}",
            _("    {size} bytes, SHA-256 {digest}").format(size=size, digest=digest),
            "",
        ]
    return "\r\n".join(lines)


def _folder(file: ArchivedFile) -> str:
    return f"{kept_file_name(file.folder)}/" if file.folder else ""


def _free(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    taken.add(candidate.casefold())
    return candidate


def _info(name: str, made: datetime) -> zipfile.ZipInfo:
    year = max(made.year, _EARLIEST)
    info = zipfile.ZipInfo(name, (year, made.month, made.day, made.hour, made.minute, made.second // 2 * 2))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _READ_AND_WRITE
    return info


def _check(written: bytes, members: Sequence[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        found = [(info.filename, archive.read(info)) for info in archive.infolist()]
    if found != list(members):
        raise UserError("archive_differs")
