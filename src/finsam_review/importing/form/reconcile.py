"""Owns what becomes of a field that two sources state: agreement takes doubts away, disagreement is one."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.domain.intake import DiaryRow, FieldSource, Proposal, Vocabulary
from finsam_review.domain.text import fold
from finsam_review.i18n import kronor
from finsam_review.importing.form.application_form import EXPECTED
from finsam_review.importing.form.titles import from_file_name
from finsam_review.importing.words.bodies import party_codes, same_body

_LIST_WINS = frozenset({"diary_number", "received_on"})
_STAYS = frozenset(
    {
        "sum_differs", "budget_differs", "amount_outside_period", "amount_year_lacking", "period_reversed",
        "date_impossible", "personal_number", "parties_open",
    }
)  # fmt: skip
"""Doubts about what the document says, which the list's agreeing does not settle."""


def with_row(proposal: Proposal, row: DiaryRow, vocabulary: Vocabulary) -> Proposal:
    """Return the proposal of a document together with what the diary list says of it."""
    merge = _Merge(proposal, row, vocabulary)
    for name in EXPECTED:
        merge.field(name)
    return merge.finish()


def from_row(row: DiaryRow, vocabulary: Vocabulary) -> Proposal:
    """Return the proposal for a row of the list that no document belongs to."""
    empty = Proposal(ApplicationDetails(), {}, tuple(Doubt(name, "missing") for name in EXPECTED))
    return with_row(empty, row, vocabulary)


def titled(proposal: Proposal, row: DiaryRow) -> Proposal:
    """Return the proposal with a title in any case: a row without one is known by its file or its number."""
    if proposal.details.title:
        return proposal
    suggested = from_file_name(row.file_name) if row.file_name else None
    title = suggested.value if suggested else row.details.diary_number
    details = dataclasses.replace(proposal.details, title=title)
    return dataclasses.replace(proposal, details=details)


def disagreement(name: str, listed: Any, stated: Any, vocabulary: Vocabulary, quote: str = "") -> Doubt:
    """Return the doubt that the list and the document say different things of a field."""
    values = {"list": said(listed, vocabulary), "document": said(stated, vocabulary)}
    return Doubt(name, "disagree", values, quote)


def agree(name: str, one: Any, two: Any, vocabulary: Vocabulary) -> bool:
    """Return whether two values of a field mean the same."""
    return _RULES.get(name, _equal)(one, two, vocabulary)


def said(value: Any, vocabulary: Vocabulary) -> str:
    """Return a value as a doubt quotes it: amounts in kronor, a kind by its name."""
    if isinstance(value, tuple):
        parts = (f"{part[0]}: {kronor(part[1])}" if isinstance(part, tuple) else str(part) for part in value)
        return ", ".join(parts)
    if isinstance(value, int):
        return kronor(value)
    if isinstance(value, date):
        return value.isoformat()
    return next((kind.name for kind in vocabulary.kinds if kind.code == value), str(value))


@dataclass(slots=True)
class _Merge:
    """A document's proposal and a row of the list on their way to one proposal."""

    proposal: Proposal
    row: DiaryRow
    vocabulary: Vocabulary
    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, FieldSource] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def field(self, name: str) -> None:
        """Settle one field."""
        ours, theirs = getattr(self.proposal.details, name), getattr(self.row.details, name)
        own = [doubt for doubt in self.proposal.doubts if doubt.field == name]
        listed = [doubt for doubt in self.row.doubts if doubt.field == name]
        if not theirs:
            self._keep(name, ours, own)
            self.doubts.extend(listed if not ours else [])
        elif not ours:
            self._put(name, theirs, FieldSource("list", said(theirs, self.vocabulary)))
            self.doubts.extend([*listed, *(doubt for doubt in own if doubt.code in _STAYS)])
        elif agree(name, ours, theirs, self.vocabulary):
            quote = self.proposal.sources.get(name, FieldSource("document")).quote
            self._put(name, _fuller(name, ours, theirs), FieldSource("both", quote))
            self.doubts.extend(doubt for doubt in own if doubt.code in {*_STAYS, "email_broken"})
        else:
            broken = any(doubt.code == "email_broken" for doubt in listed)
            self._disagree(name, ours, theirs, [] if broken else own)

    def finish(self) -> Proposal:
        """Return the proposal; the parties follow from the organisations."""
        names = self.values.get("organisations", ())
        codes = party_codes(names, self.vocabulary)
        if codes:
            self.values["parties"] = codes
            self.sources["parties"] = self.sources["organisations"]
        doubted = [doubt for doubt in self.doubts if doubt.field == "organisations"]
        self.doubts.extend(Doubt("parties", d.code, d.values, d.quote) for d in doubted)
        self.doubts.extend(doubt for doubt in self.proposal.doubts if doubt.field == "document")
        return Proposal(ApplicationDetails(**self.values), self.sources, tuple(self.doubts))

    def _keep(self, name: str, ours: Any, own: list[Doubt]) -> None:
        if ours:
            self._put(name, ours, self.proposal.sources.get(name, FieldSource("document")))
        self.doubts.extend(own)

    def _put(self, name: str, value: Any, source: FieldSource) -> None:
        self.values[name] = value
        self.sources[name] = source

    def _disagree(self, name: str, ours: Any, theirs: Any, own: list[Doubt]) -> None:
        """Take the list's value for what the chancellery sets or the document leaves in doubt; always a
        doubt.
        """
        listed = name in _LIST_WINS or bool(own)
        source = (
            FieldSource("list", said(theirs, self.vocabulary))
            if listed
            else self.proposal.sources.get(name, FieldSource("document"))
        )
        self._put(name, theirs if listed else ours, source)
        quote = self.proposal.sources.get(name, FieldSource("document")).quote
        self.doubts.append(disagreement(name, theirs, ours, self.vocabulary, quote))
        self.doubts.extend(doubt for doubt in own if doubt.code in _STAYS)


def _fuller(name: str, ours: Any, theirs: Any) -> Any:
    if name == "title":
        return theirs if len(theirs) > len(ours) else ours
    return theirs if name in {"organisations", "applicant"} else ours


def _equal(one: Any, two: Any, _: Vocabulary) -> bool:
    return bool(one == two)


def _same_title(one: str, two: str, _: Vocabulary) -> bool:
    first, second = _bare(one), _bare(two)
    shorter, longer = sorted((first, second), key=len)
    return (
        first == second
        or (len(shorter) >= 5 and longer.startswith(f"{shorter} "))
        or longer.endswith(f" {shorter}")
    )


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def _same_word(one: str, two: str, _: Vocabulary) -> bool:
    return _bare(one) == _bare(two)


def _same_address(one: str, two: str, _: Vocabulary) -> bool:
    return fold(one) == fold(two)


def _same_organisation(one: str, two: str, vocabulary: Vocabulary) -> bool:
    return same_body(one, two, vocabulary)


def _same_organisations(one: tuple[str, ...], two: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    def within(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
        return all(any(same_body(name, other, vocabulary) for other in others) for name in names)

    return within(one, two) and within(two, one)


_RULES: dict[str, Callable[[Any, Any, Vocabulary], bool]] = {
    "title": _same_title,
    "diary_number": _same_word,
    "contact_name": _same_word,
    "contact_email": _same_address,
    "applicant": _same_organisation,
    "organisations": _same_organisations,
}
