"""Owns what is measured inside a process of its own: a bare window, the start page, an opened day.

``python window_probe.py WHAT [FILE]`` prints one figure (ms since PROBE_START, or MB), or two.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def since_start() -> float:
    """Return the milliseconds since the parent started this process."""
    return (time.perf_counter() - float(os.environ["PROBE_START"])) * 1000


def resident() -> float:
    """Return the resident memory of this process in MB."""
    with Path("/proc/self/status").open(encoding="utf-8") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def painted(window: object) -> None:
    """Pump events until ``window`` has been painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject
    from PySide6.QtWidgets import QWidget

    assert isinstance(window, QWidget)
    seen: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                seen.append(True)
            return False

    watch = Watch()
    QCoreApplication.instance().installEventFilter(watch)
    window.show()
    while not seen:
        QCoreApplication.processEvents()
    QCoreApplication.instance().removeEventFilter(watch)


def bare() -> object:
    """Show an empty main window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    painted(window)
    return app, window


def start() -> object:
    """Show the start page."""
    from finsam_review.app import make_application, make_window
    from finsam_review.i18n import set_language

    set_language("sv")
    app = make_application()
    window = make_window(app)
    painted(window)
    return app, window


def opened(path: str) -> object:
    """Show the start page, then the day at ``path``."""

    app, window = start()
    window.open_day(Path(path))
    painted(window)
    app.processEvents()
    return app, window


def read_rows(path: str) -> None:
    """Read every note and application with nothing but sqlite3."""
    import sqlite3

    with sqlite3.connect(path) as raw:
        for table in ("note_revision", "application", "question", "party", "table_group", "reading"):
            raw.execute(f"SELECT * FROM {table}").fetchall()


def note(path: str) -> None:
    """Print the medians of a bare durable row, and of a note from Ctrl+Enter to its commit."""
    import statistics

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from finsam_review.storage.engine import connect
    from finsam_review.ui.day import DayView

    _app, window = opened(path)
    page = window.findChild(DayView)
    notes = page.context.session.notes
    editor = page.applications.board.order[0].editor
    committed: list[float] = []
    add = notes.add

    def timed(*arguments: object, **options: object) -> object:
        outcome = add(*arguments, **options)
        committed.append(time.perf_counter())
        return outcome

    notes.add = timed
    bare_file = Path(path).with_suffix(".bare")
    bare_file.unlink(missing_ok=True)
    bare_file.touch()
    raw = connect(bare_file)
    raw.execute("CREATE TABLE row (text TEXT)")
    floor, subject = [], []
    for number in range(60):
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO row VALUES (?)", (f"En lapp {number}",))
        raw.execute("COMMIT")
        floor.append(time.perf_counter() - began)
        editor.text_box.setPlainText(f"En lapp {number}")
        began = time.perf_counter()
        QTest.keyClick(editor.text_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        subject.append(committed[-1] - began)
    window.close()
    print(statistics.median(floor) * 1000, statistics.median(subject) * 1000, flush=True)


def main(what: str, *arguments: str) -> None:
    """Do ``what`` and print its figure."""
    if what == "note":
        note(*arguments)
        os._exit(0)
    kept = opened(*arguments) if what.startswith("open") else start() if what == "start" else bare()
    if what == "bare-rows":
        read_rows(*arguments)
    print(resident() if what.endswith("memory") else since_start(), flush=True)
    del kept
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
