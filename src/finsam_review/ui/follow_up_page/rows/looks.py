"""Owns the rows that every list of the page may have: a heading between others, and a sentence."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from finsam_review.ui.follow_up_page.rows.delegate import State, paint_ground
from finsam_review.ui.follow_up_page.rows.marked import Marked, MarkedMeasure, plain
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

INSET = 6
"""Design px between the edge of a row and its words, so that the frame of the focus touches none."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading."""

    key: str
    words: str

    @property
    def choosable(self) -> bool:
        """A heading can't be chosen."""
        return False

    @property
    def spoken(self) -> str:
        """The heading."""
        return self.words


@dataclass(frozen=True, slots=True)
class WordsRow:
    """A sentence. ``tone`` is a token: *ink2* for a remark."""

    key: str
    words: str
    tone: str = "ink2"

    @property
    def choosable(self) -> bool:
        """It can be chosen, so that a screen reader gets there."""
        return True

    @property
    def spoken(self) -> str:
        """The sentence."""
        return self.words


class SectionLook:
    """Paints headings."""

    def __init__(self, theme: Theme, *, role: Role = Role.LEAD, above: int = 14) -> None:
        self._theme, self._above = theme, above
        self._font = theme.font(role, SEMIBOLD)
        self._metrics = QFontMetricsF(self._font)

    def height(self, row: SectionRow, width: int) -> int:
        """Return the height of a heading."""
        px = self._theme.px
        room = QRectF(0, 0, max(40, width - 2 * px(INSET)), 10_000)
        words = self._metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, row.words)
        return round(words.height()) + px(self._above) + px(6)

    def paint(self, painter: QPainter, box: QRectF, row: SectionRow, state: State) -> None:
        """Paint a heading."""
        del state
        px = self._theme.px
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        room = box.adjusted(px(INSET), px(self._above), -px(INSET), 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap.value, row.words)


class WordsLook:
    """Paints sentences."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = MarkedMeasure(theme)

    def height(self, row: WordsRow, width: int) -> int:
        """Return the height of a sentence."""
        px = self._theme.px
        return round(self._measure.height(self._marked(row), width - 2 * px(INSET))) + px(8)

    def paint(self, painter: QPainter, box: QRectF, row: WordsRow, state: State) -> None:
        """Paint a sentence."""
        px = self._theme.px
        paint_ground(painter, box, state)
        painter.setPen(self._theme.colour(row.tone))
        at = QPointF(box.left() + px(INSET), box.top() + px(4))
        self._measure.draw(painter, self._marked(row), at, box.width() - 2 * px(INSET))

    def _marked(self, row: WordsRow) -> Marked:
        return plain(row.words)
