"""Owns the short list with numbers: a digit chooses, and so do the arrows and Enter."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lines.options import Option, OptionDelegate, Options
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CHOOSE = {*_ENTER, Qt.Key.Key_Space}
_LEAST, _MOST, _HIGH, _MOST_LINES = 300, 560, 34, 5


class ChoiceList(QListView):
    """Options with numbers from 1, in as many columns as there is room for."""

    picked = Signal(str)
    """An option was chosen; carries its key."""
    done = Signal()
    """Enter in a list of ticks: nothing more is to be ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._typed = ""
        self._options = Options()
        super().__init__(parent)
        self._options.setParent(self)
        self.setModel(self._options)
        self.setItemDelegate(OptionDelegate(self))
        self.setProperty("frameless", "true")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_theme(self._dress)

    @property
    def options(self) -> Sequence[Option]:
        """What there is to choose from."""
        return self._options.rows

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer ``options``; one that is only ticked or not stays where it is."""
        self._typed = ""
        self._options.set_rows(options)
        if not self.currentIndex().isValid() and options:
            self._go(0)
        self._fit()

    def begin(self) -> None:
        """Go to the first option and take the keyboard."""
        self._typed = ""
        self._go(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: digits, Enter and Space choose; among ticks, Enter is the end of it."""
        digit = event.text()
        if event.key() in _ENTER and any(option.ticked is not None for option in self.options):
            self.done.emit()
        elif event.key() in _CHOOSE and self.currentIndex().isValid():
            self._pick(self.currentIndex().row())
        elif digit.isascii() and digit.isdigit():
            self._on_digit(digit)
        else:
            self._typed = ""
            super().keyPressEvent(event)

    @guarded(default=None)
    def keyboardSearch(self, search: str) -> None:
        """Qt override: typing is for the numbers."""
        del search

    @guarded(default=None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt override: a click chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._pick(index.row())

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: some option is always the current one."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._go(0)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _on_digit(self, digit: str) -> None:
        """Choose by number; where a longer number is possible, wait for more or Enter."""
        count = len(self._options.rows)
        typed = f"{self._typed}{digit}".lstrip("0")
        number = int(typed or "0")
        if not 1 <= number <= count:
            typed = digit.lstrip("0")
            number = int(typed or "0")
        if not 1 <= number <= count:
            self._typed = ""
        elif number * 10 > count:
            self._pick(number - 1)
        else:
            self._typed = typed
            self._go(number - 1)

    def _pick(self, place: int) -> None:
        self._typed = ""
        self._go(place)
        self.picked.emit(self._options.rows[place].key)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._options.rows):
            index = self._options.index(place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _fit(self) -> None:
        theme = current_theme()
        count, room = max(1, len(self._options.rows)), max(1, self.width() - theme.px(14))
        columns = min(count, max(1, room // self._wanted()))
        size = QSize(room // columns, theme.px(_HIGH))
        if self.gridSize() != size:
            self.setGridSize(size)
        lines = min(-(-count // columns), _MOST_LINES)
        self.setFixedHeight(lines * size.height() + 4)

    def _wanted(self) -> int:
        """Return how wide a column should be for the longest option to be seen whole, within reason."""
        theme = current_theme()
        words, remarks = QFontMetrics(theme.font(Role.BODY, SEMIBOLD)), QFontMetrics(theme.font(Role.SMALL))
        longest = max(
            (
                words.horizontalAdvance(row.words) + remarks.horizontalAdvance(f"  {row.remark}")
                for row in self._options.rows
            ),
            default=0,
        )
        return min(max(theme.px(_LEAST), longest + theme.px(80)), theme.px(_MOST))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self._fit()
