"""Owns how a sheet becomes what a summary says: points, agreement behind each, all through the gate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finsam_review.domain.checks.gate import Gate
from finsam_review.domain.notes import Note
from finsam_review.domain.points.agreement import agreement, steering_group
from finsam_review.domain.points.sheet import Point, Sheet
from finsam_review.domain.summaries import AnsweredQuestion, AsideNote, SummaryPoint
from finsam_review.domain.workshop import Party, Question, Shape, TableGroup
from finsam_review.i18n.masks import mask_words
from finsam_review.services.points.likeness import grouped


@dataclass(frozen=True, slots=True)
class Material:
    """What the summary of one application is made from.

    ``sheet`` is the living one; ``readers`` are the tables that read the application or wrote on it.
    """

    questions: tuple[Question, ...]
    parties: tuple[Party, ...]
    readers: tuple[TableGroup, ...]
    notes: tuple[Note, ...]
    sheet: Sheet
    gate: Gate


def answers(material: Material) -> tuple[AnsweredQuestion, ...]:
    """Return each question with its points, and after them the notes that nobody has decided on yet.

    So a draft loses nothing: what is not handled stands in it as it was written, likely equal notes together.
    """
    by_id = {note.id: note for note in material.notes}
    done = {note_id for point in material.sheet.points for note_id in point.notes}
    aside = {item.note_id for item in material.sheet.aside}
    decided = done | aside
    result = []
    for question in material.questions:
        points = [
            _of_point(point, [by_id[note_id] for note_id in point.notes], material)
            for point in material.sheet.of_question(question.id)
        ]
        own = [note for note in material.notes if note.place.question_id == question.id]
        left = [note for note in own if note.id not in decided]
        counted = [note for note in own if note.id not in aside]
        asks = question.shape is Shape.PARTIES
        steering = steering_group(counted, material.parties, material.readers) if asks else ()
        result.append(AnsweredQuestion(question, (*points, *_left(left, material)), steering))
    return tuple(result)


def aside_notes(material: Material) -> tuple[AsideNote, ...]:
    """Return the notes set aside, question by question, for the internal copy."""
    reasons = {item.note_id: item for item in material.sheet.aside}
    numbers = {question.id: question.number for question in material.questions}
    letters = {table.id: table.letter for table in material.readers}
    found = [
        AsideNote(
            numbers[note.place.question_id],
            letters.get(note.place.table_id, ""),
            _passed(_whole(note), material),
            reasons[note.id].reason,
            _passed(reasons[note.id].words, material),
        )
        for note in material.notes
        if note.id in reasons
    ]
    return tuple(sorted(found, key=lambda item: item.question))


def said(point: Point, notes: Sequence[Note]) -> tuple[str, str]:
    """Return what a point says, before the gate: its own words, or those of its note."""
    if point.text is not None:
        return point.text, point.proposal
    return notes[0].content.text, notes[0].content.proposal


def _of_point(point: Point, notes: Sequence[Note], material: Material) -> SummaryPoint:
    text, proposal = said(point, notes)
    ticked = notes[0].content.parties if point.is_quote else ()
    return SummaryPoint(
        id=point.id,
        text=_passed(text, material),
        proposal=_passed(proposal, material),
        parties=ticked,
        agreement=agreement(notes, material.readers),
        notes=tuple(note.id for note in notes),
    )


def _left(notes: Sequence[Note], material: Material) -> Iterator[SummaryPoint]:
    for group in grouped(notes):
        for place, note in enumerate(group):
            yield SummaryPoint(
                id=note.id,
                text=_passed(note.content.text, material),
                proposal=_passed(note.content.proposal, material),
                parties=note.content.parties,
                agreement=agreement([note], material.readers),
                notes=(note.id,),
                handled=False,
                follows=place > 0,
            )


def _whole(note: Note) -> str:
    return "\n".join(part for part in (note.content.text, note.content.proposal) if part)


def _passed(text: str, material: Material) -> str:
    return material.gate.passed(text, mask_words())
