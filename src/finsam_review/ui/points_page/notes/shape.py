"""Owns the measures of a row of notes: where its words, chips and status stand."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from finsam_review.i18n import gettext as _
from finsam_review.ui.points_page.lists.rows_model import Row
from finsam_review.ui.points_page.lists.wording import Mark, Words, WordsMeasure
from finsam_review.ui.points_page.notes.row import NoteRow
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

LETTER = 22
_LEFT, _RIGHT, _TOP = 40, 12, 7
_CHIP_HIGH, _CHIP_AIR = 22, 4


@dataclass(frozen=True, slots=True)
class NoteShape:
    """Where the parts of a row stand, in px from its top left corner; ``status_y`` is the line's top."""

    height: int
    text_at: QPointF
    chips: tuple[tuple[QRectF, str], ...]
    status_y: float


class NoteMeasure:
    """Measures rows of notes in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.words = WordsMeasure(theme)
        self.small: QFont = theme.font(Role.SMALL, REGULAR)
        self.strong: QFont = theme.font(Role.SMALL, SEMIBOLD)
        self.metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)

    def height(self, row: Row, width: int) -> int:
        """Return the height in px of ``row`` when it is ``width`` px wide."""
        assert isinstance(row, NoteRow)
        text = self.words.height(said(row), self.text_width(width))
        if not row.parties:
            return self._whole(text)
        return self.shape(row, width).height

    def text_width(self, width: int) -> int:
        """Return the room for words in a row of ``width`` px."""
        return max(20, width - self.theme.px(_LEFT) - self.theme.px(_RIGHT))

    def shape(self, row: NoteRow, width: int) -> NoteShape:
        """Return where everything stands in ``row`` when it is ``width`` px wide."""
        px, room = self.theme.px, self.text_width(width)
        left, top = float(px(_LEFT)), float(px(_TOP))
        text = self.words.height(said(row), room)
        chips, used = self._chips(row, left, top + text, room)
        height = self._whole(text + used)
        return NoteShape(height, QPointF(left, top), chips, height - px(_TOP) - self.metrics.lineSpacing())

    def _whole(self, words: float) -> int:
        px = self.theme.px
        least = px(_TOP) + px(LETTER) + px(18)
        return max(least, round(2 * px(_TOP) + words + self.metrics.lineSpacing()))

    def _chips(
        self, row: NoteRow, left: float, top: float, room: int
    ) -> tuple[tuple[tuple[QRectF, str], ...], float]:
        """Return where the ticked parties stand, and the height they take."""
        if not row.parties:
            return (), 0.0
        px = self.theme.px
        high, air = float(px(_CHIP_HIGH)), px(_CHIP_AIR)
        placed: list[tuple[QRectF, str]] = []
        x, y = left, top + (air if said(row).text else 0)
        for short, _full in row.parties:
            wide = min(float(room), self.metrics.horizontalAdvance(short) + px(31))
            if placed and x + wide > left + room:
                x, y = left, y + high + air
            placed.append((QRectF(x, y, wide, high), short))
            x += wide + air
        return tuple(placed), y + high + px(3) - top


def said(row: NoteRow) -> Words:
    """Return what a note says as one paragraph, its proposal after a bold word."""
    if not row.proposal:
        return Words(row.text)
    lead = _("Proposal:")
    before = f"{row.text} " if row.text else ""
    if row.text and "\n" in row.proposal:
        before = f"{row.text}\n"
    return Words(f"{before}{lead} {row.proposal}", (Mark(len(before), len(lead), lead=True),))
