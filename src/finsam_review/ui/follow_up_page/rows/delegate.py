"""Owns the delegate of the page's lists: each sort of row has a look that measures and paints it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import RowRole
from finsam_review.ui.theme.look import Theme, current_theme

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class State:
    """How a row stands in its list."""

    chosen: bool = False
    focused: bool = False
    hovered: bool = False


class Look(Protocol):
    """Measures and paints one sort of row."""

    def height(self, row: Any, width: int) -> int:
        """Return the height in px of ``row`` when it is ``width`` px wide."""

    def paint(self, painter: QPainter, box: QRectF, row: Any, state: State) -> None:
        """Paint ``row`` into ``box``."""


class RowDelegate(QStyledItemDelegate):
    """Paints rows by the look of their sort."""

    def __init__(self, looks: Mapping[type, Look], parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks

    @property
    def measure(self) -> "RowDelegate":
        """What the view measures rows by."""
        return self

    def height(self, row: object, width: int) -> int:
        """Return the height in px of ``row`` when it is ``width`` px wide."""
        return self._looks[type(row)].height(row, width)

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt override: the size at the width asked for."""
        width = QRect(option.rect).width()
        return QSize(width, self.height(index.data(RowRole.ROW), width))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one row."""
        row, flags = index.data(RowRole.ROW), QStyle.StateFlag
        state = State(
            chosen=bool(option.state & flags.State_Selected),
            focused=bool(option.state & flags.State_HasFocus),
            hovered=bool(option.state & flags.State_MouseOver),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._looks[type(row)].paint(painter, QRectF(option.rect), row, state)
        painter.restore()


def paint_card(painter: QPainter, box: QRectF, state: State, *, theme: Theme | None = None) -> None:
    """Paint the frame of a row that is a card: quiet, chosen, or where the keyboard is."""
    theme = theme or current_theme()
    edge = 3 if state.focused else 2 if state.chosen else 1
    quiet = theme.colour("line2" if theme.tokens.plain else "line")
    painter.setPen(QPen(theme.colour("accent") if edge > 1 else quiet, edge))
    painter.setBrush(theme.colour("sunken" if state.hovered and not state.chosen else "surface"))
    inside = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.drawRoundedRect(inside, theme.px(8), theme.px(8))


def paint_ground(painter: QPainter, box: QRectF, state: State) -> None:
    """Paint what is behind a row that is none: a bar where it is chosen, a frame where the keyboard is."""
    theme = current_theme()
    if state.chosen:
        painter.fillRect(QRectF(box.left(), box.top(), theme.px(3), box.height()), theme.colour("accent"))
    if state.focused:
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -1.5))
