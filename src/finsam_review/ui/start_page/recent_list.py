"""Owns the list of days that were open lately: its rows, how they are painted, and what they say aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.days.recent import RecentFile
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme, theme_source

Index = QModelIndex | QPersistentModelIndex
_ROW = 89
_ROOMY = 560
_LEAST = 330
"""Narrower than this a row keeps its words, and Enter or a click must do without the painted button."""


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One row: the file, and whether it can be found where it lay."""

    file: RecentFile
    found: bool = True


class RecentModel(QAbstractListModel):
    """The recent days, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RecentRow] = []

    def set_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show ``rows``."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> RecentRow:
        """Return the row at ``index``."""
        return self._rows[index.row()]

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt override: how many days there are."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the title, and all of it in words for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.file.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join((row.file.title, place_words(row.file), state_words(row), when(row.file)))
        return None


class RecentDelegate(QStyledItemDelegate):
    """Paints a day: icon, title, place, what it held, when; and *Fortsätt* on the current one."""

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt override: a row of 89 px."""
        return QSize(200, current_theme().px(_ROW))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt override: the row."""
        model = index.model()
        if not isinstance(model, RecentModel):
            return
        row = model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, box, selected=selected, focused=focused)
        right = self._paint_right(
            painter, box, row, go_on=selected and row.found and box.width() >= current_theme().px(_LEAST)
        )
        self._paint_words(painter, box, row, right=right)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, *, selected: bool, focused: bool) -> None:
        theme = current_theme()
        if not selected:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
            return
        painter.setPen(QPen(theme.colour("accent"), 3) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), theme.px(7), theme.px(7))

    def _paint_right(self, painter: QPainter, box: QRectF, row: RecentRow, *, go_on: bool) -> float:
        """Paint what stands at the right and return where it begins."""
        theme = current_theme()
        right = box.right() - theme.px(14)
        if go_on:
            painter.setFont(theme.font(Role.BODY, SEMIBOLD))
            words = _("Continue")
            wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(32)
            button = QRectF(right - wide, box.center().y() - theme.px(19), wide, theme.px(38))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(button, theme.px(7), theme.px(7))
            painter.setPen(theme.colour("on_accent"))
            painter.drawText(button, Qt.AlignmentFlag.AlignCenter, words)
            right = button.left() - theme.px(16)
        if _is_narrow(box):
            return right
        painter.setFont(theme.font(Role.SMALL))
        painter.setPen(theme.colour("ink2"))
        words = when(row.file)
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - wide, box.top(), wide, box.height()), middle, words)
        return right - wide - theme.px(12)

    def _paint_words(self, painter: QPainter, box: QRectF, row: RecentRow, *, right: float) -> None:
        theme = current_theme()
        side = theme.px(26)
        picture = QRectF(box.left() + theme.px(14), box.center().y() - side / 2, side, side)
        paint_icon(painter, _icon_of(row), picture, theme.colour("accent" if row.found else "ink2"))
        left = picture.right() + theme.px(14)
        small = theme.font(Role.SMALL)
        ink = "ink" if row.found else "ink2"
        lines = (
            (row.file.title, theme.font(Role.BODY, SEMIBOLD), ink),
            (place_words(row.file), small, "ink2"),
            (f"{state_words(row)} · {when(row.file)}" if _is_narrow(box) else state_words(row), small, ink),
        )
        top = box.top() + (box.height() - theme.px(62)) / 2
        for words, font, tone in lines:
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            room = QRectF(left, top, max(right - left, 1), theme.px(21))
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
            top += theme.px(20.5)


class RecentList(QListView):
    """The recent days. Enter or a click opens one; Delete takes it off the list."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Recent days"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._model = RecentModel(self)
        self.setModel(self._model)
        self.setItemDelegate(RecentDelegate(self))
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        theme_source().changed.connect(self.scheduleDelayedItemsLayout)

    def set_rows(self, rows: Sequence[RecentRow]) -> None:
        """Show ``rows`` and make the first one current."""
        self._model.set_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(0))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row.found:
            self.chosen.emit(row.file.path)


def place_words(file: RecentFile) -> str:
    """Return where a file lies, as people say it: the last folders, then the name."""
    return " › ".join(Path(file.path).parts[-3:])


def state_words(row: RecentRow) -> str:
    """Return what the day held when it was last open, or why it can't be opened."""
    if not row.found:
        return _("The file is not where it was. If it is on a memory stick, plug it in.")
    applications = ngettext("{n} application", "{n} applications", row.file.applications)
    notes = ngettext("{n} note", "{n} notes", row.file.notes)
    return f"{applications.format(n=row.file.applications)} · {notes.format(n=row.file.notes)}"


def when(file: RecentFile) -> str:
    """Return when the day was last open: *I dag 08.12*, *I går 15.40* or *3 december 2024*."""
    try:
        opened = datetime.fromisoformat(file.opened_at)
    except ValueError:
        return ""
    days = (datetime.now().astimezone().date() - opened.date()).days
    if days == 0:
        return _("Today {time}").format(time=f"{opened:%H.%M}")
    if days == 1:
        return _("Yesterday {time}").format(time=f"{opened:%H.%M}")
    locale = QLocale()
    written = f"{opened.day} {locale.monthName(opened.month)}"
    return written if days < 300 else f"{written} {opened.year}"


def _is_narrow(box: QRectF) -> bool:
    """Whether a row has no room for the time at its right, so that it joins the words below."""
    return box.width() < current_theme().px(_ROOMY)


def _icon_of(row: RecentRow) -> str:
    if row.file.rehearsal:
        return "graduation-cap"
    return "clock" if row.found else "hard-drive"
