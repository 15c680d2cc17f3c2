"""Owns how totals and differences are measured and painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from finsam_review.i18n import kronor
from finsam_review.ui.follow_up_page.amounts.rows import AmountRow, DifferenceRow
from finsam_review.ui.follow_up_page.rows.delegate import Look, State, paint_ground
from finsam_review.ui.follow_up_page.rows.looks import INSET, SectionLook, SectionRow, WordsLook, WordsRow
from finsam_review.ui.follow_up_page.rows.marked import Mark, Marked, MarkedMeasure, Span
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import Theme

_HIGH, _BAR, _ICON = 44, 4, 26
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AmountLook:
    """Paints a total: name and what it is from, the amount at the right, a bar beneath."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: AmountRow, width: int) -> int:
        """Return the height of a total: the same for all."""
        del row, width
        return self._theme.px(_HIGH)

    def paint(self, painter: QPainter, box: QRectF, row: AmountRow, state: State) -> None:
        """Paint a total."""
        theme, px = self._theme, self._theme.px
        paint_ground(painter, box, state)
        room = box.adjusted(px(INSET + 2), px(4), -px(INSET + 2), -px(14))
        bold = theme.font(Role.BODY, SEMIBOLD)
        amount = kronor(row.amount)
        wide = QFontMetricsF(bold).horizontalAdvance(amount) + 2
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, _RIGHT, amount)
        name = theme.font(Role.BODY, SEMIBOLD if row.total else REGULAR)
        metrics = QFontMetricsF(name)
        free = room.width() - wide - px(12)
        words = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, free)
        painter.setFont(name)
        painter.drawText(room, _LEFT, words)
        small = theme.font(Role.SMALL)
        left = metrics.horizontalAdvance(words) + px(12)
        said = QFontMetricsF(small).elidedText(row.of, Qt.TextElideMode.ElideRight, max(0.0, free - left))
        painter.setFont(small)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(room.adjusted(left, 0, 0, 0), _LEFT, said)
        self._paint_bar(painter, box, row)

    def _paint_bar(self, painter: QPainter, box: QRectF, row: AmountRow) -> None:
        theme, px = self._theme, self._theme.px
        if row.total:
            return
        whole = QRectF(box.left() + px(INSET + 2), box.bottom() - px(11), box.width(), px(_BAR))
        whole.setRight(box.right() - px(INSET + 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(whole, px(3), px(3))
        whole.setWidth(whole.width() * row.share)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(whole, px(3), px(3))


class DifferenceLook:
    """Paints an application whose total differs."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measure = MarkedMeasure(theme)

    def height(self, row: DifferenceRow, width: int) -> int:
        """Return the height of a difference."""
        px = self._theme.px
        return round(self._measure.height(_marked(row), width - px(INSET + 2 + _ICON))) + px(12)

    def paint(self, painter: QPainter, box: QRectF, row: DifferenceRow, state: State) -> None:
        """Paint a difference."""
        theme, px = self._theme, self._theme.px
        painter.fillRect(box, theme.colour("warn_soft"))
        side = px(18)
        icon = QRectF(box.left() + px(INSET), box.top() + px(8), side, side)
        paint_icon(painter, "warning", icon, theme.colour("warn"))
        painter.setPen(theme.colour("ink"))
        at = QPointF(box.left() + px(INSET + _ICON), box.top() + px(6))
        self._measure.draw(painter, _marked(row), at, box.width() - px(INSET + 2 + _ICON))
        paint_ground(painter, box, state)


def looks(theme: Theme) -> dict[type, Look]:
    """Return how every sort of row in the list of amounts looks."""
    return {
        SectionRow: SectionLook(theme),
        WordsRow: WordsLook(theme),
        AmountRow: AmountLook(theme),
        DifferenceRow: DifferenceLook(theme),
    }


def _marked(row: DifferenceRow) -> Marked:
    return Marked((Span(row.name, Mark.STRONG), Span("  "), Span(row.words)))
