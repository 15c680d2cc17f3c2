"""Owns the check that a draft says what it should, and nothing more: it is read back by two readers."""

import email
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.utils import format_datetime

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.addresses import ascii_address
from finsam_review.reporting.mail.draft import BODY_HEADERS, FILE_HEADERS, HEADERS, MailDraft, as_sent
from finsam_review.reporting.mail.scanner import NotOursError, ScannedMail, ScannedPart, decoded, scan


@dataclass(frozen=True, slots=True)
class DraftReading:
    """What a reader found in a draft, or what it should find.

    ``headers`` are the names in order, those of the mail first, then part by part; ``files`` are name, media
    type and SHA-256.
    """

    headers: tuple[tuple[str, ...], ...]
    unsent: str
    version: str
    recipients: tuple[str, ...]
    subject: str
    date: str
    body_type: str
    body: str
    files: tuple[tuple[str, str, str], ...]


def check_draft(data: bytes, draft: MailDraft) -> None:
    """Compare what ``data`` says with what ``draft`` means, as two readers see it.

    Headers and their order, the one recipient, subject, moment, body, and each attachment's name, media type
    and hash. Raises :class:`UserError` ``draft_differs`` with ``reader`` and ``where``, for the log, and as
    :func:`~finsam_review.reporting.mail.draft.as_sent` does.
    """
    wanted = expected(draft)
    for reader, read in (("email", read_with_email), ("scanner", read_with_scanner)):
        try:
            found = read(data)
        except (ValueError, LookupError) as fault:
            raise UserError("draft_differs", reader=reader, where=str(fault)) from fault
        where = next(_differences(wanted, found), None)
        if where is not None:
            raise UserError("draft_differs", reader=reader, where=where)


def expected(draft: MailDraft) -> DraftReading:
    """Return what every reader must find in the file of ``draft``."""
    sent = as_sent(draft)
    return DraftReading(
        headers=(HEADERS, BODY_HEADERS, *(FILE_HEADERS for _ in sent.attachments)),
        unsent="1",
        version="1.0",
        recipients=(ascii_address(sent.to),),
        subject=sent.subject,
        date=format_datetime(sent.written_at),
        body_type="text/plain",
        body=sent.body,
        files=tuple((file.file_name, file.media_type, _sha256(file.data)) for file in sent.attachments),
    )


def read_with_email(data: bytes) -> DraftReading:
    """Return what Python's own mail package finds. Raises ``ValueError`` or ``LookupError`` if it can't."""
    message = email.message_from_bytes(data, _class=EmailMessage, policy=policy.SMTP)
    if not message.is_multipart():
        raise NotOursError("parts")
    body, *files = message.iter_parts()
    recipients = [header for header in message.get_all("To", []) if isinstance(header, AddressHeader)]
    return DraftReading(
        headers=tuple(tuple(part.keys()) for part in (message, body, *files)),
        unsent=str(message["X-Unsent"]),
        version=str(message["MIME-Version"]),
        recipients=tuple(address.addr_spec for header in recipients for address in header.addresses),
        subject=str(message["Subject"]),
        date=str(message["Date"]),
        body_type=body.get_content_type(),
        body=_text(_payload(body)),
        files=tuple(
            (str(file.get_filename()), file.get_content_type(), _sha256(_payload(file))) for file in files
        ),
    )


def read_with_scanner(data: bytes) -> DraftReading:
    """Return what the strict reader finds. Raises ``ValueError`` or ``LookupError`` if it can't."""
    mail = scan(data)
    top = dict(mail.headers)
    body, *files = mail.parts
    return DraftReading(
        headers=tuple(_names(mail)),
        unsent=top["X-Unsent"],
        version=top["MIME-Version"],
        recipients=(top["To"],),
        subject=decoded(top["Subject"]),
        date=top["Date"],
        body_type=dict(body.headers)["Content-Type"].removesuffix('; charset="utf-8"'),
        body=_text(body.content),
        files=tuple(_scanned_file(file) for file in files),
    )


def _scanned_file(part: ScannedPart) -> tuple[str, str, str]:
    headers = dict(part.headers)
    name = part.parameter("Content-Disposition", "filename")
    kind, media_type = (headers[name].split(";")[0] for name in ("Content-Disposition", "Content-Type"))
    if kind != "attachment" or name != part.parameter("Content-Type", "name"):
        raise NotOursError("files")
    return name, media_type, _sha256(part.content)


def _names(mail: ScannedMail) -> Iterator[tuple[str, ...]]:
    for headers in (mail.headers, *(part.headers for part in mail.parts)):
        yield tuple(name for name, _value in headers)


def _differences(wanted: DraftReading, found: DraftReading) -> Iterator[str]:
    for name in DraftReading.__slots__:
        if getattr(wanted, name) != getattr(found, name):
            yield name


def _payload(part: object) -> bytes:
    payload = part.get_payload(decode=True) if isinstance(part, EmailMessage) else None
    if not isinstance(payload, bytes):
        raise NotOursError("part")
    return payload


def _text(content: bytes) -> str:
    """Return the text of a body. A line end of its own there would be one that was not meant."""
    text = content.decode("utf-8").replace("\r\n", "\n")
    if "\r" in text:
        raise NotOursError("body")
    return text


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
