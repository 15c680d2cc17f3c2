"""Owns the dialog that brings a backup back as a new file."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from finsam_review.i18n import gettext as _
from finsam_review.i18n import plain_date
from finsam_review.paths import documents_folder
from finsam_review.services.days.backups import Backup, all_backups
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.dialogs.places import folder_refusal
from finsam_review.ui.guard import guarded
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.fields import ErrorLine
from finsam_review.ui.widgets.labels import Label

_BACKUP_ROLE = int(Qt.ItemDataRole.UserRole)
_MEGABYTE = 1024 * 1024
Index = QModelIndex | QPersistentModelIndex


class RestoreDialog(DialogFrame):
    """Asks for a backup and a place. ``chosen`` is the backup and the new file, ``None`` until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore from a backup"), parent, room=(600, 480))
        self.chosen: tuple[Path, Path] | None = None
        backups = all_backups()
        self.list = _BackupList(backups, self)
        self._error = ErrorLine(self)
        self._build(has_any=bool(backups))
        self._dress()

    def choose(self, target: Path) -> None:
        """Decide on the backup chosen in the list and ``target``, unless no file can be made there."""
        backup = self.list.currentIndex().data(_BACKUP_ROLE)
        refusal = folder_refusal(target)
        self._error.show_error(refusal)
        if isinstance(backup, Backup) and not refusal:
            self.chosen = (backup.path, target)
            self.accept()

    @property
    def error(self) -> str:
        """Why the place was refused; empty if it was not."""
        return self._error.text

    def _build(self, *, has_any: bool) -> None:
        if not has_any:
            text = _("A backup is made every ten minutes while you work, and before files are taken in.")
            self.contents.addWidget(EmptyState("clock", _("There are no backups yet"), text, self))
            self.contents.addStretch(1)
            self.list.hide()
            self.add_button(Button(_("Close"), self), default=True).clicked.connect(self.reject)
            return
        words = _("The backup comes back as a new file. The day you have now stays as it is.")
        self.contents.addWidget(Label(words, self, tone="ink2", wrap=True))
        self.contents.addWidget(self.list, 1)
        self.contents.addWidget(self._error)
        self.add_button(Button(_("Cancel"), self)).clicked.connect(self.reject)
        restore = Button(_("Restore as a new file…"), self, kind="filled")
        self.add_button(restore, default=True).clicked.connect(self._on_restore)
        self.list.doubleClicked.connect(self._on_restore)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_restore(self) -> None:
        backup = self.list.currentIndex().data(_BACKUP_ROLE)
        if not isinstance(backup, Backup):
            return
        name = _("{name} restored {when}").format(name=backup.name, when=f"{backup.made_at:%Y-%m-%d %H.%M}")
        start = documents_folder() if documents_folder().is_dir() else Path.home()
        kinds = _("Workshop days (*.finsam)")
        target = ask_where_to_save(self, _("Restore as a new file"), start / f"{name}.finsam", kinds=kinds)
        if target is not None:
            self.choose(target.with_name(f"{target.name.removesuffix('.finsam')}.finsam"))


class _Backups(QAbstractListModel):
    """The backups, newest first."""

    def __init__(self, backups: tuple[Backup, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._backups = backups

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt override: how many."""
        return 0 if parent.isValid() else len(self._backups)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: a backup, and what is said of it."""
        backup = self._backups[index.row()]
        if role == _BACKUP_ROLE:
            return backup
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{backup.name}, {when_words(backup.made_at)}, {size_words(backup.size)}"
        return None


class _BackupList(QListView):
    def __init__(self, backups: tuple[Backup, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Backups, newest first"))
        self.setModel(_Backups(backups, self))
        self.setItemDelegate(_BackupDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setCurrentIndex(self.model().index(0, 0))
        follow_theme(self._dress)

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: the frame of the chosen row is drawn anew."""
        super().focusInEvent(event)
        self.viewport().update()

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()


class _BackupDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @guarded(default=QSize)
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Qt override: a row of two lines."""
        return QSize(10, current_theme().px(52))

    @guarded(default=None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt override: name, when, size."""
        backup = index.data(_BACKUP_ROLE)
        if not isinstance(backup, Backup):
            return
        theme = current_theme()
        painter.save()
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("accent_soft"))
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("sunken"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour("line"))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))
        _paint_words(painter, box, backup)
        painter.restore()


def _paint_words(painter: QPainter, box: QRect, backup: Backup) -> None:
    theme = current_theme()
    line, left = theme.px(21), box.left() + theme.px(14)
    top = box.top() + (box.height() - 2 * line) // 2
    room = box.width() - theme.px(28)
    bold = theme.font(Role.BODY, SEMIBOLD)
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    for place, (font, tone, text) in enumerate(
        (
            (bold, "ink", backup.name),
            (theme.font(Role.SMALL), "ink2", f"{when_words(backup.made_at)} · {size_words(backup.size)}"),
        )
    ):
        painter.setFont(font)
        painter.setPen(theme.colour(tone))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top + place * line, room, line), int(align), cut)


def when_words(moment: datetime) -> str:
    """Return *I dag 14.30*, *I går 14.30* or *15 oktober 2025 14.30*."""
    days = (datetime.now().astimezone().date() - moment.date()).days
    if days == 0:
        return _("Today {time}").format(time=f"{moment:%H.%M}")
    if days == 1:
        return _("Yesterday {time}").format(time=f"{moment:%H.%M}")
    return f"{plain_date(moment.date())} {moment:%H.%M}"


def size_words(size: int) -> str:
    """Return a size in bytes as *4,2 MB* or *310 kB*."""
    if size >= _MEGABYTE:
        return _("{n} MB").format(n=f"{size / _MEGABYTE:.1f}".replace(".", _decimal_sign()))
    return _("{n} kB").format(n=max(1, round(size / 1024)))


def _decimal_sign() -> str:
    from PySide6.QtCore import QLocale

    from finsam_review.i18n import language

    return QLocale("sv_SE" if language() == "sv" else "en_GB").decimalPoint()
