"""Owns the measures of a post-it: where its text, chips, rule and proposal go, and how tall that makes it."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.theme.fonts import REGULAR, Role
from finsam_review.ui.theme.look import Theme

_LEFT, _TOP, _GUTTER = 13, 10, 36
_CHIP_HIGH, _CHIP_AIR = 22, 4
_LEAST = 60
_REMEMBERED = 20_000
_LAID_OUT = 160


@dataclass(frozen=True, slots=True)
class NoteShape:
    """Where the parts of a post-it stand, in px from its top left corner."""

    height: int
    text_at: QPointF
    chips: tuple[tuple[QRectF, str], ...]
    rule_y: float
    label_at: QPointF
    proposal_at: QPointF
    conflict_at: QPointF | None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A post-it ready to be painted: where its parts stand, and its words broken into lines."""

    shape: NoteShape
    text: QTextLayout
    proposal: QTextLayout


class NoteMeasure:
    """Measures post-its in one theme and one size of text, and remembers the heights."""

    def __init__(self, theme: Theme, role: Role = Role.BODY) -> None:
        self.theme = theme
        self.role = role
        self.font: QFont = theme.font(role, REGULAR)
        self.small: QFont = theme.font(Role.SMALL, REGULAR)
        self._small_metrics = QFontMetricsF(self.small)
        self._heights: OrderedDict[tuple[object, ...], int] = OrderedDict()
        self._laid: OrderedDict[tuple[NoteCard, int], LaidOut] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def height(self, card: NoteCard, width: int) -> int:
        """Return the height in px of ``card`` when it is ``width`` px wide."""
        key = (width, card.text, card.proposal, card.party_labels, card.conflict, card.hidden)
        known = self._heights.get(key)
        if known is None:
            known = self.shape(card, width).height
            self._heights[key] = known
            if len(self._heights) > _REMEMBERED:
                self._heights.popitem(last=False)
        return known

    def laid_out(self, card: NoteCard, width: int) -> LaidOut:
        """Return ``card`` ready to be painted ``width`` px wide; those painted last are remembered."""
        known = self._laid.get((card, width))
        if known is None:
            room = self.text_width(width)
            known = LaidOut(
                self.shape(card, width), self.lines(card.text, room), self.lines(card.proposal, room)
            )
            self._laid[(card, width)] = known
            if len(self._laid) > _LAID_OUT:
                self._laid.popitem(last=False)
        return known

    def text_width(self, width: int) -> int:
        """Return the room for text in a post-it of ``width`` px: the gutter at its right stays free."""
        return max(20, width - self.theme.px(_LEFT) - self.theme.px(_GUTTER))

    def lines(self, text: str, width: int) -> QTextLayout:
        """Return ``text`` laid out as plain text, ``width`` px wide; a long word breaks anywhere."""
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        height = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
            line = layout.createLine()
        layout.endLayout()
        return layout

    def shape(self, card: NoteCard, width: int) -> NoteShape:
        """Return where everything in ``card`` stands when it is ``width`` px wide."""
        px, room = self.theme.px, self.text_width(width)
        left, y = float(px(_LEFT)), float(px(_TOP))
        text_at = QPointF(left, y)
        if card.hidden:
            return NoteShape(px(_LEAST), text_at, (), 0, text_at, text_at, None)
        if card.text:
            y += self.lines(card.text, room).boundingRect().height()
        chips, y = self._chips(card, left, y + (px(6) if card.party_labels and card.text else 0), room)
        rule_y, label_at, proposal_at = 0.0, text_at, text_at
        if card.proposal:
            rule_y = y + px(7)
            label_at = QPointF(left, rule_y + px(7))
            proposal_at = QPointF(left, label_at.y() + self._small_metrics.lineSpacing())
            y = proposal_at.y() + self.lines(card.proposal, room).boundingRect().height()
        conflict_at = None
        if card.conflict:
            conflict_at = QPointF(left, y + px(4))
            y = conflict_at.y() + self._small_metrics.lineSpacing()
        height = max(px(_LEAST), round(y + px(_TOP)))
        return NoteShape(height, text_at, chips, rule_y, label_at, proposal_at, conflict_at)

    def _chips(
        self, card: NoteCard, left: float, y: float, room: int
    ) -> tuple[tuple[tuple[QRectF, str], ...], float]:
        if not card.party_labels:
            return (), y
        px = self.theme.px
        high, air = float(px(_CHIP_HIGH)), px(_CHIP_AIR)
        placed: list[tuple[QRectF, str]] = []
        x = left
        for short, _full in card.party_labels:
            wide = min(float(room), self._small_metrics.horizontalAdvance(short) + px(31))
            if placed and x + wide > left + room + px(10):
                x, y = left, y + high + air
            placed.append((QRectF(x, y, wide, high), short))
            x += wide + air
        return tuple(placed), y + high
