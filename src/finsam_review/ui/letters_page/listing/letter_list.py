"""Owns the list of letters: its model, its keys, the tick of a row and the line that asks when."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.letters_page.listing.delegate import ROW_ROLE, LetterDelegate
from finsam_review.ui.letters_page.listing.rows import LetterRow
from finsam_review.ui.letters_page.listing.sent_line import SentLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme

_Index = QModelIndex | QPersistentModelIndex
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LetterListModel(QAbstractListModel):
    """The letters of the day in the order of work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows: tuple[LetterRow, ...] = ()
        super().__init__(parent)

    @property
    def rows(self) -> tuple[LetterRow, ...]:
        """The rows shown."""
        return self._rows

    def place_of(self, application_id: str) -> int:
        """Return where an application stands, -1 if it does not."""
        return next(
            (place for place, row in enumerate(self._rows) if row.application_id == application_id), -1
        )

    def set_rows(self, rows: Sequence[LetterRow]) -> None:
        """Show ``rows``; where only words and states differ, the view keeps its place."""
        new = tuple(rows)
        if [row.application_id for row in new] != [row.application_id for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        stale = [place for place, row in enumerate(new) if row != self._rows[place]]
        self._rows = new
        for place in stale:
            self.dataChanged.emit(self.index(place), self.index(place))

    @guarded(default=0)
    def rowCount(self, parent: _Index | None = None) -> int:
        """Qt override: one row per application."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt override: rows are chosen, and told as something that can be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the words of a row, in full for screen readers, and its tick."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return row if role == ROW_ROLE else None


class LetterList(QListView):
    """The list at the left. Space ticks a row, Enter opens it; ``chosen`` tells of another row."""

    chosen = Signal(str)
    tick_asked = Signal(str)
    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: SentLine | None = None
        self._asking: QPersistentModelIndex | None = None
        self.letters = LetterListModel(self)
        self.setModel(self.letters)
        self._delegate = LetterDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Letters to the applicants"))
        self.setProperty("frameless", "true")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.letters.modelAboutToBeReset.connect(self.close_line)
        self.verticalScrollBar().valueChanged.connect(self._place_line)
        follow_theme(self._dress)

    @property
    def current(self) -> LetterRow | None:
        """The row chosen."""
        place = self.currentIndex().row()
        return self.letters.rows[place] if 0 <= place < len(self.letters.rows) else None

    @property
    def sent_line(self) -> SentLine | None:
        """The line that asks when a letter was sent; ``None`` while nothing is asked."""
        return self._line

    def choose(self, place: int) -> None:
        """Choose the row at ``place``, counted from 0; what is out of range is the nearest there is."""
        if self.letters.rows:
            self.setCurrentIndex(self.letters.index(min(max(place, 0), len(self.letters.rows) - 1)))

    def ask_when(self, application_id: str, line: SentLine) -> None:
        """Open ``line``, a child of the viewport, in the row of an application; see :meth:`close_line`.

        It is no index widget of Qt's: those are told of a layout when they are half gone already.
        """
        self.close_line()
        index = self.letters.index(self.letters.place_of(application_id))
        line.stand_below(self._delegate.row_height())
        self._line, self._asking = line, QPersistentModelIndex(index)
        line.grown.connect(self._on_grown)
        self._on_grown()
        line.show()
        line.enter()

    def close_line(self) -> None:
        """Ask no more."""
        line, self._line, self._asking = self._line, None, None
        self._delegate.make_room(-1, 0)
        if line is not None:
            line.hide()
            line.deleteLater()
            self._lay_out_again()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: what is asked may need more lines, or fewer."""
        super().resizeEvent(event)
        self._on_grown()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Space and Enter."""
        row = self.current
        if row is not None and event.key() == Qt.Key.Key_Space:
            self.tick_asked.emit(row.application_id)
        elif row is not None and event.key() in _OPEN:
            self.open_asked.emit(row.application_id)
        else:
            super().keyPressEvent(event)

    @guarded(default=None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt override: a press on the box asks for the tick."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        box = self._delegate.box_of(self.visualRect(index))
        if index.isValid() and box.contains(event.position()):
            self.tick_asked.emit(self.letters.rows[index.row()].application_id)

    @guarded(default=None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt override: a double click opens the letter, but not on the box."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._delegate.box_of(self.visualRect(index)).contains(event.position()):
            self.open_asked.emit(self.letters.rows[index.row()].application_id)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.letters.rows[index.row()].application_id)

    def _on_grown(self) -> None:
        if self._line is not None and self._asking is not None:
            high = self._line.height_at(self.viewport().width())
            self._delegate.make_room(self._asking.row(), high)
            self._lay_out_again()
            self.scrollTo(self.letters.index(self._asking.row()))

    def _lay_out_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_line()

    def _place_line(self) -> None:
        if self._line is not None and self._asking is not None:
            self._line.setGeometry(self.visualRect(self.letters.index(self._asking.row())))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        if self._line is not None:
            self._line.stand_below(self._delegate.row_height())
            self._on_grown()
        self.scheduleDelayedItemsLayout()
