"""Owns the editor of a note under one question: its words, the parties it ticks, the proposal it makes."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from finsam_review.domain.notes import NOTE_LIMIT, NoteContent
from finsam_review.i18n.wording import error_text
from finsam_review.ui.board.note_buttons import NoteButtons
from finsam_review.ui.board.note_fields import EditorQuestion, NoteFields
from finsam_review.ui.board.note_text import NoteText
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.fields import ErrorLine, mark_wrong

DRAFT_PAUSE = 400
"""Milliseconds from the first key that is not yet told until what is being written is told as a draft."""


class NoteEditor(QWidget):
    """Writes a new note, or changes one that hangs (between :meth:`begin_edit` and :meth:`end_edit`)."""

    submitted = Signal(object)
    """A new note is to be stuck up; carries its NoteContent."""
    draft_changed = Signal(object)
    """What stands in the editor has changed; carries its NoteContent. Not told while a note is changed."""
    edit_paused = Signal(object)
    """What a change that is under way says so far; told as often as a draft is."""
    edit_saved = Signal(object)
    edit_cancelled = Signal(object)
    """The change was given up; carries what had been written, so that nothing is lost."""
    escaped = Signal()

    def __init__(
        self, question: EditorQuestion, parent: QWidget | None = None, *, role: Role = Role.BODY
    ) -> None:
        super().__init__(parent)
        self._question, self._role = question, role
        self._editing, self._wide = False, False
        self._set_aside = NoteContent()
        self._told = NoteContent()
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE)
        self._pause.timeout.connect(self.tell_draft)
        self._fields = NoteFields(question, self)
        self._text = self._fields.text
        self._make_buttons()
        self._connect()
        self._arrange()
        follow_theme(self._dress)

    @property
    def is_editing(self) -> bool:
        """Whether a note that hangs is being changed."""
        return self._editing

    @property
    def set_aside(self) -> NoteContent:
        """What was being written when the change began."""
        return self._set_aside

    @property
    def text_box(self) -> NoteText:
        """The box of the note's own words."""
        return self._text

    @property
    def error(self) -> str:
        """The sentence shown below."""
        return self._error.text

    def content(self) -> NoteContent:
        """Return what stands in the editor, as it was typed."""
        return self._fields.content()

    def set_content(self, content: NoteContent) -> None:
        """Put ``content`` in the editor without telling it as a draft."""
        self._told = content
        self._fields.fill(content)
        self._pause.stop()

    def clear(self) -> None:
        """Empty the editor; the caret stays."""
        self.set_content(NoteContent())
        self.show_error("")

    def show_error(self, sentence: str) -> None:
        """Say below the editor what is wrong; the text stays. An empty sentence takes it away."""
        mark_wrong(self._text, self._error, sentence)

    def set_enter_submits(self, *, submits: bool) -> None:
        """Let Enter alone stick up the note, or be a new line."""
        for box in self._fields.boxes:
            box.enter_submits = submits

    def set_wide(self, *, wide: bool) -> None:
        """Stand beside each other (room is low and wide) or below each other."""
        self._wide = wide
        self._arrange()
        self._show_words()
        self._dress()

    def focus_text(self) -> None:
        """Put the caret in the words of the note."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_edit(self, content: NoteContent) -> None:
        """Change a note that says ``content``; what was being written is set aside meanwhile."""
        if not self._editing:
            self.tell_draft()
            self._set_aside = self.content()
        self._editing = True
        self.show_error("")
        self.set_content(content)
        self._show_words()
        self.focus_text()

    def end_edit(self) -> None:
        """Go back to what was being written before."""
        if self._editing:
            self._editing = False
            self.show_error("")
            self.set_content(self._set_aside)
            self._show_words()

    def submit(self) -> None:
        """Stick up what is written, or save the change; say why not when it can't be."""
        content = self.content()
        if NoteContent(content.text.strip(), content.parties, content.proposal.strip()).is_empty:
            self.show_error(error_text("note_empty", {}))
        elif (length := max(len(content.text), len(content.proposal))) > NOTE_LIMIT:
            self._on_too_long(length)
        else:
            self._pause.stop()
            (self.edit_saved if self._editing else self.submitted).emit(content)

    def tell_draft(self) -> None:
        """Tell what stands in the editor at once, if it has changed since it was last told or put there."""
        self._pause.stop()
        content = self.content()
        if content == self._told:
            return
        self._told = content
        (self.edit_paused if self._editing else self.draft_changed).emit(content)

    def _make_buttons(self) -> None:
        self._error = ErrorLine(self)
        self._buttons = NoteButtons(self._role, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._show_words()

    def _connect(self) -> None:
        self._fields.changed.connect(self._on_changed)
        for box in self._fields.boxes:
            box.submit_pressed.connect(self.submit)
            box.escape_pressed.connect(self._on_escape)
            box.too_long.connect(self._on_too_long)
        self._buttons.submit.clicked.connect(self.submit)
        self._buttons.cancel.clicked.connect(self._on_cancel)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _arrange(self) -> None:
        """Set the parts in one column, or with ``wide`` beside each other."""
        while self._grid.count():
            self._grid.takeAt(0)
        places = ((0, 0), (0, 1), (1, 0)) if self._wide else ((0, 0), (2, 0), (1, 0))
        for part, (line, column) in zip((self._fields, self._buttons, self._error), places, strict=True):
            span = 2 if self._wide and part is self._error else 1
            self._grid.addWidget(part, line, column, 1, span)
        self._grid.setColumnStretch(0, 1)

    def _show_words(self) -> None:
        self._buttons.show_words(editing=self._editing, wide=self._wide)
        now = QApplication.focusWidget()
        self._buttons.show_focus(has=now is not None and self.isAncestorOf(now))

    def _dress(self) -> None:
        self._fields.dress(self._role, wide=self._wide)
        self._grid.setSpacing(current_theme().px(8))

    def _on_changed(self) -> None:
        self.show_error("")
        if not self._pause.isActive():  # begun anew at each key it would never end under somebody who types
            self._pause.start()

    def _on_too_long(self, length: int) -> None:
        self.show_error(error_text("note_too_long", {"limit": NOTE_LIMIT, "length": length}))

    def _on_escape(self) -> None:
        if self._editing:
            self._on_cancel()
        else:
            self.escaped.emit()

    def _on_cancel(self) -> None:
        content = self.content()
        self.end_edit()
        self.edit_cancelled.emit(content)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if not self.__dict__:  # Python is tearing the window down: nothing is left to show
            return
        has = new is not None and self.isAncestorOf(new)
        had = old is not None and self.isAncestorOf(old)
        if has != had:
            self._buttons.show_focus(has=has)
        if had and not has:
            self.tell_draft()
