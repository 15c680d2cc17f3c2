"""Owns the item view whose rows stand in packed columns: geometry, scrolling, painting, selection.

It derives from QListView because Qt makes accessible items by class name; nothing of QListView's own
layout is used. What is seen is measured first, the rest in small portions between events.
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.masonry import Masonry, Room
from finsam_review.ui.post_its.steps import next_row
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex
_CHUNK = 60


class MasonryView(QListView):
    """Rows packed into as many columns as are wide enough. Subclasses tell heights and the room there is."""

    _masonry = Masonry(Room(0, 0, 100, 1, 10))
    _hovered = -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masonry = Masonry(self._room())
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._on_later)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def _room(self) -> Room:
        """Return the room there is. Subclasses know margins and the least width of a column."""
        return Room(0, 0, max(1, self.width()), 1, current_theme().px(10))

    def _height_of(self, row: int) -> int:
        """Return the height of ``row`` in px. Subclasses measure."""
        raise NotImplementedError

    def _bottom_air(self) -> int:
        return current_theme().px(12)

    @property
    def all_placed(self) -> bool:
        """Whether every row has been measured."""
        return len(self._masonry) == self._count()

    def place_everything(self) -> None:
        """Measure every row now."""
        self._place_to(self._count() - 1)
        self.updateGeometries()

    def relayout(self) -> None:
        """Measure anew, what is seen first."""
        anchor = self._anchor()
        self._masonry = Masonry(self._room())
        self._settle(anchor)

    @guarded(default=None)
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Qt override: follow the rows of ``model`` one by one."""
        super().setModel(model)
        if model is not None:
            model.rowsInserted.connect(self._on_inserted)
            model.rowsRemoved.connect(self._on_removed)
            model.rowsMoved.connect(self._on_moved)
            model.dataChanged.connect(self._on_changed)
            model.modelReset.connect(self._on_reset)
        self._on_reset()

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

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        anchor = self._anchor()
        if anchor is not None and anchor[0] >= first:
            anchor = (anchor[0] + last - first + 1, anchor[1])
        if first > len(self._masonry):
            return
        if last - first < _CHUNK:
            self._masonry.insert(first, [self._height_of(row) for row in range(first, last + 1)])
        else:
            self._masonry.forget_from(first)
        self._settle(anchor)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        anchor = self._anchor()
        if anchor is not None and anchor[0] > last:
            anchor = (anchor[0] - (last - first + 1), anchor[1])
        if first < len(self._masonry):
            self._masonry.remove(first, min(last, len(self._masonry) - 1))
        self._settle(anchor)

    def _on_moved(self, _from: QModelIndex, first: int, _last: int, _to: QModelIndex, target: int) -> None:
        self._masonry.forget_from(min(first, target, len(self._masonry)))
        self._settle(None)

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), min(last.row() + 1, len(self._masonry))):
            self._masonry.change(row, self._height_of(row))
        self._settle(None)

    def _on_reset(self) -> None:
        self._masonry = Masonry(self._room())
        self._hovered = -1
        self.verticalScrollBar().setValue(0)
        self._settle(None)

    def _on_later(self) -> None:
        self._place_to(len(self._masonry) + _CHUNK)
        if self.all_placed:
            self._later.stop()
        self.updateGeometries()

    def _anchor(self) -> tuple[int, int] | None:
        """Return the first row in sight and how far down it stands, to keep it there; nothing at the top."""
        offset = self.verticalOffset()
        if offset == 0:
            return None
        for row in self._masonry.between(offset, offset + self.viewport().height()):
            box = self._masonry.rect(row)
            if box.bottom() >= offset:
                return row, box.top() - offset
        return None

    def _settle(self, anchor: tuple[int, int] | None) -> None:
        if anchor is not None and anchor[0] < self._count():
            self._place_to(anchor[0])
            self.updateGeometries()
            self.verticalScrollBar().setValue(self._masonry.rect(anchor[0]).top() - anchor[1])
        self._place_until(self.verticalOffset() + self.viewport().height())
        self.updateGeometries()
        self.viewport().update()
        if not self.all_placed:
            self._later.start()

    def _place_until(self, bottom: int) -> None:
        count = self._count()
        while len(self._masonry) < count and self._masonry.reach < bottom:
            self._masonry.append(self._height_of(len(self._masonry)))

    def _place_to(self, row: int) -> None:
        for nearest in range(len(self._masonry), min(row + 1, self._count())):
            self._masonry.append(self._height_of(nearest))
