"""Owns the shapes that the readers of single fields share: a found value, where it stood, and its doubts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from finsam_review.domain.applications import Doubt

T = TypeVar("T")

_PERSONAL_NUMBER = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:[0-2]\d|3[01]|[6-9]\d)\s?[-+–]\s?\d{4}(?!\d)"
)
_PERSONAL_NUMBER_BARE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-9]\d)\d{4}(?!\d)"
)
_QUOTE_MAX = 240


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stood with it; ``prose`` says that it is a section of running text."""

    field: str
    label: str
    value: str
    prose: bool = False

    @property
    def quote(self) -> str:
        """What stands in the document, as shown beside a doubt."""
        return quote(f"{self.label.strip()}: {self.value.strip()}" if self.label else self.value)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with the text it was read from and what is doubtful about it."""

    value: T
    quote: str = ""
    origin: str = "document"
    doubts: tuple[Doubt, ...] = field(default_factory=tuple)


def doubt(name: str, code: str, said: str = "", values: Mapping[str, str | int] | None = None) -> Doubt:
    """Return a doubt about the field ``name`` with its quote cut to a readable length."""
    return Doubt(name, code, dict(values or {}), quote(said))


def quote(text: str) -> str:
    """Return a text as it may be shown: on few lines, cut, and without personal numbers."""
    text = mask(" ".join(text.split()))
    return text if len(text) <= _QUOTE_MAX else text[: _QUOTE_MAX - 1].rstrip() + "…"


def mask(text: str) -> str:
    """Return ``text`` with every personal number replaced by dots."""
    return _PERSONAL_NUMBER_BARE.sub("••••••••", _PERSONAL_NUMBER.sub("••••••••", text))


def has_personal_number(text: str) -> bool:
    """Return whether something shaped like a personal number stands in ``text``."""
    return mask(text) != text


def is_placeholder(text: str) -> bool:
    """Return whether a value is only the form's own prompt or a dash: nothing that anybody has written."""
    return _PLACEHOLDER.match(" ".join(text.split())) is not None


_PLACEHOLDER = re.compile(
    r"^(?:[-–—_.…/\s]*|n/?a|saknas|ej (?:aktuellt|klart|bestämt)|vet ej|\?+|xx+"
    r"|\(?\s*fylls i av .*|klicka (?:eller tryck )?här.*|välj (?:ett |en )?(?:objekt|datum|alternativ"
    r"|värde).*"
    r"|click (?:or tap )?here.*|choose an item.*|skriv här.*|ange .{0,40}|\[[^\]]*\]|<[^>]*>)$",
    re.IGNORECASE,
)
