"""Owns what is shown: one application on the desk, one question of it at the left, and what is chosen."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page.cards.building import CardBuilder
from finsam_review.ui.points_page.cards.pane import CardsPane
from finsam_review.ui.points_page.cards.row import PointCard
from finsam_review.ui.points_page.desk.day_state import DayState
from finsam_review.ui.points_page.desk.desk import Desk
from finsam_review.ui.points_page.desk.going_on import first_left, next_left_here
from finsam_review.ui.points_page.desk.hints import Hints
from finsam_review.ui.points_page.notes.building import NoteRowBuilder
from finsam_review.ui.points_page.notes.pane import NotesPane

_PAUSE = 30
"""Milliseconds between two applications that are counted ahead."""


class Presenter(QObject):
    """Shows an application and follows what changes. Points light their notes, notes their point."""

    refreshed = Signal()
    """What is shown may be another now: application, rows, counts."""

    def __init__(self, context: DayContext, notes: NotesPane, cards: CardsPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session = context.session
        self._notes, self._cards = notes, cards
        self._settling = False
        self.desk = Desk(context.session)
        self.day = DayState(context.session)
        self.hints = Hints(self)
        self._row_builder = NoteRowBuilder(self.desk)
        self._card_builder = CardBuilder(self.desk)
        notes.view.moved.connect(self._on_note_moved)
        cards.view.moved.connect(self._on_card_moved)
        notes.question_chosen.connect(self.show_question)
        self.hints.grown.connect(self._on_hints)
        self._counting = QTimer(self)
        self._counting.setInterval(_PAUSE)
        self._counting.timeout.connect(self._on_pause)

    @property
    def chosen_notes(self) -> list[str]:
        """The ids of the notes chosen at the left, from the top."""
        return self._notes.view.selected_keys

    @property
    def question_id(self) -> str:
        """The question whose notes are shown."""
        return self._notes.question_id

    @property
    def card(self) -> PointCard | None:
        """The point chosen at the right."""
        return self._cards.view.card

    @property
    def points(self) -> list[PointCard]:
        """Every point shown."""
        return [row for row in self._cards.model.rows if isinstance(row, PointCard)]

    def rest(self) -> None:
        """Work out nothing more: the day is being closed."""
        self.hints.stop()
        self._counting.stop()

    def show_first(self) -> None:
        """Show the first application with notes left, else the first draft, else the first."""
        found = self.day.next_with_left("") or self.day.next_draft("")
        self.show(found or next(iter(self.day.applications), None))

    def show(self, application: Application | None) -> None:
        """Show another application, at the first note that is left."""
        self.desk.show(application)
        question_id, note_id = first_left(self.desk)
        self._settling = True
        self._notes.show_question(question_id)
        self._cards.view.unchoose()
        self.refresh()
        self._settling = False
        self._cards.view.scrollToTop()
        if question_id != self.desk.questions[0].id:
            self._bring(question_id)
        if note_id:
            self.choose_note(question_id, note_id)
        self._light()

    def show_question(self, question_id: str) -> None:
        """Show the notes of a question, and its points beside them."""
        self._switch(question_id)
        own = self.desk.of_question(question_id)
        first = next_left_here(self.desk, question_id, "") or (own[0].id if own else "")
        if first:
            self._notes.view.choose(first)
        self._bring(question_id)

    def choose_note(self, question_id: str, note_id: str) -> None:
        """Choose a note, and show its question."""
        self._switch(question_id)
        self._notes.view.choose(note_id)

    def choose_point(self, point_id: str) -> None:
        """Choose a point; what is chosen at the left stays."""
        self._cards.view.choose(point_id, quiet=True)
        self._light()

    def follow(self, changes: Changes) -> None:
        """Show what an operation changed."""
        gone = {note_id for note_id in changes.notes if self.desk.note(note_id) is not None}
        self.day.follow(changes)
        here = self.desk.application_id
        if here and self.day.get(here) is None:
            self.show_first()
            return
        if self.desk.follow(changes):
            self.hints.forget(note_id for note_id in gone if self.desk.note(note_id) is None)
            self.refresh()
        elif changes.applications or changes.summaries:
            self.refreshed.emit()

    def refresh(self) -> None:
        """Show everything as it is on the desk now; rows that are the same stay where they are."""
        was, self._settling = self._settling, True
        desk = self.desk
        if desk.application is not None:
            self.day.tell_left(desk.application_id, desk.receipt.left)
        self._refresh_notes()
        self._cards.set_rows(self._card_builder.rows(), approved=desk.approval is not None)
        self._settling = was
        self._light()
        self.hints.follow(desk.notes)
        self._counting.start()
        self.refreshed.emit()

    def _refresh_notes(self) -> None:
        rows = self._row_builder.rows(self._notes.question_id, self.hints.alike)
        self._notes.set_rows(rows, any_note=bool(self.desk.receipt.notes))

    def _switch(self, question_id: str) -> None:
        if question_id != self._notes.question_id or not self._notes.model.rows:
            was, self._settling = self._settling, True
            self._notes.show_question(question_id)
            self._refresh_notes()
            self._settling = was
            self._light()

    def _bring(self, question_id: str) -> None:
        """Bring a question's points into sight."""
        heading = self._cards.model.place_of(f"question {question_id}")
        if heading >= 0:
            top = QAbstractItemView.ScrollHint.PositionAtTop
            self._cards.view.scrollTo(self._cards.model.index(heading), top)

    def _light(self) -> None:
        """Light the notes of the chosen point."""
        card = self.card
        self._notes.model.set_lit(card.notes if card is not None else ())

    def _on_note_moved(self, note_id: str) -> None:
        if self._settling:
            return
        point = self.desk.point_of(note_id)
        if point is not None:
            self._cards.view.choose(point.id, quiet=True)
        self._light()

    def _on_card_moved(self, _key: str) -> None:
        card = self.card
        if self._settling or card is None:
            return
        other = card.question_id != self._notes.question_id
        self._switch(card.question_id)
        self._light()
        lit = [place for key in card.notes if (place := self._notes.model.place_of(key)) >= 0]
        if other and lit:
            self._notes.view.choose(self._notes.model.row_at(min(lit)).key, quiet=True)
        elif lit:
            self._notes.view.scrollTo(self._notes.model.index(min(lit)))

    def _on_pause(self) -> None:
        """Count one application ahead, so that going to the next one with notes left takes no time."""
        if self.hints.is_busy or self.day.count_one():
            return
        self._counting.stop()

    def _on_hints(self) -> None:
        if self.desk.application is not None:
            was, self._settling = self._settling, True
            self._refresh_notes()
            self._settling = was
