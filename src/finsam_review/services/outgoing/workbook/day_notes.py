"""Owns what the workbook of a day is made from, and the way of its texts through the gate."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from finsam_review.domain.applications import Application
from finsam_review.domain.notes import Note
from finsam_review.domain.points.sheet import Point, Sheet
from finsam_review.domain.workshop import TableGroup
from finsam_review.services.day import Frame

Passed = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class DayNotes:
    """Everything the workbook is made from; ``passed`` takes a topic's id and a text through the gate."""

    frame: Frame
    applications: tuple[Application, ...]
    notes: tuple[Note, ...]
    sheets: Mapping[str, Sheet]
    passed: Mapping[str, Passed]

    def of(self, topic_id: str) -> tuple[Note, ...]:
        """Return the notes on a topic, oldest first."""
        return tuple(note for note in self.notes if note.place.topic_id == topic_id)


def letters_of(day: DayNotes) -> Mapping[str, str]:
    """Return the letter of each table by its id."""
    return {table.id: table.letter for table in day.frame.tables}


def question_numbers_of(day: DayNotes) -> Mapping[str, int]:
    """Return the number of each question by its id."""
    return {question.id: question.number for question in day.frame.questions}


def readers_of(day: DayNotes, application: Application, notes: tuple[Note, ...]) -> list[TableGroup]:
    """Return the tables that read an application or wrote on it."""
    read = {table.id for table in day.frame.readers(application.id)}
    read |= {note.place.table_id for note in notes}
    return [table for table in day.frame.tables if table.id in read]


def point_themes(sheet: Sheet, note_id: str) -> tuple[str, ...]:
    """Return the themes of the point that a note is in."""
    point: Point | None = sheet.point_of(note_id)
    return point.themes if point else ()


def theme_names(day: DayNotes, codes: tuple[str, ...]) -> str:
    """Return the names of the themes of the catalogue among ``codes``."""
    return ", ".join(theme.name for theme in day.frame.themes if theme.code in codes)


def whole_text(note: Note) -> str:
    """Return what a note says, challenge and proposal."""
    return "\n".join(part for part in (note.content.text, note.content.proposal) if part)
