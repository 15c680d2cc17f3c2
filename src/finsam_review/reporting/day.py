"""Owns the summary of the day: what those who were there, and the board, are told about it."""

from collections.abc import Iterator, Sequence
from typing import Any

from finsam_review.domain.day_summary import (
    ApplicationLine,
    DayAmounts,
    DaySummarySource,
    ThemeSummary,
)
from finsam_review.domain.follow_up.amounts import AmountTotal
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, long_date, ngettext, pgettext
from finsam_review.reporting.content import (
    Align,
    Content,
    DataTable,
    Fact,
    Footer,
    Point,
    Section,
    Text,
)
from finsam_review.reporting.receipts import receipt_section
from finsam_review.reporting.summary import UNKNOWN, metadata, occasion, signed_kronor, stamp

_SEVERAL = 2


def day_content(source: DaySummarySource) -> Content:
    """Return what the summary of the day says, in the language in use. Pure: equal sources, equal content."""
    workshop = source.workshop
    title = _("Summary of the day")
    return Content(
        metadata=metadata(workshop, title=f"{title} – {workshop.title}", subject=workshop.title),
        organisation=workshop.organisation,
        occasion=occasion(workshop),
        stamp=stamp(source.state),
        title=title,
        subtitle=_("What the tables said, and what happens now"),
        facts=_numbers(source),
        box=None,
        introduction=source.introduction,
        sections=tuple(_sections(source)),
        footer=Footer(left=f"{workshop.title} · {title}", page_of=_("Page {page} of {pages}")),
    )


def _numbers(source: DaySummarySource) -> tuple[Fact, ...]:
    numbers = source.numbers
    notes = (
        ngettext("{n} on the applications", "{n} on the applications", numbers.notes),
        ngettext("{n} on the parties' missions", "{n} on the parties' missions", numbers.mission_notes),
    )
    said = tuple(
        text.format(n=n)
        for text, n in zip(notes, (numbers.notes, numbers.mission_notes), strict=True)
        if n or text is notes[0]
    )
    people = (Fact(_("Participants"), (str(numbers.participants),)),) if numbers.participants else ()
    return (
        Fact(_("Applications"), (str(numbers.applications),)),
        Fact(_("Notes"), said),
        Fact(pgettext("number of", "Tables"), (str(numbers.tables),)),
        Fact(_("Points"), (str(numbers.points),)),
        *people,
        Fact(_("Set aside"), (str(numbers.set_aside),)),
    )


def _sections(source: DaySummarySource) -> Iterator[Section]:
    if source.missions or source.missions_text:
        yield from _missions(source)
    if source.applications:
        yield _applications(source.applications)
    themes = [item for item in source.themes if item.paragraph.strip() or item.count.notes]
    if themes:
        yield from _themes(themes)
    if source.amounts is not None:
        yield from _amounts(source.amounts, source)
    yield _next_steps(source.next_steps)
    yield receipt_section(source.receipt)


def _missions(source: DaySummarySource) -> Iterator[Section]:
    said = _("The groups wrote down what each party is there for. This is what was said about each of them.")
    texts = (Text(source.missions_text), *((Text(said),) if source.missions else ()))
    yield Section(number="", heading=_("The parties' missions"), texts=texts)
    for item in source.missions:
        points = tuple(Point((Text(text),)) for text in item.texts)
        yield Section(number="", heading=item.party.name, points=points, empty=_("No notes."), level=2)


def _applications(lines: Sequence[ApplicationLine]) -> Section:
    said = _("Each application was read by several tables, independently of each other.")
    several = all(line.readers >= _SEVERAL for line in lines)
    rows = [
        (str(line.number), line.title, line.applicant, str(line.receipt.notes), str(line.points))
        for line in lines
    ]
    notes, points = sum(line.receipt.notes for line in lines), sum(line.points for line in lines)
    rows.append((_("Sum"), "", "", str(notes), str(points)))
    return Section(
        number="",
        heading=_("The applications"),
        texts=(Text(said),) if several else (),
        table=DataTable(
            header=(_("No."), _("Application"), _("Applicant"), _("Notes"), _("Points")),
            rows=tuple(rows),
            widths=(1.25, 4.6, 3.5, 1.1, 1.55),
            align=(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT),
            total=True,
        ),
    )


