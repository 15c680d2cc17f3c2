"""Owns how words with marks in them are laid out: bold beginnings, and places that may hold personal data."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_REMEMBERED = 20_000
_LAID_OUT = 160
_LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, in characters: ``lead`` is bold, else it may hold personal data."""

    start: int
    length: int
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the places in it that look different."""

    text: str
    marks: tuple[Mark, ...] = ()


class WordsMeasure:
    """Lays words out in one theme, and remembers the heights of many and the lines of those last painted."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.font: QFont = theme.font(Role.BODY, REGULAR)
        self._heights: OrderedDict[tuple[Words, int], float] = OrderedDict()
        self._laid: OrderedDict[tuple[Words, int], QTextLayout] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lead = QTextCharFormat()
        self._lead.setFont(theme.font(Role.BODY, SEMIBOLD))
        self._hit = QTextCharFormat()
        self._hit.setBackground(theme.colour("warn_soft"))
        self._hit.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self._hit.setUnderlineColor(theme.colour("warn"))

    def height(self, words: Words, width: int) -> float:
        """Return the height in px of ``words`` in ``width`` px; nothing is 0."""
        if not words.text:
            return 0.0
        key = (words, width)
        known = self._heights.get(key)
        if known is None:
            known = self._heights[key] = self._lines(words, width).boundingRect().height()
            if len(self._heights) > _REMEMBERED:
                self._heights.popitem(last=False)
        return known

    def laid_out(self, words: Words, width: int) -> QTextLayout:
        """Return ``words`` ready to be painted ``width`` px wide."""
        key = (words, width)
        known = self._laid.get(key)
        if known is None:
            known = self._laid[key] = self._lines(words, width)
            if len(self._laid) > _LAID_OUT:
                self._laid.popitem(last=False)
        return known

    def _lines(self, words: Words, width: int) -> QTextLayout:
        layout = QTextLayout(words.text.replace("\n", "\u2028"), self.font)
        layout.setTextOption(self._option)
        if words.marks:
            layout.setFormats(self._formats(words))
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

    def _formats(self, words: Words) -> Sequence[QTextLayout.FormatRange]:
        made = []
        for mark in words.marks:
            form = QTextLayout.FormatRange()
            form.start = units(words.text[: mark.start])
            form.length = units(words.text[mark.start : mark.start + mark.length])
            form.format = self._lead if mark.lead else self._hit
            made.append(form)
        return made


def units(text: str) -> int:
    """Return how long Qt finds ``text``: characters beyond the first plane count twice."""
    return len(text) + sum(1 for char in text if char > _LAST_OF_ONE_UNIT)
