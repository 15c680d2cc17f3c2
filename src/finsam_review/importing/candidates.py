"""Owns the putting together of an import: documents, rows and applications already here become candidates."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from finsam_review.domain.applications import ApplicationDetails, DocumentVersion, Doubt
from finsam_review.domain.intake import (
    Candidate,
    DiaryList,
    DiaryRow,
    FailedItem,
    FieldSource,
    KnownApplication,
    Proposal,
    ReadDocument,
    Vocabulary,
)
from finsam_review.domain.text import fold, swedish_key
from finsam_review.importing.form.application_form import EXPECTED
from finsam_review.importing.form.reconcile import agree, disagreement, from_row, said, titled, with_row
from finsam_review.importing.matching import (
    Match,
    Target,
    is_revised,
    match_documents,
    match_revised,
    targets,
)
from finsam_review.importing.words.bodies import party_codes

_WEIGHED = frozenset({"disagree", "changed"})
"""Doubts that two sources have left, each with what the other says."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that has come in, what it seems to say, and the folder it lay in."""

    document: ReadDocument
    proposal: Proposal
    folder: str = ""

    @property
    def revised(self) -> bool:
        """Whether it says itself that it is a later version."""
        return is_revised(self.document.file_name, self.folder, self.document.blocks)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The candidates of an import in the order they are shown, and what a person should know besides."""

    candidates: tuple[Candidate, ...]
    warnings: tuple[FailedItem, ...] = ()


@dataclass(slots=True)
class _Slot:
    """A target with the documents found to belong to it."""

    target: Target
    documents: list[tuple[Incoming, bool]] = field(default_factory=list)
    revised: list[tuple[Incoming, bool]] = field(default_factory=list)


def assemble(
    incoming: Sequence[Incoming],
    lists: Sequence[DiaryList],
    *,
    vocabulary: Vocabulary,
    known: Sequence[KnownApplication],
) -> Assembled:
    """Return the candidates: in the order of the list, else by diary number, else by file name."""
    rows = _rows(lists)
    options = targets(rows, known, vocabulary)
    firsts = [item for item in incoming if not item.revised]
    later = [item for item in incoming if item.revised]
    matched = match_documents([_key(item) for item in firsts], options, vocabulary)
    slots = [_Slot(option) for option in options]
    loose: list[_Slot] = []
    for place, item in enumerate(firsts):
        match = matched.get(place)
        if match is None:
            loose.append(_Slot(Target(), [(item, True)]))
        else:
            slots[match.target].documents.append((item, match.sure))
    for item in later:
        _place_revised(item, slots, loose, vocabulary)
    loose.sort(key=_loose_order)
    builder = _Builder(vocabulary, listed=bool(rows))
    made = [candidate for slot in [*slots, *loose] for candidate in builder.build(slot)]
    return Assembled(tuple(made), tuple(builder.warnings))


def _rows(lists: Sequence[DiaryList]) -> list[DiaryRow]:
    """Return the rows of all lists, the same application once: the same list often comes in two formats."""
    rows: dict[str, DiaryRow] = {}
    for diary in lists:
        for row in diary.rows:
            key = row.details.diary_number or row.details.title or row.file_name
            rows.setdefault(fold(key), row)
    return list(rows.values())


def _key(item: Incoming) -> tuple[str, Proposal]:
    return item.document.file_name, item.proposal


def _place_revised(item: Incoming, slots: list[_Slot], loose: list[_Slot], vocabulary: Vocabulary) -> None:
    """Put a revised document with its application: one of the list or the day, else one that came in with
    it.
    """
    match = match_revised(*_key(item), [slot.target for slot in slots], vocabulary)
    if match is not None:
        slots[match.target].revised.append((item, match.sure))
        return
    fellows = [
        Target(row=DiaryRow(slot.documents[0][0].proposal.details)) for slot in loose if slot.documents
    ]
    homes = [slot for slot in loose if slot.documents]
    near: Match | None = match_revised(*_key(item), fellows, vocabulary)
    if near is not None:
        homes[near.target].revised.append((item, near.sure))
    else:
        loose.append(_Slot(Target(), [(item, True)]))


def _loose_order(slot: _Slot) -> tuple[bool, tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    item = slot.documents[0][0]
    number = item.proposal.details.diary_number
    return (not number, swedish_key(number), swedish_key(item.document.file_name))


@dataclass(slots=True)
class _Builder:
    """Makes candidates of slots. ``listed`` tells that a diary list came with the documents."""

    vocabulary: Vocabulary
    listed: bool
    warnings: list[FailedItem] = field(default_factory=list)

    def build(self, slot: _Slot) -> list[Candidate]:
        """Return the candidate of a slot, or none when it brings nothing new."""
        known = slot.target.known
        if known is not None:
            return self._known(slot, known)
        row = slot.target.row
        if not slot.documents and not slot.revised:
            return [Candidate(self._listed_alone(row))] if row is not None else []
        if not slot.documents:
            slot.documents, slot.revised = slot.revised, []
        item, sure = slot.documents[0]
        proposal = item.proposal if row is None else with_row(item.proposal, row, self.vocabulary)
        doubts = list(proposal.doubts)
        if not sure and row is not None:
            doubts.append(
                Doubt(
                    "document", "match_unsure", {"file": item.document.file_name, "title": row.details.title}
                )
            )
        if row is None and self.listed:
            doubts.append(Doubt("document", "not_in_list", {"file": item.document.file_name}))
        doubts.extend(_said_later(item.proposal, slot.revised, self.vocabulary))
        documents = [other.document for other, _ in slot.documents]
        documents.extend(_as_revised(other.document) for other, _ in slot.revised)
        return [Candidate(dataclasses.replace(proposal, doubts=tuple(doubts)), tuple(documents))]

    def _listed_alone(self, row: DiaryRow) -> Proposal:
        proposal = from_row(row, self.vocabulary)
        alone = Doubt("document", "no_document", {"file": row.file_name or row.details.title})
        return titled(dataclasses.replace(proposal, doubts=(*proposal.doubts, alone)), row)

    def _known(self, slot: _Slot, known: KnownApplication) -> list[Candidate]:
        """Return what an import adds to an application already here: documents, or fields that were empty."""
        row = slot.target.row
        arrived = [*slot.documents, *slot.revised]
        if not arrived:
            if row is None:
                return []
            proposal = _over(known, from_row(row, self.vocabulary), self.vocabulary)
            if proposal.details == known.details and not proposal.doubts:
                name = row.details.diary_number or row.details.title
                self.warnings.append(FailedItem(name, "row_already_here", {"file": name}))
                return []
            return [Candidate(proposal, application_id=known.id)]
        item, sure = arrived[-1]
        proposal = item.proposal if row is None else with_row(item.proposal, row, self.vocabulary)
        version = DocumentVersion.REVISED if known.hashes or item.revised else DocumentVersion.FIRST
        merged = _over(known, proposal, self.vocabulary)
        unsure = (
            ()
            if sure
            else (
                Doubt(
                    "document",
                    "match_unsure",
                    {"file": item.document.file_name, "title": known.details.title},
                ),
            )
        )
        documents = tuple(
            _as_revised(other.document) if version is DocumentVersion.REVISED else other.document
            for other, _ in arrived
        )
        merged = dataclasses.replace(merged, doubts=(*merged.doubts, *unsure))
        return [Candidate(merged, documents, version, known.id)]


def _as_revised(document: ReadDocument) -> ReadDocument:
    return dataclasses.replace(document, version=DocumentVersion.REVISED)


def _over(known: KnownApplication, proposal: Proposal, vocabulary: Vocabulary) -> Proposal:
    """Return the fields of an application already here, filled and changed by what has come in since.

    A field that a person may have corrected keeps its value; what the newcomer says otherwise is a doubt,
    once. A value that is itself still in doubt gives way to the list's, as when both come in together.
    """
    before = known.details
    values = {name.name: getattr(before, name.name) for name in dataclasses.fields(before)}
    sources: dict[str, FieldSource] = {}
    doubts = [doubt for doubt in proposal.doubts if doubt.field == "document"]
    for name in (*EXPECTED, "parties"):
        ours, theirs = values[name], getattr(proposal.details, name)
        if theirs and not ours:
            values[name] = theirs
            sources[name] = proposal.sources.get(name, FieldSource("document"))
            doubts.extend(doubt for doubt in proposal.doubts if doubt.field == name)
        elif name == "parties" or not theirs or agree(name, ours, theirs, vocabulary):
            continue
        elif _gives_way(name, known, proposal):
            values[name] = theirs
            sources[name] = proposal.sources[name]
            doubts.append(disagreement(name, theirs, ours, vocabulary))
        elif not _is_told(name, theirs, known, vocabulary):
            quote = proposal.sources.get(name, FieldSource("document")).quote
            doubts.append(
                Doubt(
                    name,
                    "changed",
                    {"before": said(ours, vocabulary), "now": said(theirs, vocabulary)},
                    quote,
                )
            )
    if values["organisations"] != before.organisations:
        values["parties"] = party_codes(values["organisations"], vocabulary)
    return Proposal(ApplicationDetails(**values), sources, tuple(doubts))


def _gives_way(name: str, known: KnownApplication, proposal: Proposal) -> bool:
    """Return whether what is here is still in doubt, never weighed against a list, and a list says
    otherwise.
    """
    codes = {doubt.code for doubt in known.doubts if doubt.field == name}
    source = proposal.sources.get(name)
    return bool(codes) and not codes & _WEIGHED and source is not None and source.origin in {"list", "both"}


def _is_told(name: str, theirs: object, known: KnownApplication, vocabulary: Vocabulary) -> bool:
    """Return whether an open doubt says already that a source has this other value."""
    text = said(theirs, vocabulary)
    return any(
        doubt.field == name and doubt.code in _WEIGHED and text in doubt.values.values()
        for doubt in known.doubts
    )


def _said_later(first: Proposal, revised: list[tuple[Incoming, bool]], vocabulary: Vocabulary) -> list[Doubt]:
    """Return a doubt for each field that a revised document, come in together with the first, says
    otherwise.
    """
    doubts: list[Doubt] = []
    for item, sure in revised:
        for name in EXPECTED:
            ours, theirs = getattr(first.details, name), getattr(item.proposal.details, name)
            if ours and theirs and not agree(name, ours, theirs, vocabulary):
                doubts.append(
                    Doubt(
                        name, "changed", {"before": said(ours, vocabulary), "now": said(theirs, vocabulary)}
                    )
                )
        if not sure:
            doubts.append(
                Doubt(
                    "document",
                    "match_unsure",
                    {"file": item.document.file_name, "title": first.details.title},
                )
            )
    return doubts
