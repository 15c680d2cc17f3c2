"""Owns mail drafts, their files and the mail template in the file."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.outgoing.dispatch import Dispatch, DispatchFile, FileRole
from finsam_review.storage import tables

_dispatch = tables.dispatch
_file = tables.dispatch_file
_template = tables.mail_template
_AS_ADDED: ColumnElement[int] = literal_column("dispatch.rowid")
"""Two drafts of one day: the newer is the one that was added later."""


class DispatchesRepository:
    """Reads and writes dispatches within one transaction. What was sent is never changed but for its tick."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Dispatch, ...]:
        """Return every dispatch, oldest first."""
        in_order = select(_dispatch).order_by(_dispatch.c.drafted_on, _AS_ADDED)
        rows = self._connection.execute(in_order).all()
        files: defaultdict[str, list[DispatchFile]] = defaultdict(list)
        for row in self._connection.execute(select(_file).order_by(_file.c.position)).all():
            files[row.dispatch_id].append(DispatchFile(FileRole(row.role), row.file_name, row.sha256))
        return tuple(_dispatch_from(row, files[row.id]) for row in rows)

    def add(self, dispatch: Dispatch, contents: Sequence[bytes]) -> None:
        """Keep a draft with the bytes of its files, in their order."""
        row = {
            "id": dispatch.id,
            "application_id": dispatch.application_id,
            "recipient": dispatch.recipient,
            "subject": dispatch.subject,
            "body": dispatch.body,
            "deadline": dispatch.deadline.isoformat() if dispatch.deadline else None,
            "drafted_on": dispatch.drafted_on.isoformat(),
            "sent_on": dispatch.sent_on.isoformat() if dispatch.sent_on else None,
        }
        self._connection.execute(insert(_dispatch), [row])
        for position, (file, content) in enumerate(zip(dispatch.files, contents, strict=True)):
            if hashlib.sha256(content).hexdigest() != file.sha256:
                raise ValueError(file.file_name)
            original = upsert(tables.original).values(sha256=file.sha256, content=content)
            self._connection.execute(original.on_conflict_do_nothing())
            line = {"dispatch_id": dispatch.id, "position": position, "role": file.role.value}
            line |= {"file_name": file.file_name, "sha256": file.sha256}
            self._connection.execute(insert(_file), [line])

    def drop_unsent(self, application_id: str) -> None:
        """Forget the drafts of an application that were never sent, and their bytes unless they are used."""
        unsent = select(_dispatch.c.id).where(
            _dispatch.c.application_id == application_id, _dispatch.c.sent_on.is_(None)
        )
        held = select(_file.c.sha256).where(_file.c.dispatch_id.in_(unsent))
        hashes = [row.sha256 for row in self._connection.execute(held).all()]
        self._connection.execute(delete(_file).where(_file.c.dispatch_id.in_(unsent)))
        self._connection.execute(delete(_dispatch).where(_dispatch.c.id.in_(unsent)))
        original = tables.original
        orphans = delete(original).where(
            original.c.sha256.in_(hashes),
            original.c.sha256.not_in(select(_file.c.sha256)),
            original.c.sha256.not_in(select(tables.document.c.sha256)),
        )
        self._connection.execute(orphans)

    def set_sent(self, dispatch_id: str, on: date | None) -> None:
        """Note the day a draft was sent, or that it was not."""
        query = update(_dispatch).where(_dispatch.c.id == dispatch_id)
        self._connection.execute(query.values(sent_on=on.isoformat() if on else None))

    def sent(self, application_id: str) -> Dispatch | None:
        """Return the last letter about an application that was ticked as sent, ``None`` if none was."""
        found = [item for item in self.all() if item.application_id == application_id and item.sent_on]
        return found[-1] if found else None

    def content(self, sha256: str) -> bytes:
        """Return the bytes of a kept file. Raises ``LookupError`` for an unknown one."""
        query = select(tables.original.c.content).where(tables.original.c.sha256 == sha256)
        found = self._connection.execute(query).scalar()
        if found is None:
            raise LookupError(sha256)
        return bytes(found)

    def template(self, name: str) -> tuple[str, str] | None:
        """Return subject and body of a template that a person has changed, ``None`` for one untouched."""
        row = self._connection.execute(select(_template).where(_template.c.name == name)).first()
        return (row.subject, row.body) if row else None

    def set_template(self, name: str, words: tuple[str, str] | None) -> None:
        """Keep subject and body of a template; ``None`` goes back to the one the program has."""
        self._connection.execute(delete(_template).where(_template.c.name == name))
        if words is not None:
            self._connection.execute(
                insert(_template), [{"name": name, "subject": words[0], "body": words[1]}]
            )


def _dispatch_from(row: Row[Any], files: Sequence[DispatchFile]) -> Dispatch:
    return Dispatch(
        id=row.id,
        application_id=row.application_id,
        recipient=row.recipient,
        subject=row.subject,
        body=row.body,
        deadline=date.fromisoformat(row.deadline) if row.deadline else None,
        drafted_on=date.fromisoformat(row.drafted_on),
        sent_on=date.fromisoformat(row.sent_on) if row.sent_on else None,
        files=tuple(files),
    )
