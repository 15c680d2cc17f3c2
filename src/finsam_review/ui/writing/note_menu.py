"""Owns what can be done with a chosen note: change, move to another question, take down."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from finsam_review.i18n import gettext as _
from finsam_review.ui.board.board import Board
from finsam_review.ui.context import DayContext


class NoteMenu(QObject):
    """Answers the keys and the ⋯ of every note on a board."""

    def __init__(self, context: DayContext, board: Board) -> None:
        super().__init__(board)
        self._context = context
        self._board = board
        board.edit_requested.connect(self._edit)
        board.remove_requested.connect(self._remove)
        board.move_requested.connect(self._ask_where)
        board.menu_requested.connect(self._open)

    def menu_for(self, question_id: str, note_id: str) -> QMenu:
        """Return the menu of a note; the caller opens it and lets it go."""
        menu = QMenu(self._board)
        menu.addAction(_("Change the note")).triggered.connect(lambda: self._edit(question_id, note_id))
        self._fill_move(menu.addMenu(_("Move to")), question_id, note_id)
        menu.addSeparator()
        menu.addAction(_("Take down the note")).triggered.connect(lambda: self._remove(question_id, note_id))
        return menu

    def move_menu_for(self, question_id: str, note_id: str) -> QMenu:
        """Return the menu of places a note can be moved to; 1, 2 and 3 choose in it."""
        menu = QMenu(self._board)
        self._fill_move(menu, question_id, note_id)
        return menu

    def _edit(self, question_id: str, note_id: str) -> None:
        if not self._context.session.read_only:
            note = self._context.session.notes.get(note_id)
            self._board.columns[question_id].begin_edit(note_id, note.content)

    def _remove(self, _question_id: str, note_id: str) -> None:
        notes = self._context.session.notes
        if not self._context.commands.do(lambda: notes.remove(note_id)):
            self._context.commands.offer_undo()

    def _move(self, note_id: str, question_id: str) -> None:
        notes = self._context.session.notes
        if not self._context.commands.do(lambda: notes.move(note_id, question_id)):
            self._context.commands.offer_undo()

    def _ask_where(self, question_id: str, note_id: str) -> None:
        view = self._board.columns[question_id].view
        corner = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
        self._show(self.move_menu_for(question_id, note_id), corner)

    def _open(self, question_id: str, note_id: str, corner: QPoint) -> None:
        self._show(self.menu_for(question_id, note_id), corner)

    def _show(self, menu: QMenu, corner: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def _fill_move(self, menu: QMenu, question_id: str, note_id: str) -> None:
        for column in self._board.order:
            question = column.question
            if question.question_id == question_id:
                continue
            words = f"&{question.number}  {question.short_text.replace('&', '&&')}"
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, key=question.question_id: self._move(note_id, key)
            )
