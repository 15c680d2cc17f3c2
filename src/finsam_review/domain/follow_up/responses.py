"""Owns the answers: for each point that was sent, whether the revised application answers it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What the revised application does about a point."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Response:
    """A person's judgement of one point; ``words`` are a note of one's own, ``at`` is ISO 8601 in UTC."""

    point_id: str
    application_id: str
    answer: Answer
    words: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """How many of the points of an application were judged, and how."""

    points: int
    answered: int = 0
    partly: int = 0
    not_answered: int = 0

    @property
    def judged(self) -> int:
        """How many points somebody has judged."""
        return self.answered + self.partly + self.not_answered

    @property
    def left(self) -> int:
        """How many points nobody has judged yet."""
        return self.points - self.judged


def judged(point_ids: Iterable[str], responses: Iterable[Response]) -> Judged:
    """Return how the points that were sent were judged; of several answers to one point the latest counts.

    Answers to points that are not among ``point_ids`` count for nothing.
    """
    wanted = frozenset(point_ids)
    latest: dict[str, Response] = {}
    for response in sorted(responses, key=lambda response: response.at):
        if response.point_id in wanted:
            latest[response.point_id] = response
    answers = [response.answer for response in latest.values()]
    return Judged(
        points=len(wanted),
        answered=answers.count(Answer.ANSWERED),
        partly=answers.count(Answer.PARTLY),
        not_answered=answers.count(Answer.NOT),
    )
