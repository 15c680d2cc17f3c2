"""Owns what happens when the program meets an error of its own: a line in the log, and one calm dialog.

Neither holds anything a person wrote: only kinds of errors, and files, lines and functions of the program.
"""

import logging
import platform
import sys
import threading
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from finsam_review import __version__
from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

_LOG = logging.getLogger("finsam_review.crash")
_LOG_BYTES, _LOG_FILES = 200_000, 3
_FRAMES = 30
_PACKAGE = "finsam_review"


def install_excepthook(log_folder: Path) -> None:
    """From now on log unexpected errors in ``log_folder`` and tell of them in one dialog at a time.

    A folder that can't be written is no reason to stop: the dialog is shown all the same.
    """
    _log_into(log_folder)
    reporter = _Reporter(log_folder)
    sys.excepthook = reporter.report
    threading.excepthook = lambda args: reporter.report(args.exc_type, args.exc_value, args.exc_traceback)


def describe(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """Return what went wrong without any text of the user's: kinds of errors, and lines of the program."""
    lines = [
        f"Finsam Review {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}",
        *_steps(trace),
        kind.__name__,
    ]
    cause = error.__cause__ or error.__context__ if error is not None else None
    seen = {id(error)}
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += [f"<- {type(cause).__name__}", *_steps(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class _Reporter(QObject):
    """Stands in for ``sys.excepthook``. What happens on another thread is shown on the window's."""

    happened = Signal(str)

    def __init__(self, log_folder: Path) -> None:
        super().__init__()
        self._folder = log_folder
        self._is_reporting = False
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log the error and show it, unless one is being shown; never raises."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        if self._is_reporting:
            return
        words = describe(kind, error, trace)
        _LOG.error("%s", words)
        application = QApplication.instance()
        if application is not None:
            self._is_reporting = True
            on_own = QThread.currentThread() is application.thread() if isinstance(application, QObject) else True
            self.happened.emit(words) if on_own or True else None

    def _show(self, words: str) -> None:
        try:
            show_crash(words, self._folder)
        finally:
            self._is_reporting = False


def show_crash(words: str, log_folder: Path) -> None:
    """Show the one calm dialog about an error of the program; ``words`` can be copied."""
    from finsam_review.ui.dialogs.crash import CrashDialog

    dialog = CrashDialog(words, log_folder, QApplication.activeWindow())
    dialog.exec()
    dialog.deleteLater()
