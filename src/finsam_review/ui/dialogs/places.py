"""Owns places for new files as people read them, and why a file can't be put there."""

from pathlib import Path

from finsam_review.domain.text import clean_line
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import safe_name

_PARTS_SHOWN = 3


def workshop_file_name(title: str) -> str:
    """Return the file name for a day called ``title``, acceptable everywhere."""
    return safe_name(f"{clean_line(title) or _('New day')}.finsam")


def place_words(path: Path) -> str:
    """Return the end of ``path`` as *Dokument › Finsam › Dagen.finsam*."""
    return " › ".join(path.parts[-_PARTS_SHOWN:])


def folder_refusal(path: Path) -> str:
    """Return why no new file can be made at ``path``, in a sentence; empty if one can. Makes the folder."""
    if path.exists():
        return error_text("file_exists", {"file": path.name})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return error_text("folder_read_only", {"folder": path.parent.name})
    return ""
