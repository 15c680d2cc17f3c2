"""Owns the looks of a post-it: tint, letter tab, mark, text, chips, proposal, ring and ⋯."""

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.post_its.arrivals import Arrivals
from finsam_review.ui.post_its.note_card import NoteCard, hidden_words
from finsam_review.ui.post_its.note_model import NoteRole
from finsam_review.ui.post_its.note_paper import SHADE, TAB, paper_sheet
from finsam_review.ui.post_its.note_shape import NoteMeasure, NoteShape
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_MENU = 32
_SHEETS = 96
"""Sheets of paper remembered: notes of the same table and size share one."""


class NoteDelegate(QStyledItemDelegate):
    """Paints post-its. ``measure`` is that of the view; both must agree on sizes."""

    def __init__(self, parent: QWidget, *, arrivals: Arrivals | None = None) -> None:
        super().__init__(parent)
        self._arrivals = arrivals
        self.measure = NoteMeasure(current_theme())
        self._sheets: OrderedDict[tuple[int, int, int, float], QPixmap] = OrderedDict()

    def use(self, measure: NoteMeasure) -> None:
        """Paint with ``measure`` from now on."""
        self.measure = measure
        self._sheets.clear()

    def menu_rect(self, card_box: QRect) -> QRect:
        """Return where ⋯ stands in a post-it at ``card_box``: in the gutter under the tab."""
        px = self.measure.theme.px
        side = px(_MENU)
        return QRect(card_box.right() + 1 - side - px(3), card_box.top() + px(TAB[1]) + px(3), side, side)

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt override: the size at the width asked for."""
        width = QRect(option.rect).width()
        return QSize(width, self.measure.height(index.data(NoteRole.CARD), width))

    @guarded(default=None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt override: one post-it."""
        card: NoteCard = index.data(NoteRole.CARD)
        box = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._arrivals is not None:
            painter.setOpacity(self._arrivals.opacity(card.note_id))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if card.hidden:
            self._paint_hidden(painter, QRectF(box), card)
        else:
            self._paint_paper(painter, box, card)
            self._paint_contents(painter, box, card)
            if chosen or state & QStyle.StateFlag.State_MouseOver:
                self._paint_menu(painter, QRectF(self.menu_rect(box)), card)
        if chosen:
            self._paint_ring(painter, QRectF(box))
        painter.restore()

    def _paint_paper(self, painter: QPainter, box: QRect, card: NoteCard) -> None:
        ratio = painter.device().devicePixelRatioF()
        key = (card.table_number, box.width(), box.height(), ratio)
        sheet = self._sheets.get(key)
        if sheet is None:
            sheet = paper_sheet(card.table_number, box.size(), self.measure.theme, ratio)
            if len(self._sheets) >= _SHEETS:
                self._sheets.popitem(last=False)
            self._sheets[key] = sheet
        painter.drawPixmap(box.topLeft() - QPoint(SHADE, SHADE), sheet)

    def _paint_contents(self, painter: QPainter, box: QRect, card: NoteCard) -> None:
        measure, theme = self.measure, self.measure.theme
        laid = measure.laid_out(card, box.width())
        shape, room = laid.shape, measure.text_width(box.width())
        corner, mark = QPointF(box.topLeft()), QColor(theme.tokens.tint(card.table_number).mark)
        painter.setPen(theme.colour("ink"))
        laid.text.draw(painter, corner + shape.text_at)
        self._paint_chips(painter, corner, shape, mark)
        if card.proposal:
            rule = QPen(mark, 1, Qt.PenStyle.CustomDashLine)
            rule.setDashPattern([3, 2])
            painter.setPen(rule)
            left, y = corner.x() + shape.text_at.x(), round(corner.y() + shape.rule_y) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(left + room, y))
            self._paint_small(painter, corner + shape.label_at, _("Proposal"), mark)
            painter.setPen(theme.colour("ink"))
            laid.proposal.draw(painter, corner + shape.proposal_at)
        if shape.conflict_at is not None:
            side = theme.px(16)
            at = corner + shape.conflict_at
            paint_icon(painter, "git-merge", QRectF(at.x(), at.y() + theme.px(2), side, side), mark)
            self._paint_small(painter, at + QPointF(theme.px(20), 0), _("Two versions"), mark)

    def _paint_small(self, painter: QPainter, at: QPointF, words: str, ink: QColor) -> None:
        painter.setFont(self.measure.theme.font(Role.SMALL, SEMIBOLD))
        painter.setPen(ink)
        painter.drawText(at + QPointF(0, painter.fontMetrics().ascent()), words)

    def _paint_chips(self, painter: QPainter, corner: QPointF, shape: NoteShape, mark: QColor) -> None:
        theme = self.measure.theme
        painter.setFont(self.measure.small)
        for chip, short in shape.chips:
            box = chip.translated(corner)
            painter.setPen(QPen(mark, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
            side = theme.px(14)
            tick = QRectF(box.left() + theme.px(6), box.center().y() - side / 2, side, side)
            paint_icon(painter, "check", tick, theme.colour("ink"))
            painter.setPen(theme.colour("ink"))
            room = box.adjusted(theme.px(23), 0, -theme.px(4), 0)
            words = painter.fontMetrics().elidedText(
                short, Qt.TextElideMode.ElideRight, int(room.width()) + 3
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_hidden(self, painter: QPainter, box: QRectF, card: NoteCard) -> None:
        theme = self.measure.theme
        outline = QPen(theme.colour("line2"), 1, Qt.PenStyle.CustomDashLine)
        outline.setDashPattern([3, 2])
        painter.setPen(outline)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        side, top = theme.px(18), box.top() + theme.px(11)
        eye = QRectF(box.left() + theme.px(13), top, side, side)
        paint_icon(painter, "eye-slash", eye, theme.colour("ink2"))
        painter.setPen(theme.colour("ink2"))
        painter.setFont(self.measure.small)
        room = QRectF(eye.right() + theme.px(6), top, box.right() - eye.right() - theme.px(12), box.height())
        wrap = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        painter.drawText(room, wrap, hidden_words(card.table_number))

    def _paint_menu(self, painter: QPainter, box: QRectF, card: NoteCard) -> None:
        theme = self.measure.theme
        painter.setPen(QPen(QColor(theme.tokens.tint(card.table_number).mark), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
        side = theme.px(18)
        dots = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        paint_icon(painter, "dots-three-bold", dots, theme.colour("ink"))

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        theme = self.measure.theme
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), theme.px(6) + 2.5, theme.px(6) + 2.5)
