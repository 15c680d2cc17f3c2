"""Owns a question on the board: its heading, its notes and its editor."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.notes import NoteContent
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import gettext as _
from finsam_review.ui.board.note_editor import NoteEditor
from finsam_review.ui.board.note_fields import EditorQuestion
from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.note_board_view import NoteBoardView
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.post_its.note_model import NoteListModel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import BOLD, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label, plain_tooltip

_LOW = 260
"""Design pixels below which a question that stands alone leaves out the words above its notes.

While a notice stands above its editor it leaves out its heading too: both must be seen whole.
"""


@dataclass(frozen=True, slots=True)
class BoardQuestion:
    """A question as the board shows it; ``parties`` are (code, short name, full name) for its chips."""

    question_id: str
    number: int
    short_text: str
    text: str
    shape: Shape = Shape.TEXT
    parties: tuple[tuple[str, str, str], ...] = ()


class QuestionColumn(QFrame):
    """One question: heading, notes, and the editor at the foot, or first with larger type."""

    note_submitted = Signal(str, object)
    """(question id, NoteContent): a new note."""
    draft_changed = Signal(str, object)
    """(question id, NoteContent): what stands in the editor."""
    edit_saved = Signal(str, str, object)
    """(question id, note id, NoteContent): a note has been changed."""
    edit_cancelled = Signal(str, str, object)
    """(question id, note id, NoteContent): a change was given up, with what had been written."""
    edit_requested = Signal(str, str)
    """(question id, note id): Enter, F2 or a double click on a note."""
    remove_requested = Signal(str, str)
    move_requested = Signal(str, str)
    menu_requested = Signal(str, str, QPoint)
    note_chosen = Signal(str, str)

    def __init__(
        self, question: BoardQuestion, parent: QWidget | None = None, *, editor_first: bool = False
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._first = editor_first
        self._edited, self._alone = "", False
        self._notice: QWidget | None = None
        self.model = NoteListModel(self)
        self.view = NoteBoardView(self.model, self)
        role = Role.LEAD if editor_first else Role.BODY
        asked = EditorQuestion(question.number, question.shape, question.parties)
        self.editor = NoteEditor(asked, self, role=role)
        self._make_heading()
        self._make_rest(role)
        self._build()
        self._connect()
        follow_theme(self._dress)
        self._on_count()

    @property
    def count(self) -> int:
        """How many notes hang here."""
        return self.model.rowCount()

    def set_notes(self, cards: Sequence[NoteCard]) -> None:
        """Show ``cards``; only what differs changes."""
        self.model.set_notes(cards)
        self._on_count()

    def begin_edit(self, note_id: str, content: NoteContent) -> None:
        """Change note ``note_id`` in the editor."""
        self._edited = note_id
        self.view.choose(note_id)
        self.editor.begin_edit(content)

    def end_edit(self) -> None:
        """Leave the change, and come back to the note."""
        self.editor.end_edit()
        if self._edited and self.view.choose(self._edited):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited = ""

    def show_notice(self, notice: QWidget | None) -> None:
        """Show ``notice`` just above the editor, in place of what stood there; ``None`` takes it away."""
        if self._notice is not None:
            self._foot_column.removeWidget(self._notice)
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            self._foot_column.insertWidget(0, notice)
        self._fit()

    def set_alone(self, *, alone: bool) -> None:
        """Stand alone under a tab (no number, editor wide) or beside the other questions."""
        self._alone = alone
        self._number.setVisible(not alone)
        self._words.set_type(Role.BODY if alone else self._words_role, SEMIBOLD)
        self.editor.set_wide(wide=alone)
        self._dress()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: in a low column the notes need the room of the words above them."""
        super().resizeEvent(event)
        self._fit()

    def heading_height(self, width: int) -> int:
        """Return the height in px that the heading asks for in a column of ``width`` px."""
        return self._heading.heightForWidth(width)

    def set_heading_height(self, height: int) -> None:
        """Give the heading ``height`` px, so that editors beside each other begin at the same line."""
        self._heading.setMinimumHeight(height)

    def _make_heading(self) -> None:
        question = self.question
        self._words_role = Role.LEAD if self._first else Role.SMALL
        words = question.text if self._first else question.short_text
        self._heading = QWidget(self)
        self._number = Label(
            str(question.number), self._heading, role=Role.DISPLAY, weight=BOLD, tone="accent"
        )
        self._words = Label(words, self._heading, role=self._words_role, weight=SEMIBOLD, wrap=True)
        self._words.setToolTip(plain_tooltip(question.text))
        self._words.setAccessibleDescription(question.text)
        self._heading_row = QHBoxLayout(self._heading)
        self._heading_row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._heading_row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)

    def _make_rest(self, role: Role) -> None:
        self.view.set_role(role)
        self.view.setMinimumHeight(1)  # where room is short the notes give way, and the editor stays whole
        self.view.setAccessibleName(_("Notes for question {number}").format(number=self.question.number))
        self._ours = Label(_("Your notes"), self, role=Role.LEAD, weight=SEMIBOLD)
        self._empty = Label(
            _("No notes yet. Feel free to begin with the hardest one."),
            self,
            role=role,
            tone="ink2",
            wrap=True,
        )
        self._ours_box, self._ours_row = self._boxed(self._ours)
        self._empty_box, self._empty_row = self._boxed(self._empty)
        self._line = QFrame(self)
        self._line.setProperty("part", "line")
        self._line.setFixedHeight(1)
        self._foot = QWidget(self)
        self._foot_column = QVBoxLayout(self._foot)
        self._foot_column.addWidget(self.editor)

    def _boxed(self, label: Label) -> tuple[QWidget, QHBoxLayout]:
        """Return a box around ``label``; margins of the label's own are lost when the style looks again."""
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.addWidget(label)
        return box, row

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        below = [self._ours_box, self._empty_box, self.view]
        parts = [self._foot, self._line, *below] if self._first else [*below, self._line, self._foot]
        for part in (self._heading, *parts):
            column.addWidget(part, 1 if part is self.view else 0)
        column.addStretch(0)

    def _connect(self) -> None:
        own = self.question.question_id
        editor, view = self.editor, self.view
        editor.submitted.connect(lambda content: self.note_submitted.emit(own, content))
        editor.draft_changed.connect(lambda content: self.draft_changed.emit(own, content))
        editor.edit_saved.connect(lambda content: self.edit_saved.emit(own, self._edited, content))
        editor.edit_cancelled.connect(self._on_edit_cancelled)
        editor.escaped.connect(self._on_escaped)
        view.edit_requested.connect(lambda note: self.edit_requested.emit(own, note))
        view.remove_requested.connect(lambda note: self.remove_requested.emit(own, note))
        view.move_requested.connect(lambda note: self.move_requested.emit(own, note))
        view.menu_requested.connect(lambda note, where: self.menu_requested.emit(own, note, where))
        view.note_chosen.connect(lambda note: self.note_chosen.emit(own, note))

    def _on_edit_cancelled(self, content: NoteContent) -> None:
        note_id = self._edited
        self.end_edit()
        self.edit_cancelled.emit(self.question.question_id, note_id, content)

    def _on_escaped(self) -> None:
        """Esc in the editor leads to the latest note; the text stays."""
        cards = self.model.cards
        if cards and self.view.choose(cards[-1].note_id):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_count(self) -> None:
        empty = self.count == 0
        self._empty_box.setVisible(empty)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus if empty else Qt.FocusPolicy.StrongFocus)

    def _fit(self) -> None:
        low = self._alone and self.height() < current_theme().px(_LOW)
        self._ours_box.setVisible(self._first and not low)
        self._heading.setVisible(not (self._first and low and self._notice is not None))

    def _dress(self) -> None:
        px = current_theme().px
        side = px(18 if self._first else 12)
        self._heading_row.setContentsMargins(side, px(8), side, px(10 if self._first else 4))
        self._heading_row.setSpacing(px(10))
        self._words.setContentsMargins(0, px(3), 0, 0)
        self._foot_column.setContentsMargins(side, px(10), side, px(12))
        self._ours_row.setContentsMargins(side, px(8), side, px(4))
        self._empty_row.setContentsMargins(side, px(6), side, px(6))
        self._fit()
