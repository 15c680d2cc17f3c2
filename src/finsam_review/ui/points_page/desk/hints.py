"""Owns which notes resemble which, worked out a little at a time between events."""

import time
from collections import deque
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from finsam_review.domain.notes import Note
from finsam_review.services.points.likeness import Likeness

TURN = 0.008
"""Seconds of work between two events: a key press is never kept waiting longer than that."""
_TELL_EVERY = 0.4
"""Seconds between two times that what was found meanwhile is shown."""


class Hints(QObject):
    """What is known so far of the likeness of the notes that were shown to it."""

    grown = Signal()
    """More is known, or something else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._likeness = Likeness()
        self._known: dict[str, tuple[str, ...]] = {}
        self._taken: dict[str, str] = {}
        self._to_take: deque[Note] = deque()
        self._to_ask: deque[str] = deque()
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_turn)

    @property
    def is_busy(self) -> bool:
        """Whether there is something left to work out."""
        return self._timer.isActive()

    @property
    def alike(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the notes that each note resembles, as far as is known."""
        return self._known

    def follow(self, notes: Iterable[Note]) -> None:
        """Take in those of ``notes`` that are new or have changed, and ask what they resemble."""
        new = [note for note in notes if self._taken.get(note.id) != note.head.id]
        for note in new:
            self._taken[note.id] = note.head.id
        self._to_take.extend(new)
        if new:
            self._timer.start()

    def forget(self, note_ids: Iterable[str]) -> None:
        """Leave out notes that are no longer up."""
        for note_id in note_ids:
            if self._taken.pop(note_id, None) is not None:
                self._likeness.remove(note_id)
                self._ask_again(self._known.pop(note_id, ()))

    def stop(self) -> None:
        """Work no more."""
        self._timer.stop()
        self._to_take.clear()
        self._to_ask.clear()

    def _on_turn(self) -> None:
        end = time.perf_counter() + TURN
        while time.perf_counter() < end:
            if self._to_take:
                self._take(self._to_take.popleft())
            elif self._to_ask:
                self._ask(self._to_ask.popleft())
            else:
                self._timer.stop()
                break
        now = time.perf_counter()
        if not self._timer.isActive() or now - self._told > _TELL_EVERY:
            self._told = now
            self.grown.emit()

    def _take(self, note: Note) -> None:
        if self._taken.get(note.id) != note.head.id:
            return  # It changed again, or went, while it waited.
        self._likeness.update(note)
        self._to_ask.append(note.id)
        self._ask_again(self._known.get(note.id, ()))

    def _ask(self, note_id: str) -> None:
        before = self._known.get(note_id, ())
        found = self._likeness.resembling(note_id)
        if found == before:
            return
        self._known[note_id] = found
        self._ask_again(set(found) ^ set(before))

    def _ask_again(self, note_ids: Iterable[str]) -> None:
        """Ask again about notes whose likeness to another may be different now."""
        again = [note_id for note_id in note_ids if note_id in self._known]
        if again:
            self._to_ask.extend(again)
            self._timer.start()
