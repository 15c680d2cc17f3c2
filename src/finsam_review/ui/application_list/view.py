"""Owns the list view: rows of one height, one chosen, the mouse over one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from finsam_review.ui.application_list.delegate import ApplicationDelegate
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

Index = QModelIndex | QPersistentModelIndex


class ApplicationListView(QListView):
    """The applications. A row is chosen as soon as one comes to it."""

    current_changed = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = ApplicationDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        follow_theme(self._dress)

    @guarded(default=None)
    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Qt override: nothing of the style's own colours."""
        super().initViewItemOption(option)
        option.showDecorationSelected = True

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which row is current now."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the matrix may stand otherwise."""
        super().resizeEvent(event)
        self.resized.emit()

    def _dress(self) -> None:
        self.verticalScrollBar().setSingleStep(current_theme().px(26))
        self.scheduleDelayedItemsLayout()
