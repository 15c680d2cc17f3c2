"""Owns which files come in: asked for in the system's own dialog, or dropped on the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from finsam_review.i18n import gettext as _

ENDINGS = ("docx", "docm", "doc", "odt", "pdf", "rtf", "xlsx", "xlsm", "xls", "ods", "csv")


def choose_files(parent: QWidget | None, *, start: Path | None = None) -> list[Path]:
    """Ask for files to take in; empty if the person thought better of it."""
    kinds = " ".join(f"*.{ending}" for ending in ENDINGS)
    filters = [_("Applications and lists ({kinds})").format(kinds=kinds), _("All files (*)")]
    chosen, _kind = QFileDialog.getOpenFileNames(
        parent, _("Take in applications"), str(start or Path.home()), ";;".join(filters)
    )
    return [Path(name) for name in chosen]


def choose_folder(parent: QWidget | None, *, start: Path | None = None) -> list[Path]:
    """Ask for a folder to take in whole; empty if the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, _("Take in a folder"), str(start or Path.home()))
    return [Path(chosen)] if chosen else []


def accepted_paths(mime: QMimeData) -> list[Path]:
    """Return the files and folders that are dropped, each once; what does not lie on a disk is left out."""
    urls: Sequence[str] = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    paths = [Path(name) for name in dict.fromkeys(urls) if name]
    return [path for path in paths if path.exists()]
