"""Owns applications and their documents in the file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.applications import (
    Application,
    ApplicationDetails,
    Document,
    DocumentVersion,
    Doubt,
)
from finsam_review.domain.intake import Block
from finsam_review.domain.workshop import Exercise
from finsam_review.storage import tables
from finsam_review.storage.repositories.blocks import from_json, to_json

_application = tables.application
_document = tables.document
_original = tables.original


class ApplicationsRepository:
    """Reads and writes applications within one transaction. Nothing is ever deleted, only put away."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Application, ...]:
        """Return the applications of the day by number."""
        query = select(_application).where(_application.c.removed.is_(False)).order_by(_application.c.number)
        rows = self._connection.execute(query).all()
        documents = self._documents([row.id for row in rows])
        return tuple(_application_from(row, documents[row.id]) for row in rows)

    def get(self, application_id: str) -> Application | None:
        """Return one application, or ``None`` if it is put away or unknown."""
        query = select(_application).where(_application.c.id == application_id)
        row = self._connection.execute(query.where(_application.c.removed.is_(False))).first()
        return _application_from(row, self._documents([row.id])[row.id]) if row else None

    def next_number(self) -> int:
        """Return the number after the highest in use."""
        query = select(func.max(_application.c.number)).where(_application.c.removed.is_(False))
        return int(self._connection.execute(query).scalar() or 0) + 1

    def add(self, application: Application) -> None:
        """Add an application and the topic that its notes hang on; its documents are added by themselves."""
        row = {
            "id": application.id,
            "number": application.number,
            "status": application.status,
            "removed": False,
            **_details_row(application.details),
            "doubts": _doubts_row(application.doubts),
        }
        self._connection.execute(insert(_application), [row])
        topic = {
            "id": application.id,
            "exercise": Exercise.APPLICATIONS.value,
            "application_id": application.id,
        }
        self._connection.execute(insert(tables.topic), [topic])

    def save(self, application_id: str, *, details: ApplicationDetails, doubts: Sequence[Doubt]) -> None:
        """Replace the fields and the doubts of an application."""
        query = update(_application).where(_application.c.id == application_id)
        self._connection.execute(query.values(**_details_row(details), doubts=_doubts_row(doubts)))

    def set_removed(self, application_id: str, *, removed: bool) -> None:
        """Put an application away, or take it out again as the last in the list if its number is taken."""
        query = select(_application.c.number).where(_application.c.id == application_id)
        number = self._connection.execute(query).scalar_one()
        if not removed and self._is_taken(number):
            number = self.next_number()
        change = update(_application).where(_application.c.id == application_id)
        self._connection.execute(change.values(removed=removed, number=number))

    def add_document(self, document: Document, *, data: bytes, blocks: Sequence[Block]) -> None:
        """Add a document with its original, byte for byte, and the text read from it."""
        original = upsert(_original).values(sha256=document.sha256, content=data)
        self._connection.execute(original.on_conflict_do_nothing())
        place = select(func.count()).where(_document.c.application_id == document.application_id)
        row = {
            "id": document.id,
            "application_id": document.application_id,
            "position": self._connection.execute(place).scalar_one(),
            "file_name": document.file_name,
            "version": document.version.value,
            "sha256": document.sha256,
            "received_on": _iso(document.received_on),
            "media": document.media,
            "characters": document.characters,
            "problem": document.problem,
            "blocks": to_json(blocks),
            "removed": False,
        }
        self._connection.execute(insert(_document), [row])

    def set_document_removed(self, document_id: str, *, removed: bool) -> None:
        """Put a document away, or take it out again."""
        query = update(_document).where(_document.c.id == document_id)
        self._connection.execute(query.values(removed=removed))

    def set_document_received(self, document_id: str, on: date | None) -> None:
        """Note the day a document came in."""
        query = update(_document).where(_document.c.id == document_id)
        self._connection.execute(query.values(received_on=_iso(on)))

    def original(self, document_id: str) -> bytes:
        """Return the bytes of a document as it came in. Raises ``LookupError`` for an unknown one."""
        query = select(_original.c.content).join(_document, _document.c.sha256 == _original.c.sha256)
        content = self._connection.execute(query.where(_document.c.id == document_id)).scalar()
        if content is None:
            raise LookupError(document_id)
        return bytes(content)

    def blocks(self, document_id: str) -> tuple[Block, ...]:
        """Return the text of a document, block by block."""
        query = select(_document.c.blocks).where(_document.c.id == document_id)
        return from_json(self._connection.execute(query).scalar_one())

    def _is_taken(self, number: int) -> bool:
        query = select(_application.c.id).where(_application.c.removed.is_(False))
        return self._connection.execute(query.where(_application.c.number == number)).first() is not None

    def _documents(self, application_ids: Iterable[str]) -> defaultdict[str, list[Document]]:
        columns = [column for column in _document.c if column.name != "blocks"]
        query = select(*columns).where(
            _document.c.application_id.in_(list(application_ids)), _document.c.removed.is_(False)
        )
        found: defaultdict[str, list[Document]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(_document.c.position)).all():
            found[row.application_id].append(_document_from(row))
        return found


def _details_row(details: ApplicationDetails) -> dict[str, object]:
    return {
        "diary_number": details.diary_number,
        "received_on": _iso(details.received_on),
        "title": details.title,
        "kind": details.kind,
        "applicant": details.applicant,
        "organisations": list(details.organisations),
        "parties": list(details.parties),
        "contact_name": details.contact_name,
        "contact_email": details.contact_email,
        "period_start": _iso(details.period_start),
        "period_end": _iso(details.period_end),
        "amounts": [list(pair) for pair in details.amounts],
        "amount_total": details.amount_total,
    }


def _doubts_row(doubts: Sequence[Doubt]) -> list[list[object]]:
    return [[doubt.field, doubt.code, dict(doubt.values), doubt.quote] for doubt in doubts]


def _application_from(row: Row[Any], documents: Sequence[Document]) -> Application:
    details = ApplicationDetails(
        title=row.title,
        diary_number=row.diary_number,
        received_on=_date(row.received_on),
        kind=row.kind,
        applicant=row.applicant,
        organisations=tuple(row.organisations),
        parties=tuple(row.parties),
        contact_name=row.contact_name,
        contact_email=row.contact_email,
        period_start=_date(row.period_start),
        period_end=_date(row.period_end),
        amounts=tuple((year, amount) for year, amount in row.amounts),
        amount_total=row.amount_total,
    )
    doubts = tuple(Doubt(field, code, values, quote) for field, code, values, quote in row.doubts)
    return Application(row.id, row.number, details, doubts, tuple(documents), row.status)


def _document_from(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        application_id=row.application_id,
        file_name=row.file_name,
        version=DocumentVersion(row.version),
        sha256=row.sha256,
        received_on=_date(row.received_on),
        media=row.media,
        characters=row.characters,
        problem=row.problem,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
