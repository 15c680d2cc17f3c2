"""Owns the looks of the table: cells, chips, the row one is at, and the heads that sort."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.ui.follow_up_page.situation.model import SituationRole
from finsam_review.ui.follow_up_page.situation.rows import Column, SituationRow, heads
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.state_chips import chip_width, paint_chip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme, current_theme

_Index = QModelIndex | QPersistentModelIndex
ROW_HIGH, HEAD_HIGH = 50, 36
AIR = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SituationDelegate(QStyledItemDelegate):
    """Paints cells. ``current`` is the row one is at, ``focused`` whether the keyboard is in the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.current, self.focused = -1, False
        self.last = int(Column.JUDGED)

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Qt override: two lines of text."""
        return QSize(10, current_theme().px(ROW_HIGH))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one cell."""
        row = index.data(SituationRole.ROW)
        if not isinstance(row, SituationRow):
            return
        theme, box, column = current_theme(), QRectF(option.rect), Column(index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = index.row() == self.current
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "accent_soft" if here else "sunken" if hovered else "surface"
        painter.fillRect(box, theme.colour(ground))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
        if column is Column.APPLICATION:
            _paint_application(painter, box, row, theme)
        elif column is Column.REPLY:
            left, widest = box.left() + theme.px(AIR - 4), box.width() - theme.px(AIR)
            right = left + min(chip_width(row.look), widest)
            paint_chip(painter, box, row.look, right=right, widest=widest)
        else:
            painter.setPen(theme.colour("ink"))
            _line(painter, box.adjusted(theme.px(AIR), 0, -4, 0), row.text(column), theme.font(Role.SMALL))
        if here:
            self._paint_frame(painter, box, column, theme)
        painter.restore()

    def _paint_frame(self, painter: QPainter, box: QRectF, column: Column, theme: Theme) -> None:
        """Paint the bar of the row one is at, and its part of the ring."""
        accent = theme.colour("accent")
        if column is Column.APPLICATION:
            painter.fillRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), accent)
        if not self.focused:
            return
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 3), accent)
        painter.fillRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3), accent)
        if column == self.last:
            painter.fillRect(QRectF(box.right() - 3, box.top(), 3, box.height()), accent)


class SituationHeads(QHeaderView):
    """The names of the columns; a press sorts by one, a second press turns the order round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        follow_theme(self._dress)

    @guarded(default=None)
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Qt override: one name, and an arrow where it decides the order."""
        theme, box = current_theme(), QRectF(rect)
        painter.save()
        painter.fillRect(box, theme.colour("surface"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line2"))
        font = theme.font(Role.SMALL, SEMIBOLD)
        painter.setPen(theme.colour("ink2"))
        left = theme.px(16 if logical == Column.APPLICATION else AIR)
        words = heads()[Column(logical)]
        _line(painter, box.adjusted(left, 0, -theme.px(4), 0), words, font)
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == logical:
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            side = theme.px(14)
            x = box.left() + left + QFontMetricsF(font).horizontalAdvance(words) + theme.px(4)
            if x + side <= box.right():
                spot = QRectF(x, box.center().y() - side / 2, side, side)
                paint_icon(painter, "caret-down" if down else "caret-up", spot, theme.colour("accent"))
        painter.restore()

    def _dress(self) -> None:
        self.setFixedHeight(current_theme().px(HEAD_HIGH))
        self.viewport().update()


def _paint_application(painter: QPainter, box: QRectF, row: SituationRow, theme: Theme) -> None:
    px = theme.px
    bold, plain = theme.font(Role.BODY, SEMIBOLD), theme.font(Role.BODY, REGULAR)
    number = max(QFontMetricsF(plain).horizontalAdvance("00"), px(18))
    room = QRectF(box.left() + px(16), box.top() + px(4), box.width() - px(20), px(21))
    painter.setPen(theme.colour("ink"))
    _line(painter, room, str(row.number), plain)
    words = room.adjusted(number + px(6), 0, 0, 0)
    _line(painter, words, row.title, bold)
    painter.setPen(theme.colour("ink2"))
    _line(painter, words.translated(0, px(20)), row.applicant, theme.font(Role.SMALL, REGULAR))


def _line(painter: QPainter, room: QRectF, text: str, font: QFont) -> None:
    cut = QFontMetricsF(font).elidedText(
        text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0.0, room.width())
    )
    painter.setFont(font)
    painter.drawText(room, _MIDDLE, cut)
