"""Owns what a key asks for: which notes or which point it is about, and where work goes on afterwards."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from finsam_review.domain.applications import Application
from finsam_review.domain.checks.gate import Choice
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page.cards.row import PointCard
from finsam_review.ui.points_page.desk.going_on import next_left, next_left_here
from finsam_review.ui.points_page.lines.choice_line import ChoiceLine
from finsam_review.ui.points_page.lines.writing_line import WritingLine
from finsam_review.ui.points_page.panes import Panes
from finsam_review.ui.points_page.presenter import Presenter
from finsam_review.ui.points_page.work.note_work import NoteWork
from finsam_review.ui.points_page.work.point_work import PointWork


class Work(QObject):
    """Answers the commands of both lists. ``go_to`` shows another application."""

    def __init__(
        self, context: DayContext, presenter: Presenter, panes: Panes, *,
        choice: ChoiceLine, writing: WritingLine, go_to: Callable[[Application], None], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._context, self._presenter, self._panes = context, presenter, panes
        self._desk = presenter.desk
        self._go_to = go_to
        self._notes = NoteWork(context, self._desk, choice=choice, writing=writing, parent=self)
        self._points = PointWork(context, self._desk, choice=choice, writing=writing, parent=self)
        self._notes.done.connect(self._on_done)

    @property
    def closed_reason(self) -> str:
        """Why nothing can be changed; empty when it can."""
        if self._context.session.read_only:
            return _("The file can only be read here.")
        if self._desk.approval is not None:
            return _("The summary is approved. Reopen it to go on working.")
        return ""

    def do(self, command: str, side: str) -> None:
        """Carry out a command that was asked for in the list of ``side``, *notes* or *cards*."""
        if command == "next":
            self.next_left()
        elif self.closed_reason:
            self._context.commands.remark(self.closed_reason)
        elif command in {"point", "add", "aside"} or (command in {"release", "themes"} and side == "notes"):
            self._on_notes(command)
        else:
            self._on_point(command)

    def decide(self, hit: object, choice: Choice) -> None:
        """Mask a place or let it stand, and go on in the list of points."""
        card = self._presenter.card
        found = next((item for item in card.hits if item == hit), None) if card is not None else None
        if found is not None:
            self._points.choose(found, choice)
            self._panes.enter("cards")

    def move(self, step: int) -> None:
        """Move the chosen point up or down among those of its question."""
        card = self._presenter.card
        if self.closed_reason:
            self._context.commands.remark(self.closed_reason)
        elif card is not None:
            self._points.move(card, step)
            self._presenter.choose_point(card.key)

    def next_left(self) -> None:
        """Go to the next note left: of this question, of this application, of the next; say which is done."""
        desk, presenter = self._desk, self._presenter
        chosen = presenter.chosen_notes
        question_id = presenter.question_id
        found = next_left(desk, question_id, chosen[-1] if chosen else "") if desk.is_open else None
        if found is not None:
            if found[0] != question_id and not next_left_here(desk, question_id, ""):
                self._remark(_("Question {number} is done. Now question {next}."), question_id, found[0])
            presenter.choose_note(*found)
            self._panes.enter("notes")
        else:
            self._next_application()

    def _next_application(self) -> None:
        day, here = self._presenter.day, self._desk.application
        if here is None:
            return
        found = day.next_with_left(here.id)
        if found is not None:
            words = _("Application {number} has no notes left. Now application {next}.")
            self._go_to(found)
            self._context.commands.remark(words.format(number=here.number, next=found.number))
            return
        draft = day.next_draft(here.id)
        if draft is not None:
            words = _("No notes are left. Application {next} waits for approval.")
            self._go_to(draft)
            self._context.commands.remark(words.format(next=draft.number))
        elif day.is_approved(here.id):
            self._context.commands.remark(_("No notes are left, and every summary is approved."))
        else:
            self._context.commands.remark(_("No notes are left. Only this summary waits for approval."))

    def _on_notes(self, command: str) -> None:
        note_ids = self._presenter.chosen_notes
        if not note_ids:
            self._context.commands.remark(_("Choose a note first."))
        elif command == "point":
            self._notes.make_point(note_ids)
        elif command == "add":
            card = self._presenter.card
            self._notes.add(note_ids, card.key if card is not None else "")
        elif command == "aside":
            self._notes.set_aside(note_ids)
        elif command == "release":
            self._notes.release(note_ids)
        else:
            self._points.themes_of_notes(note_ids)

    def _on_point(self, command: str) -> None:
        card = self._presenter.card
        if card is None:
            self._context.commands.remark(_("Choose a point first."))
        elif command == "release":
            self._notes.release(card.notes)
        else:
            act: dict[str, Callable[[PointCard], None]] = {
                "rewrite": self._points.rewrite,
                "split": self._points.split,
                "mask": self._points.mask,
                "themes": self._points.themes_of_point,
            }
            act[command](card)

    def _on_done(self, note_ids: list[str]) -> None:
        """Go on with the next note left of the question, and leave the point at hand chosen."""
        desk = self._desk
        note = desk.note(note_ids[-1])
        if note is None:
            return
        point = desk.point_of(note.id)
        question_id = note.place.question_id
        following = next_left_here(desk, question_id, note.id)
        self._presenter.choose_note(question_id, following or note.id)
        if point is not None:
            self._presenter.choose_point(point.id)
        self._panes.enter("notes")
        if not desk.receipt.left:
            words = _("No notes are left here. Ctrl+Shift+Enter approves, N goes to the next application.")
            self._context.commands.remark(words)
        elif not following:
            number = self._number_of(question_id)
            self._context.commands.remark(_("Question {number} is done. N goes on.").format(number=number))

    def _remark(self, words: str, done: str, following: str) -> None:
        text = words.format(number=self._number_of(done), next=self._number_of(following))
        self._context.commands.remark(text)

    def _number_of(self, question_id: str) -> int:
        return next(question.number for question in self._desk.questions if question.id == question_id)
