"""A person at the window: opens the day and types notes, one after the other, until stopped.

``python person.py FILE`` prints a line for each note once the program has said that it is saved. Run by the
tests in a process of its own, so that it can be killed in the middle of a word.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from finsam_review.app import make_application, make_window
from finsam_review.ui.board.note_editor import NoteEditor
from finsam_review.ui.day import DayView


def type_note(editor: NoteEditor, text: str) -> None:
    """Type ``text`` key by key and stick it up with Ctrl+Enter."""
    editor.focus_text()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor.text_box, key)
    QApplication.processEvents()
    QTest.keyClick(editor.text_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def acknowledge(text: str) -> None:
    """Tell the parent at once that ``text`` hangs on the board."""
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


def main(path: Path) -> None:
    """Type until killed: round the applications, the questions in turn."""
    app = make_application()
    window = make_window(app, language="sv")
    window.show()
    window.open_day(path)
    page = window.findChild(DayView)
    assert page is not None
    for number in range(1, 10_000):
        column = page.applications.board.order[number % 3]
        text = f"Lapp {number}: åäö – når fram"
        type_note(column.editor, text)
        if any(card.text == text for card in column.model.cards):
            acknowledge(text)
        if number % 7 == 0:
            QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
