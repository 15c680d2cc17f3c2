"""Owns what is shown of a letter: its words at once, its pages when made, or exactly what was sent."""

from dataclasses import dataclass, replace
from datetime import datetime

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import Dispatch, FileRole
from finsam_review.services.outgoing.exporting import file_name, preview
from finsam_review.services.outgoing.letters import Letter, make_letter
from finsam_review.services.session import Session


@dataclass(frozen=True, slots=True)
class ShownFile:
    """An attachment: its name and how many bytes it has; 0 while it is not made yet."""

    name: str
    size: int = 0

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file."""
        return self.name.endswith(".docx")


@dataclass(frozen=True, slots=True)
class ShownLetter:
    """A mail as whoever opens it reads it, and the PDF that goes with it; ``is_whole`` once that is made."""

    application_id: str
    to: str
    subject: str
    body: str
    files: tuple[ShownFile, ...] = ()
    pdf: bytes = b""
    unshown: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the pages are there."""
        return bool(self.pdf)


def words_of(letter: Letter) -> ShownLetter:
    """Return what a letter says, before anything is made. Quick."""
    try:
        to, subject, body = letter.said
    except UserError:
        to, subject, body = letter.recipient, letter.subject, letter.body
    return ShownLetter(letter.application_id, to, subject, body)


def made(letter: Letter) -> ShownLetter:
    """Make a letter as it would be written, and return it. Safe on any thread.

    One that can't be addressed yet is shown with its pages all the same.
    """
    try:
        whole = make_letter(letter, written_at=datetime.now().astimezone())
    except UserError as error:
        if not error.code.startswith("address_"):
            raise
        pdf = preview(letter.source)
        files = (ShownFile(file_name(letter.source), len(pdf)),)
        return replace(words_of(letter), files=files, pdf=pdf)
    mail = whole.mail
    return ShownLetter(
        letter.application_id,
        mail.to,
        mail.subject,
        mail.body,
        tuple(ShownFile(file.file_name, len(file.data)) for file in mail.attachments),
        whole.content(FileRole.PDF),
        whole.unshown,
    )


def kept(session: Session, dispatch: Dispatch) -> ShownLetter:
    """Return a letter exactly as it was drafted, byte for byte from the workshop file."""
    attached = [file for file in dispatch.files if file.role is not FileRole.MAIL]
    contents = [session.outbox.content(file.sha256) for file in attached]
    pages = (data for file, data in zip(attached, contents, strict=True) if file.role is FileRole.PDF)
    return ShownLetter(
        dispatch.application_id,
        dispatch.recipient,
        dispatch.subject,
        dispatch.body,
        tuple(ShownFile(file.file_name, len(data)) for file, data in zip(attached, contents, strict=True)),
        next(pages, b""),
    )


def size_words(size: int) -> str:
    """Return *74 kB*, or *1,2 MB*."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
