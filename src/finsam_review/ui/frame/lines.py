"""Owns the thin lines that part panes and bars from each other."""

from PySide6.QtWidgets import QFrame, QWidget


def line_across(parent: QWidget, *, part: str = "line") -> QFrame:
    """Return a horizontal line of 1 px; ``part`` is *line* (quiet) or *divider* (parts panes)."""
    line = QFrame(parent)
    line.setProperty("part", part)
    line.setFixedHeight(1)
    return line


def line_down(parent: QWidget, *, part: str = "divider") -> QFrame:
    """Return a vertical line of 1 px; ``part`` is *line* (quiet) or *divider* (parts panes)."""
    line = QFrame(parent)
    line.setProperty("part", part)
    line.setFixedWidth(1)
    return line
