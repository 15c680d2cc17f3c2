"""An error of the program's own is logged without anybody's text and told once, calmly."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from finsam_review.domain.errors import UserError
from finsam_review.ui.crash_dialog import LOG_NAME, install_excepthook
from finsam_review.ui.dialogs.crash import CrashDialog
from finsam_review.ui.guard import guarded

SECRET = "Anna Andersson vid bord C"


@pytest.fixture
def log(tmp_path: Path, expect_log: Callable[[str], None]) -> Iterator[Path]:
    """The hooks, put in place for one test; the file they log to."""
    hooks = sys.excepthook, threading.excepthook
    install_excepthook(tmp_path / "logs")
    expect_log("Error")
    yield tmp_path / "logs" / LOG_NAME
    sys.excepthook, threading.excepthook = hooks
    logger = logging.getLogger("finsam_review.crash")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()


def raise_here(error: Exception) -> None:
    """Let the hook hear of an error that was really raised."""
    try:
        raise error
    except type(error) as met:
        sys.excepthook(type(met), met, met.__traceback__)


def dialogs() -> list[CrashDialog]:
    """Return the crash dialogs on the screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]


def close_next(qtbot: QtBot, said: list[str]) -> None:
    """Close the dialog that is coming, keeping what it said."""

    def look() -> None:
        for dialog in dialogs():
            said.append(dialog.text.toPlainText())
            assert len(dialogs()) == 1
            dialog.accept()
        if not said:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def test_the_log_and_the_dialog_hold_no_text_of_the_users(qtbot: QtBot, log: Path):
    said: list[str] = []
    close_next(qtbot, said)
    try:
        try:
            raise UserError("note_gone", note=SECRET)
        except UserError as first:
            raise ValueError(SECRET) from first
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(said))
    written = log.read_text(encoding="utf-8")
    for text in (written, said[0]):
        assert SECRET not in text
        assert "ValueError" in text
        assert "UserError" in text
        assert "test_crash_dialog.py:" in text
        assert str(Path(__file__).parent) not in text


def test_an_error_in_an_override_is_told_and_qt_gets_a_safe_value(qtbot: QtBot, log: Path):
    class Broken(QWidget):
        @guarded(default=QSize)
        def sizeHint(self) -> QSize:
            return QSize(1 // 0, 1)

    said: list[str] = []
    close_next(qtbot, said)
    assert Broken().sizeHint() == QSize()
    qtbot.waitUntil(lambda: bool(said))
    assert "ZeroDivisionError" in said[0]


def test_the_same_error_again_and_again_is_shown_once(qtbot: QtBot, log: Path):
    said: list[str] = []
    close_next(qtbot, said)
    for _time in range(50):
        raise_here(KeyError("x"))
    qtbot.waitUntil(lambda: bool(said))
    QApplication.processEvents()
    assert dialogs() == []
    assert len(said) == 1
    assert 1 <= log.read_text(encoding="utf-8").count("KeyError") <= 20


def test_an_error_on_another_thread_is_told_on_the_windows(qtbot: QtBot, log: Path):
    said: list[str] = []
    close_next(qtbot, said)
    thread = threading.Thread(target=[].pop)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(said))
    assert "IndexError" in said[0]


def test_a_folder_that_cant_be_written_does_not_hide_the_error(
    qtbot: QtBot, tmp_path: Path, expect_log: Callable[[str], None]
):
    hook, other = sys.excepthook, threading.excepthook
    (tmp_path / "logs").write_text("a file is in the way", encoding="utf-8")
    expect_log("RuntimeError")
    said: list[str] = []
    try:
        install_excepthook(tmp_path / "logs")
        close_next(qtbot, said)
        raise_here(RuntimeError("x"))
        qtbot.waitUntil(lambda: bool(said))
    finally:
        sys.excepthook, threading.excepthook = hook, other


def test_the_text_can_be_copied(qtbot: QtBot):
    dialog = CrashDialog("ZeroDivisionError")
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QApplication.clipboard().text() == "ZeroDivisionError"
