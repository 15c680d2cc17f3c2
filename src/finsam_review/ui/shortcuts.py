"""Owns the keys of a page: they work wherever in it the focus is, and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def add_key(page: QWidget, keys: str, run: Callable[[], object]) -> QAction:
    """Let ``keys`` (such as *Ctrl+B*) call ``run`` while the focus is in ``page``; return the action."""
    action = QAction(page)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: run())
    page.addAction(action)
    return action
