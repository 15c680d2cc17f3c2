"""Owns how a draft gets onto the disk: the very bytes that were checked, under a name that says whose."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from finsam_review.domain.errors import UserError
from finsam_review.reporting.filenames import safe_file_name
from finsam_review.reporting.mail.check import check_draft
from finsam_review.reporting.mail.draft import MailDraft, render_draft

SUFFIX = ".eml"


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """The bytes of a draft that two readers have read back as meant, and their hash."""

    draft: MailDraft
    data: bytes
    sha256: str


def checked_draft(draft: MailDraft) -> CheckedDraft:
    """Render ``draft``, read it back twice, and return it.

    Raises :class:`UserError` ``draft_differs``, ``address_missing``, ``address_broken`` or
    ``address_several``.
    """
    data = render_draft(draft)
    check_draft(data, draft)
    return CheckedDraft(draft, data, hashlib.sha256(data).hexdigest())


def write_draft(checked: CheckedDraft, path: Path) -> Path:
    """Write a checked draft under ``path``, whole or not at all, and return where it lies.

    Before the file gets its name it is read back from the disk, and must be the very bytes that were checked.
    Raises :class:`UserError` ``draft_differs``, and as
    :func:`~finsam_review.reporting.export.write_file` does.
    """
    from finsam_review.reporting.export import write_file

    def same(temporary: Path) -> None:
        if hashlib.sha256(temporary.read_bytes()).hexdigest() != checked.sha256:
            raise UserError("draft_differs", reader="disk", where=path.name)

    return write_file(path, checked.data, check=same)


def draft_file_name(diary_number: str, short_title: str, *, taken: set[str]) -> str:
    """Return *2025-041 Grönt steg.eml*, safe as ``safe_file_name`` makes it, and note it as taken."""
    return safe_file_name(" ".join(_named(diary_number, short_title)), suffix=SUFFIX, taken=taken)


def _named(*parts: str) -> Iterator[str]:
    yield from (part for part in parts if part)
