"""Owns what the signs of the matrix mean, told at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.domain.themes import ThemeCell
from finsam_review.domain.workshop import MeasureKind, Theme
from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.themes_page.matrix.painting import CELL_HIGH, cell_width, paint_cell
from finsam_review.ui.themes_page.matrix.words import inside
from finsam_review.ui.widgets.labels import Label

_SAMPLE = ThemeCell(("",) * 4, ("A", "B"), 3)
_HATCHED = ThemeCell((), (), 3, demanded=False)


class Legend(QFrame):
    """A cell and what it says; a hatched one and what that says, where there is such a rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._rule = Label("", self, role=Role.SMALL)
        counted = Label(_("= two of three tables, four notes"), self, role=Role.SMALL)
        self._rule_part = _entry(_HATCHED, self._rule, self)
        inside = QWidget(self)
        self._flow = FlowLayout(inside)
        self._flow.addWidget(_entry(_SAMPLE, counted, inside))
        self._flow.addWidget(self._rule_part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_theme(self._dress)

    @property
    def rule(self) -> str:
        """What is said about what is not demanded; empty where everything is."""
        return self._rule.text() if self._rule_part.isVisibleTo(self) else ""

    def show_rules(self, themes: Sequence[Theme], kinds: Sequence[MeasureKind]) -> None:
        """Say what the förbund does not demand, and of which kinds."""
        names = {kind.code: inside(kind.name) for kind in kinds}
        rules = [
            (names[code], inside(theme.name))
            for theme in themes
            for code in theme.not_demanded_of
            if code in names
        ]
        self._rule_part.setVisible(bool(rules))
        if len(rules) == 1:
            kind, theme = rules[0]
            self._rule.setText(_("= {theme} is not demanded of {kind}").format(theme=theme, kind=kind))
        else:
            self._rule.setText(_("= the förbund does not demand it of that kind"))

    def _dress(self) -> None:
        px = current_theme().px
        self._flow.set_air(px(8))
        self._column.setContentsMargins(px(16), px(6), px(16), px(6))


class _Sample(QWidget):
    """A cell of the legend."""

    def __init__(self, cell: ThemeCell, parent: QWidget) -> None:
        super().__init__(parent)
        self._cell = cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: the size of a cell."""
        theme = current_theme()
        return QSize(cell_width(self._cell, theme), theme.px(CELL_HIGH))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the cell."""
        paint_cell(QPainter(self), QRectF(self.rect()), self._cell, current_theme())


def _entry(cell: ThemeCell, words: Label, parent: QWidget) -> QWidget:
    part = QWidget(parent)
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Sample(cell, part))
    row.addWidget(words)
    return part
