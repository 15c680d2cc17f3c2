"""Owns what people do with notes: stick up, change, move, take down, and what is left in an editor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Draft, Note, NoteContent, Place, Revision, cleaned, fitted
from finsam_review.domain.text import storable
from finsam_review.i18n import N_
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.unit_of_work import UnitOfWork
from finsam_review.storage.workshop_file import WorkshopFile


@dataclass(frozen=True, slots=True)
class _State:
    """What a note is at one moment; ``None`` for the content means taken down."""

    place: Place
    content: NoteContent | None


class NoteService:
    """Notes of the open day. Every method that changes something has made it durable when it returns."""

    def __init__(self, file: WorkshopFile, undo: UndoStack) -> None:
        self._file = file
        self._undo = undo
        with file.work() as work:
            self._party_codes = tuple(party.code for party in work.day.parties())
            self._shapes = {question.id: question.shape for question in work.day.questions()}

    def add(self, place: Place, content: NoteContent, *, source: str = "") -> tuple[Note, Changes]:
        """Stick up a note and forget the draft it was written in.

        Raises :class:`UserError` ``note_empty``, ``note_too_long``, ``note_shape``, or what the disk says.
        """
        with self._file.work() as work:
            note = self._add(work, place, content)
            work.notes.drop_draft(place)
            work.commit()
        changes = _changes(note.id, place, source=source)
        self._push(N_("The note is up."), note.id, _State(place, None), _State(place, note.content))
        return note, changes

    def add_many(self, notes: Sequence[tuple[Place, NoteContent]]) -> Changes:
        """Stick up many notes in one transaction and one step of undo; all of them or none."""
        with self._file.work() as work:
            added = [self._add(work, place, content) for place, content in notes]
            work.commit()
        if added:
            self._push_many(added)
        return Changes(
            notes=frozenset(note.id for note in added),
            topics=frozenset(note.place.topic_id for note in added),
        )

    def edit(self, note_id: str, content: NoteContent, *, source: str = "") -> Changes:
        """Change what a note says. Raises as :meth:`add`, and ``note_gone`` if it is no longer up."""
        note = self._note(note_id)
        new = self._cleaned(note.place, content)
        if new == note.content and not note.conflict:
            return Changes(source=source)
        after = _State(note.place, new)
        changes = self._write(note_id, after, source=source)
        self._push(N_("The note is changed."), note_id, _State(note.place, note.content), after)
        return changes

    def move(self, note_id: str, question_id: str, *, source: str = "") -> Changes:
        """Move a note to another question on the same topic; no written word is dropped.

        Raises :class:`UserError` ``note_shape`` for a note that would be empty there: ticks and no words.
        """
        note = self._note(note_id)
        place = Place(note.place.topic_id, question_id, note.place.table_id)
        content = fitted(note.content, shape=self._shapes[question_id])
        if content.is_empty:
            raise UserError("note_shape")
        if place == note.place:
            return Changes(source=source)
        after = _State(place, content)
        changes = self._write(note_id, after, source=source)
        self._push(N_("The note is moved."), note_id, _State(note.place, note.content), after)
        return changes

    def remove(self, note_id: str, *, source: str = "") -> Changes:
        """Take a note down. Its revisions stay in the file; undo brings it back."""
        note = self._note(note_id)
        after = _State(note.place, None)
        changes = self._write(note_id, after, source=source)
        self._push(N_("The note is taken down."), note_id, _State(note.place, note.content), after)
        return changes

    def get(self, note_id: str) -> Note:
        """Return one note. Raises :class:`UserError` ``note_gone`` if it is no longer up."""
        return self._note(note_id)

    def of_topic(self, topic_id: str) -> tuple[Note, ...]:
        """Return the notes on a topic, oldest first."""
        with self._file.work() as work:
            return work.notes.of_topic(topic_id)

    def some(self, note_ids: Sequence[str]) -> tuple[Note, ...]:
        """Return those of the notes that are up, oldest first."""
        with self._file.work() as work:
            return work.notes.some(note_ids)

    def all(self) -> tuple[Note, ...]:
        """Return every note of the day, oldest first."""
        with self._file.work() as work:
            return work.notes.all()

    def counts(self, topic_id: str | None = None) -> Mapping[Place, int]:
        """Return how many notes hang at each place, on one topic or in all."""
        with self._file.work() as work:
            return work.notes.count_by_place(topic_id)

    def last_written_at(self) -> datetime | None:
        """Return when the last note was written, in local time."""
        with self._file.work() as work:
            stamp = work.notes.last_written_at()
        return datetime.fromisoformat(stamp).astimezone() if stamp else None

    def keep_draft(self, place: Place, content: NoteContent, *, source: str = "") -> Changes:
        """Keep what stands in an editor, so that a crash costs a second or two; an empty text is dropped."""
        with self._file.work() as work:
            if content.is_empty:
                work.notes.drop_draft(place)
            else:
                work.notes.save_draft(Draft(place, _storable(content), _now()))
            work.commit()
        return Changes(drafts=frozenset({place.topic_id}), source=source)

    def drafts(self) -> tuple[Draft, ...]:
        """Return every text that stands in an editor and is not stuck up."""
        with self._file.work() as work:
            return work.notes.drafts()

    def _add(self, work: UnitOfWork, place: Place, content: NoteContent) -> Note:
        state = _State(place, self._cleaned(place, content))
        revision = self._revision(work, str(uuid4()), state, parents=())
        work.notes.add(revision)
        return Note(revision.note_id, revision, revision.lamport, revision.written_at)

    def _cleaned(self, place: Place, content: NoteContent) -> NoteContent:
        shape = self._shapes[place.question_id]
        return cleaned(content, shape=shape, party_codes=self._party_codes)

    def _note(self, note_id: str) -> Note:
        with self._file.work() as work:
            note = work.notes.note(note_id)
        if note is None:
            raise UserError("note_gone")
        return note

    def _write(self, note_id: str, state: _State, *, source: str = "") -> Changes:
        """Add a revision that replaces every head there is."""
        return self._write_many([(note_id, state)], source=source)

    def _write_many(self, states: Iterable[tuple[str, _State]], *, source: str = "") -> Changes:
        """Do so for many notes in one transaction: all of them or none."""
        changes = Changes(source=source)
        with self._file.work() as work:
            for note_id, state in states:
                changes |= self._write_one(work, note_id, state)
            work.commit()
        return changes

    def _write_one(self, work: UnitOfWork, note_id: str, state: _State) -> Changes:
        known = work.notes.revisions(note_id)
        replaced = {parent for revision in known for parent in revision.parents}
        heads = [revision for revision in known if revision.id not in replaced]
        new = self._revision(work, note_id, state, parents=tuple(sorted(head.id for head in heads)))
        work.notes.add(new)
        topics = {head.place.topic_id for head in heads} | {state.place.topic_id}
        return Changes(notes=frozenset({note_id}), topics=frozenset(topics))

    def _revision(
        self, work: UnitOfWork, note_id: str, state: _State, *, parents: tuple[str, ...]
    ) -> Revision:
        return Revision(
            id=str(uuid4()),
            note_id=note_id,
            parents=parents,
            lamport=work.notes.next_lamport(),
            replica_id=self._file.replica_id,
            place=state.place,
            content=state.content or NoteContent(),
            removed=state.content is None,
            written_at=_now(),
        )

    def _push(self, label: str, note_id: str, before: _State, after: _State) -> None:
        self._undo.push(
            Step(label, lambda: self._write(note_id, before), lambda: self._write(note_id, after))
        )

    def _push_many(self, notes: Sequence[Note]) -> None:
        gone = [(note.id, _State(note.place, None)) for note in notes]
        there = [(note.id, _State(note.place, note.content)) for note in notes]
        self._undo.push(
            Step(
                N_("The notes are up."),
                lambda: self._write_many(gone),
                lambda: self._write_many(there),
            )
        )


def _changes(note_id: str, place: Place, *, source: str) -> Changes:
    topics = frozenset({place.topic_id})
    return Changes(notes=frozenset({note_id}), topics=topics, drafts=topics, source=source)


def _storable(content: NoteContent) -> NoteContent:
    return replace(content, text=storable(content.text), proposal=storable(content.proposal))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
