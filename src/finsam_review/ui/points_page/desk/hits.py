"""Owns how the texts of points are shown: masked where that is decided, marked where it still has to be."""

from collections.abc import Mapping
from dataclasses import dataclass

from finsam_review.domain.checks.gate import Choice, Gate, Hit
from finsam_review.i18n.masks import mask_words

_ROUNDS_MAX = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown; ``undecided`` are the places in it that somebody has still to decide about."""

    text: str
    undecided: tuple[Hit, ...] = ()


class GateReader:
    """Reads texts with one gate. What it has read once it knows."""

    def __init__(self, gate: Gate, before: "GateReader | None" = None) -> None:
        """``before`` read with another gate; where nothing was found, another choice finds nothing either."""
        self._gate = gate
        self._words: Mapping[str, str] = mask_words()
        self._known: dict[str, Shown] = {}
        self._clean: dict[str, Shown] = {}
        if before is not None and before.gate.people == gate.people:
            self._clean = before.clean

    @property
    def gate(self) -> Gate:
        """The gate it reads with."""
        return self._gate

    @property
    def clean(self) -> dict[str, Shown]:
        """The texts in which nothing was found, as they are shown."""
        return self._clean

    def shown(self, text: str) -> Shown:
        """Return ``text`` as it is shown."""
        known = self._clean.get(text) or self._known.get(text)
        if known is None:
            known = self._read(text)
            found = known.undecided or known.text != text or self._gate.hits(text)
            (self._known if found else self._clean)[text] = known
        return known

    def _read(self, text: str) -> Shown:
        for _round in range(_ROUNDS_MAX):
            hits = self._gate.hits(text)
            masked = self._masked(text, hits)
            if masked == text:
                break
            text = masked
        return Shown(text, self._gate.open_hits(text))

    def _masked(self, text: str, hits: tuple[Hit, ...]) -> str:
        parts: list[str] = []
        place = 0
        for hit in hits:
            if self._gate.choice(hit) is Choice.MASK:
                parts += [text[place : hit.start], self._words[hit.kind]]
                place = hit.end
        return "".join([*parts, text[place:]]) if place else text
