"""Owns what the page *Före och efter* is made from: what a revised application changes and answers."""

from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.follow_up.fact_changes import FactChange
from finsam_review.domain.follow_up.lateness import Arrival
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.workshop import MeasureKind, Workshop


@dataclass(frozen=True, slots=True)
class AnsweredPoint:
    """A point as it was sent, and a person's judgement of it: ``answer`` is ``None`` before there is one."""

    question: int
    text: str
    proposal: str = ""
    answer: Answer | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class BeforeAfterSource:
    """One application before and after, as frozen values that may cross to another thread.

    ``facts`` are all of them, changed or not. ``text_changes`` counts the passages that say something else,
    ``moved`` those that only stand elsewhere. All texts have passed the gate.
    """

    workshop: Workshop
    application: Application
    kinds: tuple[MeasureKind, ...]
    facts: tuple[FactChange, ...]
    points: tuple[AnsweredPoint, ...]
    text_changes: int
    moved: int = 0
    arrival: Arrival | None = None
