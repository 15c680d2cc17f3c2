"""Owns the mail draft as a file: which headers it has, in which order, and every byte of it."""

import dataclasses
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.utils import format_datetime

from finsam_review.domain.outgoing.addresses import ascii_address, checked_address
from finsam_review.domain.text import clean_text
from finsam_review.reporting.filenames import kept_file_name
from finsam_review.reporting.mail.encoding import (
    CRLF,
    FOLD,
    base64_lines,
    file_name_parameters,
    header_line,
    header_words,
    quoted_printable,
)

HEADERS = ("X-Unsent", "To", "Subject", "Date", "MIME-Version", "Content-Type")
"""All the headers of a draft, in order. There is no From: the mail program puts in who is sending."""

BODY_HEADERS = ("Content-Type", "Content-Transfer-Encoding")
FILE_HEADERS = ("Content-Type", "Content-Transfer-Encoding", "Content-Disposition")

_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*")
_MARK = "=_finsam_"
"""How a boundary begins: neither base64 nor quoted-printable can hold ``=_``, so no content is like it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to go with the mail, whole."""

    file_name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class MailDraft:
    """A letter to one applicant. ``written_at`` has a time zone; ``application_id`` is never in the file."""

    application_id: str
    to: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...]
    written_at: datetime


def as_sent(draft: MailDraft) -> MailDraft:
    """Return ``draft`` as it will be read: what is shown before writing, and what is compared after.

    The address as :func:`~finsam_review.domain.outgoing.addresses.checked_address` returns it, the subject on
    one line without control characters, direction marks or ``=?``, the body as
    :func:`~finsam_review.domain.text.clean_text` leaves it, file names that every system accepts, the time to
    the second. Raises :class:`UserError` ``address_missing``, ``address_broken`` or ``address_several``.
    """
    return dataclasses.replace(
        draft,
        to=checked_address(draft.to),
        subject=header_line(draft.subject),
        body=clean_text(draft.body),
        attachments=tuple(
            dataclasses.replace(attachment, file_name=kept_file_name(attachment.file_name))
            for attachment in draft.attachments
        ),
        written_at=draft.written_at.replace(microsecond=0),
    )


def render_draft(draft: MailDraft) -> bytes:
    """Return the bytes of the ``.eml`` file: equal drafts give equal bytes, in ASCII, lines ending in CRLF.

    One part of plain text and one for each attachment. Raises as :func:`as_sent` does, and ``ValueError`` for
    a media type or a moment that no caller should give.
    """
    sent = as_sent(draft)
    parts = [_body_part(sent.body), *(_file_part(attachment) for attachment in sent.attachments)]
    head = CRLF.join(_head(sent))
    boundary = _MARK + hashlib.sha256("".join((head, *parts)).encode("ascii")).hexdigest()[:32]
    opening = f'{head}{FOLD}boundary="{boundary}"{CRLF}'
    text = "".join(f"{CRLF}--{boundary}{CRLF}{part}" for part in parts)
    return f"{opening}{text}{CRLF}--{boundary}--{CRLF}".encode("ascii")


def _head(sent: MailDraft) -> Iterator[str]:
    if sent.written_at.tzinfo is None:
        raise ValueError("a draft is written at a moment, and this has no time zone")
    values = (
        "1",
        str(Address(addr_spec=ascii_address(sent.to))),
        header_words(sent.subject),
        format_datetime(sent.written_at),
        "1.0",
        "multipart/mixed;",
    )
    for name, value in zip(HEADERS, values, strict=True):
        yield f"{name}: {value}"


def _body_part(body: str) -> str:
    values = ('text/plain; charset="utf-8"', "quoted-printable")
    return _part(BODY_HEADERS, values, quoted_printable(body))


def _file_part(attachment: Attachment) -> str:
    if not _MEDIA_TYPE.fullmatch(attachment.media_type):
        raise ValueError(attachment.media_type)
    name, file_name = file_name_parameters(attachment.file_name)
    values = (attachment.media_type + name, "base64", "attachment" + file_name)
    return _part(FILE_HEADERS, values, base64_lines(attachment.data))


def _part(names: tuple[str, ...], values: tuple[str, ...], content: str) -> str:
    lines = (f"{name}: {value}" for name, value in zip(names, values, strict=True))
    return CRLF.join((*lines, "", content))
