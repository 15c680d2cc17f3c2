"""What the tests of mail drafts stand on: a draft to start from, and readers that share no code."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import fast_mail_parser

from finsam_review.reporting.mail.check import DraftReading, read_with_email, read_with_scanner
from finsam_review.reporting.mail.draft import Attachment, MailDraft

WRITTEN_AT = datetime(2025, 10, 16, 9, 0, tzinfo=timezone(timedelta(hours=2)))
PDF = Attachment("2025-041 Grönt steg.pdf", "application/pdf", b"%PDF-1.7\r\n\x00\xff.\n" * 40)
"""Its bytes hold what a careless way of sending would change: bare line ends, a full stop, high bytes."""


def a_draft(
    *,
    subject: str = "Synpunkter på er ansökan Grönt steg, dnr 2025/041",
    body: str = "Hej Lovisa!\n\nTack för er ansökan.",
    to: str = "lovisa.brandell@hjo.kommun.example",
    attachments: tuple[Attachment, ...] = (PDF,),
    written_at: datetime = WRITTEN_AT,
) -> MailDraft:
    """Return a draft with everything in order but what the test gives."""
    return MailDraft("3f0c1b9e", to, subject, body, attachments, written_at)


def read_with_rust(data: bytes) -> DraftReading:
    """Return what the reader written in Rust finds: no code of Python's mail package is behind it."""
    mail = fast_mail_parser.parse_email(data)
    tree = fast_mail_parser.parse_email_tree(data)
    assert not mail.warnings
    assert not [*mail.cc, *mail.bcc, *mail.reply_to]
    assert mail.from_ is None
    body, *files = tree.children
    assert not any(part.children or part.is_message for part in tree.children)
    assert all(part.disposition == "attachment" for part in files)
    return DraftReading(
        headers=tuple(tuple(part.headers) for part in (tree, body, *files)),
        unsent=tree.headers["X-Unsent"][0],
        version=tree.headers["MIME-Version"][0],
        recipients=tuple(address.address for address in mail.to),
        subject=mail.subject,
        date=mail.date,
        body_type=body.content_type,
        body=(body.content or b"").decode("utf-8").replace("\r\n", "\n"),
        files=tuple(
            (file.filename, file.content_type, hashlib.sha256(file.content or b"").hexdigest())
            for file in files
        ),
    )


READERS: tuple[Callable[[bytes], DraftReading], ...] = (read_with_email, read_with_scanner, read_with_rust)
