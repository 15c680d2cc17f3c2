"""Owns what happens when the program meets an error of its own: a line in the log, and one calm dialog.

Neither holds anything a person wrote: only kinds of errors, and files, lines and functions of the program.
"""

import platform
import sys
import threading
from collections import Counter
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from finsam_review import __version__

if TYPE_CHECKING:
    from logging import Logger

LOG_NAME = "finsam-review.log"
_LOG_BYTES, _LOG_FILES = 200_000, 3
_FRAMES = 30
_SAME_LOGGED = 20
_INTERRUPTED = 130
_PACKAGE = "finsam_review"


def install_excepthook(log_folder: Path) -> None:
    """From now on log unexpected errors in ``log_folder`` and tell of them in one dialog at a time.

    A folder that can't be written is no reason to stop: the dialog is shown all the same.
    """
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
    """Stands in for ``sys.excepthook``. What happens on another thread is shown on the window's.

    The same error is shown once: one that comes at every painting must not lock the window.
    """

    happened = Signal(str)

    def __init__(self, log_folder: Path) -> None:
        super().__init__()
        self._log_folder = log_folder
        self._is_shown = False
        self._met: Counter[str] = Counter()
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log the error, and show it if it is new and none is being shown."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(_INTERRUPTED)
            return
        where = "\n".join([kind.__name__, *_steps(trace)])
        self._met[where] += 1
        if self._met[where] > _SAME_LOGGED:
            return
        words = describe(kind, error, trace)
        _log(words, self._log_folder)
        if self._met[where] == 1 and QApplication.instance() is not None:
            self.happened.emit(words)

    def _show(self, words: str) -> None:
        if self._is_shown:
            return
        self._is_shown = True
        try:
            show_crash(words)
        finally:
            self._is_shown = False


def show_crash(words: str) -> None:
    """Show the one calm dialog about an error of the program; ``words`` can be copied."""
    from finsam_review.ui.dialogs.crash import CrashDialog

    dialog = CrashDialog(words, QApplication.activeWindow())
    dialog.exec()
    dialog.deleteLater()


def _steps(trace: TracebackType | None) -> list[str]:
    """Return the innermost frames, outermost first: a module of the program with its path, others by name."""
    steps = [
        f"  {_module(Path(frame.f_code.co_filename))}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(trace)
    ]
    return steps[-_FRAMES:]


def _module(file: Path) -> str:
    """Return a module without the folders of the computer it runs on: they may hold a person's name."""
    if _PACKAGE in file.parts:
        place = len(file.parts) - 1 - file.parts[::-1].index(_PACKAGE)
        return "/".join(file.parts[place:])
    return file.name


def _log(words: str, folder: Path) -> None:
    """Write ``words`` to the log. What writes it is imported when the first error comes, not at the start."""
    import logging

    logger = logging.getLogger("finsam_review.crash")
    _log_into(logger, folder / LOG_NAME)
    logger.error("%s", words)


def _log_into(logger: "Logger", file: Path) -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    here = [h for h in logger.handlers if isinstance(h, RotatingFileHandler)]
    if any(Path(handler.baseFilename) == file for handler in here):
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(message)s\n"))
    for old in here:
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