def _themes(themes: Sequence[ThemeSummary]) -> Iterator[Section]:
    said = _("These themes came back. How often says nothing about how good an application is.")
    yield Section(number="", heading=_("Themes"), texts=(Text(said),))
    for item in themes:
        met = ", ".join(f"{number}\u00a0{title}" for number, title in item.applications)
        texts = (Text(item.paragraph), Text(_counted(item)), *((Text(met, _("Met in:")),) if met else ()))
        yield Section(number="", heading=item.theme.name, texts=texts, level=2)


def _counted(item: ThemeSummary) -> str:
    """Return *12 lappar i 7 ansökningar, från 5 bord.*"""
    count = item.count
    parts = (
        ngettext("{n} note", "{n} notes", count.notes).format(n=count.notes),
        ngettext("in {n} application", "in {n} applications", count.applications).format(
            n=count.applications
        ),
        ngettext("from {n} table", "from {n} tables", count.tables).format(n=count.tables),
    )
    return f"{parts[0]} {parts[1]}, {parts[2]}." if count.notes else _("No notes.")


def _amounts(amounts: DayAmounts, source: DaySummarySource) -> Iterator[Section]:
    whole = amounts.whole
    said = _("{amount} is applied for in all.").format(amount=kronor(whole.amount))
    unknown = ngettext(
        "{n} application states no amount.", "{n} applications state no amount.", whole.unknown
    ).format(n=whole.unknown)
    texts = (Text(said), *((Text(unknown),) if whole.unknown else ()))
    yield Section(number="", heading=_("Amounts applied for"), texts=texts)
    kinds: dict[str | None, str] = {kind.code: kind.name for kind in source.kinds}
    parties: dict[str | None, str] = {party.code: party.name for party in source.parties}
    if amounts.by_year:
        years = [(str(item.key or _("No year stated")), item) for item in amounts.by_year]
        yield _amount_section(_("By year"), _("Year"), years)
    if amounts.by_kind:
        named = [(kinds.get(item.key, item.key or _("Kind not known")), item) for item in amounts.by_kind]
        yield _amount_section(_("By kind"), _("Kind"), named, counts=True)
    if amounts.by_party:
        named = [(parties.get(item.key, item.key or _("No party")), item) for item in amounts.by_party]
        yield _amount_section(_("By the applicant's party"), _("Party"), named, counts=True)
    if amounts.differing:
        yield _differing(amounts, source)


def _amount_section(
    heading: str, name: str, lines: Sequence[tuple[str, AmountTotal[Any]]], *, counts: bool = False
) -> Section:
    """Return a table of amounts. ``counts`` says that each application counts once, so that they add up."""
    rows = [(name, str(item.applications), kronor(item.amount)) for name, item in lines]
    applications = str(sum(item.applications for _name, item in lines)) if counts else ""
    rows.append((_("Sum"), applications, kronor(sum(item.amount for _name, item in lines))))
    table = DataTable(
        header=(name, _("Applications"), _("Amount")),
        rows=tuple(rows),
        widths=(3, 1.2, 1.8),
        align=(Align.LEFT, Align.RIGHT, Align.RIGHT),
        total=True,
    )
    return Section(number="", heading=heading, table=table, level=2)


def _differing(amounts: DayAmounts, source: DaySummarySource) -> Section:
    names = {line.id: f"{line.number} {line.title}" for line in source.applications}
    rows = tuple(
        (
            names.get(item.application_id or "", UNKNOWN),
            kronor(item.stated),
            kronor(item.parts_sum),
            signed_kronor(item.difference),
        )
        for item in amounts.differing
    )
    table = DataTable(
        header=(_("Application"), _("Stated"), _("The parts together"), _("Difference")),
        rows=rows,
        widths=(3.2, 1.6, 1.8, 1.6),
        align=(Align.LEFT, *(Align.RIGHT,) * 3),
    )
    said = _("Here the stated total is not the sum of the years.")
    heading = _("Totals that differ from their parts")
    return Section(number="", heading=heading, texts=(Text(said),), table=table, level=2)


def _next_steps(steps: Sequence[NextStep]) -> Section:
    rows = tuple(
        (step.what, step.owner or UNKNOWN, long_date(step.due) if step.due else UNKNOWN) for step in steps
    )
    header = (_("What"), _("Who"), _("By when"))
    return Section(
        number="",
        heading=_("What happens now"),
        table=DataTable(header, rows, widths=(4, 2.4, 3.6)) if rows else None,
        empty="" if rows else _("Nothing is decided yet."),
    )
