"""Owns the corner of the matrix: what its rows are, and the way to themes that have no room."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.labels import ElidedLabel


class ColumnPager(QWidget):
    """*Ansökan*, or ‹ *Tema 1–7 av 15* ›. ``turned`` carries a step back or forth."""

    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = IconButton("caret-left", _("Themes before"), self)
        self.forth = IconButton("caret-right", _("Themes after"), self)
        self._words = ElidedLabel("", self, role=Role.SMALL, weight=SEMIBOLD)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.forth.clicked.connect(lambda: self.turned.emit(1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.forth)
        self.show_range(0, 0, 0)
        follow_theme(self._dress)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def wanted_width(self, count: int) -> int:
        """Return the px in which everything is said of ``count`` themes, both ways beside it."""
        words = _range_words().format(first=count, last=count, count=count)
        air = current_theme().px(24)
        return self._words.fontMetrics().horizontalAdvance(words) + 2 * self.back.width() + air

    def show_range(self, first: int, end: int, count: int) -> None:
        """Say that the themes from ``first`` up to ``end`` are seen, of ``count``."""
        all_seen = end - first >= count
        self.back.setVisible(not all_seen)
        self.forth.setVisible(not all_seen)
        words = _("Application") if all_seen else _range_words()
        self._words.setText(words.format(first=first + 1, last=end, count=count))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the same ground and line as the heads beside it."""
        theme, painter = current_theme(), QPainter(self)
        box = QRect(self.rect())
        painter.fillRect(box, theme.colour("surface"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("line2"))

    def _dress(self) -> None:
        px = current_theme().px
        self._row.setContentsMargins(px(16), 0, px(4), 2)
        self._row.setSpacing(0)
        self._row.setAlignment(self._words, Qt.AlignmentFlag.AlignVCenter)


def _range_words() -> str:
    return _("Themes {first}–{last} of {count}")
