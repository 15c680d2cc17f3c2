"""Owns the line that tells how the marks are read: what is added, what is struck."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, MarkedMeasure, Span
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme


class Legend(QWidget):
    """*Så läser du ändringarna: + tillagt struket*."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Marked(
            (
                Span(_("How to read the changes:") + "  "),
                Span("+ " + _("added"), Mark.ADDED),
                Span("  "),
                Span(_("struck"), Mark.REMOVED),
            )
        )
        self.setAccessibleName(self._text.text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: one line."""
        theme = current_theme()
        words = QFontMetricsF(theme.font(Role.SMALL)).horizontalAdvance(self._text.text)
        return QSize(round(words) + theme.px(4), theme.px(24))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the line."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setPen(theme.colour("ink"))
        measure = MarkedMeasure(theme, Role.SMALL, leading=20)
        measure.draw(painter, self._text, QPointF(0, theme.px(2)), self.sizeHint().width())

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
