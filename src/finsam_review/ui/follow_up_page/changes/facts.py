"""Owns how the facts of two versions become rows: what is gone struck, what is new underlined."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from finsam_review.domain.follow_up.fact_changes import Fact, FactChange, FactState, FactValue
from finsam_review.domain.workshop import MeasureKind
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, ngettext
from finsam_review.i18n.follow_up_words import fact_row_names, fact_state_name, signed_kronor
from finsam_review.ui.follow_up_page.changes.row import FactRow
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, Span, lines_of, plain

_AMOUNTS = frozenset({Fact.AMOUNT_YEAR, Fact.AMOUNT_TOTAL})
_NOTHING = "–"


def fact_rows(facts: Sequence[FactChange], kinds: Sequence[MeasureKind], prefix: str) -> Iterator[FactRow]:
    """Yield a row for each group of facts, those that changed first; ``prefix`` begins their keys."""
    names, words = fact_row_names(), {kind.code: kind.name for kind in kinds}
    groups = [(row, list(group)) for row, group in groupby(facts, key=lambda fact: fact.row)]
    for row, changes in sorted(groups, key=lambda group: not any(fact.changed for fact in group[1])):
        changed = any(change.changed for change in changes)
        before = _side(row, changes, words, after=False)
        after = _side(row, changes, words, after=True)
        if not changed:
            state = changes[0].state if len({change.state for change in changes}) == 1 else None
            silent = any(change.state is FactState.NOT_STATED for change in changes)
            said = state or (FactState.NOT_STATED if silent else FactState.UNCHANGED)
            after = plain(fact_state_name(said.value), Mark.QUIET)
        yield FactRow(f"{prefix}{row}", names[row], before, after, changed)


def _side(row: str, changes: Sequence[FactChange], kinds: dict[str, str], *, after: bool) -> Marked:
    if row == "period":
        first, last = (_value(change, kinds, after=after) for change in changes)
        return Marked((*first.spans, Span(" – "), *last.spans))
    parts = [_value(change, kinds, after=after) for change in changes]
    said = [part for part in parts if part.text not in {"", _NOTHING}]
    return lines_of(said or parts[:1])


def _value(change: FactChange, kinds: dict[str, str], *, after: bool) -> Marked:
    if change.fact is Fact.ORGANISATIONS and change.changed:
        return _names_after(change) if after else _names_before(change)
    value = change.after if after else change.before
    if after and change.state is FactState.NOT_STATED:
        return plain(fact_state_name("not_stated"), Mark.QUIET)
    said = _text(change.fact, value, kinds)
    lead = f"{change.year}: " if change.year is not None else ""
    if not said:
        gone = lead and change.changed
        return plain(f"{lead}{_NOTHING}" if gone else _NOTHING)
    mark = (Mark.ADDED if after else Mark.REMOVED) if change.changed else Mark.NONE
    spans = [Span(lead)] if lead else []
    spans.append(Span(said, mark))
    if after and change.difference:
        spans.append(Span(f"  ({_difference(change)})"))
    return Marked(tuple(spans))


def _text(fact: Fact, value: FactValue, kinds: dict[str, str]) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, int):
        return kronor(value) if fact in _AMOUNTS else str(value)
    return kinds.get(value, value) if fact is Fact.KIND else value


def _difference(change: FactChange) -> str:
    amount = change.difference or 0
    return signed_kronor(amount) if change.fact in _AMOUNTS else f"{amount:+}".replace("-", "−")


def _names_before(change: FactChange) -> Marked:
    names = change.before if isinstance(change.before, tuple) else ()
    if not names:
        return plain(_NOTHING)
    gone = frozenset(change.removed)
    return _listed((name, Mark.REMOVED if name in gone else Mark.NONE) for name in names)


def _names_after(change: FactChange) -> Marked:
    """Return the organisations of the revised version: *Samma tre + Västra Götalandsregionen*."""
    kept = [(name, Mark.NONE) for name in change.kept]
    if len(change.kept) > 1 and not change.removed:
        n = len(change.kept)
        kept = [(ngettext("The same {n}", "The same {n}", n).format(n=n), Mark.NONE)]
    spans = [*_listed(kept).spans]
    if change.added:
        if spans:
            spans.append(Span(" "))
        spans.append(Span("+ " + ", ".join(change.added), Mark.ADDED))
    return Marked(tuple(spans)) if spans else plain(_("none"), Mark.QUIET)


def _listed(names: Iterator[tuple[str, Mark]] | Sequence[tuple[str, Mark]]) -> Marked:
    spans: list[Span] = []
    for name, mark in names:
        if spans:
            spans.append(Span(", "))
        spans.append(Span(name, mark))
    return Marked(tuple(spans))
