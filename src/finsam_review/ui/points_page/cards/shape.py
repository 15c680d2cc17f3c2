"""Owns the measures of the summary's rows: headings, the steering group, and cards with their foot."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from finsam_review.ui.points_page.cards.row import Heading, PointCard, SteeringGroup, agreed_words
from finsam_review.ui.points_page.lists.rows_model import Row
from finsam_review.ui.points_page.lists.wording import WordsMeasure
from finsam_review.ui.theme.fonts import BOLD, REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

TEXT_LEFT, BADGE, ARROW = 44, 22, 30
_RIGHT, _TOP, _BOTTOM = 14, 9, 9
_GAP, _CHIP_HIGH, _CHIP_AIR, _LINE = 6, 24, 6, 28


@dataclass(frozen=True, slots=True)
class CardShape:
    """Where the parts of a card stand, in px from its top left corner.

    ``foot_y`` is the top of the line with the badges, and every chip is placed from there: what stands
    between the words and the foot pushes the foot down.
    """

    height: int
    text_at: QPointF
    text_bottom: float
    foot_y: float
    counts_x: float
    chips: tuple[tuple[QRectF, str], ...]


class CardMeasure:
    """Measures the rows of the summary in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.words = WordsMeasure(theme)
        self.small: QFont = theme.font(Role.SMALL, REGULAR)
        self.strong: QFont = theme.font(Role.SMALL, SEMIBOLD)
        self.number: QFont = theme.font(Role.BODY, BOLD)
        self.title: QFont = theme.font(Role.LEAD, SEMIBOLD)
        self.metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)
        self._titles = QFontMetricsF(self.title)
        self._display = QFontMetricsF(theme.font(Role.DISPLAY, BOLD))

    def height(self, row: Row, width: int) -> int:
        """Return the height in px of ``row`` when it is ``width`` px wide."""
        px = self.theme.px
        if isinstance(row, PointCard) and row.themes:
            return self.shape(row, width).height
        if isinstance(row, PointCard):
            words = self.words.height(row.words, self.text_width(width))
            return round(px(_TOP) + words + px(_GAP) + px(_CHIP_HIGH) + px(_BOTTOM))
        if isinstance(row, SteeringGroup):
            return px(_TOP + _BOTTOM) + px(_LINE) * (len(row.wanted) + 1)
        assert isinstance(row, Heading)
        high = max(self.heading_box(row, width).height(), self._display.height())
        return round(high + px(14)) + (px(_LINE) if row.blank else 0)

    def heading_left(self) -> float:
        """Return where the words of a question begin, after its number."""
        return self._display.horizontalAdvance("0") + self.theme.px(14)

    def heading_box(self, row: Heading, width: int) -> QRectF:
        """Return the room that the words of a question take."""
        room = QRectF(0, 0, max(40.0, width - self.heading_left()), 10_000)
        return self._titles.boundingRect(room, Qt.TextFlag.TextWordWrap.value, row.words)

    def text_width(self, width: int) -> int:
        """Return the room for words in a card of ``width`` px."""
        return max(20, width - self.theme.px(TEXT_LEFT) - self.theme.px(_RIGHT))

    def shape(self, card: PointCard, width: int) -> CardShape:
        """Return where everything stands in ``card`` when it is ``width`` px wide."""
        px, room = self.theme.px, self.text_width(width)
        text_bottom = px(_TOP) + self.words.height(card.words, room)
        foot_y = text_bottom + px(_GAP)
        counts_x = px(TEXT_LEFT) + len(card.tables) * px(BADGE + 3) + px(6)
        counted = self.strong_metrics.horizontalAdvance(agreed_words(card.tables)) + px(12)
        counted += self.metrics.horizontalAdvance(card.counted)
        chips, below = self._chips(card, counts_x + counted + px(14), room)
        height = round(foot_y + px(_CHIP_HIGH) + below + px(_BOTTOM))
        return CardShape(height, QPointF(px(TEXT_LEFT), px(_TOP)), text_bottom, foot_y, counts_x, chips)

    def _chips(self, card: PointCard, x: float, room: int) -> tuple[tuple[tuple[QRectF, str], ...], float]:
        """Return where the themes stand, from the foot's top, and how far below its first line they reach."""
        px = self.theme.px
        left, right, y = float(px(TEXT_LEFT)), px(TEXT_LEFT) + room - 2 * px(ARROW), 0.0
        placed: list[tuple[QRectF, str]] = []
        for theme in card.themes:
            wide = min(float(room), self.metrics.horizontalAdvance(theme) + px(36))
            if x + wide > right:
                x, y, right = left, y + px(_CHIP_HIGH + _CHIP_AIR), px(TEXT_LEFT) + room
            placed.append((QRectF(x, y, wide, px(_CHIP_HIGH)), theme))
            x += wide + px(_CHIP_AIR)
        return tuple(placed), y
