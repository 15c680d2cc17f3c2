"""Owns the making of mail drafts: what each letter says, gathered on the file's thread, made on any.

What writes PDF and Word is imported when the first letter is made.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from finsam_review.domain.errors import UserError
from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.domain.outgoing.dispatch import Dispatch, DispatchFile, FileRole
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.reporting.filenames import summary_file_name
from finsam_review.reporting.mail.draft import Attachment, MailDraft, as_sent
from finsam_review.reporting.mail.writing import CheckedDraft, checked_draft, draft_file_name, write_draft
from finsam_review.storage.failures import writing_in_words

if TYPE_CHECKING:
    from finsam_review.reporting.content import Content

_MEDIA = {
    FileRole.PDF: "application/pdf",
    FileRole.PROCESS: "application/pdf",
    FileRole.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_SUFFIX = {FileRole.PDF: ".pdf", FileRole.PROCESS: ".pdf", FileRole.WORD: ".docx"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail to one applicant will be; ``roles`` are the kinds of file to attach, in order.

    ``process`` is what the process picture says, as far as the application had come when this was gathered;
    ``None`` where the picture is not among ``roles``.
    """

    source: SummarySource
    recipient: str
    subject: str
    body: str
    deadline: date | None
    roles: tuple[FileRole, ...] = (FileRole.PDF,)
    process: ProcessSource | None = None

    @property
    def application_id(self) -> str:
        """The application that the letter is about."""
        return self.source.application.id

    @property
    def said(self) -> tuple[str, str, str]:
        """Recipient, subject and body as they will be read.

        Raises :class:`UserError` ``address_missing``, ``address_broken`` or ``address_several``.
        """
        mail = as_sent(_mail(self, (), datetime.now(UTC)))
        return mail.to, mail.subject, mail.body


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A letter with its files, checked; ``unshown`` are characters that no font in the PDF has."""

    letter: Letter
    draft: CheckedDraft
    files: tuple[tuple[DispatchFile, bytes], ...]
    unshown: tuple[str, ...] = ()

    @property
    def mail(self) -> MailDraft:
        """The mail as whoever opens it reads it: what is shown before it is written."""
        return as_sent(self.draft.draft)

    def content(self, role: FileRole) -> bytes:
        """Return the file of a kind, empty where there is none."""
        return next((data for file, data in self.files if file.role is role), b"")

    def dispatch(self, *, drafted_on: date) -> Dispatch:
        """Return what the outbox keeps of it, without the bytes."""
        mail = self.mail
        return Dispatch(
            id=str(uuid4()),
            application_id=self.letter.application_id,
            recipient=mail.to,
            subject=mail.subject,
            body=mail.body,
            deadline=self.letter.deadline,
            drafted_on=drafted_on,
            files=tuple(file for file, _data in self.files),
        )


@dataclass(frozen=True, slots=True)
class LetterStep:
    """One step of writing drafts: ``number`` of ``total`` is done, or ``error`` says why it was not."""

    number: int
    total: int
    title: str
    application_id: str
    path: Path | None = None
    made: MadeLetter | None = None
    error: UserError | None = None


def make_letter(letter: Letter, *, written_at: datetime) -> MadeLetter:
    """Make the attachments and the draft, and read all of it back. Safe on any thread.

    Raises :class:`UserError`: ``address_missing``, ``address_broken``, ``address_several``,
    ``draft_differs``, ``pdf_text_differs``, ``word_text_differs``.
    """
    from finsam_review.reporting.expected import unshown_characters
    from finsam_review.reporting.summary import summary_content

    content = summary_content(letter.source)
    attachments = []
    taken: set[str] = set()
    for role in letter.roles:
        mark = _("– process") if role is FileRole.PROCESS else ""
        name = summary_file_name(letter.source, taken=taken, suffix=_SUFFIX[role], mark=mark)
        data = _picture(letter.process) if role is FileRole.PROCESS else _document(content, role)
        attachments.append((role, Attachment(name, _MEDIA[role], data)))
    mail = _mail(letter, tuple(attachment for _role, attachment in attachments), written_at)
    draft = checked_draft(mail)
    files = [(FileRole.MAIL, _mail_name(letter, set()), draft.data)]
    sent = as_sent(mail).attachments
    files += [(role, sent[place].file_name, item.data) for place, (role, item) in enumerate(attachments)]
    kept = tuple(
        (DispatchFile(role, name, hashlib.sha256(data).hexdigest()), data) for role, name, data in files
    )
    return MadeLetter(letter, draft, kept, unshown_characters(content))


def write_letters(letters: Sequence[Letter], folder: Path, *, written_at: datetime) -> Iterator[LetterStep]:
    """Write one draft per letter into ``folder``, a step each. Safe on any thread.

    One letter that fails does not stop the others; stopping between two steps leaves whole files only.
    Raises :class:`UserError` at the first step if ``folder`` can't be made.
    """
    from finsam_review.reporting.export import sweep

    folder = folder.absolute()
    with writing_in_words(folder / "*"):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    taken: set[str] = set()
    for number, letter in enumerate(letters, start=1):
        title, application_id = letter.source.title, letter.application_id
        try:
            made = make_letter(letter, written_at=written_at)
            path = write_draft(made.draft, folder / _mail_name(letter, taken))
        except UserError as error:
            yield LetterStep(number, len(letters), title, application_id, error=error)
        else:
            yield LetterStep(number, len(letters), title, application_id, path, made)


def _mail(letter: Letter, attachments: tuple[Attachment, ...], written_at: datetime) -> MailDraft:
    return MailDraft(
        letter.application_id, letter.recipient, letter.subject, letter.body, attachments, written_at
    )


def _mail_name(letter: Letter, taken: set[str]) -> str:
    return draft_file_name(letter.source.application.details.diary_number, letter.source.title, taken=taken)


def _picture(source: ProcessSource | None) -> bytes:
    """Return the process picture, read back from its own bytes before anybody gets it.

    Raises ``ValueError`` for a letter that should have one and was gathered without.
    """
    from finsam_review.reporting.pictures.process_page import render_process, verify_process

    if source is None:
        raise ValueError("the process picture was not gathered with the letter")
    pdf = render_process(source)
    verify_process(pdf, source)
    return pdf


def _document(content: "Content", role: FileRole) -> bytes:
    """Return the document, read back from its own bytes before anybody gets it."""
    if role is FileRole.WORD:
        from finsam_review.reporting.word.check import verify_word
        from finsam_review.reporting.word.document import render_word

        word = render_word(content)
        verify_word(word, content)
        return word
    from finsam_review.reporting.summary import render_summary
    from finsam_review.reporting.verify import verify

    pdf = render_summary(content)
    verify(pdf, content)
    return pdf
