"""Owns the reading order of a table: its applications, which are done, and which is on the board."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme import BOLD, REGULAR, SEMIBOLD, Role, current_theme, theme_source
from finsam_review.ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An application in a table's order: ``place`` from 1; ``done`` when all its questions are answered.

    ``loose`` counts the table's texts that stand in an editor and are not stuck up.
    """

    application_id: str
    place: int
    title: str
    done: bool
    loose: int = 0

    @property
    def remark(self) -> str:
        """What is not in order, in words; empty if nothing."""
        words = ngettext("{n} not stuck up", "{n} not stuck up", self.loose)
        return words.format(n=self.loose) if self.loose else ""


class OrderModel(QAbstractListModel):
    """The reading order of one table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OrderRow, ...] = ()

    def set_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show ``rows``; when they are the same applications, only what changed is told."""
        same = [row.application_id for row in rows] == [row.application_id for row in self._rows]
        if not same:
            self.beginResetModel()
        before, self._rows = self._rows, tuple(rows)
        if not same:
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, index: Index) -> OrderRow:
        """Return the row at ``index``."""
        return self._rows[index.row()]

    def place_of(self, application_id: str) -> QModelIndex:
        """Return the index of an application; invalid if it is not in the order."""
        for place, row in enumerate(self._rows):
            if row.application_id == application_id:
                return self.index(place)
        return QModelIndex()

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt override: how many applications the table reads."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the title; in words also its place, whether it is done and what is not stuck up."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _("done") if row.done else _("not done")
            return ", ".join(part for part in (f"{row.place}. {row.title}", state, row.remark) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(part for part in (row.title, row.remark) if part))
        return None


class OrderDelegate(QStyledItemDelegate):
    """Paints a row: a ring with the place or a tick, then the title; the current one on a card.

    What is not stuck up is said below the title, but for the current one, whose texts stand in sight.
    """

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt override: a target of 48 px."""
        return QSize(100, current_theme().px(48))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt override: the row."""
        model = index.model()
        if not isinstance(model, OrderModel):
            return
        theme, row = current_theme(), model.row(index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            pen = QPen(theme.colour("accent"), 3) if focused else QPen(theme.colour("line2"), 1)
            painter.setPen(pen)
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), theme.px(7), theme.px(7))
        side = theme.px(30)
        ring = QRectF(box.left() + theme.px(9), box.center().y() - side / 2, side, side)
        self._paint_ring(painter, ring, row, chosen=chosen)
        room = box.adjusted(side + theme.px(20), 0, -theme.px(10), 0)
        self._paint_words(painter, room, row, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, row: OrderRow, *, chosen: bool) -> None:
        theme = current_theme()
        remark = "" if chosen else row.remark
        title, small = (
            theme.font(Role.LEAD, SEMIBOLD if chosen else REGULAR),
            theme.font(Role.SMALL, SEMIBOLD),
        )
        lines = [(row.title, title, "ink")] + ([(remark, small, "warn")] if remark else [])
        high = sum(QFontMetrics(font).height() for _words, font, _ink in lines)
        top = room.center().y() - high / 2
        for words, font, ink in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            metrics = painter.fontMetrics()
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(QPointF(room.left(), top + metrics.ascent()), cut)
            top += metrics.height()

    def _paint_ring(self, painter: QPainter, ring: QRectF, row: OrderRow, *, chosen: bool) -> None:
        theme = current_theme()
        if row.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(ring)
            inset = ring.width() * 0.22
            tick = ring.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check-bold", tick, theme.colour("on_accent"))
            return
        pen = QPen(theme.colour("accent"), 3) if chosen else QPen(theme.colour("line2"), 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font(Role.BODY, BOLD if chosen else REGULAR))
        painter.setPen(theme.colour("ink"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(row.place))


class OrderList(QListView):
    """The table's reading order. Choosing a row puts that application on the board."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Your reading order"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._model = OrderModel(self)
        self.setModel(self._model)
        self.setItemDelegate(OrderDelegate(self))
        self.selectionModel().currentChanged.connect(self._on_current)
        theme_source().changed.connect(self.scheduleDelayedItemsLayout)

    def set_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show ``rows`` and keep the choice."""
        current = self.currentIndex()
        kept = self._model.row(current).application_id if current.isValid() else ""
        self._model.set_rows(rows)
        if kept:
            self.select(kept)

    def select(self, application_id: str) -> None:
        """Make an application the current one without telling anybody."""
        index = self._model.place_of(application_id)
        if index.isValid() and index != self.currentIndex():
            was = self.selectionModel().blockSignals(True)  # noqa: FBT003
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(was)
            self.viewport().update()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.row(current).application_id)
