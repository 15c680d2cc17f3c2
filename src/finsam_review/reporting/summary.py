"""Owns the summary of one application: what its applicant is told, and how that stands on the page."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time

from finsam_review.domain.notes import Note
from finsam_review.domain.summaries import AnsweredQuestion, SummarySource, SummaryState
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, language, long_date, ngettext, plain_date
from finsam_review.reporting.content import Box, Content, Fact, Footer, Metadata, Point, Section, Text
from finsam_review.reporting.story import render

UNKNOWN = "–"
_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_WORDS_UP_TO = 12


def summary_content(source: SummarySource) -> Content:
    """Return what the summary says, in the language in use. Pure: equal sources, equal content."""
    workshop, application = source.workshop, source.application
    details = application.details
    number = details.diary_number
    title = details.title or _("Application {number}").format(number=application.number)
    subtitle = _("The tables' points, to the applicant")
    return Content(
        metadata=Metadata(
            title=title,
            author=workshop.organisation,
            subject=subtitle,
            language=_LANGUAGES[language()],
            created=datetime.combine(workshop.date, time(), tzinfo=UTC),
        ),
        organisation=workshop.organisation,
        occasion=f"{workshop.title}, {long_date(workshop.date)}",
        stamp=_("Draft") if source.state is SummaryState.DRAFT else "",
        title=title,
        subtitle=subtitle,
        facts=_facts(source),
        box=_box(source),
        introduction=_introduction(source),
        sections=tuple(_section(answer, source) for answer in source.answers),
        footer=Footer(
            left=" · ".join(part for part in (number, application.short_title or title) if part),
            page_of=_("Page {page} of {pages}"),
        ),
    )


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
    tables = len(source.tables)
    notes = sum(len(answer.notes) for answer in source.answers)
    readers = ngettext(
        "One table has read the application",
        "{n} tables have read the application, independently of each other,",
        tables,
    ).format(n=_in_words(tables))  # fmt: skip
    if not tables:
        readers = _("The tables have read the application")
    written = ngettext(
        "and written one note. It is given below.", "and written {n} notes. They are given below.", notes
    ).format(n=_in_words(notes))
    if not notes:
        written = _("and written no notes.")
    return f"{readers[:1].upper()}{readers[1:]} {written}"


def _in_words(number: int) -> str:
    """Return ``number`` as it is written in running text: in words up to twelve."""
    words = (
        "0", "1", _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
        _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[number] if 2 <= number <= _WORDS_UP_TO else str(number)


def _section(answer: AnsweredQuestion, source: SummarySource) -> Section:
    return Section(
        number=str(answer.question.number),
        heading=answer.question.text,
        points=tuple(_points(answer, source)),
        empty=_("No notes."),
    )


def _points(answer: AnsweredQuestion, source: SummarySource) -> Iterator[Point]:
    for group in answer.groups:
        for index, note in enumerate(group):
            yield Point(
                texts=_texts(note, shape=answer.question.shape, source=source),
                margin=_table_name(note, source) if source.name_tables else "",
                follows=index > 0,
                whole=bool(note.content.proposal),
            )


def _texts(note: Note, *, shape: Shape, source: SummarySource) -> tuple[Text, ...]:
    content = note.content
    if content.proposal:
        challenge = (Text(content.text, _("Challenge:")),) if content.text else ()
        return (*challenge, Text(content.proposal, _("Proposal:")))
    if content.parties and shape is Shape.PARTIES:
        names = {party.code: party.short_name or party.name for party in source.parties}
        ticked = ", ".join(names.get(code, code) for code in content.parties)
        return (Text(f"{content.text} ({ticked})" if content.text else f"({ticked})"),)
    return (Text(content.text),)


def _table_name(note: Note, source: SummarySource) -> str:
    letters: Sequence[str] = [table.letter for table in source.all_tables if table.id == note.place.table_id]
    return _("Table {letter}").format(letter=letters[0]) if letters else ""
