"""Owns the item view whose rows stand in packed columns: geometry, scrolling, painting, selection.

It derives from QListView because Qt makes accessible items by class name; nothing of QListView's own
layout is used.
"""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.packed_rows import PackedRows
from finsam_review.ui.post_its.steps import next_row
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex


class MasonryView(PackedRows):
    """Shows packed rows: where they are, what is painted, where the arrows lead."""

    @guarded(default=QRect)
    def visualRect(self, index: Index) -> QRect:
        """Qt override: where the row is in the viewport."""
        if not index.isValid() or index.row() >= self._count():
            return QRect()
        self._place_to(index.row())
        return self._masonry.rect(index.row()).translated(0, -self.verticalOffset())

    @guarded(default=QModelIndex)
    def indexAt(self, point: QPoint) -> QModelIndex:
        """Qt override: the row at ``point``."""
        model = self.model()
        where = QPoint(point.x(), point.y() + self.verticalOffset())
        for row in self._masonry.between(where.y(), where.y()):
            if self._masonry.rect(row).contains(where):
                return model.index(row, 0)
        return QModelIndex()

    @guarded(default=None)
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Qt override: bring the whole row into sight, with air for its ring."""
        box = self.visualRect(index)
        if not box.isValid():
            return
        self.updateGeometries()
        bar, air, high = self.verticalScrollBar(), current_theme().px(6), self.viewport().height()
        top, bottom = box.top() - air, box.bottom() + air
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + box.center().y() - high // 2)
        elif top < 0 or hint is QAbstractItemView.ScrollHint.PositionAtTop or bottom - top > high:
            bar.setValue(bar.value() + top)
        elif bottom > high:
            bar.setValue(bar.value() + bottom - high)

    @guarded(default=QModelIndex)
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Qt override: the arrows follow what is seen."""
        if not self._count():
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(0, 0)
        self._place_to(self._count() - 1)
        row = next_row(self._masonry, current.row(), action, page=self.viewport().height())
        return self.model().index(row, 0)

    @guarded(default=0)
    def horizontalOffset(self) -> int:
        """Qt override: never scrolled sideways."""
        return 0

    @guarded(default=0)
    def verticalOffset(self) -> int:
        """Qt override: px scrolled."""
        return self.verticalScrollBar().value()

    @guarded(default=None)
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Qt override: select what ``rect`` touches."""
        chosen = QItemSelection()
        area = rect.normalized().translated(0, self.verticalOffset())
        for row in self._masonry.between(area.top(), area.bottom()):
            if self._masonry.rect(row).intersects(area):
                index = self.model().index(row, 0)
                chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    @guarded(default=QRegion)
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Qt override: what must be painted again, rings included."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-6, -6, 6, 6)
        return region

    @guarded(default=None)
    def updateGeometries(self) -> None:
        """Qt override: the scroll bar covers what is placed, and a guess at what is not yet."""
        masonry, bar, high = self._masonry, self.verticalScrollBar(), self.viewport().height()
        left = self._count() - len(masonry)
        whole = masonry.bottom + self._bottom_air() + round(left * masonry.mean_height / masonry.room.columns)
        bar.setPageStep(high)
        bar.setSingleStep(current_theme().px(24))
        bar.setRange(0, max(0, whole - high))

    @guarded(default=None)
    def doItemsLayout(self) -> None:
        """Qt override: place what is seen when the room is another; else nothing has to move."""
        if self._masonry.room != self._room():
            self.relayout()
        QAbstractItemView.doItemsLayout(self)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: another width, other columns."""
        QAbstractItemView.resizeEvent(self, event)
        if self._masonry.room != self._room():
            self.relayout()
        else:
            self._settle(None)

    @guarded(default=None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt override: move what is painted, and place what comes into sight."""
        self._place_until(self.verticalOffset() + self.viewport().height())
        self.viewport().scroll(dx, dy)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: let the delegate paint the rows in sight."""
        painter = QPainter(self.viewport())
        area = event.rect().adjusted(-6, -6, 6, 6).translated(0, self.verticalOffset())
        for row in self._masonry.between(area.top(), area.bottom()):
            box = self._masonry.rect(row)
            if box.intersects(area):
                index = self.model().index(row, 0)
                option = self._option_for(index, box.translated(0, -self.verticalOffset()))
                self.itemDelegate().paint(painter, option, index)

    def _option_for(self, index: QModelIndex, box: QRect) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        if index.row() == self._hovered:
            state |= QStyle.StateFlag.State_MouseOver
        option.rect, option.state, option.widget = box, state, self
        return option
