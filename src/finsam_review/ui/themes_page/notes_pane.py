"""Owns the right side of the page: the notes behind a cell, and those whose words hint at its theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.post_its.note_board_view import NoteBoardView
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.post_its.note_model import NoteListModel
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label


@dataclass(frozen=True, slots=True)
class CellReading:
    """What is read of a cell: whose it is, what is said of it, its notes and the suggested ones."""

    application: str
    theme: str
    count: str
    remark: str
    notes: Sequence[NoteCard]
    suggested: Sequence[NoteCard]


class NotesPane(QFrame):
    """The notes of a cell as post-its. T sets themes on the one that is chosen."""

    themes_requested = Signal(str, QPoint)
    """Themes are to be set on the note of this id; the point is global."""
    left = Signal()
    """Esc, or the way back: to the matrix."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._reading: CellReading | None = None
        self._shows_suggested = False
        self._back = IconButton("caret-left", _("Back to the matrix"), self, keys="Esc")
        self._application = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._theme = Label("", self, role=Role.LEAD, weight=SEMIBOLD, wrap=True)
        self._count = Label("", self, role=Role.SMALL, wrap=True)
        self._remark = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self.suggestions = Button("", self, kind="text", icon_name="tag", role=Role.SMALL)
        self.model = NoteListModel(self)
        self.notes = NoteBoardView(self.model, self)
        self.notes.setAccessibleName(_("Notes with the theme"))
        self._lay_out()
        self._connect()
        self.set_alone(alone=False)
        follow_theme(self._dress)

    @property
    def count(self) -> str:
        """The line that says how many notes there are."""
        return self._count.text()

    @property
    def remark(self) -> str:
        """What the förbund does not demand; empty where it does."""
        return self._remark.text()

    @property
    def shows_suggested(self) -> bool:
        """Whether the notes shown are those whose words hint at the theme."""
        return self._shows_suggested

    def show_reading(self, reading: CellReading, *, same_cell: bool) -> None:
        """Show what is read of a cell; in the ``same_cell`` one stays where one was."""
        self._reading = reading
        self._shows_suggested = self._shows_suggested and same_cell and bool(reading.suggested)
        self._fill()

    def set_alone(self, *, alone: bool) -> None:
        """Stand alone, with a way back to the matrix, or beside it."""
        self._back.setVisible(alone)

    def focus_first(self) -> bool:
        """Put the focus on the notes; ``False`` when there is nothing to go to."""
        if self.model.rowCount():
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.notes.chosen:
                self.notes.choose(self.model.card_at(0).note_id)
        elif not self.suggestions.isHidden():
            self.suggestions.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._back.isHidden():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _fill(self) -> None:
        reading = self._reading
        if reading is None:
            return
        self._application.setText(reading.application)
        self._theme.setText(reading.theme)
        suggested, n = self._shows_suggested, len(reading.suggested)
        hint = ngettext("{n} note may be about it", "{n} notes may be about it", n).format(n=n)
        self._count.setText(hint if suggested else reading.count)
        self._remark.setText(reading.remark)
        self._remark.setVisible(bool(reading.remark))
        words = ngettext("Look at {n} suggestion", "Look at {n} suggestions", n).format(n=n)
        self.suggestions.set_words(_("Back to the notes with the theme") if suggested else words)
        self.suggestions.setVisible(bool(n))
        self.model.set_notes(list(reading.suggested if suggested else reading.notes))
        empty = self.model.rowCount() == 0
        self.notes.setFocusPolicy(Qt.FocusPolicy.NoFocus if empty else Qt.FocusPolicy.StrongFocus)
        self._keys.setVisible(not empty)

    def _on_suggestions(self) -> None:
        self._shows_suggested = not self._shows_suggested
        self._fill()
        self.focus_first()

    def _on_theme_key(self) -> None:
        if self.notes.chosen:
            box = self.notes.visualRect(self.notes.currentIndex())
            self.themes_requested.emit(self.notes.chosen, self.notes.viewport().mapToGlobal(box.center()))

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.suggestions.clicked.connect(self._on_suggestions)
        self.notes.menu_requested.connect(self.themes_requested)
        self.notes.edit_requested.connect(lambda _note: self._on_theme_key())
        add_key(self.notes, "T", self._on_theme_key)
        add_key(self, "Esc", self.left.emit)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._application, self._theme, self._count, self._remark):
            words.addWidget(part)
        words.addWidget(self.suggestions, 0, Qt.AlignmentFlag.AlignLeft)
        self._head = QHBoxLayout()
        self._head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(words, 1)
        self._keys = QWidget(self)
        self._keys_row = QHBoxLayout(self._keys)
        self._keys_row.addWidget(KeyCap("T", self._keys))
        self._keys_row.addWidget(Label(_("Theme"), self._keys, role=Role.SMALL), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.notes, 1)
        column.addWidget(self._keys)

    def _dress(self) -> None:
        px = current_theme().px
        self._head.setContentsMargins(px(14), px(12), px(14), px(6))
        self._head.setSpacing(px(6))
        self._keys_row.setContentsMargins(px(14), px(6), px(14), px(8))
        self._keys_row.setSpacing(px(6))
