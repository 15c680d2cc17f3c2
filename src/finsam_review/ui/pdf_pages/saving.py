"""Owns the dialogs that ask where a person wants a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, *, kinds: str = "") -> Path | None:
    """Ask where to save a file called ``suggested``; ``None`` if the person thought better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(chosen) if chosen else None


def ask_for_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder; ``None`` if the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None
