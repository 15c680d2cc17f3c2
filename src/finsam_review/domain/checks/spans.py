"""Owns places in a text: where something stands, and which places are free of each other."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Where something stands in a plain reading: its start, and the place after its end."""


def apart(taken: Iterable[Span], spans: Sequence[Span]) -> list[Span]:
    """Return those of ``spans`` that overlap none of ``taken``. Both are in order."""
    kept: list[Span] = []
    ahead = iter(taken)
    next_taken = next(ahead, None)
    for span in spans:
        while next_taken and next_taken[1] <= span[0]:
            next_taken = next(ahead, None)
        if not next_taken or span[1] <= next_taken[0]:
            kept.append(span)
    return kept


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans`` in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def covered(text: str, taken: Iterable[Span]) -> str:
    """Return ``text`` with digits for all that stands in ``taken``, of the same length."""
    parts: list[str] = []
    place = 0
    for start, end in taken:
        parts += [text[place:start], "0" * (end - start)]
        place = end
    return "".join([*parts, text[place:]])
