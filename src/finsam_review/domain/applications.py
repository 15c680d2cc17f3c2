"""Owns the application: what somebody applies for, the documents it came as, and who reads it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DocumentVersion(StrEnum):
    """Which time round a document came in."""

    FIRST = "first"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a field that a person should look at before trusting it.

    ``field`` names a field of :class:`Application` (or ``"document"``); ``code`` and ``values`` make the
    sentence (``i18n.wording.doubt_text``); ``quote`` is the very text in the document, empty if none.
    """

    field: str
    code: str
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ApplicationDetails:
    """The fields of an application that a person can read and correct. Unknown is empty, never guessed.

    ``organisations`` are the bodies behind it as named; ``parties`` the codes of the parties they belong to,
    each once; ``amounts`` whole kronor by calendar year; ``amount_total`` the total as stated or summed.
    """

    title: str = ""
    diary_number: str = ""
    received_on: date | None = None
    kind: str | None = None
    applicant: str = ""
    organisations: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    contact_name: str = ""
    contact_email: str = ""
    period_start: date | None = None
    period_end: date | None = None
    amounts: tuple[tuple[int, int], ...] = ()
    amount_total: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it came in; the bytes lie in the workshop file and are fetched when needed.

    ``sha256`` is the hash of the original; ``characters`` counts the text that could be read;
    ``problem`` is the code of the reason why it could not be read, empty if it could.
    """

    id: str
    application_id: str
    file_name: str
    version: DocumentVersion
    sha256: str
    received_on: date | None
    media: str
    characters: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """One application among those of the day; ``number`` runs from 1 in the order they are listed."""

    id: str
    number: int
    details: ApplicationDetails
    doubts: tuple[Doubt, ...] = ()
    documents: tuple[Document, ...] = ()
    status: str = "received"

    @property
    def title(self) -> str:
        """The title in full."""
        return self.details.title

    @property
    def short_title(self) -> str:
        """The title up to its explaining part: what people say aloud."""
        return short_title(self.details.title)


@dataclass(frozen=True, slots=True)
class Reading:
    """A table reads an application, at ``position`` (from 1) in its own order."""

    table_id: str
    application_id: str
    position: int


def short_title(title: str) -> str:
    """Return the part of a title before its dash: ``Grönt steg – naturbaserad …`` is *Grönt steg*."""
    for dash in (" – ", " — ", " - "):
        head, found, _ = title.partition(dash)
        if found and head.strip():
            return head.strip()
    return title
