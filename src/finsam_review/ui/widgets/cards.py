"""Owns the large choices of the start page, and what an empty place says."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon, paint_icon
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label


class IconSquare(QWidget):
    """An icon on a soft square of 48 px."""

    def __init__(self, icon_name: str, parent: QWidget | None = None, *, side: int = 48) -> None:
        super().__init__(parent)
        self._name, self._side = icon_name, side
        follow_theme(self._dress)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: square and icon."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(self.rect(), theme.px(7), theme.px(7))
        inset = self.width() * 0.21
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._name, box, theme.colour("accent"))

    def _dress(self) -> None:
        side = current_theme().px(self._side)
        self.setFixedSize(side, side)


class CardButton(QAbstractButton):
    """A card that is a button: icon, title, a sentence and the keys."""

    def __init__(
        self, icon_name: str, title: str, text: str, parent: QWidget | None = None, *, keys: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconSquare(icon_name, self))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, self, role=Role.LEAD, weight=SEMIBOLD))
        words.addWidget(Label(text, self, tone="ink2", wrap=True))
        self._row.addLayout(words, 1)
        if keys:
            self._row.addWidget(KeyCap(keys, self))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        follow_theme(self._dress)
        ring_on_focus(self, radius=10)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: what its contents ask for."""
        return self._row.sizeHint()

    @guarded(default=True)
    def hasHeightForWidth(self) -> bool:
        """Qt override: the sentence wraps."""
        return True

    @guarded(default=100)
    def heightForWidth(self, width: int) -> int:
        """Qt override: the height of its contents at ``width``."""
        return self._row.totalHeightForWidth(width)

    @guarded(default=None)
    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt override: the card answers to the mouse."""
        super().enterEvent(event)
        self.update()

    @guarded(default=None)
    def leaveEvent(self, event: QEvent) -> None:
        """Qt override: the card rests."""
        super().leaveEvent(event)
        self.update()

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the card."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() or self.isDown()
        painter.setPen(QPen(theme.colour("accent" if hot else "line"), 1))
        painter.setBrush(theme.colour("accent_soft" if self.isDown() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(10), theme.px(10))

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18))
        self._row.setSpacing(theme.px(18))
        self.updateGeometry()


class EmptyState(QFrame):
    """What an empty place says: an icon, what is missing, what to do first, and the button for it."""

    def __init__(self, icon_name: str, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "empty")
        self._icon_name = icon_name
        self._icon = Label("", self)
        self._column = QVBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(self._icon, 0, middle)
        self._column.addWidget(Label(title, self, weight=SEMIBOLD), 0, middle)
        self._text = Label(text, self, tone="ink2", wrap=True)
        self._text.setAlignment(middle)
        self._text.setVisible(bool(text))
        self._column.addWidget(self._text)
        follow_theme(self._dress)

    def add_button(self, button: Button) -> None:
        """Put ``button`` below the words."""
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(40)
        self._icon.setPixmap(icon(self._icon_name, theme.colour("accent"), side).pixmap(side, side))
        self._column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._column.setSpacing(theme.px(8))
