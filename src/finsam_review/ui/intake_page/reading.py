"""Owns reading foreign files on another thread, for as long as the page that asked for it is there."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n.wording import error_text
from finsam_review.ui.tasks import Task

_under_way: set[Task] = set()
"""Held here until their threads have ended: a thread that goes away with its page would end the program."""


def reading_task(steps: Iterator[object], page: QWidget) -> Task:
    """Return a task for ``steps`` that stops by itself when ``page`` or the program goes away."""
    task = Task(steps)
    _under_way.add(task)

    def stop_for_good() -> None:
        task.cancel()
        task.wait()

    application = QCoreApplication.instance()
    if application is not None:
        application.aboutToQuit.connect(stop_for_good)
        task.ended.connect(lambda: application.aboutToQuit.disconnect(stop_for_good))
    page.destroyed.connect(task.requestInterruption)
    task.ended.connect(lambda: _under_way.discard(task))
    return task


def refusal_of(error: Exception) -> str:
    """Return why nothing could be read, in a sentence. What nobody could foresee is raised again."""
    if isinstance(error, UserError):
        return error_text(error.code, error.values)
    if isinstance(error, OSError):
        return error_text("file_unreadable", {"file": Path(str(error.filename or "")).name})
    raise error
