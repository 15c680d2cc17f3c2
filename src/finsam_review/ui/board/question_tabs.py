"""Owns the tabs that stand for the columns when there is no room for three: *Fråga 1* and its count."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme


class QuestionTabs(QTabBar):
    """One tab for each question, with the number of its notes in a pill."""

    _counts: list[int]

    def __init__(self, numbers: list[int], parent: QWidget | None = None) -> None:
        self._counts = [0] * len(numbers)
        super().__init__(parent)
        self.setAccessibleName(_("Questions"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for number in numbers:
            self.addTab(_("Question {number}").format(number=number))
        follow_theme(self._dress)

    def set_count(self, place: int, count: int) -> None:
        """Show that the question at ``place`` has ``count`` notes."""
        self._counts[place] = count
        spoken = ngettext("{n} note", "{n} notes", count).format(n=count)
        self.setAccessibleTabName(place, f"{self.tabText(place)}, {spoken}")
        self.updateGeometry()
        self.update()

    @guarded(default=QSize)
    def tabSizeHint(self, index: int) -> QSize:
        """Qt override: words, pill, air."""
        theme = current_theme()
        words = QFontMetrics(theme.font(Role.BODY, SEMIBOLD)).horizontalAdvance(self.tabText(index))
        return QSize(words + self._pill_width(index) + theme.px(8 + 28), theme.px(44))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the tabs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.colour("line"))
        for place in range(self.count()):
            self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme = current_theme()
        box, current = QRectF(self.tabRect(place)), place == self.currentIndex()
        font = theme.font(Role.BODY, SEMIBOLD if current else REGULAR)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if current else "ink2"))
        words = QFontMetrics(font).horizontalAdvance(self.tabText(place))
        left = box.left() + theme.px(14)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, box.top(), words + 4, box.height()), middle, self.tabText(place))
        high = theme.px(22)
        pill = QRectF(left + words + theme.px(8), box.center().y() - high / 2, self._pill_width(place), high)
        painter.setPen(QPen(theme.colour("accent" if current else "line"), 1))
        painter.setBrush(theme.colour("accent_soft" if current else "surface"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(theme.colour("ink" if current else "ink2"))
        painter.setFont(theme.font(Role.SMALL, SEMIBOLD if current else REGULAR))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, str(self._counts[place]))
        if current:
            bar = theme.px(3)
            painter.fillRect(QRectF(box.left(), box.bottom() - bar, box.width(), bar), theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -5), 5, 5)

    def _pill_width(self, place: int) -> int:
        theme = current_theme()
        metrics = QFontMetrics(theme.font(Role.SMALL, SEMIBOLD))
        return max(theme.px(24), metrics.horizontalAdvance(str(self._counts[place])) + theme.px(16))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.setFixedHeight(current_theme().px(44))
        self.updateGeometry()
