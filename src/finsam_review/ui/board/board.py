"""Owns the board of one application: three questions side by side, or under tabs when room is short."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.notes import NoteContent
from finsam_review.ui.board.question_column import BoardQuestion, QuestionColumn
from finsam_review.ui.board.question_tabs import QuestionTabs
from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

COLUMN_LEAST = 236
"""Design pixels that a question needs beside the others."""
_HEIGHT_LEAST = 430
"""Design pixels below which editors under every column would leave no room for notes."""


class Board(QFrame):
    """The questions of an application. The signals are those of the columns, question id first."""

    note_submitted = Signal(str, object)
    draft_changed = Signal(str, object)
    edit_saved = Signal(str, str, object)
    edit_cancelled = Signal(str, str, object)
    edit_requested = Signal(str, str)
    remove_requested = Signal(str, str)
    move_requested = Signal(str, str)
    menu_requested = Signal(str, str, QPoint)
    note_chosen = Signal(str, str)
    tabs_shown = Signal(bool)
    """The questions became tabs, or columns again."""

    def __init__(
        self, questions: Sequence[BoardQuestion], parent: QWidget | None = None, *, editor_first: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._first = editor_first
        self._tabbed = False
        self.columns: dict[str, QuestionColumn] = {}
        self._lines: list[QFrame] = []
        self._tabs = QuestionTabs([question.number for question in questions], self)
        self._tabs.hide()
        self._build(questions)
        self._tabs.currentChanged.connect(self._on_tab)
        follow_theme(self._dress)

    @property
    def is_tabbed(self) -> bool:
        """Whether the questions stand under tabs."""
        return self._tabbed

    @property
    def order(self) -> list[QuestionColumn]:
        """The columns from the left."""
        return list(self.columns.values())

    def set_notes(self, notes: Mapping[str, Sequence[NoteCard]]) -> None:
        """Show the notes of each question id in ``notes``; a question that is not named is left alone."""
        for question_id, cards in notes.items():
            self.columns[question_id].set_notes(cards)
        for place, column in enumerate(self.order):
            self._tabs.set_count(place, column.count)

    def contents(self) -> dict[str, NoteContent]:
        """Return what stands in each editor that is not empty, by question id."""
        found = {question_id: column.editor.content() for question_id, column in self.columns.items()}
        return {question_id: content for question_id, content in found.items() if not content.is_empty}

    def show_question(self, question_id: str) -> None:
        """Bring a question forward when they stand under tabs."""
        self._tabs.setCurrentIndex(list(self.columns).index(question_id))

    def focus_editor(self, question_id: str) -> None:
        """Put the caret in the editor of a question, bringing it forward first."""
        self.show_question(question_id)
        self.columns[question_id].editor.focus_text()

    def set_enter_submits(self, *, submits: bool) -> None:
        """Let Enter alone stick up a note in every editor."""
        for column in self.order:
            column.editor.set_enter_submits(submits=submits)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: one question is enough, since the others can stand under tabs."""
        px = current_theme().px
        return QSize(px(COLUMN_LEAST), px(220))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: columns or tabs, by the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _build(self, questions: Sequence[BoardQuestion]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._tabs)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        whole.addLayout(self._row, 1)
        for question in questions:
            if self.columns:
                self._lines.append(self._line())
            column = QuestionColumn(question, self, editor_first=self._first)
            self.columns[question.question_id] = column
            self._row.addWidget(column, 1)
            self._connect(column)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setProperty("part", "line")
        line.setFixedWidth(1)
        self._row.addWidget(line)
        return line

    def _connect(self, column: QuestionColumn) -> None:
        for name in (
            "note_submitted", "draft_changed", "edit_saved", "edit_cancelled", "edit_requested",
            "remove_requested", "move_requested", "menu_requested", "note_chosen",
        ):  # fmt: skip
            getattr(column, name).connect(getattr(self, name))
        column.note_chosen.connect(self._on_chosen)

    def _on_chosen(self, question_id: str, _note_id: str) -> None:
        """One note at a time is chosen on the whole board."""
        for other, column in self.columns.items():
            if other != question_id:
                column.view.unchoose()

    def _on_tab(self, place: int) -> None:
        if self._tabbed:
            for number, column in enumerate(self.order):
                column.setVisible(number == place)

    def _fit(self) -> None:
        px = current_theme().px
        low = not self._first and self.height() < px(_HEIGHT_LEAST)
        tabbed = low or self.width() < len(self.columns) * px(COLUMN_LEAST)
        if tabbed != self._tabbed:
            self._tabbed = tabbed
            self._show_tabs()
        if self._first and not tabbed:
            self._level_headings()

    def _show_tabs(self) -> None:
        self._tabs.setVisible(self._tabbed)
        for line in self._lines:
            line.setVisible(not self._tabbed)
        for place, column in enumerate(self.order):
            column.set_alone(alone=self._tabbed)
            column.set_heading_height(0)
            column.setVisible(not self._tabbed or place == self._tabs.currentIndex())
        self.tabs_shown.emit(self._tabbed)

    def _level_headings(self) -> None:
        width = (self.width() - len(self._lines)) // max(1, len(self.columns))
        tallest = max(column.heading_height(width) for column in self.order)
        for column in self.order:
            column.set_heading_height(tallest)

    def _dress(self) -> None:
        self._fit()
