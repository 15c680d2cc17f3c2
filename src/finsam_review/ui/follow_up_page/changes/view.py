"""Owns the list of changes: read from top to bottom, from change to change, tall rows line by line."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.changes.looks import looks
from finsam_review.ui.follow_up_page.changes.row import ChangeRow
from finsam_review.ui.follow_up_page.rows.delegate import RowDelegate
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import Row, RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.theme.look import current_theme

Action = QAbstractItemView.CursorAction
_STEP = 66
"""Design px that an arrow scrolls within a row that is taller than what is seen."""


class ChangesView(RowsView):
    """What changed. ``place_changed`` tells that other rows are seen than before."""

    place_changed = Signal()

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, {}, parent, many=False)
        self.setAccessibleName(_("What changed"))
        self.verticalScrollBar().valueChanged.connect(self.place_changed)
        self.verticalScrollBar().rangeChanged.connect(self.place_changed)

    @property
    def first_seen(self) -> Row | None:
        """The row at the upper edge; ``None`` in an empty list."""
        seen = self._seen()
        return self.rows.row_at(seen[0]) if seen else None

    @property
    def numbers_seen(self) -> tuple[int, ...]:
        """The numbers of the changes that are seen, each once."""
        rows = (self.rows.row_at(place) for place in self._seen())
        found = (row.number for row in rows if isinstance(row, ChangeRow) and row.number)
        return tuple(dict.fromkeys(found))

    def step_change(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) change; return whether there is one.

        It goes on from the change one is at, or from what is seen when one is at none.
        """
        places = [place for place, row in enumerate(self.rows.rows) if _begins(row)]
        here = self.currentIndex().row() if self.hasFocus() else -1
        if here < 0 or not isinstance(self.rows.row_at(here), ChangeRow):
            seen = self._seen()
            here = (seen[0] if seen else 0) - (step > 0)
        onward = [place for place in places if (place > here if step > 0 else place < here)]
        if not onward:
            return False
        self.go_to(onward[0] if step > 0 else onward[-1])
        return True

    def go_to(self, place: int) -> None:
        """Choose the row at ``place`` and bring it to the upper edge."""
        self.choose(self.rows.row_at(place).key)
        self.scrollTo(self.rows.index(place), QAbstractItemView.ScrollHint.PositionAtTop)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Ctrl+C copies the words of the row, as the revised version has them."""
        index = self.currentIndex()
        if not event.matches(QKeySequence.StandardKey.Copy) or not index.isValid():
            super().keyPressEvent(event)
            return
        row = self.rows.row_at(index.row())
        QApplication.clipboard().setText(row.text.text if isinstance(row, ChangeRow) else row.spoken)

    @guarded(default=QModelIndex)
    def moveCursor(self, action: Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Qt override: what is taller than the view is read to its end before the next row comes."""
        step = {Action.MoveDown: 1, Action.MoveUp: -1}.get(action, 0)
        box, high = self.visualRect(self.currentIndex()), self.viewport().height()
        if step and box.isValid():
            beyond = box.bottom() - high if step > 0 else -box.top()
            if beyond > 0 and box.height() > high:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + step * min(beyond + 8, current_theme().px(_STEP)))
                return self.currentIndex()
        return super().moveCursor(action, modifiers)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: another width, other rows in sight."""
        super().resizeEvent(event)
        self.place_changed.emit()

    def _seen(self) -> list[int]:
        """Return the places of the rows of which at least a line is seen."""
        top, high = self.verticalOffset(), self.viewport().height()
        line = current_theme().px(16)
        inside = self._masonry.between(top + line, top + high - line)
        boxes = ((place, self._masonry.rect(place)) for place in inside)
        return [place for place, box in boxes if box.bottom() >= top + line]

    def _side(self) -> int:
        return 10

    def _air(self) -> int:
        return 0

    def _dress(self) -> None:
        self.use(RowDelegate(looks(current_theme()), self))


def _begins(row: Row) -> bool:
    return isinstance(row, ChangeRow) and row.number > 0 and row.part == 0
