"""Owns the ground a cell stands on: the row one is at, the ring around the cell, the line beneath."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.look import Theme, current_theme
from finsam_review.ui.themes_page.matrix.model import CellRole
from finsam_review.ui.themes_page.matrix.painting import paint_cell

ROW_HIGH = 32
"""Design px of a row."""


class ThemeCellDelegate(QStyledItemDelegate):
    """Paints cells; ``current`` is the row and column one is at."""

    current = (-1, -1)

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt override: the size of the cell."""
        return QSize(QRect(option.rect).width(), current_theme().px(ROW_HIGH))

    @guarded(default=None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt override: one cell."""
        theme, box = current_theme(), QRect(option.rect)
        paint_ground(painter, box, theme, chosen=index.row() == self.current[0])
        paint_cell(painter, QRectF(box), index.data(CellRole.CELL), theme)
        if (index.row(), index.column()) == self.current:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            paint_ring(painter, QRectF(box), theme, width=3 if focused else 1)


def paint_ground(painter: QPainter, box: QRect, theme: Theme, *, chosen: bool) -> None:
    """Paint the ground of a cell or of a row's head, and the line beneath it."""
    painter.fillRect(box, theme.colour("accent_soft" if chosen else "surface"))
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("line"))


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, *, width: int) -> None:
    """Paint the frame inside ``box`` that tells where one is."""
    painter.save()
    painter.setPen(
        QPen(
            theme.colour("accent"),
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.SquareCap,
            Qt.PenJoinStyle.MiterJoin,
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()
