"""Owns the one window: the start page, the open day, and the way between them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.paths import documents_folder
from finsam_review.ui.guard import guarded
from finsam_review.ui.opening import DayOpener
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.start_page import StartPage

TITLE = "Finsam Review"
_SIZE = (1366, 768)
_LEAST = (800, 480)
"""A laptop of 1366 × 768 at 150 % has 910 × 512, and its task bar takes some of that."""
_FRAME = (16, 40)
"""What borders and title bar take, at most."""


class MainWindow(QMainWindow):
    """The window. Small by design: it opens and closes days and passes on the keys that work everywhere."""

    def __init__(self, preferences: PreferenceStore) -> None:
        super().__init__()
        self._preferences = preferences
        self._opener = DayOpener(preferences, self)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self._start = self._build_start()
        self._actions: dict[str, QAction] = {}
        self._add_actions()
        self._opener.opened.connect(self._on_opened)
        self._opener.closed.connect(self._on_closed)
        self.setWindowTitle(TITLE)
        self._take_place(preferences.window_place())
        self._start.refresh()
        self._start.focus_first()
        QTimer.singleShot(300, self, preload)

    @property
    def preferences(self) -> PreferenceStore:
        """The preferences that the window follows."""
        return self._preferences

    def open_day(self, path: Path, *, table: int | None = None) -> None:
        """Open the day at ``path``; ``table`` (a number) opens the view of one table."""
        self._opener.open(path, table=table)

    def close_day(self) -> None:
        """Close the open day, if there is one, and show the start page."""
        self._opener.close()

    def follow_preferences(self, *, rebuild: bool) -> None:
        """Take on changed preferences; ``rebuild`` makes every page anew, in another language."""
        if not rebuild:
            return
        for action in self._actions.values():
            self.removeAction(action)
        self._actions.clear()
        self._add_actions()
        at_start = self._stack.currentWidget() is self._start
        old, self._start = self._start, self._build_start()
        self._stack.removeWidget(old)
        old.deleteLater()
        self._start.refresh()
        self._opener.rebuild()
        if at_start:
            self._show_start()

    @guarded(default=None)
    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt override: what stands in editors is kept, the day is backed up and closed."""
        self._preferences.keep_window_place(self.saveGeometry())
        if self._opener.close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _take_place(self, place: QByteArray) -> None:
        """Stand where the window stood last, or fill a screen that is too small for it and its frame."""
        self.resize(*_SIZE)
        self.setMinimumSize(*_LEAST)
        if not place.isEmpty():
            self.restoreGeometry(place)
        room = self.screen().availableSize()
        frame = QSize(*_FRAME)
        if (self.size() + frame).boundedTo(room) != self.size() + frame:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def _build_start(self) -> StartPage:
        page = StartPage(self._preferences, self)
        page.new_requested.connect(self._on_new)
        page.open_requested.connect(self._on_open)
        page.rehearsal_requested.connect(self._opener.rehearse)
        page.recent_chosen.connect(lambda path: self.open_day(Path(path)))
        page.restore_requested.connect(self._on_restore)
        self._stack.addWidget(page)
        return page

    def _add_actions(self) -> None:
        self._add(_("New workshop day"), "Ctrl+N", self._on_new)
        self._add(_("Open"), "Ctrl+O", self._on_open)
        self._add(_("Rehearsal"), "Ctrl+G", self._on_rehearse)
        self._add(_("Keys"), "F1", self._on_keys)
        self._add(_("Full screen"), "F11", self._on_full_screen)
        self._add(_("Larger text"), "Ctrl++", lambda: self._preferences.step_text_scale(1))
        self._add(_("Smaller text"), "Ctrl+-", lambda: self._preferences.step_text_scale(-1))
        self._add(_("Text at 100 %"), "Ctrl+0", lambda: self._preferences.step_text_scale(0))
        self._add(_("Close the day"), "Ctrl+W", self.close_day)

    def _add(self, words: str, keys: str, run: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        self._actions[keys] = action

    def _show_start(self) -> None:
        self._start.refresh()
        self._stack.setCurrentWidget(self._start)
        self._start.focus_first()
        self.setWindowTitle(TITLE)

    def _on_opened(self, page: QWidget, title: str) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(title)

    def _on_closed(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.deleteLater()
        self._show_start()

    def _on_new(self) -> None:
        from finsam_review.ui.dialogs import NewDayDialog

        dialog = NewDayDialog(self)
        if dialog.exec() and dialog.values is not None:
            self._opener.create(dialog.values)
        dialog.deleteLater()

    def _on_open(self) -> None:
        folder = documents_folder()
        start = folder if folder.is_dir() else Path.home()
        kinds = _("Workshop days (*.finsam)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Open a day"), str(start), kinds)
        if chosen:
            self.open_day(Path(chosen))

    def _on_rehearse(self) -> None:
        if self._stack.currentWidget() is self._start:
            self._opener.rehearse()

    def _on_restore(self) -> None:
        from finsam_review.services.days.backups import restore
        from finsam_review.ui.dialogs import RestoreDialog
        from finsam_review.ui.messages import tell_error

        dialog = RestoreDialog(self)
        if dialog.exec() and dialog.chosen is not None:
            try:
                target = restore(*dialog.chosen)
            except UserError as error:
                tell_error(self, error)
            else:
                self.open_day(target)
        dialog.deleteLater()

    def _on_keys(self) -> None:
        from finsam_review.ui.dialogs import KeysDialog

        dialog = KeysDialog(self)
        dialog.exec()
        dialog.deleteLater()

    def _on_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()


def preload() -> None:
    """Import what opening a day needs, in an idle moment after the first paint."""
    import finsam_review.services.session
    import finsam_review.ui.day

    _ = (finsam_review.services.session, finsam_review.ui.day)
