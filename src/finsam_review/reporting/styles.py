"""Owns how printed documents look: the one table of type, colour and distance. Lengths are in points."""

from dataclasses import dataclass

from finsam_review.reporting.tagged.fonts import BOLD, REGULAR, SEMIBOLD

MILLIMETRE = 72 / 25.4
PAGE = (210 * MILLIMETRE, 297 * MILLIMETRE)
"""A4."""
MARGIN = 20 * MILLIMETRE
BOTTOM_MARGIN = 25 * MILLIMETRE
TOP_MARGIN = 15 * MILLIMETRE
WIDTH = PAGE[0] - 2 * MARGIN

INK = "#1A1A1A"
INK2 = "#45433E"
ACCENT = "#17555C"
ACCENT_SOFT = "#EFF4F3"
LINE = "#CFCBC2"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: ``lead`` is the face of its first words, ``before`` the room above it."""

    size: float
    leading: float
    face: str = REGULAR
    lead: str = BOLD
    colour: str = INK
    before: float = 0.0
    align_right: bool = False


BODY = TextStyle(10.7, 15.4)
NOTE = TextStyle(10.7, 15.4)
ORGANISATION = TextStyle(10, 13.8, face=BOLD)
OCCASION = TextStyle(10, 13.8)
STAMP = TextStyle(10, 13.8, face=SEMIBOLD)
TITLE = TextStyle(20, 25, face=SEMIBOLD, before=14)
SUBTITLE = TextStyle(12.5, 17, colour=INK2, before=1)
FACT_NAME = TextStyle(10, 13.6, face=SEMIBOLD)
FACT = TextStyle(10, 13.6)
BOX_HEADING = TextStyle(10.7, 15.4, face=BOLD)
INTRODUCTION = TextStyle(10.7, 15.4, colour=INK2, before=10)
FURTHER = TextStyle(10.7, 15.4, colour=INK2, before=4)
HEADING = TextStyle(11.3, 15.4, face=SEMIBOLD)
SUBHEADING = TextStyle(10.7, 15.4, face=SEMIBOLD)
LISTING_NAME = TextStyle(10.7, 15.4, face=SEMIBOLD)
CELL_HEAD = TextStyle(10, 13.6, face=SEMIBOLD)
CELL = TextStyle(10, 13.6)
NUMBER = TextStyle(18, 20, face=BOLD, colour=ACCENT)
MARGIN_WORD = TextStyle(9.6, 15.4, colour=INK2, align_right=True)
FOOTER = TextStyle(10, 13.6, colour=INK2)

POINT_GAP = 2.9
"""Between two points."""
FOLLOWING_GAP = 0.0
"""Between two points that say nearly the same."""
SECTION_GAP = 11.0
"""Above a question."""
SUBSECTION_GAP = 9.0
"""Above a part of a section."""
LISTING_GAP = 9.0
"""Between the short list of a section and what follows it."""
DATA_GAP = 8.0
"""Above a table in a section."""
CELL_GUTTER = 9.0
"""Between two columns of such a table."""
POINT_INDENT = 12.0
NUMBER_OFFSET = -19.5
"""The number of a question hangs to the left of the text, in the margin."""
MARGIN_COLUMN = 62.0
"""The column at the right edge, when a point has a word there."""
SECOND_FACTS = 266.0
"""Where the right half of the table of facts begins."""
FACT_NAMES_MAX = 110.0
FACT_GUTTER = 8.0
"""Between a name and its value."""
TABLE_GAP = 12.0
"""Above the table of facts and above the box."""
EMPTY = TextStyle(10.7, 15.4, colour=INK2)
