"""Owns what frames the day: its name and dates, its tables, its questions, who reads what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import uuid4

from finsam_review.domain.applications import Reading
from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.text import clean_line, clean_text
from finsam_review.domain.workshop import (
    TABLES_MAX,
    Exercise,
    MeasureKind,
    Party,
    Preset,
    Question,
    TableGroup,
    Theme,
    Workshop,
)
from finsam_review.i18n import N_
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.workshop_file import WorkshopFile


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that frames the day and changes rarely, read in one go."""

    workshop: Workshop
    parties: tuple[Party, ...]
    kinds: tuple[MeasureKind, ...]
    questions: tuple[Question, ...]
    themes: tuple[Theme, ...]
    tables: tuple[TableGroup, ...]
    readings: tuple[Reading, ...]

    @property
    def review_questions(self) -> tuple[Question, ...]:
        """The questions about applications, in order."""
        return tuple(q for q in self.questions if q.exercise is Exercise.APPLICATIONS)

    def table(self, table_id: str) -> TableGroup:
        """Return a table by id. Raises ``LookupError`` for an unknown one."""
        for table in self.tables:
            if table.id == table_id:
                return table
        raise LookupError(table_id)

    def readers(self, application_id: str) -> tuple[TableGroup, ...]:
        """Return the tables that read an application, by letter."""
        reading = {item.table_id for item in self.readings if item.application_id == application_id}
        return tuple(table for table in self.tables if table.id in reading)

    def order_of(self, table_id: str) -> tuple[str, ...]:
        """Return the ids of the applications that a table reads, in its order; none if nobody has said."""
        own = sorted((r for r in self.readings if r.table_id == table_id), key=lambda r: r.position)
        return tuple(reading.application_id for reading in own)


class DayService:
    """The frame of the open day."""

    def __init__(self, file: WorkshopFile, undo: UndoStack) -> None:
        self._file = file
        self._undo = undo

    def frame(self) -> Frame:
        """Return the frame as it is now."""
        with self._file.work() as work:
            day = work.day
            return Frame(
                workshop=day.workshop(),
                parties=day.parties(),
                kinds=day.kinds(),
                questions=day.questions(),
                themes=day.themes(),
                tables=day.tables(),
                readings=day.readings(),
            )

    def change_workshop(self, workshop: Workshop) -> Changes:
        """Change title, date, förbund, reply address or deadline.

        Raises :class:`UserError` ``title_missing`` or ``deadline_before_day``.
        """
        new = replace(
            workshop,
            title=clean_line(workshop.title),
            organisation=clean_line(workshop.organisation),
            reply_to=clean_line(workshop.reply_to),
        )
        _check(new)
        before = self.frame().workshop
        if new == before:
            return Changes()
        changes = self._save(new)
        self._undo.push(Step(N_("The day is changed."), lambda: self._save(before), lambda: self._save(new)))
        return changes

    def change_question(self, question_id: str, *, text: str, short_text: str) -> Changes:
        """Change the wording of a question. Raises ``question_answered`` once a note answers it."""
        question = next(q for q in self.frame().questions if q.id == question_id)
        new = (clean_text(text), clean_line(short_text))
        if not all(new):
            raise UserError("question_empty", number=question.number)
        before = (question.text, question.short_text)
        if new == before:
            return Changes()
        changes = self._save_question(question_id, *new)
        undo = Step(
            N_("The question is changed."),
            lambda: self._save_question(question_id, *before, again=True),
            lambda: self._save_question(question_id, *new, again=True),
        )
        self._undo.push(undo)
        return changes

    def questions_are_open(self) -> bool:
        """Whether the texts of the review questions may still be changed: nothing was ever answered."""
        with self._file.work() as work:
            reviewed = [q.id for q in work.day.questions() if q.exercise is Exercise.APPLICATIONS]
            return not work.notes.any_on_question(reviewed)

    def set_readings(self, readings: Sequence[Reading]) -> Changes:
        """Say who reads what, in place of what was said before."""
        before = self.frame().readings
        new = tuple(readings)
        if set(new) == set(before):
            return Changes()
        changes = self._save_readings(new)
        self._undo.push(
            Step(
                N_("The readings are changed."),
                lambda: self._save_readings(before),
                lambda: self._save_readings(new),
            )
        )
        return changes

    def _save(self, workshop: Workshop) -> Changes:
        with self._file.work() as work:
            work.day.save_workshop(workshop)
            work.commit()
        return Changes(workshop=True)

    def _save_question(self, question_id: str, text: str, short_text: str, *, again: bool = False) -> Changes:
        """Save a wording. ``again`` is undo or redo, before which every later note was taken down again."""
        with self._file.work() as work:
            if not again and work.notes.any_on_question([question_id]):
                raise UserError("question_answered")
            work.day.save_question_text(question_id, text=text, short_text=short_text)
            work.commit()
        return Changes(questions=True)

    def _save_readings(self, readings: Sequence[Reading]) -> Changes:
        with self._file.work() as work:
            work.day.replace_readings(readings)
            work.commit()
        return Changes(readings=True)


def fill(file: WorkshopFile, *, preset: Preset, title: str, day: date, tables: int | None = None) -> None:
    """Write a new day into an empty file from a förbund's preset, in one transaction.

    Raises :class:`UserError` ``title_missing`` or ``tables_out_of_range`` (with ``most``).
    """
    count = preset.tables if tables is None else tables
    if not 1 <= count <= TABLES_MAX:
        raise UserError("tables_out_of_range", most=TABLES_MAX)
    workshop = Workshop(
        id=str(uuid4()),
        title=clean_line(title),
        date=day,
        organisation=preset.organisation,
        preset=preset.code,
        reply_to=preset.reply_to,
    )
    _check(workshop)
    with file.work() as work:
        work.day.add_workshop(workshop, created_at=datetime.now(UTC).isoformat(timespec="seconds"))
        work.day.add_parties(preset.parties)
        work.day.add_kinds(preset.kinds)
        work.day.add_questions(preset.questions)
        work.day.add_themes(preset.themes)
        work.follow_up.replace_steps(preset.steps)
        work.day.add_tables([TableGroup(str(uuid4()), number) for number in range(1, count + 1)])
        work.commit()


def _check(workshop: Workshop) -> None:
    if not workshop.title:
        raise UserError("title_missing")
    if workshop.deadline is not None and workshop.deadline < workshop.date:
        raise UserError("deadline_before_day")
