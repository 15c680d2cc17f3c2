"""Owns the heads of the matrix: themes in two lines above, number and title of applications at the left."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from finsam_review.domain.themes import ThemeRow
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme, current_theme
from finsam_review.ui.themes_page.matrix.delegate import ROW_HIGH, paint_ground
from finsam_review.ui.themes_page.matrix.model import ThemeMatrixModel
from finsam_review.ui.themes_page.matrix.words import in_lines, longest_part

HEAD_HIGH = 52
_LEFT, _NUMBER = 16, 26
_BAR = 3


class ThemeHeads(QHeaderView):
    """The themes above their columns; the one where one is has a bar beneath."""

    current = -1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        follow_theme(self._dress)

    def least_width(self, heads: list[str]) -> int:
        """Return the width in px of a column in which no word of ``heads`` is cut, within reason."""
        px = current_theme().px
        return min(longest_part(heads, QFontMetrics(self.font())) + px(10), px(140))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: two lines high."""
        return QSize(super().sizeHint().width(), current_theme().px(HEAD_HIGH))

    @guarded(default=None)
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt override: a theme, in the middle of its column."""
        paint_head(
            painter, rect, str(self.model().headerData(section, Qt.Orientation.Horizontal)),
            current_theme(), chosen=section == self.current,
        )  # fmt: skip

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, SEMIBOLD))
        self.updateGeometry()
        self.viewport().update()


class ApplicationHeads(QHeaderView):
    """Number and title before each row; what does not fit is cut, and its tooltip has it whole."""

    current = -1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        follow_theme(self._dress)

    def wanted_width(self, rows: tuple[ThemeRow, ...]) -> int:
        """Return the width in px at which no title is cut."""
        px = current_theme().px
        metrics = QFontMetrics(current_theme().font(Role.BODY, SEMIBOLD))
        titles = max((metrics.horizontalAdvance(row.title) for row in rows), default=0)
        return titles + px(_LEFT + _NUMBER + 8)

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the heads, and below them the ground that the cells stand on."""
        super().paintEvent(event)
        end = max(0, self.length() - self.offset())
        below = QRect(0, end, self.viewport().width(), self.viewport().height() - end)
        QPainter(self.viewport()).fillRect(below, current_theme().colour("surface"))

    @guarded(default=None)
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt override: an application."""
        model = self.model()
        if isinstance(model, ThemeMatrixModel):
            chosen = section == self.current
            paint_application(painter, rect, model.row_at(section), current_theme(), chosen=chosen)

    def _dress(self) -> None:
        self.setDefaultSectionSize(current_theme().px(ROW_HIGH))
        self.viewport().update()


def paint_head(painter: QPainter, box: QRect, words: str, theme: Theme, *, chosen: bool) -> None:
    """Paint the head of a column."""
    painter.save()
    painter.fillRect(box, theme.colour("surface"))
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD))
    painter.setPen(theme.colour("ink"))
    metrics = QFontMetrics(painter.font())
    lines = in_lines(words, metrics, box.width() - theme.px(8))
    room = QRectF(box.adjusted(0, 0, 0, -theme.px(_BAR)))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
    line = theme.px(_BAR) if chosen else 1
    tone = theme.colour("accent" if chosen else "line2")
    painter.fillRect(box.left(), box.bottom() + 1 - line, box.width(), line, tone)
    painter.restore()


def paint_application(painter: QPainter, box: QRect, row: ThemeRow, theme: Theme, *, chosen: bool) -> None:
    """Paint the head of a row."""
    painter.save()
    paint_ground(painter, box, theme, chosen=chosen)
    left = box.left() + theme.px(_LEFT)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.setFont(theme.font(Role.SMALL, SEMIBOLD if chosen else REGULAR))
    painter.setPen(theme.colour("ink" if chosen else "ink2"))
    painter.drawText(QRect(left, box.top(), theme.px(_NUMBER), box.height()), middle, str(row.number))
    painter.setFont(theme.font(Role.BODY, SEMIBOLD if chosen else REGULAR))
    painter.setPen(theme.colour("ink"))
    room = box.adjusted(theme.px(_LEFT + _NUMBER), 0, -theme.px(6), 0)
    title = QFontMetrics(painter.font()).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, middle, title)
    painter.restore()
