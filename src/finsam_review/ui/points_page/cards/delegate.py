"""Owns the looks of the summary's rows: questions, the steering group, and points as cards."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.painting import paint_letter_box
from finsam_review.ui.points_page.cards.row import Heading, PointCard, SteeringGroup, Tables, agreed_words
from finsam_review.ui.points_page.cards.shape import ARROW, BADGE, TEXT_LEFT, CardMeasure, CardShape
from finsam_review.ui.points_page.lists.rows_model import RowRole
from finsam_review.ui.theme.fonts import BOLD, Role
from finsam_review.ui.theme.look import Theme, current_theme

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CardDelegate(QStyledItemDelegate):
    """Paints the rows of the summary. The card that is chosen has arrows that move it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.measure = CardMeasure(current_theme())
        self.movable = True

    def arrows(self, box: QRect, shape: CardShape) -> tuple[QRect, QRect]:
        """Return where the arrows up and down stand in a card at ``box``."""
        px = self.measure.theme.px
        side = px(ARROW)
        top = round(box.bottom() + 1 - (shape.height - shape.foot_y)) - px(3)
        right = box.right() + 1 - px(8)
        return QRect(right - 2 * side, top, side, side), QRect(right - side, top, side, side)

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt override: the size at the width asked for."""
        width = QRect(option.rect).width()
        return QSize(width, self.measure.height(index.data(RowRole.ROW), width))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one row."""
        row = index.data(RowRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, PointCard):
            self._paint_card(painter, option, row)
        elif isinstance(row, SteeringGroup):
            self._paint_group(painter, QRectF(option.rect), row)
        elif isinstance(row, Heading):
            self._paint_heading(painter, QRectF(option.rect), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, row: Heading) -> None:
        theme = self.measure.theme
        painter.setPen(theme.colour("accent"))
        painter.setFont(theme.font(Role.DISPLAY, BOLD))
        top = box.top() + theme.px(6)
        words = self.measure.heading_box(row, round(box.width()))
        high = max(words.height(), painter.fontMetrics().height())
        painter.drawText(QRectF(box.left(), top, box.width(), high), _MIDDLE, str(row.number))
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.measure.title)
        room = QRectF(box.left() + self.measure.heading_left(), top, box.width(), high)
        room.setRight(box.right())
        painter.drawText(room, _MIDDLE.value | Qt.TextFlag.TextWordWrap.value, row.words)
        if row.blank:
            painter.setPen(theme.colour("ink2"))
            painter.setFont(theme.font(Role.BODY))
            below = QRectF(room.left(), top + high, room.width(), theme.px(26))
            painter.drawText(below, _MIDDLE, row.blank)

    def _paint_group(self, painter: QPainter, box: QRectF, row: SteeringGroup) -> None:
        theme = self.measure.theme
        _paint_frame(painter, box, theme, ground="surface", edge=1)
        line, left = theme.px(28), box.left() + theme.px(TEXT_LEFT)
        top = box.top() + theme.px(9)
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.measure.strong)
        painter.drawText(QRectF(left, top, box.width(), line), _MIDDLE, _("Proposed steering group"))
        for name, tables in row.wanted:
            top += line
            x = _paint_tables(
                painter, QPointF(left, top + (line - theme.px(BADGE)) / 2), tables, self.measure
            )
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font(Role.BODY))
            counted = self.measure.metrics.horizontalAdvance(agreed_words(tables)) + theme.px(12)
            metrics = painter.fontMetrics()
            room = box.right() - theme.px(14) - x - counted
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(room))
            painter.drawText(QRectF(x, top, room, line), _MIDDLE, words)
            x += metrics.horizontalAdvance(words) + theme.px(12)
            painter.setPen(theme.colour("ink2"))
            painter.setFont(self.measure.small)
            painter.drawText(QRectF(x, top, counted, line), _MIDDLE, agreed_words(tables))

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, card: PointCard) -> None:
        theme, measure = self.measure.theme, self.measure
        place, state = QRect(option.rect), option.state
        box = QRectF(place)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = "sunken" if hovered and not chosen else "surface"
        _paint_frame(painter, box, theme, ground=ground, edge=3 if focused else 2 if chosen else 1)
        shape = measure.shape(card, place.width())
        painter.setPen(theme.colour("accent"))
        painter.setFont(measure.number)
        column = QRectF(box.left(), box.top() + shape.text_at.y(), theme.px(TEXT_LEFT - 9), theme.px(22))
        top_right = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        painter.drawText(column, top_right, str(card.number))
        painter.setPen(theme.colour("ink"))
        laid = measure.words.laid_out(card.words, measure.text_width(place.width()))
        laid.draw(painter, box.topLeft() + shape.text_at)
        foot = box.bottom() - (shape.height - shape.foot_y)
        self._paint_foot(painter, QPointF(box.left(), foot), card, shape)
        if chosen and self.movable:
            for name, arrow in zip(("arrow-up", "arrow-down"), self.arrows(place, shape), strict=True):
                side = theme.px(18)
                spot = QRectF(0, 0, side, side)
                spot.moveCenter(QRectF(arrow).center())
                paint_icon(painter, name, spot, theme.colour("accent"))

    def _paint_foot(self, painter: QPainter, at: QPointF, card: PointCard, shape: CardShape) -> None:
        theme, measure = self.measure.theme, self.measure
        high = theme.px(24)
        badges = QPointF(at.x() + theme.px(TEXT_LEFT), at.y() + (high - theme.px(BADGE)) / 2)
        _paint_tables(painter, badges, card.tables, measure)
        x = at.x() + shape.counts_x
        agreed = agreed_words(card.tables)
        painter.setPen(theme.colour("ink"))
        painter.setFont(measure.strong)
        painter.drawText(QRectF(x, at.y(), 1000, high), _MIDDLE, agreed)
        x += measure.strong_metrics.horizontalAdvance(agreed) + theme.px(12)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(measure.small)
        painter.drawText(QRectF(x, at.y(), 1000, high), _MIDDLE, card.counted)
        for chip, words in shape.chips:
            self._paint_chip(painter, chip.translated(at), words)

    def _paint_chip(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme = self.measure.theme
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
        side = theme.px(14)
        tag = QRectF(box.left() + theme.px(9), box.center().y() - side / 2, side, side)
        paint_icon(painter, "tag", tag, theme.colour("ink2"))
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.measure.small)
        room = box.adjusted(theme.px(27), 0, -theme.px(6), 0)
        cut = self.measure.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 3)
        painter.drawText(room, _MIDDLE, cut)


def _paint_frame(painter: QPainter, box: QRectF, theme: Theme, *, ground: str, edge: int) -> None:
    quiet = theme.colour("line2" if theme.tokens.plain else "line")
    painter.setPen(QPen(theme.colour("accent") if edge > 1 else quiet, edge))
    painter.setBrush(theme.colour(ground))
    inside = box.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.drawRoundedRect(inside, theme.px(8), theme.px(8))


def _paint_tables(painter: QPainter, at: QPointF, tables: Tables, measure: CardMeasure) -> float:
    """Paint a badge for each table, dashed when it is not behind; return where the next thing may stand."""
    theme = measure.theme
    side, x = theme.px(BADGE), at.x()
    font = theme.font(Role.SMALL, BOLD)
    for number, is_behind in tables:
        box = QRectF(x, at.y(), side, side)
        if is_behind:
            paint_letter_box(painter, number, box, theme, font=font)
        else:
            outline = QPen(QColor(theme.tokens.line2), 1, Qt.PenStyle.CustomDashLine)
            outline.setDashPattern([3, 2])
            painter.setPen(outline)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.colour("ink2"))
            painter.setFont(measure.small)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, table_letter(number))
        x += side + theme.px(3)
    return x + theme.px(6)
