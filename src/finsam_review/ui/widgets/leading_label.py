"""Owns the paragraph whose first sentence is bold, laid out as plain text."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme


class LeadingLabel(QWidget):
    """Wrapped plain text that begins with a bold sentence. Nothing in it is ever taken for markup."""

    def __init__(self, lead: str, rest: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self._rest = lead, rest
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._dress)

    def set_words(self, lead: str, rest: str = "") -> None:
        """Show other words."""
        self._lead, self._rest = lead, rest
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    @guarded(default=True)
    def hasHeightForWidth(self) -> bool:
        """Qt override: a paragraph wraps."""
        return True

    @guarded(default=20)
    def heightForWidth(self, width: int) -> int:
        """Qt override: the height of the wrapped words."""
        return round(self._layout_in(width).boundingRect().height())

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: one line if it is short, else a readable width."""
        width = min(self.fontMetrics().horizontalAdvance(self._text) + 24, current_theme().px(420))
        return QSize(width, self.heightForWidth(width))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: some words wide, one line high."""
        return QSize(current_theme().px(120), self.fontMetrics().lineSpacing())

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the words."""
        painter = QPainter(self)
        painter.setPen(current_theme().colour("ink"))
        self._layout_in(self.width()).draw(painter, QPointF(0, 0))

    @property
    def _text(self) -> str:
        return " ".join(part for part in (self._lead, self._rest) if part)

    def _layout_in(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        bold = QTextLayout.FormatRange()
        bold.start, bold.length = 0, len(self._lead.encode("utf-16-le")) // 2
        form = QTextCharFormat()
        form.setFont(current_theme().font(Role.BODY, SEMIBOLD))
        bold.format = form
        layout.setFormats([bold])
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

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY, REGULAR))
        self.set_words(self._lead, self._rest)
