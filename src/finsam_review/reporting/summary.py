"""Owns the summary of one application: what its applicant is told, and how that stands on the page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

from finsam_review.domain.applications import Application
from finsam_review.domain.points.agreement import Agreement, PartySupport
from finsam_review.domain.summaries import AnsweredQuestion, SummaryPoint, SummarySource, SummaryState
from finsam_review.domain.workshop import Shape, Workshop
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, language, long_date, ngettext, plain_date
from finsam_review.reporting.content import (
    Box,
    Content,
    Fact,
    Footer,
    Listing,
    Metadata,
    Point,
    Section,
    Text,
)
from finsam_review.reporting.receipts import approval, aside_section, receipt_section
from finsam_review.reporting.tagged.story import render

UNKNOWN = "–"
_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_WORDS_UP_TO = 12


def summary_content(source: SummarySource, *, internal: bool = False) -> Content:
    """Return what the summary says, in the language in use. Pure: equal sources, equal content.

    ``internal`` is the copy for the diary and for those who made the summary: it names tables, tells of the
    notes set aside, and ends in the receipt. It is not for the applicant.
    """
    source = replace(source, name_tables=source.name_tables or internal)
    application = source.application
    title = application.title or _("Application {number}").format(number=application.number)
    subtitle = _("The tables' points, to the applicant")
    sections = tuple(_section(answer, source) for answer in source.answers)
    return Content(
        metadata=metadata(source.workshop, title=title, subject=subtitle),
        organisation=source.workshop.organisation,
        occasion=occasion(source.workshop),
        stamp=stamp(source.state, internal=internal),
        title=title,
        subtitle=subtitle,
        facts=_facts(source),
        box=_box(source),
        introduction=_introduction(source),
        sections=(*sections, *(_internal(source) if internal else ())),
        footer=Footer(left=footer_line(application), page_of=_("Page {page} of {pages}")),
    )


def metadata(workshop: Workshop, *, title: str, subject: str) -> Metadata:
    """Return what a document of the day says about itself; it is dated as the day is."""
    return Metadata(
        title=title,
        author=workshop.organisation,
        subject=subject,
        language=_LANGUAGES[language()],
        created=datetime.combine(workshop.date, time(), tzinfo=UTC),
    )


def occasion(workshop: Workshop) -> str:
    """Return the line that says which day a document is from."""
    return f"{workshop.title}, {long_date(workshop.date)}"


def stamp(state: SummaryState, *, internal: bool = False) -> str:
    """Return the boxed word: a draft is one until somebody approves, an internal copy stays one."""
    draft = state is SummaryState.DRAFT
    if internal:
        return _("Internal copy, draft") if draft else _("Internal copy")
    return _("Draft") if draft else ""


def footer_line(application: Application) -> str:
    """Return the foot of the pages about one application: *2025/041 · Grönt steg*."""
    title = application.short_title or _("Application {number}").format(number=application.number)
    return " · ".join(part for part in (application.details.diary_number, title) if part)


def render_summary(content: Content) -> bytes:
    """Return ``content`` as a tagged PDF."""
    return render(content)


def _facts(source: SummarySource) -> tuple[Fact, ...]:
    details = source.application.details
    kinds = {kind.code: kind.name for kind in source.kinds}
    parties = {party.code: party.name for party in source.parties}
    bodies = details.organisations or tuple(parties.get(code, code) for code in details.parties)
    kind = kinds.get(details.kind, details.kind) if details.kind else ""
    return (
        _fact(_("Applicant"), details.applicant),
        _fact(_("Diary number"), details.diary_number),
        _fact(_("Parties"), ", ".join(bodies)),
        _fact(_("Kind"), kind),
        _fact(_("Period"), _period(source)),
        _fact(_("Amount applied for"), *_amounts(source)),
    )


def _fact(name: str, *lines: str) -> Fact:
    return Fact(name, tuple(line for line in lines if line) or (UNKNOWN,))


def _period(source: SummarySource) -> str:
    start, end = source.application.details.period_start, source.application.details.period_end
    if start and end:
        return f"{plain_date(start)} – {plain_date(end)}"
    if start:
        return _("from {date}").format(date=plain_date(start))
    return _("until {date}").format(date=plain_date(end)) if end else ""


def _amounts(source: SummarySource) -> tuple[str, ...]:
    details = source.application.details
    if details.amounts:
        return tuple(f"{kronor(amount)} ({year})" for year, amount in details.amounts)
    return () if details.amount_total is None else (kronor(details.amount_total),)


def _box(source: SummarySource) -> Box | None:
    workshop, number = source.workshop, source.application.details.diary_number
    if not (workshop.deadline or workshop.reply_to):
        return None
    heading = (
        _("Send a revised application by {date}").format(date=long_date(workshop.deadline))
        if workshop.deadline
        else _("Send a revised application")
    )
    to = _("to {address}.").format(address=workshop.reply_to) if workshop.reply_to else ""
    state = _("State diary number {number}.").format(number=number) if number else ""
    return Box(heading, " ".join(part for part in (to, state) if part))


def _introduction(source: SummarySource) -> str:
    tables, notes = len(source.tables), _note_count(source)
    if not (tables or notes):
        return _("No table has read the application yet.")
    readers = ngettext(
        "One table has read the application",
        "{n} tables have read the application, independently of each other,",
        tables,
    ).format(n=_in_words(tables))  # fmt: skip
    if not tables:
        readers = _("The tables have read the application")
    return f"{readers[:1].upper()}{readers[1:]} {_written(source, notes)}"


def _written(source: SummarySource, notes: int) -> str:
    """Return how many notes were written, and how many of them the points give: not those set aside."""
    aside = source.receipt.set_aside if source.receipt is not None else 0
    given = notes - aside
    if not notes:
        return _("and written no notes.")
    if not aside:
        return ngettext(
            "and written one note. It is given below.", "and written {n} notes. They are given below.", notes
        ).format(n=_in_words(notes))
    written = ngettext("and written one note.", "and written {n} notes.", notes).format(n=_in_words(notes))
    if not given:
        return written
    below = ngettext("One of them is given below.", "{n} of them are given below.", given)
    sentence = below.format(n=_in_words(given))
    return f"{written} {sentence[:1].upper()}{sentence[1:]}"


def _in_words(number: int) -> str:
    """Return ``number`` as it is written in running text: in words up to twelve."""
    words = (
        "0", "1", _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
        _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[number] if 2 <= number <= _WORDS_UP_TO else str(number)


def _note_count(source: SummarySource) -> int:
    """Return how many notes the tables wrote: those of the receipt, else those that the points stand for."""
    if source.receipt is not None:
        return source.receipt.notes
    return len({note for answer in source.answers for point in answer.points for note in point.notes})


def _internal(source: SummarySource) -> Iterator[Section]:
    yield aside_section(source.aside)
    if source.receipt is not None:
        yield receipt_section(source.receipt, texts=(approval(source),), new_page=True)


def _section(answer: AnsweredQuestion, source: SummarySource) -> Section:
    return Section(
        number=str(answer.question.number),
        heading=answer.question.text,
        points=tuple(_points(answer, source)),
        empty=_("No comments.") if _all_aside(answer, source) else _("No notes."),
        listing=_steering_group(answer.steering, source),
    )


def _all_aside(answer: AnsweredQuestion, source: SummarySource) -> bool:
    """Return whether a question without points had notes, all of them set aside."""
    return not answer.points and any(note.question == answer.question.number for note in source.aside)


def _steering_group(steering: tuple[PartySupport, ...], source: SummarySource) -> Listing | None:
    if not steering:
        return None
    names = {party.code: party.name for party in source.parties}
    points = (
        Point((Text(names.get(item.party, item.party)),), _margin(item.agreement, source))
        for item in steering
    )
    return Listing(_("Proposed steering group"), tuple(points))


def _points(answer: AnsweredQuestion, source: SummarySource) -> Iterator[Point]:
    for point in answer.points:
        yield Point(
            texts=_texts(point, shape=answer.question.shape, source=source),
            margin=_margin(point.agreement, source),
            follows=point.follows,
            whole=bool(point.proposal),
        )


def _texts(point: SummaryPoint, *, shape: Shape, source: SummarySource) -> tuple[Text, ...]:
    if point.proposal:
        challenge = (Text(point.text, _("Challenge:")),) if point.text else ()
        return (*challenge, Text(point.proposal, _("Proposal:")))
    if point.parties and shape is Shape.PARTIES:
        names = {party.code: party.short_name or party.name for party in source.parties}
        ticked = ", ".join(names.get(code, code) for code in point.parties)
        return (Text(f"{point.text} ({ticked})" if point.text else f"({ticked})"),)
    return (Text(point.text),)


def _margin(agreement: Agreement, source: SummarySource) -> str:
    """Return how many tables stand behind something, or their letters where tables are named."""
    if source.name_tables:
        return tables_text(agreement.tables)
    if not agreement.of:
        return ""
    return agreement_text(agreement)


def signed_kronor(amount: int) -> str:
    """Return *+88 000 kr*, *−1 240 000 kr* or *±0 kr*: how much more one amount is than another."""
    sign = "+" if amount > 0 else "−" if amount else "±"
    return f"{sign}{kronor(abs(amount))}"


def agreement_text(agreement: Agreement) -> str:
    """Return *3 av 3 bord*."""
    said = ngettext("{n} of {of} table", "{n} of {of} tables", agreement.of)
    return said.format(n=len(agreement.tables), of=agreement.of)


def tables_text(letters: tuple[str, ...]) -> str:
    """Return *Bord A, C*; empty without letters."""
    if len(letters) == 1:
        return _("Table {letter}").format(letter=letters[0])
    return _("Tables {letters}").format(letters=", ".join(letters)) if letters else ""
