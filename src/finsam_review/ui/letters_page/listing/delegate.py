"""Owns the looks of a letter's row: the box to tick, number and title, the address, how far it has come."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.letters_page.listing.rows import LetterRow
from finsam_review.ui.marks.state_chips import paint_chip
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_HIGH, _BOX, _BOX_LEFT, _TEXT_LEFT, _RIGHT = 50, 20, 15, 45, 12
_WIDEST_CHIP = 0.44
"""Of the row's width: the title is what one looks for."""


class LetterDelegate(QStyledItemDelegate):
    """Paints one letter; the row that asks something is higher than the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asking, self._room = -1, 0

    def row_height(self) -> int:
        """Return the height of a row that asks nothing, in px."""
        return current_theme().px(_HIGH)

    def make_room(self, place: int, height: int) -> None:
        """Let the row at ``place`` be ``height`` px high in all; -1 for none."""
        self._asking, self._room = place, height

    def box_of(self, row: QRect) -> QRectF:
        """Return where a press ticks a row: the box, and some air around it."""
        px = current_theme().px
        return QRectF(row.left(), row.top(), px(_TEXT_LEFT - 3), self.row_height())

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt override: two lines, and what is asked below them."""
        high = self._room if index.row() == self._asking else self.row_height()
        return QSize(current_theme().px(200), max(high, self.row_height()))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one letter."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, LetterRow):
            return
        theme = current_theme()
        whole = QRectF(option.rect)
        box = QRectF(whole.left(), whole.top(), whole.width(), self.row_height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, whole)
        _paint_box(painter, box, ticked=row.ticked)
        edge = box.right() - theme.px(_RIGHT)
        right = paint_chip(painter, box, row.look, right=edge, widest=box.width() * _WIDEST_CHIP)
        left = box.left() + theme.px(_TEXT_LEFT)
        room = QRectF(left, box.top() + theme.px(4), max(0, right - left - theme.px(8)), theme.px(21))
        _paint_title(painter, room, row)
        tone = "warn" if row.needs_address or row.shares else "ink2"
        painter.setPen(theme.colour(tone))
        _line(painter, room.translated(0, theme.px(20)), row.second_line, theme.font(Role.SMALL, REGULAR))
        painter.restore()


def _paint_title(painter: QPainter, room: QRectF, row: LetterRow) -> None:
    theme = current_theme()
    plain, bold = theme.font(Role.BODY, REGULAR), theme.font(Role.BODY, SEMIBOLD)
    painter.setPen(theme.colour("ink"))
    width = max(QFontMetricsF(plain).horizontalAdvance(str(row.number)), theme.px(9))
    _line(painter, room, str(row.number), plain)
    _line(painter, room.adjusted(width + theme.px(8), 0, 0, 0), row.title, bold)


def _line(painter: QPainter, room: QRectF, text: str, font: QFont) -> None:
    cut = QFontMetricsF(font).elidedText(
        text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, room.width())
    )
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    theme, state = current_theme(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "accent_soft" if chosen else "sunken" if hovered else "surface"
    painter.fillRect(box, theme.colour(ground))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), theme.colour("accent"))
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))


def _paint_box(painter: QPainter, row: QRectF, *, ticked: bool) -> None:
    theme = current_theme()
    side = theme.px(_BOX)
    box = QRectF(row.left() + theme.px(_BOX_LEFT) + 0.5, row.center().y() - side / 2, side, side)
    painter.setPen(QPen(theme.colour("line2"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    if ticked:
        inset = side * 0.16
        paint_icon(painter, "check-bold", box.adjusted(inset, inset, -inset, -inset), theme.colour("accent"))
