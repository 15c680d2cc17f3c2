"""Owns the proposal: what the program believes a document says, a source for each field, and every doubt.

A wrong value without a doubt is the worst that can happen here; an empty one with a doubt is fine. So a field
is taken without doubt only from a label that names it and a value of the right shape, and contradictions,
guesses and gaps each leave a doubt.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.domain.intake import Block, FieldSource, Proposal, Vocabulary
from finsam_review.domain.text import clean_line
from finsam_review.importing.form.contacts import is_own_address, read_broken_email, read_contact, read_email
from finsam_review.importing.form.fields import bounded, labelled
from finsam_review.importing.form.kinds import read_kind
from finsam_review.importing.form.money import read_money
from finsam_review.importing.form.parties import (
    applicants,
    is_known,
    joined,
    read_applicant,
    read_parties,
    with_applicant,
)
from finsam_review.importing.form.running_text import Letter
from finsam_review.importing.form.titles import from_file_name, read_title
from finsam_review.importing.form.totals import TOTAL
from finsam_review.importing.words.bodies import party_codes
from finsam_review.importing.words.finding import Found, Labelled, doubt, has_personal_number, is_placeholder
from finsam_review.importing.words.periods import Period, read_date, read_edge, read_period

EXPECTED = (
    "title", "diary_number", "received_on", "kind", "applicant", "organisations", "contact_name",
    "contact_email", "period_start", "period_end", "amounts", "amount_total",
)  # fmt: skip
"""The fields that must not be empty without a doubt."""


@dataclass(slots=True)
class _Draft:
    """A proposal being put together."""

    values: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, FieldSource] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, name: str, found: Found[Any] | None) -> None:
        """Take in what was found for a field; nothing found leaves it to :meth:`finish`."""
        if found is None:
            return
        if found.value not in ("", None, ()):
            self.values[name] = found.value
            self.sources[name] = FieldSource(found.origin, found.quote)
        self.doubts.extend(found.doubts)

    def finish(self) -> Proposal:
        """Return the proposal; every expected field that is empty has a doubt."""
        doubted = {doubt.field for doubt in self.doubts}
        for name in EXPECTED:
            if name not in self.values and name not in doubted:
                self.doubts.append(Doubt(name, "missing"))
        return Proposal(ApplicationDetails(**self.values), self.sources, tuple(self.doubts))


def propose(blocks: tuple[Block, ...], *, vocabulary: Vocabulary, file_name: str = "") -> Proposal:
    """Return what a document says about an application, read by its labels first and its running text
    last.
    """
    blocks = bounded(blocks)
    items = labelled(blocks)
    letter = Letter(blocks, vocabulary)
    draft = _Draft()
    draft.take("title", read_title(_of(items, "title"), blocks, vocabulary, file_name))
    draft.take("diary_number", _diary_number(_of(items, "diary_number")))
    draft.take("received_on", _received(_of(items, "received")))
    draft.take("kind", read_kind(_of(items, "kind"), blocks, vocabulary) or letter.kind())
    _take_parties(draft, items, letter, vocabulary)
    _take_contact(draft, items, letter, vocabulary)
    _take_period(draft, items, letter)
    _take_money(draft, items, blocks, letter)
    return draft.finish()


def propose_unread(file_name: str, problem: str) -> Proposal:
    """Return the proposal for a file that could not be read: a title from its name, and a doubt for all
    else.
    """
    draft = _Draft()
    draft.take("title", from_file_name(file_name))
    draft.doubts.append(Doubt("document", problem, {"file": file_name}))
    return draft.finish()


def _of(items: list[Labelled], *names: str) -> list[Labelled]:
    return [item for name in names for item in items if item.field == name and item.value.strip()]


def _diary_number(items: list[Labelled]) -> Found[str] | None:
    """Return the number that stands in the document; always a doubt, for the chancellery sets it, not the
    sender: what stands there may be the number of an earlier application.
    """
    values = [
        item
        for item in items
        if not is_placeholder(item.value) and any(char.isdigit() for char in item.value)
    ]
    if not values or len(values[0].value) > 40 or has_personal_number(values[0].value):
        return None
    own = doubt("diary_number", "from_text", values[0].quote)
    return Found(clean_line(values[0].value), values[0].quote, doubts=(own,))


def _received(items: list[Labelled]) -> Found[date | None] | None:
    for item in items:
        found, code = read_date(item.value)
        if found:
            return Found(found, item.quote, doubts=(doubt("received_on", code, item.quote),) if code else ())
    return None


def _take_parties(draft: _Draft, items: list[Labelled], letter: Letter, vocabulary: Vocabulary) -> None:
    named = joined(_of(items, "parties"))
    applicant = read_applicant(_of(items, "applicant"), vocabulary)
    found = read_parties(named, vocabulary)
    if found is None:
        found = letter.organisations() if applicant is None or not named else None
    if applicant is None and found is not None and named:
        guess = doubt("applicant", "applicant_guessed", found.quote)
        applicant = Found(found.value[0], found.quote, doubts=(guess,))
        unsure = doubt("organisations", "parties_without_applicant", found.quote)
        found = dataclasses.replace(found, doubts=(*found.doubts, unsure))
    applicant = applicant or letter.applicant()
    draft.take("applicant", applicant)
    name = applicant.value if applicant else ""
    if found is None and name:
        alone = applicants(_of(items, "applicant"), vocabulary)
        lacking = doubt("organisations", "parties_missing", applicant.quote if applicant else "")
        found = Found(alone, "", doubts=(lacking,))
    if found is None:
        return
    names = with_applicant(found.value, name, vocabulary)
    if name and not is_known(name, vocabulary):
        unknown = doubt("organisations", "body_unknown", found.quote, {"name": name})
        found = dataclasses.replace(found, doubts=(*found.doubts, unknown))
    draft.take("organisations", Found(names, found.quote, doubts=found.doubts))
    codes = party_codes(names, vocabulary)
    if codes:
        draft.values["parties"] = codes
        draft.sources["parties"] = FieldSource("document", found.quote)
    draft.doubts.extend(Doubt("parties", d.code, d.values, d.quote) for d in found.doubts)


def _take_contact(draft: _Draft, items: list[Labelled], letter: Letter, vocabulary: Vocabulary) -> None:
    people = _of(items, "contact")
    contact = read_contact(people, vocabulary)
    leaders = _of(items, "leader")
    if contact is None and leaders:
        leader = read_contact(leaders, vocabulary)
        if leader:
            contact = Found(
                leader.value,
                leader.quote,
                doubts=(*leader.doubts, doubt("contact_name", "contact_leader", leader.quote)),
            )
    if contact is None:
        named = read_contact(_of(items, "person"), vocabulary)
        if named:
            unclear = doubt("contact_name", "contact_unclear", named.quote)
            contact = Found(named.value, named.quote, doubts=named.doubts or (unclear,))
    contact = contact or letter.contact()
    draft.take("contact_name", contact)
    email = read_email(_of(items, "email", "contact", "leader"))
    if email is not None and is_own_address(email.value):
        email = None
    broken = None if email else read_broken_email(_of(items, "email"))
    if email is None and (broken is None or not broken.value):
        email = letter.email(contact.value if contact else "")
    draft.take("contact_email", email or broken)


def _take_period(draft: _Draft, items: list[Labelled], letter: Letter) -> None:
    readings = [
        (item, read_period(item.value))
        for item in _of(items, "period")
        if any(c.isdigit() for c in item.value)
    ]
    whole = [(item, period) for item, period in readings if period.start and period.end and not item.prose]
    if whole:
        _take_whole_period(draft, whole)
        return
    starts, ends = _edge(items, "start"), _edge(items, "end")
    if starts or ends:
        for name, found in (("period_start", starts), ("period_end", ends)):
            draft.take(name, found)
        _check_order(draft)
        return
    if readings and not readings[0][0].prose:
        item, period = readings[0]
        for name, value in (("period_start", period.start), ("period_end", period.end)):
            draft.take(
                name,
                Found(
                    value, item.quote, doubts=tuple(doubt(name, code, item.quote) for code in period.codes)
                ),
            )
        return
    said = letter.period()
    if said:
        start, end = said.value
        draft.take("period_start", Found(start, said.quote, doubts=said.doubts))
        draft.take("period_end", Found(end, said.quote))


def _take_whole_period(draft: _Draft, whole: list[tuple[Labelled, Period]]) -> None:
    item, period = min(whole, key=lambda reading: len(reading[1].codes))
    others = {(p.start, p.end) for _, p in whole if not p.codes} - {(period.start, period.end)}
    codes = [*period.codes]
    for name, value in (("period_start", period.start), ("period_end", period.end)):
        doubts = [doubt(name, code, item.quote) for code in codes]
        if others:
            values = " · ".join(
                f"{start} – {end}" for start, end in [(period.start, period.end), *sorted(others, key=str)]
            )
            doubts.append(doubt(name, "several", item.quote, {"values": values}))
        draft.take(name, Found(value, item.quote, doubts=tuple(doubts)))


def _edge(items: list[Labelled], name: str) -> Found[date | None] | None:
    """Return the first or last day from a label of its own, such as *Startdatum*."""
    named = [
        item
        for item in _of(items, name)
        if any(char.isdigit() for char in item.value) and len(item.value) < 80
    ]
    if not named:
        return None
    item = named[0]
    read = [read_edge(each.value, last=name == "end") for each in named]
    found, code = read[0]
    doubts = [doubt(f"period_{name}", code, item.quote)] if code else []
    others = {value for value, _ in read if value} - {found}
    if others:
        values = " · ".join(str(value) for value in [found, *sorted(others)])
        doubts.append(doubt(f"period_{name}", "several", item.quote, {"values": values}))
    return Found(found, item.quote, doubts=tuple(doubts))


def _check_order(draft: _Draft) -> None:
    start, end = draft.values.get("period_start"), draft.values.get("period_end")
    if start and end and start > end:
        draft.doubts.extend(Doubt(name, "period_reversed") for name in ("period_start", "period_end"))


def _take_money(draft: _Draft, items: list[Labelled], blocks: tuple[Block, ...], letter: Letter) -> None:
    start, end = draft.values.get("period_start"), draft.values.get("period_end")
    sought = _of(items, "amount")
    money = read_money([*(sought or _of(items, "cost")), *_of(items, TOTAL)[-1:]], blocks, start, end)
    if not money.by_year and money.total is None and not money.doubts:
        found = letter.amounts()
        if found:
            years, total = found.value
            draft.take("amounts", Found(tuple(sorted(years.items())), found.quote, doubts=found.doubts))
            draft.take(
                "amount_total", Found(total if total is not None else sum(years.values()), found.quote)
            )
            return
    draft.take(
        "amounts", Found(tuple(sorted(money.by_year.items())), money.quote, doubts=tuple(money.doubts))
    )
    draft.take("amount_total", Found(money.total, money.quote))
