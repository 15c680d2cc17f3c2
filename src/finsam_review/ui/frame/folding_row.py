"""Owns the row that folds: two parts beside each other, below each other where room is short."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme


class FoldingRow(QWidget):
    """``first`` takes the room there is, at least ``least`` design px; ``second`` what it asks for.

    ``inset`` puts air around both.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        parent: QWidget | None = None,
        *,
        least: int = 200,
        inset: bool = True,
    ) -> None:
        super().__init__(parent)
        self._second, self._least, self._inset = second, least, inset
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(first, 1)
        self._row.addWidget(second)
        follow_theme(self._dress)

    @property
    def is_folded(self) -> bool:
        """Whether the parts stand below each other."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: as narrow as it is when folded, so that it can get there."""
        hint = super().minimumSizeHint()
        sides = self._row.contentsMargins().left() + self._row.contentsMargins().right()
        return QSize(self._second.minimumSizeHint().width() + sides, hint.height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme = current_theme()
        needed = self._second.sizeHint().width() + theme.px(self._least) + theme.px(40)
        folded = self.width() < needed
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)

    def _dress(self) -> None:
        theme = current_theme()
        side, top = (theme.px(16), theme.px(8)) if self._inset else (0, 0)
        self._row.setContentsMargins(side, top, side, top)
        self._row.setSpacing(theme.px(8))
        self._fold()
