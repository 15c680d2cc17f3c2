"""Owns how a row of the review is painted: chip, title and applicant, doubts or file, amount."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_NARROW = 480
_CHIP = 138
_ICONS = {"ok": "check", "warn": "warning", "danger": "warning-circle"}


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says. ``kind`` is ok, warn or danger."""

    kind: str
    chip: str
    title: str
    applicant: str
    second: str
    amount: str

    @property
    def spoken(self) -> str:
        """Everything in one sentence, for screen readers."""
        amount = self.amount.replace("\u00a0", " ")
        parts = (self.title, self.applicant, self.chip, amount, self.second)
        return ", ".join(part for part in parts if part)


class ReviewDelegate(QStyledItemDelegate):
    """Paints rows of two lines, or of three where the list is narrow."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt override: 50 px, or room for a third line."""
        theme = current_theme()
        width = self._view.viewport().width()
        return QSize(width, theme.px(84 if width < theme.px(_NARROW) else 50))

    @guarded(default=None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt override: one row."""
        words = index.data(int(Qt.ItemDataRole.UserRole))
        if not isinstance(words, RowWords):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        self._paint_ground(painter, box, option.state)
        if box.width() < current_theme().px(_NARROW):
            _paint_narrow(painter, box, words)
        else:
            _paint_wide(painter, box, words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        theme = current_theme()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("sunken"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), theme.colour("accent"))


def _paint_wide(painter: QPainter, box: QRect, words: RowWords) -> None:
    theme = current_theme()
    left, right = box.left() + theme.px(14), box.right() - theme.px(16)
    chip_width = max(theme.px(_CHIP), _chip_width(words))
    high = theme.px(26)
    _paint_chip(painter, QRectF(left, box.center().y() - high / 2, chip_width, high), words)
    amount = QFontMetrics(theme.font(Role.SMALL)).horizontalAdvance(words.amount)
    _draw(painter, QRect(right - amount, box.top(), amount + 1, box.height()), words.amount, "ink")
    start = round(left + chip_width + theme.px(12))
    room = right - amount - theme.px(12) - start
    line = theme.px(21)
    top = box.top() + (box.height() - 2 * line) // 2
    _paint_title(painter, QRect(start, top, room, line), words)
    _draw(painter, QRect(start, top + line, room, line), words.second, "ink2")


def _paint_narrow(painter: QPainter, box: QRect, words: RowWords) -> None:
    theme = current_theme()
    left, room = box.left() + theme.px(14), box.width() - theme.px(28)
    line = theme.px(22)
    top = box.top() + theme.px(6)
    _paint_title(painter, QRect(left, top, room, line), words)
    chip = QRectF(left, top + line + theme.px(1), _chip_width(words), theme.px(24))
    _paint_chip(painter, chip, words)
    amount = QFontMetrics(theme.font(Role.SMALL)).horizontalAdvance(words.amount)
    if chip.right() + amount < left + room:
        _draw(
            painter,
            QRect(left + room - amount, round(chip.top()), amount + 1, theme.px(24)),
            words.amount,
            "ink",
        )
    _draw(painter, QRect(left, top + 2 * line + theme.px(4), room, line), words.second, "ink2")


def _paint_title(painter: QPainter, room: QRect, words: RowWords) -> None:
    theme = current_theme()
    used = _draw(painter, room, words.title, "ink", font=theme.font(Role.BODY, SEMIBOLD))
    rest = room.adjusted(used, 0, 0, 0)
    if words.applicant and rest.width() > theme.px(40):
        _draw(painter, rest, f" · {words.applicant}", "ink2", font=theme.font(Role.BODY, REGULAR))


def _paint_chip(painter: QPainter, box: QRectF, words: RowWords) -> None:
    theme = current_theme()
    painter.setPen(QPen(theme.colour(words.kind if theme.tokens.plain else f"{words.kind}_soft"), 1))
    painter.setBrush(theme.colour(f"{words.kind}_soft"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    side = theme.px(16)
    place = QRectF(box.left() + theme.px(11), box.center().y() - side / 2, side, side)
    paint_icon(painter, _ICONS[words.kind], place, theme.colour(words.kind))
    room = box.adjusted(theme.px(32), 0, -theme.px(4), 0).toRect()
    _draw(painter, room, words.chip, words.kind, font=theme.font(Role.SMALL, SEMIBOLD))


def _chip_width(words: RowWords) -> int:
    theme = current_theme()
    metrics = QFontMetrics(theme.font(Role.SMALL, SEMIBOLD))
    return metrics.horizontalAdvance(words.chip) + theme.px(46)


def _draw(painter: QPainter, room: QRect, text: str, tone: str, *, font: QFont | None = None) -> int:
    """Draw one line of ``text``, cut with … where room ends, and return its width."""
    theme = current_theme()
    used = font or theme.font(Role.SMALL)
    metrics = QFontMetrics(used)
    cut = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(used)
    painter.setPen(theme.colour(tone))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(room, int(align), cut)
    return metrics.horizontalAdvance(cut)
