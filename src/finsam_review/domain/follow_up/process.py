"""Owns what the process picture is drawn from: one application's way through the steps, as frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from finsam_review.domain.applications import Application
from finsam_review.domain.follow_up.steps import Milestone
from finsam_review.domain.workshop import Workshop

StepState = Literal["done", "passed", "here", "coming"]
"""A passed step lies behind, but nobody noted it: whether it was taken is unknown."""


@dataclass(frozen=True, slots=True)
class ProcessStep:
    """A station on the way: what it is called, when it was reached, and what people may read of it.

    ``on`` of a coming step is the day that is planned; ``words`` is a note from inside, ``outcome`` what was
    decided, in words; empty if there is nothing.
    """

    code: str
    name: str
    on: date | None = None
    words: str = ""
    outcome: str = ""
    state: StepState = "coming"


@dataclass(frozen=True, slots=True)
class ProcessSource:
    """Everything the process picture says. The deadline of the day stands at the step ``revised``."""

    workshop: Workshop
    application: Application
    steps: tuple[ProcessStep, ...]


def process_steps(
    milestones: Sequence[Milestone], *, names: Mapping[str, str], outcomes: Mapping[str, str]
) -> tuple[ProcessStep, ...]:
    """Return the stations of an application; ``names`` and ``outcomes`` are words by code.

    A step that the förbund has named keeps that name. What lies before the present step is done only if
    somebody noted it, or the day knows it by itself.
    """
    now = next((place for place, milestone in enumerate(milestones) if milestone.is_current), 0)
    return tuple(
        _process_step(milestone, _state(milestone, place, now), names, outcomes)
        for place, milestone in enumerate(milestones)
    )


def _state(milestone: Milestone, place: int, now: int) -> StepState:
    if place == now:
        return "here"
    if place > now:
        return "coming"
    return "done" if milestone.entries else "passed"


def _process_step(
    milestone: Milestone, state: StepState, names: Mapping[str, str], outcomes: Mapping[str, str]
) -> ProcessStep:
    step, latest = milestone.step, milestone.latest
    name = step.name or names.get(step.code, step.code)
    if latest is None:
        return ProcessStep(step.code, name, state=state)
    outcome = outcomes.get(latest.outcome, latest.outcome)
    return ProcessStep(step.code, name, latest.on, latest.words, outcome, state)
