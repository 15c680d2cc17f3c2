"""Owns which rows of a packed view have been placed, and keeps them right as rows come and go.

What is seen is measured first, the rest in small portions between events.
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QListView, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.post_its.masonry import Masonry, Room
from finsam_review.ui.theme.look import current_theme

_CHUNK = 60


class PackedRows(QListView):
    """Follows the rows of its model. Subclasses tell heights and the room there is."""

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

    def _room(self) -> Room:
        """Return the room there is. Subclasses know margins and the least width of a column."""
        return Room(0, 0, max(1, self.width()), 1, current_theme().px(10))

    def _height_of(self, row: int) -> int:
        """Return the height of ``row`` in px. Subclasses measure."""
        raise NotImplementedError

    def _bottom_air(self) -> int:
        return current_theme().px(12)

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
