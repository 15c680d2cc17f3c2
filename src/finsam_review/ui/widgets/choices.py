"""Owns choices by ticking: check box, radio button, and the chip that is ticked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon, paint_icon
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme, repolish
from finsam_review.ui.theme.fonts import MEDIUM, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import plain_tooltip


def _hint(button: QAbstractButton) -> QSize:
    theme = current_theme()
    metrics = QFontMetrics(button.font())
    width = theme.px(30) + metrics.horizontalAdvance(button.text().replace("&&", "&"))
    return QSize(width + 4, max(theme.px(32), metrics.height()))


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    theme = current_theme()
    painter.setPen(theme.colour("ink" if button.isEnabled() else "ink2"))
    room = QRectF(theme.px(30), 0, button.width() - theme.px(30), button.height())
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, middle, button.text().replace("&&", "&"))


def _indicator(button: QAbstractButton) -> QRectF:
    side = current_theme().px(22)
    return QRectF(0.5, (button.height() - side) / 2 + 0.5, side - 1, side - 1)


class CheckBox(QCheckBox):
    """A box to tick, with words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)
        ring_on_focus(self, radius=4)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: box and words."""
        return _hint(self)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: box, tick, words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, ticked = _indicator(self), self.isChecked()
        painter.setPen(QPen(theme.colour("accent" if ticked else "line2"), 1))
        painter.setBrush(theme.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        if ticked:
            inset = box.width() * 0.16
            inside = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check-bold", inside, theme.colour("on_accent"))
        _paint_words(painter, self)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.updateGeometry()


class TickChip(QToolButton):
    """A chip that is ticked or not: a short word, its full name for screen readers and as a tooltip."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = Role.SMALL
        self.setText(text.replace("&", "&&"))
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name) if name != text else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._dress)
        follow_theme(self._dress)
        ring_on_focus(self)

    def set_role(self, role: Role) -> None:
        """Show the word in another size of text."""
        self._role = role
        self.setProperty("large", "true" if role is not Role.SMALL else "false")
        repolish(self)
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        ticked = self.isChecked()
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if ticked else Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFont(theme.font(self._role, SEMIBOLD if ticked else MEDIUM))
        side = theme.px(15)
        self.setIconSize(QSize(theme.px(17), side))
        self.setIcon(icon("check-bold", theme.colour("ink"), side, gap=theme.px(2)) if ticked else QIcon())
        self.updateGeometry()
