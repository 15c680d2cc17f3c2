"""Owns the list of themes in the dialog: a name and how many notes carry it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.theme_catalogue.model import ThemeListModel, ThemeRole

Index = QModelIndex | QPersistentModelIndex
_HIGH, _LEFT, _RIGHT = 36, 12, 12
_ORDER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ThemeListView(QListView):
    """Themes below each other. Alt+Shift+↑↓ moves the one chosen, Delete takes it out."""

    row_chosen = Signal(int)
    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(self, model: ThemeListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Themes"))
        self.setItemDelegate(_ThemeDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setModel(model)
        follow_theme(self._dress)

    def choose(self, row: int) -> None:
        """Choose a theme."""
        self.setCurrentIndex(self.model().index(row, 0))

    @guarded(default=None)
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt override: tell which theme is chosen now."""
        super().currentChanged(current, previous)
        self.row_chosen.emit(current.row() if current.isValid() else -1)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: order and taking out."""
        if event.modifiers() == _ORDER and event.key() in _STEPS:
            self.move_requested.emit(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        px = current_theme().px
        self.setMinimumHeight(px(_HIGH * 4))
        self.setMinimumWidth(px(180))
        self.scheduleDelayedItemsLayout()


class _ThemeDelegate(QStyledItemDelegate):
    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt override: one line."""
        return QSize(QRect(option.rect).width(), current_theme().px(_HIGH))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt override: one theme."""
        theme, box, state = current_theme(), QRect(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("accent_soft" if chosen else "surface"))
        room = box.adjusted(theme.px(_LEFT), 0, -theme.px(_RIGHT), 0)
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font(Role.SMALL))
        marks = str(index.data(ThemeRole.MARKS) or "")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, marks)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(marks) - theme.px(8))
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Role.BODY, SEMIBOLD if chosen else REGULAR))
        name = QFontMetrics(painter.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if chosen:
            painter.fillRect(box.left(), box.top(), theme.px(4), box.height(), theme.colour("accent"))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
