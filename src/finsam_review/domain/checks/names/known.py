"""Owns the finding of names that the file knows, in capitals or not, first name first or last."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from finsam_review.domain.checks.names.people import NameIndex, bare
from finsam_review.domain.checks.spans import Span

_PART = re.compile(r"\w+")
_GAP = re.compile(r"[ \t\n._,-]{1,3}")


class _Part(NamedTuple):
    """A word, or a part of a double one, in its bare form."""

    start: int
    end: int
    key: str


def find_known_names(plain: str, index: NameIndex) -> Iterator[Span]:
    """Yield where whole names and rare surnames of known people stand, not in order; they may overlap."""
    if index.in_full.keys().isdisjoint(_PART.findall(bare(plain))):
        return
    parts = [_Part(*match.span(), bare(match[0])) for match in _PART.finditer(plain)]
    found = (0, 0)
    for place, part in enumerate(parts):
        for name in index.in_full.get(part.key, ()):
            before = parts[max(0, place + 1 - len(name)) : place + 1]
            fits = before[0].start >= found[1] or before[0].start <= found[0]
            if fits and _is_name(plain, before, name):
                found = before[0].start, part.end
                yield found


def _is_name(plain: str, parts: Sequence[_Part], name: Sequence[str]) -> bool:
    """Return whether ``parts`` are those of ``name``, whose last one is known to be, with no more than a sign
    between them.
    """
    return (
        len(parts) == len(name)
        and all(part.key == word for part, word in zip(parts[:-1], name[:-1], strict=True))
        and all(_GAP.fullmatch(plain, one.end, two.start) for one, two in pairwise(parts))
    )
