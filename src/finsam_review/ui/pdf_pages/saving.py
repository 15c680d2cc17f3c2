"""Owns where a person puts a file: the dialogs that ask, with a name that every system accepts."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$", re.IGNORECASE)
_LONGEST = 120


def safe_name(name: str) -> str:
    """Return ``name`` as Windows, macOS and Linux all accept it; its ending is kept."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not re.fullmatch(r"\w{1,8}", ending):
        stem, dot, ending = name, "", ""
    stem = " ".join(_FORBIDDEN.sub("-", stem).split())[:_LONGEST].strip(" .")
    if not stem or _RESERVED.match(stem.partition(".")[0]):
        stem = f"{stem}_"
    return f"{stem}{dot}{ending}"


def ask_where_to_save(parent: QWidget, title: str, suggested: Path, *, kinds: str = "") -> Path | None:
    """Ask where to save a file called ``suggested``; ``None`` if the person thought better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    return Path(chosen) if chosen else None


def ask_for_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a folder; ``None`` if the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None
