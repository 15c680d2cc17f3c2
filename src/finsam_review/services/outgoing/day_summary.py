"""Owns the texts that people write about the whole day: introduction, themes, missions, what happens next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from finsam_review.domain.changes import Changes
from finsam_review.domain.day_summary import DaySummarySource
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import Note
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.domain.points.receipt import receipt
from finsam_review.domain.points.sheet import living
from finsam_review.domain.text import clean_line, clean_text
from finsam_review.domain.themes import ThemeCount, theme_counts
from finsam_review.i18n import N_
from finsam_review.i18n.masks import mask_words
from finsam_review.services.applications import ApplicationService
from finsam_review.services.day import DayService
from finsam_review.services.gate import DAY, GateService
from finsam_review.services.notes import NoteService
from finsam_review.services.outgoing.day_source import DayMaterial, day_source
from finsam_review.services.points.service import PointService
from finsam_review.services.points.themes import ThemeService, by_topic
from finsam_review.services.undo import Step, UndoStack
from finsam_review.storage.repositories.day import party_topic
from finsam_review.storage.workshop_file import WorkshopFile

TEXT_LIMIT = 20_000
"""Characters of one text; a page of the summary holds some 3,000."""

_WRITTEN = N_("The text is written.")


class DaySummaryService:
    """The summary of the open day as far as a person writes it. What is counted is counted here too."""

    def __init__(
        self, file: WorkshopFile, undo: UndoStack, *, day: DayService, applications: ApplicationService,
        notes: NoteService, points: PointService, themes: ThemeService, gate: GateService,
    ) -> None:  # fmt: skip
        self._file = file
        self._undo = undo
        self._day = day
        self._applications = applications
        self._notes = notes
        self._points = points
        self._themes = themes
        self._gate = gate
        self._last_written = ""

    def texts(self) -> Mapping[str, str]:
        """Return what was written, by the names that :mod:`.day_source` has for them."""
        with self._file.work() as work:
            return work.follow_up.texts()

    def write(self, name: str, text: str, *, goes_on: bool = False) -> Changes:
        """Keep a text in place of the one before; an empty one is forgotten.

        ``goes_on`` makes one step of undo of this and the one before, for somebody who writes on in the same
        text. Raises :class:`UserError` ``text_too_long`` (with ``limit`` and ``length``).
        """
        new = clean_text(text)
        if len(new) > TEXT_LIMIT:
            raise UserError("text_too_long", limit=TEXT_LIMIT, length=len(new))
        before = self.texts().get(name, "")
        if new == before:
            return Changes()
        changes = self._save_text(name, new)
        joins = goes_on and (self._last_written, self._undo.next_undo) == (name, _WRITTEN)
        undo = Step(_WRITTEN, lambda: self._save_text(name, before), lambda: self._save_text(name, new))
        self._undo.push(undo)
        self._last_written = name
        if joins:
            self._undo.join_last_two()
        return changes

    def counts(self) -> Mapping[str, ThemeCount]:
        """Return how often each theme of the catalogue came back, by its code."""
        return theme_counts(self._themes.matrix())

    def source(self) -> DaySummarySource:
        """Return everything the summary of the day says; it is a draft as long as any summary is."""
        applications, notes = self._applications.all(), self._notes.all()
        ids = [application.id for application in applications]
        own, sheets = by_topic(notes), {key: self._points.sheet(key) for key in ids}
        gate, words = self._gate.gate(DAY), mask_words()
        with self._file.work() as work:
            approved = set(work.summaries.all())
            participants = work.participants.all()
        return day_source(
            DayMaterial(
                frame=self._day.frame(),
                applications=applications,
                notes=notes,
                participants=sum(person.present for person in participants),
                matrix=self._themes.matrix(notes),
                receipts={key: receipt(sheet, own.get(key, ())) for key, sheet in sheets.items()},
                points={key: len(living(sheet, own.get(key, ())).points) for key, sheet in sheets.items()},
                texts=self.texts(),
                next_steps=self.next_steps(),
                approved=bool(ids) and approved >= set(ids),
                passed=lambda text: gate.passed(text, words),
            )
        )

    def mission_notes(self) -> tuple[Note, ...]:
        """Return the notes about the parties' missions, which the summary tells word for word."""
        parties = self._day.frame().parties
        return tuple(note for party in parties for note in self._notes.of_topic(party_topic(party.code)))

    def next_steps(self) -> tuple[NextStep, ...]:
        """Return what happens next, in order."""
        with self._file.work() as work:
            return work.follow_up.next_steps()

    def add_step(self, what: str, *, owner: str = "", due: date | None = None) -> tuple[NextStep, Changes]:
        """Add something that is to be done, last. Raises :class:`UserError` ``step_empty``."""
        step = _cleaned(NextStep(str(uuid4()), what, owner, due))
        return step, self._replace((*self.next_steps(), step), N_("The step is added."))

    def change_step(self, step: NextStep) -> Changes:
        """Change what a step says. Raises :class:`UserError` ``step_empty`` or ``step_gone``."""
        self._find(step.id)
        new = _cleaned(step)
        steps = tuple(new if known.id == step.id else known for known in self.next_steps())
        return self._replace(steps, N_("The step is changed."))

    def move_step(self, step_id: str, by: int) -> Changes:
        """Move a step up (negative) or down; at either end it stays. Raises ``step_gone``."""
        moved = self._find(step_id)
        steps = list(self.next_steps())
        place = steps.index(moved)
        steps.pop(place)
        steps.insert(min(max(place + by, 0), len(steps)), moved)
        return self._replace(tuple(steps), N_("The step is moved."))

    def remove_step(self, step_id: str) -> Changes:
        """Take a step away. Raises :class:`UserError` ``step_gone``."""
        self._find(step_id)
        steps = tuple(step for step in self.next_steps() if step.id != step_id)
        return self._replace(steps, N_("The step is taken away."))

    def _find(self, step_id: str) -> NextStep:
        for step in self.next_steps():
            if step.id == step_id:
                return step
        raise UserError("step_gone")

    def _replace(self, steps: Sequence[NextStep], label: str) -> Changes:
        before, new = self.next_steps(), tuple(steps)
        if new == before:
            return Changes()
        changes = self._save_steps(new)
        self._undo.push(Step(label, lambda: self._save_steps(before), lambda: self._save_steps(new)))
        return changes

    def _save_text(self, name: str, text: str) -> Changes:
        with self._file.work() as work:
            work.follow_up.set_text(name, text)
            work.commit()
        return Changes(day_texts=True)

    def _save_steps(self, steps: Sequence[NextStep]) -> Changes:
        with self._file.work() as work:
            work.follow_up.replace_next_steps(steps)
            work.commit()
        return Changes(day_texts=True)


def _cleaned(step: NextStep) -> NextStep:
    new = replace(step, what=clean_line(step.what), owner=clean_line(step.owner))
    if not (new.what or new.owner):
        raise UserError("step_empty")
    if len(new.what) > TEXT_LIMIT:
        raise UserError("text_too_long", limit=TEXT_LIMIT, length=len(new.what))
    return new
