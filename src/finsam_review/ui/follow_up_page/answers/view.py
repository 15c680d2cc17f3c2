"""Owns the list of points: 1, 2 and 3 answer the one that is chosen, 0 takes the answer back."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from finsam_review.domain.follow_up.responses import Answer
from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.answers.look import AnswerLook
from finsam_review.ui.follow_up_page.answers.row import AnswerRow
from finsam_review.ui.follow_up_page.rows.delegate import RowDelegate
from finsam_review.ui.follow_up_page.rows.looks import WordsLook, WordsRow
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.theme.look import current_theme

_KEYS = {
    Qt.Key.Key_1: Answer.ANSWERED.value,
    Qt.Key.Key_2: Answer.PARTLY.value,
    Qt.Key.Key_3: Answer.NOT.value,
    Qt.Key.Key_0: "none",
    Qt.Key.Key_Delete: "none",
    Qt.Key.Key_Return: "remark",
    Qt.Key.Key_Enter: "remark",
    Qt.Key.Key_F2: "remark",
    Qt.Key.Key_N: "next",
}


class AnswersView(RowsView):
    """Points as they were sent. ``asked`` carries an answer, or *none*, *remark* or *next*."""

    _look: AnswerLook | None = None
    _open = True

    answered = Signal(str, str)
    """An answer was pressed with the mouse; carries the key of the point and the answer."""

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _KEYS, parent, many=False)
        self.setAccessibleName(_("Points that were sent"))

    @property
    def current_row(self) -> AnswerRow | None:
        """The point that is chosen."""
        index = self.currentIndex()
        row = self.rows.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, AnswerRow) else None

    def set_open(self, *, is_open: bool) -> None:
        """Let answers be chosen, or only be shown."""
        self._open = is_open
        if self._look is not None:
            self._look.open = is_open
        self.viewport().update()

    @guarded(default=None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt override: a press on an answer chooses it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or self._look is None:
            return
        row, box = self.rows.row_at(index.row()), self.visualRect(index)
        if isinstance(row, AnswerRow):
            at = event.position() - QPointF(box.topLeft())
            answer = self._look.answer_at(row, box.width(), at)
            if answer is not None:
                self.answered.emit(row.key, answer.value)

    def _side(self) -> int:
        return 16

    def _air(self) -> int:
        return 8

    def _dress(self) -> None:
        theme = current_theme()
        self._look = AnswerLook(theme)
        self._look.open = self._open
        self.use(RowDelegate({AnswerRow: self._look, WordsRow: WordsLook(theme)}, self))
