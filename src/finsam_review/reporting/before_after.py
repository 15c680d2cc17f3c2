"""Owns the page *Före och efter*: what a revised application changed and answers, on one sheet of paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from finsam_review.domain.follow_up.before_after import AnsweredPoint, BeforeAfterSource
from finsam_review.domain.follow_up.fact_changes import Fact as Compared
from finsam_review.domain.follow_up.fact_changes import FactChange, FactState
from finsam_review.domain.follow_up.lateness import ArrivalState, standing
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, ngettext, pgettext, plain_date
from finsam_review.reporting.content import Content, DataTable, Fact, Footer, Point, Section, Text
from finsam_review.reporting.summary import UNKNOWN, footer_line, metadata, occasion, signed_kronor
from finsam_review.reporting.tagged.story import page_count

_AMOUNTS = frozenset({Compared.AMOUNT_YEAR, Compared.AMOUNT_TOTAL})
_ORDER: tuple[Answer | None, ...] = (Answer.NOT, Answer.PARTLY, None, Answer.ANSWERED)
_SHORT = (400, 200, 120, 60)
"""Characters of a point, tried in this order, where the page is too full for whole ones."""
_ELLIPSIS = "…"

Row = tuple[str, str, str, str]


def before_after_content(source: BeforeAfterSource) -> Content:
    """Return what the page says, in the language in use. Pure: equal sources, equal content.

    What does not fit on one page is said more briefly: first the answered points are only counted, then
    comments go and texts are cut, with an ellipsis, and at last only as many are shown as there is room for.
    The points stand in full in the summary that was sent.
    """
    ordered = sorted(source.points, key=lambda point: _ORDER.index(point.answer))
    left = [point for point in ordered if point.answer is not Answer.ANSWERED]
    bare = [replace(point, words="") for point in left]
    for points in (ordered, left, bare, *([_cut(point, length) for point in bare] for length in _SHORT)):
        content = _content(source, points)
        if page_count(content) == 1:
            return content
    shortest = [_cut(point, _SHORT[-1]) for point in bare]
    return _content(source, shortest[: _room(source, shortest)])


def _room(source: BeforeAfterSource, points: Sequence[AnsweredPoint]) -> int:
    """Return how many of ``points`` one page holds."""
    fits, too_many = 0, len(points)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if page_count(_content(source, points[:middle])) == 1:
            fits = middle
        else:
            too_many = middle
    return fits


def _content(source: BeforeAfterSource, shown: Sequence[AnsweredPoint]) -> Content:
    application = source.application
    title = application.title or _("Application {number}").format(number=application.number)
    subtitle = _("Before and after: what the revised application changes")
    return Content(
        metadata=metadata(source.workshop, title=title, subject=subtitle),
        organisation=source.workshop.organisation,
        occasion=occasion(source.workshop),
        stamp="",
        title=title,
        subtitle=subtitle,
        facts=_overview(source),
        box=None,
        introduction="",
        sections=(_facts(source), _answers(source, shown)),
        footer=Footer(left=footer_line(application), page_of=_("Page {page} of {pages}")),
    )


def _overview(source: BeforeAfterSource) -> tuple[Fact, ...]:
    details = source.application.details
    texts = ngettext("{n} passage changed", "{n} passages changed", source.text_changes)
    moved = ngettext("{n} moved", "{n} moved", source.moved).format(n=source.moved)
    said = texts.format(n=source.text_changes) + (f", {moved}" if source.moved else "")
    return (
        Fact(_("Diary number"), (details.diary_number or UNKNOWN,)),
        Fact(_("Revised version"), (_received(source),)),
        Fact(_("Applicant"), (details.applicant or UNKNOWN,)),
        Fact(_("The text"), (said,)),
    )


def _received(source: BeforeAfterSource) -> str:
    """Return when the revised version came, and how late."""
    arrival = source.arrival
    if arrival is None or arrival.revised_on is None:
        return UNKNOWN
    stands = standing(arrival, arrival.revised_on)
    said = plain_date(arrival.revised_on)
    if stands.state is ArrivalState.LATE:
        late = ngettext("{n} day late", "{n} days late", stands.days).format(n=stands.days)
        return f"{said}, {late}"
    return said


def _facts(source: BeforeAfterSource) -> Section:
    """Return the rows in which something changed; what the revised document leaves out is said below."""
    rows = []
    for row, group in groupby(source.facts, key=lambda change: change.row):
        changes = list(group)
        if any(change.changed for change in changes):
            rows.append(_fact_row(row, changes, source))
    silent = {change.row: None for change in source.facts if change.state is FactState.NOT_STATED}
    names = ", ".join(_row_names()[row] for row in silent)
    said = _("The revised application does not state: {facts}.").format(facts=names) if silent else ""
    header = (_("Fact"), _("Before"), _("After"), _("Difference"))
    return Section(
        number="",
        heading=_("Facts that changed"),
        texts=(Text(said),) if said else (),
        table=DataTable(header, tuple(rows), widths=(1.7, 3, 3, 1.9)) if rows else None,
        empty="" if rows else _("No fact is changed."),
    )


def _fact_row(
    row: str, changes: Sequence[FactChange], source: BeforeAfterSource
) -> tuple[str, str, str, str]:
    if row == Compared.ORGANISATIONS:
        return _organisations_row(changes[0])
    before, after = (
        (" – " if row == "period" else "\n").join(_values(changes, source, after=side))
        for side in (False, True)
    )
    return _row_names()[row], before, after, "\n".join(_differences(changes))


def _organisations_row(change: FactChange) -> Row:
    """Return who is gone and who is new; those who stay are counted."""
    gone, new = (", ".join(names) or UNKNOWN for names in (change.removed, change.added))
    stay = len(change.kept)
    said = ngettext("{n} as before", "{n} as before", stay).format(n=stay)
    return _row_names()[change.row], gone, new, said


def _values(changes: Sequence[FactChange], source: BeforeAfterSource, *, after: bool) -> Iterator[str]:
    for change in changes:
        said = _value(change, change.after if after else change.before, source)
        yield f"{change.year}: {said}" if change.year else said


def _value(change: FactChange, value: object, source: BeforeAfterSource) -> str:
    if value in (None, "", ()):
        return UNKNOWN
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, int):
        return kronor(value) if change.fact in _AMOUNTS else str(value)
    if change.fact is Compared.KIND:
        return {kind.code: kind.name for kind in source.kinds}.get(str(value), str(value))
    return str(value)


def _differences(changes: Sequence[FactChange]) -> Iterator[str]:
    for change in changes:
        if change.difference is not None:
            in_kronor = change.fact in _AMOUNTS
            yield (
                signed_kronor(change.difference) if in_kronor else f"{change.difference:+}".replace("-", "−")
            )


def _row_names() -> dict[str, str]:
    return {
        "title": _("Title"),
        "kind": _("Kind"),
        "applicant": _("Applicant"),
        "organisations": _("Organisations"),
        "party_count": _("Number of parties"),
        "period": _("Period"),
        "amounts": _("Amount by year"),
        "amount_total": _("Amount in all"),
        "contact": _("Contact"),
    }


def _answers(source: BeforeAfterSource, shown: Sequence[AnsweredPoint]) -> Section:
    """Return the points that were sent: those not answered first, for they are what is left to talk about."""
    hidden = len(source.points) - len(shown)
    more = ngettext(
        "{n} more point stands in the summary that was sent.",
        "{n} more points stand in the summary that was sent.",
        hidden,
    ).format(n=hidden)
    texts = (_counts(source.points), *((more,) if hidden else ()))
    return Section(
        number="",
        heading=_("The points and the answers"),
        texts=tuple(Text(text) for text in texts) if source.points else (),
        points=tuple(_point(point) for point in shown),
        empty="" if source.points else _("No points were sent."),
    )


def _counts(points: Sequence[AnsweredPoint]) -> str:
    """Return *14 synpunkter: 9 besvarade, 3 delvis, 2 inte.*"""
    numbers = {answer: sum(point.answer is answer for point in points) for answer in _ORDER}
    answered, partly, not_answered = numbers[Answer.ANSWERED], numbers[Answer.PARTLY], numbers[Answer.NOT]
    said = [
        ngettext("{n} answered", "{n} answered", answered).format(n=answered),
        ngettext("{n} partly", "{n} partly", partly).format(n=partly),
        ngettext("{n} not", "{n} not", not_answered).format(n=not_answered),
    ]
    if numbers[None]:
        said.append(ngettext("{n} not judged", "{n} not judged", numbers[None]).format(n=numbers[None]))
    total = ngettext("{n} point", "{n} points", len(points)).format(n=len(points))
    return f"{total}: {', '.join(said)}."


def _point(point: AnsweredPoint) -> Point:
    margins = {
        Answer.ANSWERED: pgettext("point", "Answered"),
        Answer.PARTLY: pgettext("point", "Partly"),
        Answer.NOT: pgettext("point", "Not"),
        None: pgettext("point", "Not judged"),
    }
    said = " – ".join(part for part in (point.text, point.proposal) if part)
    lead = _("Question {number}:").format(number=point.question)
    comment = (Text(point.words, _("Comment:")),) if point.words else ()
    return Point((Text(said, lead), *comment), margin=margins[point.answer])


def _cut(point: AnsweredPoint, length: int) -> AnsweredPoint:
    said = " – ".join(part for part in (point.text, point.proposal) if part)
    return replace(point, text=_shortened(said, length), proposal="")


def _shortened(text: str, length: int) -> str:
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", maxsplit=1)[0].rstrip(" ,.;:–-") + _ELLIPSIS
