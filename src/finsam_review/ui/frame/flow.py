"""Owns the layout that sets widgets side by side and goes on to a new line when the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from finsam_review.ui.guard import guarded


class FlowLayout(QLayout):
    """Widgets at their own size, ``air`` px apart, on as many lines as they need."""

    _items: list[QLayoutItem]
    _air = 0

    def __init__(self, parent: QWidget | None = None, *, air: int = 6) -> None:
        self._items = []
        super().__init__(parent)
        self._air = air
        self.setContentsMargins(0, 0, 0, 0)

    def set_air(self, air: int) -> None:
        """Keep widgets ``air`` px apart from now on."""
        self._air = air
        self.invalidate()

    @guarded(default=None)
    def addItem(self, item: QLayoutItem) -> None:
        """Qt override: one more."""
        self._items.append(item)

    @guarded(default=0)
    def count(self) -> int:
        """Qt override: how many."""
        return len(self._items)

    @guarded(default=None)
    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt override: the one at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded(default=None)
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt override: take the one at ``index`` away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @guarded(default=Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        """Qt override: grows in no direction of its own."""
        return Qt.Orientation(0)

    @guarded(default=True)
    def hasHeightForWidth(self) -> bool:
        """Qt override: lines depend on the width."""
        return True

    @guarded(default=0)
    def heightForWidth(self, width: int) -> int:
        """Qt override: the height of the lines at ``width``."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @guarded(default=None)
    def setGeometry(self, rect: QRect) -> None:
        """Qt override: set everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: everything on one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._air * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @guarded(default=QSize)
    def minimumSize(self) -> QSize:
        """Qt override: the widest alone."""
        hints = [item.sizeHint() for item in self._items]
        tall = max((hint.height() for hint in hints), default=0)
        return QSize(max((hint.width() for hint in hints), default=0), tall)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tall = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y = rect.x(), y + tall + self._air
                tall = 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._air
            tall = max(tall, hint.height())
        return y + tall - rect.y()
