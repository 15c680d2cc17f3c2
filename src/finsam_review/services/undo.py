"""Owns undo and redo across everything: a line of steps, each of which knows the way back and forth."""

from collections.abc import Callable
from dataclasses import dataclass

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did: ``label`` is a message id for the undo line and the menu."""

    label: str
    undo: Callable[[], Changes]
    redo: Callable[[], Changes]


class UndoStack:
    """What can be undone in this session, newest last; what is undone is kept until something new is done."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def next_undo(self) -> str | None:
        """The label of what Ctrl+Z would take back, ``None`` if nothing."""
        return self._done[-1].label if self._done else None

    @property
    def next_redo(self) -> str | None:
        """The label of what Ctrl+Y would do again, ``None`` if nothing."""
        return self._undone[-1].label if self._undone else None

    def clear(self) -> None:
        """Forget everything, so that what was there at the start can't be taken back."""
        self._done.clear()
        self._undone.clear()

    def push(self, step: Step) -> None:
        """Remember what was just done."""
        self._done.append(step)
        self._undone.clear()

    def join_last_two(self) -> None:
        """Make one step of the two newest, under the label of the older: one gesture, one Ctrl+Z."""
        newer, older = self._done.pop(), self._done.pop()
        self._done.append(
            Step(
                older.label,
                lambda: newer.undo() | older.undo(),
                lambda: older.redo() | newer.redo(),
            )
        )

    def undo(self) -> tuple[str, Changes]:
        """Take back the newest step. Raises :class:`UserError` ``nothing_to_undo``; a failed step stays."""
        if not self._done:
            raise UserError("nothing_to_undo")
        step = self._done[-1]
        changes = step.undo()
        self._undone.append(self._done.pop())
        return step.label, changes

    def redo(self) -> tuple[str, Changes]:
        """Do the newest undone step again. Raises :class:`UserError` ``nothing_to_redo``."""
        if not self._undone:
            raise UserError("nothing_to_redo")
        step = self._undone[-1]
        changes = step.redo()
        self._done.append(self._undone.pop())
        return step.label, changes
