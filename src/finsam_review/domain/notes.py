"""Owns the note: what a table sticks on a topic, kept as revisions that never change."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from finsam_review.domain.errors import UserError
from finsam_review.domain.text import clean_text
from finsam_review.domain.workshop import Shape

NOTE_LIMIT = 20_000
"""Characters a note may hold. Qt lays out very long texts too slowly to type in: 3–5.5 s for 10 MB."""


_as_json = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: a hundred thousand revisions are hashed when a large day is opened."""


@dataclass(frozen=True, slots=True)
class NoteContent:
    """What a note says: its text, the parties ticked (question 2) and the proposed solution (question 3)."""

    text: str = ""
    parties: tuple[str, ...] = ()
    proposal: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to stick up."""
        return not (self.text.strip() or self.parties or self.proposal.strip())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note hangs: the topic it is stuck on, the question it answers and the table it is from.

    ``topic_id`` is the id of an application, or of the party in the missions exercise.
    """

    topic_id: str
    question_id: str
    table_id: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a note. Revisions are only ever added; the newest without a successor is the note.

    ``lamport`` orders revisions without trusting any clock; ``written_at`` (ISO 8601, UTC) is shown and
    decides nothing. ``parents`` are the revisions this one replaces.
    """

    id: str
    note_id: str
    parents: tuple[str, ...]
    lamport: int
    replica_id: str
    place: Place
    content: NoteContent
    removed: bool
    written_at: str

    @property
    def digest(self) -> str:
        """SHA-256 over everything the revision says, hex; a changed byte anywhere changes it."""
        parts: list[object] = [
            self.id, self.note_id, sorted(self.parents), self.lamport, self.replica_id,
            self.place.topic_id, self.place.question_id, self.place.table_id,
            self.content.text, list(self.content.parties), self.content.proposal,
            self.removed, self.written_at,
        ]  # fmt: skip
        return digest_of(parts)


def digest_of(parts: list[object]) -> str:
    """Return the hash of a revision from what it says, in the order that :attr:`Revision.digest` has.

    Raises ``TypeError`` or ``ValueError`` for values that no revision holds.
    """
    return hashlib.sha256(_as_json(parts).encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it hangs on the wall: the head of its revisions.

    ``first_written_at`` keeps its place among the others when it is edited; ``rivals`` are the other heads
    when two computers changed it at once.
    """

    id: str
    head: Revision
    first_lamport: int
    first_written_at: str
    rivals: tuple[Revision, ...] = ()

    @property
    def place(self) -> Place:
        """Where it hangs."""
        return self.head.place

    @property
    def content(self) -> NoteContent:
        """What it says."""
        return self.head.content

    @property
    def conflict(self) -> bool:
        """Whether two versions stand against each other and a person must choose."""
        return bool(self.rivals)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text left in an editor; ``saved_at`` is ISO 8601, UTC."""

    place: Place
    content: NoteContent
    saved_at: str


def cleaned(content: NoteContent, *, shape: Shape, party_codes: Iterable[str]) -> NoteContent:
    """Return ``content`` as it is stored, or raise why it can't be.

    Raises :class:`UserError` ``note_empty``, or ``note_too_long`` (with ``limit`` and ``length``). What the
    question does not ask for (parties, proposal) is refused with ``note_shape``, not dropped.
    """
    known = list(party_codes)
    ticked = tuple(code for code in known if code in content.parties)
    result = NoteContent(clean_text(content.text), ticked, clean_text(content.proposal))
    if len(ticked) != len(set(content.parties)):
        raise UserError("party_unknown", parties=", ".join(sorted(set(content.parties) - set(known))))
    if result.is_empty:
        raise UserError("note_empty")
    if (result.parties and shape is not Shape.PARTIES) or (result.proposal and shape is not Shape.CHALLENGE):
        raise UserError("note_shape")
    length = max(len(result.text), len(result.proposal))
    if length > NOTE_LIMIT:
        raise UserError("note_too_long", limit=NOTE_LIMIT, length=length)
    return result


def fitted(content: NoteContent, *, shape: Shape) -> NoteContent:
    """Return ``content`` as it reads under a question of ``shape``, every written word kept.

    A proposal that the new question has no room for becomes part of the text; ticks are kept only where
    parties are asked for, since they can be ticked again and are not words.
    """
    result = content
    if shape is not Shape.CHALLENGE and content.proposal:
        joined = "\n".join(part for part in (content.text, content.proposal) if part)
        result = replace(result, text=joined, proposal="")
    if shape is not Shape.PARTIES:
        result = replace(result, parties=())
    return result
