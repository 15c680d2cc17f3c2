"""Owns the looks of a row: number, title, applicant and amount, and the matrix of answers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.ui.application_list.fitting import fitted_line, fitted_remarks
from finsam_review.ui.application_list.matrix import MatrixShape, paint_matrix
from finsam_review.ui.application_list.model import RowRole
from finsam_review.ui.application_list.row import ApplicationRow
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme, current_theme

NUMBER_RIGHT = 32
TITLE_LEFT = 42
_HIGH = 52
_STRIP_HIGH = 40
_RIGHT = 18


class ApplicationDelegate(QStyledItemDelegate):
    """Paints an application in full, or as a number and n/9 in the folded strip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.folded = False
        self.matrix = MatrixShape(3, 3, wide=True)
        self.row_width = 0

    def matrix_left(self, width: int) -> int:
        """Return where the matrix begins in a row of ``width`` px."""
        px = current_theme().px
        return max(px(TITLE_LEFT + 90), width - px(_RIGHT) - px(self.matrix.width))

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt override: 52 px, more when the matrix has more lines, 40 px in the strip."""
        px = current_theme().px
        high = _STRIP_HIGH if self.folded else max(_HIGH, self.matrix.height + 14)
        return QSize(QRect(option.rect).width(), px(high))

    @guarded(default=None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt override: one application."""
        theme, box, row = current_theme(), QRect(option.rect), index.data(RowRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if self.folded:
            _paint_folded(painter, box, row, theme)
        else:
            _paint_number(painter, box, row, theme, chosen=chosen)
            left = box.left() + self.matrix_left(self.row_width or box.width())
            self._paint_words(painter, box, row, left)
            paint_matrix(painter, row.badges, QPointF(left, box.center().y() + 0.5), self.matrix, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem) -> None:
        theme, state = current_theme(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("sunken"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(4), box.height()), theme.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -2.5))

    def _paint_words(self, painter: QPainter, box: QRect, row: ApplicationRow, right: int) -> None:
        theme = current_theme()
        left = box.left() + theme.px(TITLE_LEFT)
        room = right - left - theme.px(10)
        title, small = theme.font(Role.BODY, SEMIBOLD), theme.font(Role.SMALL, REGULAR)
        high = QFontMetrics(title).height() + QFontMetrics(small).height()
        y = box.top() + (box.height() - high) // 2
        _draw_line(painter, QRect(left, y, room, high), row.short_title, title, theme.colour("ink"))
        y += QFontMetrics(title).height()
        if row.remarks:
            wide = self._paint_remarks(painter, QRect(left, y, room, high), row)
            left, room = left + wide, room - wide
        painter.setFont(small)
        line = fitted_line(row, room, painter.fontMetrics())
        _draw_line(painter, QRect(left, y, room, high), line, small, theme.colour("ink2"))

    def _paint_remarks(self, painter: QPainter, room: QRect, row: ApplicationRow) -> int:
        """Paint what is not in order before the second line; return the width it took in px."""
        theme = current_theme()
        font = theme.font(Role.SMALL, SEMIBOLD)
        side = theme.px(16)
        icon_box = QRectF(room.left(), room.top() + theme.px(2), side, side)
        paint_icon(painter, "warning", icon_box, theme.colour("warn"))
        words = QRect(room.left() + theme.px(20), room.top(), room.width() - theme.px(20), room.height())
        painter.setFont(font)
        remarks = fitted_remarks(row, words.width(), painter.fontMetrics())
        _draw_line(painter, words, remarks, font, theme.colour("warn"))
        return theme.px(30) + min(words.width(), QFontMetrics(font).horizontalAdvance(remarks))


def _paint_number(painter: QPainter, box: QRect, row: ApplicationRow, theme: Theme, *, chosen: bool) -> None:
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    painter.setPen(theme.colour("ink" if chosen else "ink2"))
    room = QRect(box.left(), box.top(), theme.px(NUMBER_RIGHT), box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.number))


def _paint_folded(painter: QPainter, box: QRect, row: ApplicationRow, theme: Theme) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    room = box.adjusted(theme.px(9), 0, -theme.px(9), 0)
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    painter.setPen(theme.colour("ink"))
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, str(row.number))
    if row.asked and row.answered == row.asked:
        side = theme.px(17)
        tick = QRectF(room.right() - side, box.center().y() - side / 2, side, side)
        paint_icon(painter, "check-circle-fill", tick, theme.colour("ok"))
        return
    painter.setFont(theme.font(Role.SMALL, REGULAR))
    painter.setPen(theme.colour("warn" if row.loose else "ink2"))
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, f"{row.answered}/{row.asked}")


def _draw_line(painter: QPainter, room: QRect, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    metrics = painter.fontMetrics()
    cut = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room.left(), room.top() + metrics.ascent(), cut)
