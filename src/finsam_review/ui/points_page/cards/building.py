"""Owns how a sheet, or what was approved, becomes the rows of the summary's list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finsam_review.domain.points.agreement import Agreement, PartySupport, agreement, steering_group
from finsam_review.domain.points.sheet import Point
from finsam_review.domain.summaries import AnsweredQuestion, FrozenSummary, SummaryPoint
from finsam_review.domain.themes import is_demanded
from finsam_review.domain.workshop import Question, Shape, TableGroup
from finsam_review.i18n import gettext as _
from finsam_review.ui.points_page.cards.row import Heading, PointCard, SteeringGroup, Tables
from finsam_review.ui.points_page.desk.desk import Desk
from finsam_review.ui.points_page.desk.hits import Shown
from finsam_review.ui.points_page.lists.rows_model import Row
from finsam_review.ui.points_page.lists.wording import Mark, Words


@dataclass(frozen=True, slots=True)
class _Made:
    """A card, and what it was made from: it stays true as long as these are the same."""

    point: Point
    number: int
    parts: tuple[Shown, Shown]
    card: PointCard


class CardBuilder:
    """Makes the rows, and makes a card anew only when its point, its notes or their reading are others."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, _Made] = {}
        self._for: tuple[object, ...] = ()

    def rows(self) -> list[Row]:
        """Return the rows: each question, the steering group where parties were ticked, the points."""
        desk = self._desk
        if desk.approval is not None:
            return list(_frozen_rows(desk, desk.approval.frozen))
        now = (desk.notes, desk.frame, desk.application)
        if len(self._for) != len(now) or any(a is not b for a, b in zip(now, self._for, strict=True)):
            self._known = {}
            self._for = now
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        desk, kept = self._desk, {}
        by_question: dict[str, list[Point]] = {question.id: [] for question in desk.questions}
        for point in desk.sheet.points:
            by_question.setdefault(point.question_id, []).append(point)
        for question in desk.questions:
            points = by_question[question.id]
            wanted = self._steering(question)
            yield _heading(question, any_row=bool(points or wanted), notes=len(desk.of_question(question.id)))
            if wanted:
                yield _group(desk, question.id, wanted, desk.readers)
            for number, point in enumerate(points, start=1):
                kept[point.id] = made = self._made(point, number)
                yield made.card
        self._known = kept

    def _made(self, point: Point, number: int) -> _Made:
        reader = self._desk.reader
        text, proposal = self._desk.words(point)
        parts = reader.shown(text), reader.shown(proposal)
        known = self._known.get(point.id)
        if known is not None and known.number == number and known.parts == parts and known.point == point:
            return known
        return _Made(point, number, parts, self._card(point, number, parts))

    def _card(self, point: Point, number: int, parts: tuple[Shown, Shown]) -> PointCard:
        desk = self._desk
        notes = [note for note_id in point.notes if (note := desk.note(note_id)) is not None]
        ticked = notes[0].content.parties if point.is_quote else ()
        return PointCard(
            key=point.id,
            question_id=point.question_id,
            number=number,
            words=_words(*parts, ticked=_short_names(desk, ticked)),
            tables=_tables(agreement(notes, desk.readers), desk.readers),
            notes=point.notes,
            themes=_themes(desk, point.themes),
            hits=tuple(hit for shown in parts for hit in shown.undecided),
        )

    def _steering(self, question: Question) -> tuple[PartySupport, ...]:
        if question.shape is not Shape.PARTIES:
            return ()
        notes = [note for note in self._desk.of_question(question.id) if self._desk.aside(note.id) is None]
        return steering_group(notes, self._desk.frame.parties, self._desk.readers)


def _frozen_rows(desk: Desk, frozen: FrozenSummary) -> Iterator[Row]:
    """Yield the rows of what was approved, word for word."""
    themes = {point.id: point.themes for point in desk.sheet.points}
    for answer in frozen.answers:
        notes = len({note for point in answer.points for note in point.notes})
        yield _heading(answer.question, any_row=bool(answer.points or answer.steering), notes=notes)
        if answer.steering:
            yield _group(desk, answer.question.id, answer.steering, frozen.tables)
        for number, point in enumerate(answer.points, start=1):
            yield _frozen_card(
                desk, point, answer, number=number, frozen=frozen, themes=themes.get(point.id, ())
            )


def _frozen_card(
    desk: Desk, point: SummaryPoint, answer: AnsweredQuestion, *,
    number: int, frozen: FrozenSummary, themes: Sequence[str],
) -> PointCard:  # fmt: skip
    ticked = _short_names(desk, point.parties)
    return PointCard(
        key=point.id,
        question_id=answer.question.id,
        number=number,
        words=_words(Shown(point.text), Shown(point.proposal), ticked=ticked),
        tables=_tables(point.agreement, frozen.tables),
        notes=point.notes,
        themes=_themes(desk, themes),
    )


def _heading(question: Question, *, any_row: bool, notes: int) -> Heading:
    blank = "" if any_row else _("No points yet.") if notes else _("No notes yet.")
    return Heading(f"question {question.id}", question.number, question.short_text, blank)


def _group(
    desk: Desk, question_id: str, wanted: Sequence[PartySupport], readers: Sequence[TableGroup]
) -> SteeringGroup:
    names = {party.code: party.name for party in desk.frame.parties}
    lines = ((names.get(item.party, item.party), _tables(item.agreement, readers)) for item in wanted)
    return SteeringGroup(f"steering {question_id}", tuple(lines))


def _tables(agreed: Agreement, readers: Sequence[TableGroup]) -> Tables:
    return tuple((table.number, table.letter in agreed.tables) for table in readers)


def _short_names(desk: Desk, codes: Sequence[str]) -> str:
    names = [party.short_name or party.name for party in desk.frame.parties if party.code in codes]
    return ", ".join(names)


def _themes(desk: Desk, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the words of the chips; a theme that is not demanded of the kind of measure says so."""
    kind = desk.application.details.kind if desk.application is not None else None
    made = []
    for code in codes:
        theme = desk.theme(code)
        if theme is None:
            continue
        name = theme.short_name or theme.name
        made.append(name if is_demanded(theme, kind) else f"{name} – {not_demanded(desk, kind)}")
    return tuple(made)


def not_demanded(desk: Desk, kind: str | None) -> str:
    """Return *krävs inte av en förberedande insats*."""
    names = {item.code: item.name for item in desk.frame.kinds}
    name = names.get(kind or "", kind or "")
    return _("not demanded of a {kind}").format(kind=name[:1].lower() + name[1:])


def _words(first: Shown, second: Shown, *, ticked: str) -> Words:
    """Return a point as one paragraph: its words, the parties ticked, the proposal after a bold word."""
    said = first.text
    marks = [Mark(hit.start, hit.end - hit.start) for hit in first.undecided]
    if ticked:
        said = f"{said} ({ticked})" if said else f"({ticked})"
    if second.text:
        lead = _("Proposal:")
        before = f"{said} " if said else ""
        after = len(before) + len(lead) + 1
        marks.append(Mark(len(before), len(lead), lead=True))
        marks += [Mark(after + hit.start, hit.end - hit.start) for hit in second.undecided]
        said = f"{before}{lead} {second.text}"
    return Words(said, tuple(marks))
