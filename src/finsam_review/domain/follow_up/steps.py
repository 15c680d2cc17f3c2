"""Owns how far an application has come: the steps of the förbund, what is noted of them, and their dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

RECEIVED, READ, SENT, REVISED = "received", "read", "sent", "revised"
PREPARATION, BOARD_PREPARATION, BOARD, DECIDED = "preparation", "board_preparation", "board", "decided"
GRANT, COMPLETE, REJECT = "grant", "complete", "reject"
"""Outcomes of a decision; after *complete* the application goes back some steps."""


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A step that applications go through; ``name`` is the förbund's own word, ``outcomes`` are codes."""

    code: str
    name: str = ""
    outcomes: tuple[str, ...] = ()


STEPS = (
    StatusStep(RECEIVED),
    StatusStep(READ),
    StatusStep(SENT),
    StatusStep(REVISED),
    StatusStep(PREPARATION),
    StatusStep(BOARD_PREPARATION),
    StatusStep(BOARD),
    StatusStep(DECIDED, outcomes=(GRANT, COMPLETE, REJECT)),
)
"""The steps for a day whose preset names none."""


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """An application reached a step on a day, with a note of one's own and, for a decision, its outcome.

    An entry that follows from what the day knows has no ``id``: nobody wrote it, nobody can take it back.
    """

    id: str
    application_id: str
    step: str
    on: date
    words: str = ""
    outcome: str = ""

    @property
    def is_derived(self) -> bool:
        """Whether the program worked it out, rather than a person noted it."""
        return not self.id


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of one application: its entries by date, and whether it is where the application is now."""

    step: StatusStep
    entries: tuple[StatusEntry, ...] = ()
    is_current: bool = False

    @property
    def latest(self) -> StatusEntry | None:
        """The entry that counts: the last of them."""
        return self.entries[-1] if self.entries else None


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A later step that was reached before an earlier one: worth a second look, but people decide."""

    step: str
    on: date
    later_step: str
    later_on: date


def derived_entries(
    application_id: str,
    *,
    received_on: date | None = None,
    read_on: date | None = None,
    sent_on: date | None = None,
    revised_on: date | None = None,
) -> tuple[StatusEntry, ...]:
    """Return the entries that the day knows by itself.

    ``read_on`` is the day of the workshop if the application has notes, ``sent_on`` when its summary was
    ticked as sent, ``revised_on`` when the revised document came; what is unknown makes no entry.
    """
    known = ((RECEIVED, received_on), (READ, read_on), (SENT, sent_on), (REVISED, revised_on))
    return tuple(StatusEntry("", application_id, step, on) for step, on in known if on is not None)


def with_derived(noted: Iterable[StatusEntry], derived: Iterable[StatusEntry]) -> tuple[StatusEntry, ...]:
    """Return entries by date; what a person noted of a step stands in place of what was worked out."""
    kept = list(noted)
    steps = {(entry.application_id, entry.step) for entry in kept}
    kept += [entry for entry in derived if (entry.application_id, entry.step) not in steps]
    return tuple(sorted(kept, key=lambda entry: entry.on))


def current_step(entries: Iterable[StatusEntry], steps: Sequence[StatusStep] = STEPS) -> str:
    """Return the code of the furthest step that has an entry; without any the first one.

    Entries of steps that the förbund does not have count for nothing.
    """
    reached = {entry.step for entry in entries}
    codes = [step.code for step in steps]
    return next((code for code in reversed(codes) if code in reached), codes[0] if codes else RECEIVED)


def milestones(entries: Iterable[StatusEntry], steps: Sequence[StatusStep] = STEPS) -> tuple[Milestone, ...]:
    """Return every step in order with the entries of one application, as the process picture shows them."""
    known = sorted(entries, key=lambda entry: entry.on)
    now = current_step(known, steps)
    return tuple(
        Milestone(step, tuple(entry for entry in known if entry.step == step.code), step.code == now)
        for step in steps
    )


def out_of_order(
    entries: Iterable[StatusEntry], steps: Sequence[StatusStep] = STEPS
) -> tuple[OutOfOrder, ...]:
    """Return where a later step of one application has an earlier date; nothing is refused for it.

    A decision to complete is no such case: what comes after it is earlier in the order by right.
    """
    reached = [
        (milestone.step.code, milestone.entries[0])
        for milestone in milestones(entries, steps)
        if milestone.entries
    ]
    return tuple(
        OutOfOrder(code, entry.on, later_code, later.on)
        for (code, entry), (later_code, later) in combinations(reached, 2)
        if later.on < entry.on and later.outcome != COMPLETE
    )


def outcome_of(entries: Iterable[StatusEntry]) -> str:
    """Return the latest outcome that was decided, empty if none was."""
    decided = [entry for entry in sorted(entries, key=lambda entry: entry.on) if entry.outcome]
    return decided[-1].outcome if decided else ""
