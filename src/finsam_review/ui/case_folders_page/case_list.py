"""Owns the list of case folders: what stands in a row, and how a row is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, plain_date
from finsam_review.services.outgoing.case_contents import CaseContents
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import StateLook, paint_chip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

CASE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_HIGH, _LEFT, _RIGHT = 52, 44, 12


def case_look(case: CaseContents) -> StateLook:
    """Return how far the case has come, as a chip."""
    if case.answered:
        return StateLook(_("Answer is in"), "check-circle", "ok")
    if case.sent_on is not None:
        return StateLook(_("Sent"), "paper-plane-tilt", "ok")
    return StateLook(_("Draft saved"), "download-simple") if case.drafted else StateLook(_("No letter yet"))


def case_line(case: CaseContents) -> str:
    """Return the second line of a row: *28 lappar · 8 filer*."""
    notes = ngettext("{n} note", "{n} notes", case.notes).format(n=case.notes)
    files = ngettext("{n} file", "{n} files", len(case.files)).format(n=len(case.files))
    return f"{notes} · {files}"


class CaseListModel(QAbstractListModel):
    """The folders of the day in the order of the applications' numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cases: tuple[CaseContents, ...] = ()
        super().__init__(parent)

    @property
    def cases(self) -> tuple[CaseContents, ...]:
        """The folders shown."""
        return self._cases

    def set_cases(self, cases: Sequence[CaseContents]) -> None:
        """Show ``cases``; where only their contents differ, the view keeps its place."""
        new = tuple(cases)
        if [case.application_id for case in new] != [case.application_id for case in self._cases]:
            self.beginResetModel()
            self._cases = new
            self.endResetModel()
            return
        stale = [place for place, case in enumerate(new) if case != self._cases[place]]
        self._cases = new
        for place in stale:
            self.dataChanged.emit(self.index(place), self.index(place))

    @guarded(default=0)
    def rowCount(self, parent: _Index | None = None) -> int:
        """Qt override: one row per application."""
        return 0 if parent is not None and parent.isValid() else len(self._cases)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the words of a row, in full for screen readers."""
        if not index.isValid() or not 0 <= index.row() < len(self._cases):
            return None
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{case.number} {case.title}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            sent = _("sent on {day}").format(day=plain_date(case.sent_on)) if case.sent_on else ""
            parts = (f"{case.number} {case.title}", case_line(case), case_look(case).words, sent)
            return ", ".join(part for part in parts if part)
        return case if role == CASE_ROLE else None


class CaseList(QListView):
    """The list at the left. ``chosen`` tells that another folder is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folders = CaseListModel(self)
        self.setModel(self.folders)
        self.setItemDelegate(_CaseDelegate(self))
        self.setAccessibleName(_("Case folders"))
        self.setProperty("frameless", "true")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.chosen.emit())
        follow_theme(self._dress)

    @property
    def current(self) -> CaseContents | None:
        """The folder chosen."""
        place = self.currentIndex().row()
        return self.folders.cases[place] if 0 <= place < len(self.folders.cases) else None

    def show_cases(self, cases: Sequence[CaseContents]) -> None:
        """Show ``cases`` and keep the chosen one, or choose the first."""
        before = self.current
        self.folders.set_cases(cases)
        places = {case.application_id: place for place, case in enumerate(cases)}
        if cases:
            place = places.get(before.application_id, 0) if before else 0
            self.setCurrentIndex(self.folders.index(place))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.scheduleDelayedItemsLayout()


class _CaseDelegate(QStyledItemDelegate):
    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Qt override: two lines."""
        return QSize(current_theme().px(200), current_theme().px(_HIGH))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt override: number, title, what is in it, and how far the case has come."""
        case = index.data(CASE_ROLE)
        if not isinstance(case, CaseContents):
            return
        theme, box = current_theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, box)
        edge = box.right() - theme.px(_RIGHT)
        right = paint_chip(painter, box, case_look(case), right=edge, widest=box.width() * 0.44)
        left = box.left() + theme.px(_LEFT)
        room = QRectF(left, box.top() + theme.px(5), right - left - theme.px(8), theme.px(21))
        painter.setPen(theme.colour("ink"))
        number = QRectF(box.left() + theme.px(8), room.top(), theme.px(28), room.height())
        painter.setFont(theme.font(Role.BODY, SEMIBOLD))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(case.number)
        )
        _line(painter, room, case.title, theme.font(Role.BODY, SEMIBOLD))
        painter.setPen(theme.colour("ink2"))
        _line(painter, room.translated(0, theme.px(21)), case_line(case), theme.font(Role.SMALL, REGULAR))
        painter.restore()


def _line(painter: QPainter, room: QRectF, text: str, font: QFont) -> None:
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
    theme, state = current_theme(), option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    painter.fillRect(box, theme.colour("accent_soft" if chosen else "sunken" if hovered else "surface"))
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.colour("line"))
    if chosen:
        painter.fillRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), theme.colour("accent"))
    if chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1.5, 1.5, -1.5, -2.5))
