"""Owns the options of a short list: their model, and how one is painted with its number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. ``remark`` stands after the words; ``ticked`` is ``None`` without ticks."""

    key: str
    words: str
    remark: str = ""
    ticked: bool | None = None


class Options(QAbstractListModel):
    """The options as a model."""

    def __init__(self) -> None:
        self.rows: tuple[Option, ...] = ()
        super().__init__()

    def set_rows(self, rows: Sequence[Option]) -> None:
        """Offer ``rows``; the same options ticked otherwise stay where they are."""
        new = tuple(rows)
        if [row.key for row in new] == [row.key for row in self.rows]:
            self.rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    @guarded(default=0)
    def rowCount(self, parent: _Index | None = None) -> int:
        """Qt override: how many options."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the option, its words, whether it is ticked."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        option = self.rows[index.row()]
        if role == _ROLE:
            return option
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            ticked = _("ticked") if option.ticked else ""
            said = ", ".join(part for part in (option.words, option.remark, ticked) if part)
            return f"{index.row() + 1} {said}"
        return None


class OptionDelegate(QStyledItemDelegate):
    """Paints number, tick, words and remark."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Qt override: the whole width of a column."""
        return self._view.gridSize()

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: one option."""
        row: Option = index.data(_ROLE)
        theme, box = current_theme(), QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, box)
        high = theme.px(22)
        wide = max(high, theme.px(12) + theme.px(9) * len(str(index.row() + 1)))
        cap = QRectF(box.left() + theme.px(6), box.center().y() - high / 2, wide, high)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Role.SMALL))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        left = cap.right() + theme.px(8)
        if row.ticked:
            side = theme.px(16)
            tick = QRectF(left, box.center().y() - side / 2, side, side)
            paint_icon(painter, "check-bold", tick, theme.colour("accent"))
            left += side + theme.px(4)
        _paint_words(painter, QRectF(left, box.top(), box.right() - left - theme.px(6), box.height()), row)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    theme, state = current_theme(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or hovered:
        painter.setBrush(theme.colour("accent_soft" if chosen else "sunken"))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))


def _paint_words(painter: QPainter, room: QRectF, row: Option) -> None:
    theme = current_theme()
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    font = theme.font(Role.BODY, SEMIBOLD if row.ticked else REGULAR)
    metrics = QFontMetricsF(font)
    remark = f"  {row.remark}" if row.remark else ""
    small = QFontMetricsF(theme.font(Role.SMALL))
    after = min(small.horizontalAdvance(remark) + 2, room.width() * 0.7)
    words = metrics.elidedText(
        row.words.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width() - after
    )
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    painter.drawText(room, middle, words)
    if remark:
        painter.setFont(theme.font(Role.SMALL))
        painter.setPen(theme.colour("ink2"))
        rest = room.adjusted(metrics.horizontalAdvance(words), 0, 0, 0)
        cut = small.elidedText(remark, Qt.TextElideMode.ElideRight, rest.width() + 1)
        painter.drawText(rest, middle, cut)
