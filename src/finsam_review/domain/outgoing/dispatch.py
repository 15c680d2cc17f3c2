"""Owns the dispatch: one mail to one applicant, drafted here, sent by a person, and then frozen."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class FileRole(StrEnum):
    """What a kept file is: the draft itself, or something attached to it."""

    MAIL = "mail"
    PDF = "pdf"
    WORD = "word"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class DispatchFile:
    """A file exactly as it was drafted; its bytes lie in the workshop file under ``sha256``."""

    role: FileRole
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A mail draft; ``sent_on`` is the day a person ticked it as sent, ``None`` until then."""

    id: str
    application_id: str
    recipient: str
    subject: str
    body: str
    deadline: datetime.date | None
    drafted_on: datetime.date
    sent_on: datetime.date | None = None
    files: tuple[DispatchFile, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the mail as drafted, attachments and all."""
        return next((file.sha256 for file in self.files if file.role is FileRole.MAIL), "")
