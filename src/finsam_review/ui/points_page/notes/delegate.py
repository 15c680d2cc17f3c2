"""Owns the looks of a row of notes: badge, words, chips, and below them what became of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.painting import paint_letter_box, paint_mark
from finsam_review.ui.points_page.lists.rows_model import RowRole
from finsam_review.ui.points_page.notes.row import Fate, NoteRow
from finsam_review.ui.points_page.notes.shape import LETTER, NoteMeasure, NoteShape, said
from finsam_review.ui.theme.fonts import BOLD, Role
from finsam_review.ui.theme.look import current_theme

_ICONS = {
    Fate.LEFT: "circle-dashed",
    Fate.QUOTED: "quotes",
    Fate.MERGED: "stack",
    Fate.ASIDE: "archive",
}
_Index = QModelIndex | QPersistentModelIndex


class NoteDelegate(QStyledItemDelegate):
    """Paints rows of notes. A lit row has the tint of its table; a chosen one a frame and a bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.measure = NoteMeasure(current_theme())

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt override: the size at the width asked for."""
        width = QRect(option.rect).width()
        return QSize(width, self.measure.height(index.data(RowRole.ROW), width))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one note."""
        row: NoteRow = index.data(RowRole.ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, row, option.state, lit=bool(index.data(RowRole.LIT)))
        shape = self.measure.shape(row, round(box.width()))
        self._paint_badge(painter, box, row)
        painter.setPen(self.measure.theme.colour("ink"))
        laid = self.measure.words.laid_out(said(row), self.measure.text_width(round(box.width())))
        laid.draw(painter, box.topLeft() + shape.text_at)
        self._paint_chips(painter, box, row, shape)
        self._paint_status(painter, box, row, shape)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, row: NoteRow, state: QStyle.StateFlag, *, lit: bool
    ) -> None:
        theme = self.measure.theme
        tint = theme.tokens.tint(row.table)
        radius = theme.px(6)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        inside = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if lit:
            painter.setPen(QPen(QColor(tint.mark), 1))
            painter.setBrush(QColor(tint.fill))
            painter.drawRoundedRect(inside, radius, radius)
        elif chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface" if chosen else "sunken"))
            painter.drawRoundedRect(inside, radius, radius)
        if chosen or focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            wide = 3 if focused else 2
            painter.setPen(QPen(theme.colour("accent"), wide))
            edge = wide / 2
            painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), radius, radius)
        if chosen:
            bar = QRectF(box.left(), box.top() + radius, theme.px(4), box.height() - 2 * radius)
            painter.fillRect(bar, theme.colour("accent"))

    def _paint_badge(self, painter: QPainter, box: QRectF, row: NoteRow) -> None:
        theme = self.measure.theme
        side = theme.px(LETTER)
        letter = QRectF(box.left() + theme.px(10), box.top() + theme.px(8), side, side)
        paint_letter_box(painter, row.table, letter, theme, font=theme.font(Role.SMALL, BOLD))
        mark = theme.px(10)
        below = QRectF(letter.center().x() - mark / 2, letter.bottom() + theme.px(4), mark, mark)
        paint_mark(painter, row.table, below, theme)

    def _paint_chips(self, painter: QPainter, box: QRectF, row: NoteRow, shape: NoteShape) -> None:
        theme = self.measure.theme
        mark = QColor(theme.tokens.tint(row.table).mark)
        painter.setFont(self.measure.small)
        for chip, short in shape.chips:
            place = chip.translated(box.topLeft())
            painter.setPen(QPen(mark, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
            side = theme.px(14)
            tick = QRectF(place.left() + theme.px(6), place.center().y() - side / 2, side, side)
            paint_icon(painter, "check", tick, theme.colour("ink"))
            painter.setPen(theme.colour("ink"))
            room = place.adjusted(theme.px(23), 0, -theme.px(4), 0)
            elide = Qt.TextElideMode.ElideRight
            words = self.measure.metrics.elidedText(short, elide, room.width() + 3)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_status(self, painter: QPainter, box: QRectF, row: NoteRow, shape: NoteShape) -> None:
        theme, left = self.measure.theme, row.fate is Fate.LEFT
        tone = theme.colour("warn" if left else "ink2")
        side, line = theme.px(16), self.measure.metrics.lineSpacing()
        top = box.top() + shape.status_y
        x = box.left() + shape.text_at.x()
        paint_icon(painter, _ICONS[row.fate], QRectF(x, top + (line - side) / 2, side, side), tone)
        x += side + theme.px(4)
        end = box.right() - theme.px(12)
        font = self.measure.strong if left else self.measure.small
        metrics = self.measure.strong_metrics if left else self.measure.metrics
        painter.setFont(font)
        painter.setPen(tone)
        status = metrics.elidedText(row.status, Qt.TextElideMode.ElideRight, end - x)
        painter.drawText(QPointF(x, top + metrics.ascent()), status)
        if row.about:
            x += metrics.horizontalAdvance(status)
            self._paint_about(painter, QPointF(x, top), " · ".join(("", *row.about)), room=end - x)

    def _paint_about(self, painter: QPainter, at: QPointF, words: str, *, room: float) -> None:
        metrics = self.measure.metrics
        if room < metrics.horizontalAdvance(" · …"):
            return
        painter.setFont(self.measure.small)
        painter.setPen(self.measure.theme.colour("ink2"))
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), cut)
