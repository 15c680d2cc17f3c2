"""Owns the rows of the amounts: totals under their headings, and stated totals that differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.follow_up.amounts import (
    AmountTotal,
    amount_differences,
    grand_total,
    totals_by_kind,
    totals_by_party,
    totals_by_year,
)
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, ngettext
from finsam_review.i18n.follow_up_words import difference_text
from finsam_review.services.day import Frame
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow
from finsam_review.ui.points_page.lists.rows_model import Row

_Total = AmountTotal[int] | AmountTotal[str]


@dataclass(frozen=True, slots=True)
class AmountRow:
    """A total: its name, the amount, what it is from, and its ``share`` of the largest beside it, 0–1."""

    key: str
    name: str
    amount: int
    of: str
    share: float
    total: bool = False

    @property
    def choosable(self) -> bool:
        """It can be chosen, so that a screen reader gets there."""
        return True

    @property
    def spoken(self) -> str:
        """The total in words."""
        return f"{self.name}: {kronor(self.amount)}. {self.of}."


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """An application whose stated total is not the sum of its years."""

    key: str
    application_id: str
    name: str
    words: str

    @property
    def choosable(self) -> bool:
        """It can be chosen: Enter leads to its details."""
        return True

    @property
    def spoken(self) -> str:
        """The difference in words."""
        return f"{self.name}. {self.words}"


def amount_rows(applications: Sequence[Application], frame: Frame) -> list[Row]:
    """Return every total and every difference."""
    parties = {party.code: party.name for party in frame.parties}
    kinds = {kind.code: kind.name for kind in frame.kinds}
    whole = grand_total(applications)
    rows: list[Row] = [
        SectionRow("all", _("In all")),
        AmountRow("all total", _("All applications"), whole.amount, _from(whole), 1.0, total=True),
    ]
    by_year, nameless = totals_by_year(applications), _("no year stated")
    years = [(str(item.key) if item.key else nameless, item) for item in by_year]
    rows += _section("year", _("By year"), years)
    by_party = totals_by_party(applications, frame.parties)
    rows += _section(
        "party",
        _("By the applicant's party"),
        [(parties.get(item.key or "", _("of no party")), item) for item in by_party],
    )
    by_kind = totals_by_kind(applications, frame.kinds)
    rows += _section(
        "kind", _("By kind"), [(kinds.get(item.key or "", _("of no known kind")), item) for item in by_kind]
    )
    rows += _differences(applications)
    return rows


def _section(key: str, heading: str, totals: Iterable[tuple[str, _Total]]) -> list[Row]:
    found = list(totals)
    most = max((item.amount for _name, item in found), default=0)
    rows: list[Row] = [SectionRow(key, heading)]
    for name, item in found:
        share = item.amount / most if most > 0 else 0.0
        rows.append(AmountRow(f"{key} {item.key}", name, item.amount, _from(item), share))
    if not found:
        rows.append(WordsRow(f"{key} none", _("No amounts are known.")))
    return rows


def _differences(applications: Sequence[Application]) -> list[Row]:
    names = {item.id: f"{item.number}  {item.short_title}" for item in applications}
    found = amount_differences(applications)
    rows: list[Row] = [SectionRow("differences", _("Totals that differ from their years"))]
    for item in found:
        ident = item.application_id or ""
        words = difference_text(item.stated, item.parts_sum)
        rows.append(DifferenceRow(f"difference {ident}", ident, names[ident], words))
    if not found:
        rows.append(WordsRow("differences none", _("Every stated total is the sum of its years.")))
    return rows


def _from(total: _Total) -> str:
    n = total.applications
    said = ngettext("{n} application", "{n} applications", n).format(n=n)
    if total.unknown:
        without = ngettext("{n} without an amount", "{n} without an amount", total.unknown)
        return f"{said}, {without.format(n=total.unknown)}"
    return said
