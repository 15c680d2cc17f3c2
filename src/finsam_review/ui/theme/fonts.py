"""Owns the type: Noto Sans from the program's own files, and the six sizes of text (DESIGN-SYSTEM §3)."""

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from finsam_review.paths import resources

FAMILY = "Noto Sans"
_FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")


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
    """Load the faces of the window and return the families found; a missing face is left to the system."""
    families: list[str] = []
    for face in _FACES:
        file = resources() / "fonts" / f"NotoSans-{face}.ttf"
        if file.is_file():
            loaded = QFontDatabase.addApplicationFont(str(file))
            families.extend(QFontDatabase.applicationFontFamilies(loaded))
    return families


@cache
def load_fallbacks() -> tuple[str, ...]:
    """Load the faces for signs that Noto Sans lacks, once. Not needed before the first note is shown."""
    families: list[str] = []
    for file in sorted((resources() / "fonts").glob("Noto*.ttf")):
        if not file.stem.startswith("NotoSans-"):
            loaded = QFontDatabase.addApplicationFont(str(file))
            families.extend(QFontDatabase.applicationFontFamilies(loaded))
    return tuple(families)
