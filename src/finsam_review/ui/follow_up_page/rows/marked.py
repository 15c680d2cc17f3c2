"""Owns texts with marks in them: what is added, struck or stressed, said in words and laid out."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from finsam_review.i18n import gettext as _
from finsam_review.ui.points_page.lists.wording import units
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_REMEMBERED, _LAID_OUT = 20_000, 160


class Mark(StrEnum):
    """What is told of a piece of text besides its words."""

    NONE = "none"
    ADDED = "added"
    REMOVED = "removed"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and its mark; ``strong`` makes what is marked bold as well."""

    text: str
    mark: Mark = Mark.NONE
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in pieces."""

    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)

    @property
    def spoken(self) -> str:
        """The words for those who do not see the marks: *tillagt: …*, *struket: …*."""
        said = []
        for span in self.spans:
            words = " ".join(span.text.removeprefix("+ ").split())
            if span.mark is Mark.ADDED:
                words = _("added: {words}.").format(words=words.rstrip("."))
            elif span.mark is Mark.REMOVED:
                words = _("struck: {words}.").format(words=words.rstrip("."))
            said.append(words)
        return " ".join(part for part in said if part)


def plain(text: str, mark: Mark = Mark.NONE) -> Marked:
    """Return ``text`` in one piece; nothing is nothing."""
    return Marked((Span(text, mark),) if text else ())


def lines_of(parts: Iterable[Marked]) -> Marked:
    """Return texts below each other."""
    spans: list[Span] = []
    for part in parts:
        if spans and part.spans:
            spans.append(Span("\n"))
        spans.extend(part.spans)
    return Marked(tuple(spans))


class MarkedMeasure:
    """Lays marked texts out in one theme; the heights of many and the lines of the last ones are kept."""

    def __init__(self, theme: Theme, role: Role = Role.BODY, *, leading: float = 22) -> None:
        self._font = theme.font(role, REGULAR)
        self._leading = theme.px(leading)
        self._heights: OrderedDict[tuple[Marked, int], float] = OrderedDict()
        self._laid: OrderedDict[tuple[Marked, int], QTextLayout] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._formats = _formats(theme, role)

    def height(self, text: Marked, width: float) -> float:
        """Return the height in px of ``text`` in ``width`` px; nothing is 0."""
        if not text.spans:
            return 0.0
        key = (text, round(width))
        known = self._heights.get(key)
        if known is None:
            known = self._heights[key] = self._lines(*key).boundingRect().height()
            if len(self._heights) > _REMEMBERED:
                self._heights.popitem(last=False)
        return known

    def draw(self, painter: QPainter, text: Marked, at: QPointF, width: float) -> None:
        """Paint ``text`` from ``at`` on, ``width`` px wide; what has no mark in the pen's colour."""
        if not text.spans:
            return
        key = (text, round(width))
        known = self._laid.get(key)
        if known is None:
            known = self._laid[key] = self._lines(*key)
            if len(self._laid) > _LAID_OUT:
                self._laid.popitem(last=False)
        known.draw(painter, at)

    def _lines(self, text: Marked, width: int) -> QTextLayout:
        layout = QTextLayout(text.text.replace("\n", "\u2028"), self._font)
        layout.setTextOption(self._option)
        layout.setFormats(self._ranges(text))
        layout.beginLayout()
        height = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(20, width))
            line.setPosition(QPointF(0, height))
            height += max(self._leading, line.height())
            line = layout.createLine()
        layout.endLayout()
        return layout

    def _ranges(self, text: Marked) -> list[QTextLayout.FormatRange]:
        made, start = [], 0
        for span in text.spans:
            length = units(span.text)
            form = self._formats.get((span.mark, span.strong))
            if form is not None:
                found = QTextLayout.FormatRange()
                found.start, found.length, found.format = start, length, form
                made.append(found)
            start += length
        return made


def _formats(theme: Theme, role: Role) -> dict[tuple[Mark, bool], QTextCharFormat]:
    added, removed, strong, quiet = (QTextCharFormat() for _mark in range(4))
    added.setBackground(theme.colour("ok_soft"))
    added.setForeground(theme.colour("ok"))
    added.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    removed.setBackground(theme.colour("danger_soft"))
    removed.setForeground(theme.colour("danger"))
    removed.setFontStrikeOut(True)
    strong.setFont(theme.font(role, SEMIBOLD))
    quiet.setForeground(theme.colour("ink2"))
    plain_ones = {Mark.ADDED: added, Mark.REMOVED: removed, Mark.STRONG: strong, Mark.QUIET: quiet}
    made = {(mark, False): form for mark, form in plain_ones.items()}
    for mark in (Mark.ADDED, Mark.REMOVED):
        bold = QTextCharFormat(strong)
        bold.merge(plain_ones[mark])
        made[mark, True] = bold
    return made
