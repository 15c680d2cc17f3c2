"""Owns the receipt: notes in = quoted + merged + set aside + not yet handled. It always balances."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finsam_review.domain.notes import Note
from finsam_review.domain.points.sheet import Reason, Sheet, living


@dataclass(frozen=True, slots=True)
class Receipt:
    """How many notes there are and what became of each; ``aside`` counts by reason, none left out."""

    notes: int = 0
    quoted: int = 0
    merged: int = 0
    aside: tuple[tuple[Reason, int], ...] = ()
    left: int = 0

    @property
    def set_aside(self) -> int:
        """How many notes are set aside, for whatever reason."""
        return sum(count for _reason, count in self.aside)

    @property
    def balances(self) -> bool:
        """Whether every note is accounted for exactly once."""
        return self.notes == self.quoted + self.merged + self.set_aside + self.left


def receipt(sheet: Sheet, notes: Sequence[Note]) -> Receipt:
    """Return what became of ``notes``, those of the sheet's application.

    A note that is the only one of its point counts as quoted, also when the point was rewritten; notes that
    share a point are merged. Each note is counted for itself, so the sum is proved and not assumed.
    """
    now = living(sheet, notes)
    sizes = {note_id: len(point.notes) for point in now.points for note_id in point.notes}
    reasons = {item.note_id: item.reason for item in now.aside}
    quoted = sum(1 for note in notes if sizes.get(note.id) == 1)
    merged = sum(1 for note in notes if sizes.get(note.id, 0) > 1)
    aside = Counter(reasons[note.id] for note in notes if note.id in reasons and note.id not in sizes)
    left = sum(1 for note in notes if note.id not in sizes and note.id not in reasons)
    by_reason = tuple((reason, aside[reason]) for reason in Reason if aside[reason])
    return Receipt(len(notes), quoted, merged, by_reason, left)


def whole(receipts: Iterable[Receipt]) -> Receipt:
    """Return the receipt of a whole day."""
    parts = tuple(receipts)
    aside: Counter[Reason] = Counter()
    for part in parts:
        aside.update(dict(part.aside))
    return Receipt(
        sum(part.notes for part in parts),
        sum(part.quoted for part in parts),
        sum(part.merged for part in parts),
        tuple((reason, aside[reason]) for reason in Reason if aside[reason]),
        sum(part.left for part in parts),
    )


def unhandled(sheet: Sheet, notes: Sequence[Note]) -> tuple[Note, ...]:
    """Return the notes that nobody has decided on, in their order."""
    now = living(sheet, notes)
    done = {note_id for point in now.points for note_id in point.notes}
    done |= {item.note_id for item in now.aside}
    return tuple(note for note in notes if note.id not in done)
