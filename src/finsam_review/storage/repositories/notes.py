"""Owns note revisions and drafts in the file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from sqlalchemy import Select, and_, bindparam, delete, exists, func, insert, select, tuple_
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.merging import note_of
from finsam_review.domain.notes import Draft, Note, NoteContent, Place, Revision
from finsam_review.storage import tables

_revision = tables.note_revision
_parent = tables.note_parent
_draft = tables.draft
_MANY = 500
"""How many ids one statement names: SQLite counts its parameters."""

# Made once: building a statement costs more than SQLite takes to run it, and these run at every note.
_LAST_LAMPORT = select(func.max(_revision.c.lamport))
_ADD_REVISION = insert(_revision)
_ADD_PARENT = insert(_parent)
_DROP_DRAFT = delete(_draft).where(
    _draft.c.topic_id == bindparam("topic"),
    _draft.c.question_id == bindparam("question"),
    _draft.c.table_id == bindparam("table"),
)


class NotesRepository:
    """Reads and adds revisions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_lamport(self) -> int:
        """Return the counter for the next revision: one more than any seen."""
        return int(self._connection.execute(_LAST_LAMPORT).scalar() or 0) + 1

    def add(self, revision: Revision) -> None:
        """Add one revision and its links to the revisions it replaces."""
        self.add_all([revision])

    def add_all(self, revisions: Sequence[Revision]) -> None:
        """Add many revisions at once; ones the file already has raise an integrity error."""
        if not revisions:
            return
        self._connection.execute(_ADD_REVISION, [_row(revision) for revision in revisions])
        links = [
            {"parent_id": parent, "revision_id": revision.id}
            for revision in revisions
            for parent in revision.parents
        ]
        if links:
            self._connection.execute(_ADD_PARENT, links)

    def note(self, note_id: str) -> Note | None:
        """Return one note, or ``None`` if it is removed or unknown."""
        return note_of(self._revisions(select(_revision).where(_revision.c.note_id == note_id)))

    def some(self, note_ids: Sequence[str]) -> tuple[Note, ...]:
        """Return those of the notes that are up, in the order they were first written."""
        found: list[Note] = []
        for start in range(0, len(note_ids), _MANY):
            ids = list(note_ids[start : start + _MANY])
            found += self._notes(select(_revision).where(_revision.c.note_id.in_(ids)))
        return tuple(sorted(found, key=lambda note: (note.first_lamport, note.id)))

    def revisions(self, note_id: str) -> tuple[Revision, ...]:
        """Return every revision of a note, oldest first."""
        found = self._revisions(select(_revision).where(_revision.c.note_id == note_id))
        return tuple(sorted(found, key=lambda revision: revision.lamport))

    def of_topic(self, topic_id: str) -> tuple[Note, ...]:
        """Return the notes on a topic in the order they were first written."""
        inside = select(_revision.c.note_id).where(_revision.c.topic_id == topic_id)
        notes = self._notes(select(_revision).where(_revision.c.note_id.in_(inside)))
        return tuple(note for note in notes if note.place.topic_id == topic_id)

    def all(self) -> tuple[Note, ...]:
        """Return every note of the day in the order they were first written."""
        return self._notes(select(_revision))

    def count_by_place(self, topic_id: str | None = None) -> Mapping[Place, int]:
        """Return how many notes hang at each place, for one topic or for the whole day."""
        rival = _revision.alias("rival")
        replaced = exists().where(_parent.c.parent_id == _revision.c.id)
        later = exists().where(
            and_(
                rival.c.note_id == _revision.c.note_id,
                tuple_(rival.c.lamport, rival.c.replica_id, rival.c.id)
                > tuple_(_revision.c.lamport, _revision.c.replica_id, _revision.c.id),
                rival.c.removed.is_(False),
                ~exists().where(_parent.c.parent_id == rival.c.id),
            )
        )
        place = (_revision.c.topic_id, _revision.c.question_id, _revision.c.table_id)
        query = (
            select(*place, func.count(_revision.c.note_id.distinct()).label("notes"))
            .where(_revision.c.removed.is_(False), ~replaced, ~later)
            .group_by(*place)
        )
        if topic_id is not None:
            query = query.where(_revision.c.topic_id == topic_id)
        return {_place(row): row.notes for row in self._rows(query)}

    def last_written_at(self) -> str | None:
        """Return when the newest revision was written (ISO 8601, UTC), ``None`` before the first."""
        query = select(_revision.c.written_at).order_by(_revision.c.lamport.desc()).limit(1)
        return cast("str | None", self._connection.execute(query).scalar())

    def any_on_question(self, question_ids: Iterable[str]) -> bool:
        """Return whether anything was ever written on one of the questions."""
        query = select(_revision.c.id).where(_revision.c.question_id.in_(list(question_ids))).limit(1)
        return self._connection.execute(query).first() is not None

    def save_draft(self, draft: Draft) -> None:
        """Keep what stands in an editor, in place of what stood there before."""
        values = {**_place_row(draft.place), **_content_row(draft.content), "saved_at": draft.saved_at}
        statement = upsert(_draft).values(**values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=_draft.primary_key, set_=values)
        )

    def drop_draft(self, place: Place) -> None:
        """Forget the draft at ``place``, if there is one."""
        values = {"topic": place.topic_id, "question": place.question_id, "table": place.table_id}
        self._connection.execute(_DROP_DRAFT, values)

    def drafts(self) -> tuple[Draft, ...]:
        """Return every text that stands in an editor, oldest first."""
        rows = self._rows(select(_draft).order_by(_draft.c.saved_at, _draft.c.question_id))
        return tuple(Draft(_place(row), _content(row), row.saved_at) for row in rows)

    def _rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        return self._connection.execute(query).all()

    def _revisions(self, query: Select[Any]) -> list[Revision]:
        rows = self._rows(query)
        links = select(_parent.c.revision_id, _parent.c.parent_id)
        links = links.where(_parent.c.revision_id.in_(query.with_only_columns(_revision.c.id)))
        parents: defaultdict[str, list[str]] = defaultdict(list)
        for link in self._rows(links):
            parents[link.revision_id].append(link.parent_id)
        return [_revision_from(row, parents[row.id]) for row in rows]

    def _notes(self, query: Select[Any]) -> tuple[Note, ...]:
        by_note = sorted(self._revisions(query), key=lambda revision: revision.note_id)
        grouped = groupby(by_note, key=lambda revision: revision.note_id)
        notes = [note for _note_id, group in grouped if (note := note_of(group))]
        return tuple(sorted(notes, key=lambda note: (note.first_lamport, note.id)))


def _row(revision: Revision) -> dict[str, object]:
    return {
        "id": revision.id,
        "note_id": revision.note_id,
        "lamport": revision.lamport,
        "replica_id": revision.replica_id,
        **_place_row(revision.place),
        **_content_row(revision.content),
        "removed": revision.removed,
        "hash": revision.digest,
        "written_at": revision.written_at,
    }


def _place_row(place: Place) -> dict[str, object]:
    return {"topic_id": place.topic_id, "question_id": place.question_id, "table_id": place.table_id}


def _content_row(content: NoteContent) -> dict[str, object]:
    return {"text": content.text, "parties": list(content.parties), "proposal": content.proposal}


def _place(row: Row[Any]) -> Place:
    return Place(row.topic_id, row.question_id, row.table_id)


def _content(row: Row[Any]) -> NoteContent:
    return NoteContent(row.text, tuple(row.parties), row.proposal)


def _revision_from(row: Row[Any], parents: Iterable[str]) -> Revision:
    return Revision(
        id=row.id,
        note_id=row.note_id,
        parents=tuple(sorted(parents)),
        lamport=row.lamport,
        replica_id=row.replica_id,
        place=_place(row),
        content=_content(row),
        removed=row.removed,
        written_at=row.written_at,
    )
