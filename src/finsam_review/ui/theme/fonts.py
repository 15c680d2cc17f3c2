"""Owns the type: Noto Sans from the program's own files, and the six sizes of text (DESIGN-SYSTEM §3)."""

from enum import Enum
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from finsam_review.paths import resources

FAMILY = "Noto Sans"
_FIRST = ("Regular", "Medium", "SemiBold")
"""The faces of the start page. Each costs some milliseconds before the first paint, so the rest wait."""


class Role(Enum):
    """A size of text, in points at 100 %."""

    SMALL = 10.5
    BODY = 11.25
    LEAD = 12.75
    TITLE = 15.0
    DISPLAY = 19.5
    HALL = 25.5


REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


def load_fonts() -> list[str]:
    """Load the faces of the start page and return the families found; the system fills in a missing one."""
    files = (resources() / "fonts" / f"NotoSans-{face}.ttf" for face in _FIRST)
    return [family for file in files if file.is_file() for family in _loaded(file)]


@cache
def load_fallbacks() -> tuple[str, ...]:
    """Load the other faces and those for signs that Noto Sans lacks, once, before the first note is shown."""
    first = {f"NotoSans-{face}" for face in _FIRST}
    files = sorted((resources() / "fonts").glob("Noto*.ttf"))
    return tuple(family for file in files if file.stem not in first for family in _loaded(file))


def _loaded(file: Path) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
