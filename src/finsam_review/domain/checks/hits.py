"""Owns the hit: a place in a text where something stands that must not leave unseen."""

from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """What was found, the surest first: where two overlap, the first wins."""

    IDENTITY = "identity"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found in a text, from ``start`` up to ``end``; ``text`` is what stands there."""

    kind: HitKind
    start: int
    end: int
    text: str
