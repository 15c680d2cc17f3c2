"""Owns the list of summaries: what stands in a row, and how a row is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import StateLook, paint_chip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

ROW_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One application as the list shows it. ``tables`` counts those that read it or wrote on it."""

    application_id: str
    number: int
    title: str
    notes: int
    tables: int
    state: SummaryState = SummaryState.DRAFT

    @property
    def look(self) -> StateLook:
        """How far it has come, as a chip."""
        return {
            SummaryState.DRAFT: StateLook(_("Draft")),
            SummaryState.APPROVED: StateLook(_("Approved"), "check-circle-fill", "ok"),
            SummaryState.SENT: StateLook(_("Sent out"), "paper-plane-tilt", "ok"),
        }[self.state]

    @property
    def counts(self) -> str:
        """The second line: *28 lappar · 3 bord*."""
        notes = ngettext("{n} note", "{n} notes", self.notes).format(n=self.notes)
        tables = ngettext("{n} table", "{n} tables", self.tables).format(n=self.tables)
        return f"{notes} · {tables}"


class SummaryListModel(QAbstractListModel):
    """The summaries of the day in the order of the applications' numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows: tuple[SummaryRow, ...] = ()
        super().__init__(parent)

    @property
    def rows(self) -> tuple[SummaryRow, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[SummaryRow]) -> None:
        """Show ``rows``; where only counts and titles differ, the view keeps its place."""
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

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the words of a row, in full for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.number} {row.title}, {row.counts}, {row.look.words}"
        return row if role == ROW_ROLE else None


class SummaryList(QListView):
    """The list at the left of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Summaries"))
        self.setProperty("frameless", "true")
        self.setItemDelegate(_SummaryDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        follow_theme(self._dress)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.scheduleDelayedItemsLayout()


class _SummaryDelegate(QStyledItemDelegate):
    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Qt override: two lines."""
        theme = current_theme()
        return QSize(theme.px(200), theme.px(52))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: number, title, counts, and the state as a chip."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, SummaryRow):
            return
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        _paint_ground(painter, option, box)
        right = _paint_state(painter, box, row)
        left = box.left() + theme.px(44)
        room = QRectF(left, box.top() + theme.px(5), right - left - theme.px(8), theme.px(21))
        bold, plain = theme.font(Role.BODY, SEMIBOLD), theme.font(Role.SMALL)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Role.BODY, SEMIBOLD))
        number = QRectF(box.left() + theme.px(8), room.top(), theme.px(28), room.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.number))
        _line(painter, room, row.title, metrics=QFontMetricsF(bold))
        painter.setFont(plain)
        painter.setPen(theme.colour("ink2"))
        _line(painter, room.translated(0, theme.px(21)), row.counts, metrics=QFontMetricsF(plain))
        painter.restore()


def _line(painter: QPainter, room: QRectF, text: str, *, metrics: QFontMetricsF) -> None:
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    theme = current_theme()
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    ground = "accent_soft" if chosen else "sunken" if hovered else "surface"
    painter.fillRect(box, theme.colour(ground))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), theme.colour("accent"))
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))


def _paint_state(painter: QPainter, box: QRectF, row: SummaryRow) -> float:
    """Paint the chip at the right and return where it begins."""
    right = box.right() - current_theme().px(12)
    return paint_chip(painter, box, row.look, right=right, widest=box.width() * 0.5)
