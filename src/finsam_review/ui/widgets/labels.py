"""Owns text on the screen: always plain text, in a role of the type scale and a tone of the palette."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyleOption, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme, repolish
from finsam_review.ui.theme.fonts import REGULAR, Role
from finsam_review.ui.theme.look import current_theme


def plain_tooltip(text: str) -> str:
    """Return ``text`` as a tooltip that is never taken for markup, whatever it holds."""
    import html

    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""


class Label(QLabel):
    """A line or paragraph of plain text. ``tone`` is ink, ink2, accent, ok, warn, danger or on_ink."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.BODY,
        weight: QFont.Weight = REGULAR,
        tone: str = "ink",
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._role, self._weight = role, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("tone", tone)
        self.setText(text)
        follow_theme(self._dress)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the text."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)
            self._dress()

    def set_type(self, role: Role, weight: QFont.Weight = REGULAR) -> None:
        """Change the size and weight of the text."""
        self._role, self._weight = role, weight
        self._dress()

    def _dress(self) -> None:
        self.setFont(current_theme().font(self._role, self._weight))


class ElidedLabel(Label):
    """One line of plain text, cut with … when room is short; the whole text is then its tooltip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = Role.BODY,
        weight: QFont.Weight = REGULAR,
        tone: str = "ink",
    ) -> None:
        super().__init__(text, parent, role=role, weight=weight, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: may become as narrow as an ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the tooltip follows what is cut."""
        super().resizeEvent(event)
        whole = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if whole else plain_tooltip(self.text()))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: draw the text, cut at the right."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        room, line = self.contentsRect(), self.text().replace("\n", " ")
        cut = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        align, ink = self.alignment().value, self.foregroundRole()
        self.style().drawItemText(painter, room, align, option.palette, self.isEnabled(), cut, ink)
