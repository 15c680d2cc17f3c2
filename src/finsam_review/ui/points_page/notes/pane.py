"""Owns the left side: whose notes of which question, the list of them, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from finsam_review.domain.workshop import Question
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, pgettext
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.points_page.lines.key_line import Key, KeyLine
from finsam_review.ui.points_page.lists.rows_model import RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.points_page.notes.delegate import NoteDelegate
from finsam_review.ui.points_page.notes.row import NoteRow
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.segmented import SegmentedChoice

_KEYS = {
    Qt.Key.Key_P: "point",
    Qt.Key.Key_L: "add",
    Qt.Key.Key_S: "aside",
    Qt.Key.Key_T: "themes",
    Qt.Key.Key_N: "next",
    Qt.Key.Key_D: "split",
    Qt.Key.Key_M: "mask",
    Qt.Key.Key_Return: "rewrite",
    Qt.Key.Key_Enter: "rewrite",
    Qt.Key.Key_F2: "rewrite",
    Qt.Key.Key_Delete: "release",
}


class NotesPane(QFrame):
    """*Lappar*: a choice of question, the notes that answer it, and what can be done with them."""

    asked = Signal(str)
    question_chosen = Signal(str)

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._questions = {question.id: question for question in questions}
        self.question_id = questions[0].id
        self.model = RowsModel(self)
        self.view = RowsView(self.model, _KEYS, self, many=True)
        self.view.setAccessibleName(_("Notes"))
        self.keys = KeyLine(_keys(), self)
        self._title = Label(_("Notes"), self, role=Role.LEAD, weight=SEMIBOLD)
        self._about = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._choice = _question_choice(questions, self)
        self._empty = Label("", self, tone="ink2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._build()
        self.view.asked.connect(self.asked)
        self.keys.asked.connect(self.asked)
        self._choice.chosen.connect(self._on_chosen)
        follow_theme(self._dress)

    @property
    def about(self) -> str:
        """What is said beside the heading: which question, and how many notes."""
        return self._about.text()

    @property
    def empty_words(self) -> str:
        """What stands in place of notes; empty when there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty_box else ""

    def show_question(self, question_id: str) -> None:
        """Choose a question without telling anybody."""
        self.question_id = question_id
        self._choice.choose(question_id)

    def set_rows(self, rows: Sequence[NoteRow], *, any_note: bool) -> None:
        """Show ``rows``; ``any_note`` tells whether the application has notes on other questions."""
        self.model.set_rows(rows)
        number = self._questions[self.question_id].number
        count = ngettext("{n} note", "{n} notes", len(rows)).format(n=len(rows))
        self._about.setText(f"{_('Question {number}').format(number=number)} · {count}")
        self.view.setAccessibleName(_("Notes for question {number}").format(number=number))
        here = _("No notes for this question.")
        self._empty.setText(here if any_note else _("No notes yet. What the tables stick up comes here."))
        self._stack.setCurrentWidget(self.view if rows else self._empty_box)

    def set_alone(self, *, alone: bool) -> None:
        """Stand alone, with the head somewhere else and without its title, or beside the other side."""
        self._title.setVisible(not alone)
        if not alone:
            self._column.insertWidget(0, self.head)
            self.head.show()

    def set_keys_shown(self, *, shown: bool) -> None:
        """Show or hide the row of keys."""
        self.keys.setVisible(shown)
        self._above_keys.setVisible(shown)

    def focus_list(self) -> None:
        """Take the keyboard."""
        target = self.view if self.model.rowCount() else self._choice.focus_target()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_chosen(self, question_id: str) -> None:
        self.question_id = question_id
        self.question_chosen.emit(question_id)

    def _build(self) -> None:
        self.head = QWidget(self)
        self._head = QHBoxLayout(self.head)
        self._head.addWidget(self._title)
        self._head.addWidget(self._about, 1)
        self._head.addWidget(self._choice)
        self._empty_box = QWidget(self)
        self._empty_column = QVBoxLayout(self._empty_box)
        self._empty_column.addWidget(self._empty)
        self._empty_column.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty_box)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self._above_keys = line_across(self)
        column.addWidget(self._above_keys)
        column.addWidget(self.keys)

    def _dress(self) -> None:
        theme = current_theme()
        self.view.use(NoteDelegate(self.view))
        side = theme.px(16)
        self._head.setContentsMargins(side, theme.px(6), side, theme.px(4))
        self._head.setSpacing(theme.px(10))
        self._empty_column.setContentsMargins(side, theme.px(8), side, 0)


class _QuestionChoice(SegmentedChoice):
    """The numbers of the questions side by side."""

    def focus_target(self) -> QWidget:
        """Return the segment that Tab stops at."""
        return next(part for part in self.findChildren(QToolButton) if part.isChecked())


def _question_choice(questions: Sequence[Question], parent: QWidget) -> _QuestionChoice:
    options = [(question.id, str(question.number), "") for question in questions]
    choice = _QuestionChoice(_("Question"), options, parent)
    for segment, question in zip(choice.findChildren(QToolButton), questions, strict=True):
        words = _("Question {number}").format(number=question.number)
        segment.setAccessibleName(f"{words}: {question.short_text}")
    return choice


def _keys() -> tuple[Key, ...]:
    return (
        Key("point", "P", _("New point")),
        Key("add", "L", _("Add to point")),
        Key("aside", "S", pgettext("key", "Set aside")),
        Key("next", "N", _("Next left")),
        Key("themes", "T", _("Theme")),
        Key("release", "Del", _("Take out"), _("The note is left to handle again.")),
    )
