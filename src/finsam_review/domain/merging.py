"""Owns how revisions make a note: the graph, its heads, and which head is shown.

Merging files is the union of their revisions, so everything here depends on the set alone, never on the
order in which revisions arrived.
"""

from collections.abc import Iterable

from finsam_review.domain.notes import Note, Revision


def note_of(revisions: Iterable[Revision]) -> Note | None:
    """Return the note that the revisions of one note id make, or ``None`` if it is removed.

    Heads that say the same are no conflict and are shown once. An edit beats a removal: nobody's words
    disappear because somebody else tidied up. Among rivals the highest (Lamport, replica, id) is shown first.
    """
    known = sorted(revisions, key=_order)
    replaced = {parent for revision in known for parent in revision.parents}
    heads = [revision for revision in known if revision.id not in replaced]
    living = [revision for revision in heads if not revision.removed]
    if not living:
        return None
    head = living[-1]
    by_meaning = {_meaning(revision): revision for revision in living}
    rivals = tuple(other for meaning, other in by_meaning.items() if meaning != _meaning(head))
    first = known[0]
    return Note(head.note_id, head, first.lamport, first.written_at, rivals)


def _order(revision: Revision) -> tuple[int, str, str]:
    return (revision.lamport, revision.replica_id, revision.id)


def _meaning(revision: Revision) -> tuple[object, ...]:
    return (revision.place, revision.content)
