"""Owns what a board does: shows the notes of one application, and lets one table write on them.

A text in an editor needs no button. At each pause it is kept as a draft; going on to another application or
table sticks it up. What can't be stuck up stays a draft and is counted as *ej uppsatt*.
"""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from finsam_review.domain.changes import Changes
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.i18n import gettext as _
from finsam_review.services.day import Frame
from finsam_review.ui.board.board import Board
from finsam_review.ui.context import DayContext
from finsam_review.ui.writing.cards import cards_of, joined
from finsam_review.ui.writing.draft_notice import DraftNotice
from finsam_review.ui.writing.note_menu import NoteMenu


class BoardPresenter(QObject):
    """Stands between a :class:`Board` and the day. ``only_own`` leaves out the notes of other tables."""

    def __init__(self, context: DayContext, board: Board, *, only_own: bool = False) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        self._only_own = only_own
        self._frame: Frame = context.session.day.frame()
        self._application_id = ""
        self._table_id = ""
        self._let_go = False
        self._menu = NoteMenu(context, board)
        board.note_submitted.connect(lambda question_id, _content: self._submit(question_id))
        board.draft_changed.connect(self._keep)
        board.edit_saved.connect(self._save_edit)
        board.edit_cancelled.connect(self._set_edit_aside)
        for question_id, column in board.columns.items():
            column.editor.edit_paused.connect(partial(self._keep_edit, question_id))
            column.editor.setVisible(not context.session.read_only)
        context.bus.changed.connect(self._follow)

    @property
    def application_id(self) -> str:
        """The application on the board; empty if none."""
        return self._application_id

    def show(self, application_id: str, table_id: str) -> bool:
        """Put another application on the board, or let another table write; what was written goes up.

        Returns ``False`` and stays when what stands in an editor can be neither stuck up nor kept.
        """
        if (application_id, table_id) == (self._application_id, self._table_id):
            return True
        if not self.stick_up():
            return False
        self._application_id, self._table_id = application_id, table_id
        for column in self._board.order:
            column.editor.clear()
            column.show_notice(None)
        self.refresh()
        self._bring_back()
        return True

    def refresh(self) -> None:
        """Read the notes of the application anew; rows that are the same stay where they are."""
        notes = self._context.session.notes.of_topic(self._application_id) if self._application_id else ()
        self._board.set_notes(cards_of(notes, self._frame, table_id=self._table_id, only_own=self._only_own))

    def focus_editor(self, number: int) -> None:
        """Put the caret in the editor of question ``number``."""
        ids = list(self._board.columns)
        if 1 <= number <= len(ids) and not self._context.session.read_only:
            self._board.focus_editor(ids[number - 1])
        elif 1 <= number <= len(ids):
            self._board.show_question(ids[number - 1])
            self._board.columns[ids[number - 1]].view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stick_up(self) -> bool:
        """Stick up whatever stands in the editors; return whether nothing is left that could be lost."""
        safe = [self._put_away(question_id) for question_id in self._board.columns]
        return all(safe)

    def keep_drafts(self) -> bool:
        """Keep whatever stands in the editors, for when the day is opened again; tell whether all is safe."""
        safe = []
        for question_id, column in self._board.columns.items():
            ended = self._end_edit(question_id)
            safe.append(ended and self._keep(question_id, column.editor.content()))
        return all(safe)

    def let_go(self) -> None:
        """Write nothing any more: the day is being closed, or another view of it takes over."""
        self._let_go = True

    def _put_away(self, question_id: str) -> bool:
        if not self._end_edit(question_id):
            return False
        content = self._board.columns[question_id].editor.content()
        if not self._application_id or _is_blank(content):
            return True
        if self._submit(question_id):
            self._context.commands.offer_undo()
            return True
        return self._keep(question_id, content)

    def _submit(self, question_id: str) -> bool:
        column = self._board.columns[question_id]
        content, place = column.editor.content(), self._place(question_id)
        notes = self._context.session.notes
        refusal = self._context.commands.do(lambda: notes.add(place, content)[1], quiet=True)
        if refusal:
            column.editor.show_error(refusal)
            return False
        column.editor.clear()
        column.show_notice(None)
        column.view.scrollToBottom()
        return True

    def _keep(self, question_id: str, content: NoteContent) -> bool:
        """Keep ``content`` as a draft; return whether it is safe."""
        if self._let_go:
            return True
        if not self._application_id or self._context.session.read_only:
            return _is_blank(content)
        kept = NoteContent() if _is_blank(content) else content
        place, notes = self._place(question_id), self._context.session.notes
        refusal = self._context.commands.do(lambda: notes.keep_draft(place, kept), quiet=True)
        if refusal:
            self._board.columns[question_id].editor.show_error(refusal)
        return not refusal

    def _end_edit(self, question_id: str) -> bool:
        """Save a change that is under way, or what was written in it; return whether that is safe."""
        if not self._is_editing(question_id):
            return True
        column = self._board.columns[question_id]
        content = column.editor.content()
        if not _is_blank(content):
            column.editor.submit()
        if not self._is_editing(question_id):
            return True
        column.end_edit()
        return self._rescue(question_id, content)

    def _is_editing(self, question_id: str) -> bool:
        return self._board.columns[question_id].editor.is_editing

    def _save_edit(self, question_id: str, note_id: str, content: NoteContent) -> None:
        column, notes = self._board.columns[question_id], self._context.session.notes
        refusal = self._context.commands.do(lambda: notes.edit(note_id, content), quiet=True)
        if refusal:
            column.editor.show_error(refusal)
            return
        column.end_edit()
        self._keep(question_id, column.editor.content())
        self._context.commands.offer_undo()

    def _keep_edit(self, question_id: str, content: NoteContent) -> None:
        """Keep what a change says so far, after what was set aside for it: a crash loses neither."""
        editor = self._board.columns[question_id].editor
        self._keep(question_id, joined(editor.set_aside, content))

    def _set_edit_aside(self, question_id: str, note_id: str, content: NoteContent) -> None:
        """Leave the note as it was, with what had been written one step of redo away."""
        self._keep(question_id, self._board.columns[question_id].editor.content())
        if _is_blank(content):
            return
        notes = self._context.session.notes
        written: list[bool] = []

        def edit() -> Changes:
            changes = notes.edit(note_id, content)
            written.append(bool(changes.notes))
            return changes

        if self._context.commands.do(edit, quiet=True):
            self._rescue(question_id, content)
        elif any(written):
            self._context.commands.undo()
            self._context.commands.remark(_("The note is as it was. Ctrl+Y brings back what you wrote."))

    def _rescue(self, question_id: str, content: NoteContent) -> bool:
        """Leave in the editor what a change said and could not be saved as one; return whether it is kept."""
        column = self._board.columns[question_id]
        whole = joined(column.editor.content(), content)
        column.editor.set_content(whole)
        return self._keep(question_id, whole)

    def _bring_back(self) -> None:
        """Put back into the editors what did not get up last time, and say so above each."""
        for draft in self._context.session.notes.drafts():
            place = draft.place
            here = (place.topic_id, place.table_id) == (self._application_id, self._table_id)
            column = self._board.columns.get(place.question_id)
            if here and column is not None:
                column.editor.set_content(draft.content)
                notice = DraftNotice(draft.saved_at, column)
                notice.thrown_away.connect(lambda key=place.question_id: self._throw_away(key))
                column.show_notice(notice)
                QWidget.setTabOrder(column.view, notice.throw)
                QWidget.setTabOrder(notice.throw, column.editor.text_box)

    def _throw_away(self, question_id: str) -> None:
        column = self._board.columns[question_id]
        column.editor.clear()
        column.show_notice(None)
        self._keep(question_id, NoteContent())
        column.editor.focus_text()

    def _place(self, question_id: str) -> Place:
        return Place(self._application_id, question_id, self._table_id)

    def _follow(self, changes: Changes) -> None:
        if changes.questions or changes.workshop or changes.readings:
            self._frame = self._context.session.day.frame()
        if self._application_id in changes.topics:
            self.refresh()


def _is_blank(content: NoteContent) -> bool:
    return not (content.text.strip() or content.proposal.strip() or content.parties)
