"""Owns what every test stands on: no network, no user folder, Swedish, and nothing left behind."""

import logging
import os
import re
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from finsam_review import i18n

settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

GRACE_SECONDS = 5.0
"""How long a thread may take to end after its test: far longer than it needs, so that only a leak is met."""


class NetworkUsedError(RuntimeError):
    """The program tried to reach the network, which it promises never to do."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every use of an internet socket; local ones between processes are left alone."""

    def guarded(name: str) -> Callable[..., object]:
        real = getattr(socket.socket, name)

        def refuse(self: socket.socket, *arguments: object) -> object:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                raise NetworkUsedError(f"socket.{name}{arguments!r}")
            return real(self, *arguments)

        return refuse

    def no_names(*arguments: object, **_options: object) -> None:
        raise NetworkUsedError(f"socket.getaddrinfo{arguments!r}")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", no_names)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give each test empty folders of its own for settings, backups and documents."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FINSAM_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(home / "documents"))
    return home


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Speak Swedish, as the program does unless told otherwise, and again after the test."""
    i18n.set_language("sv")
    yield
    i18n.set_language("sv")


class _Collected(logging.Handler):
    """Keeps what is logged at warning level and above, to be looked at when the test is over."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Fail a test that logs a warning or worse, unless it said so: ``expect_log("disk is full")``.

    The pattern is a regular expression. One that never came is a failure too.
    """
    patterns: list[str] = []
    collected = _Collected()
    logging.getLogger().addHandler(collected)
    yield patterns.append
    logging.getLogger().removeHandler(collected)
    messages = [record.getMessage() for record in collected.records]
    unexpected = [text for text in messages if not any(re.search(pattern, text) for pattern in patterns)]
    missing = [pattern for pattern in patterns if not any(re.search(pattern, text) for text in messages)]
    assert not unexpected, f"logged without being expected: {unexpected}"
    assert not missing, f"expected in the log, but never came: {missing}"


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    _finish_qt_pool()
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        if not isinstance(thread, threading._DummyThread):
            thread.join(GRACE_SECONDS)
    still = [thread.name for thread in left if thread.is_alive() and not _is_foreign(thread)]
    assert not still, f"threads left running: {still}"


@pytest.fixture(autouse=True)
def no_windows_left(no_threads_left: None) -> Iterator[None]:
    """Fail a test that leaves a window on screen, and close it so that the next test is not blamed."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    assert not names, f"windows left open: {names}"


def _finish_qt_pool() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return
    pool = core.QThreadPool.globalInstance()
    assert pool.waitForDone(int(GRACE_SECONDS * 1000)), "work left running in Qt's thread pool"


def _is_foreign(thread: threading.Thread) -> bool:
    """Return whether Python only heard of the thread: Qt's own, which ends with Qt."""
    return isinstance(thread, threading._DummyThread)
