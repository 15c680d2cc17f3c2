"""Owns the rail at the left: the pages of the day, one of them current."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import plain_tooltip

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
WIDE = 116
NARROW = 60


@dataclass(frozen=True, slots=True)
class RailPage:
    """A page of the rail: its key, words, icon, and keys such as *Ctrl+1*; ``foot`` puts it at the bottom."""

    key: str
    words: str
    icon_name: str
    keys: str = ""
    foot: bool = False


class Rail(QFrame):
    """The pages of the day. Icons and words, or icons with tooltips when it is narrow."""

    page_chosen = Signal(str)

    def __init__(self, pages: Sequence[RailPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self.setAccessibleName(_("Pages"))
        self._narrow = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _RailButton] = {}
        self._column = QVBoxLayout(self)
        for page in [*(p for p in pages if not p.foot), None, *(p for p in pages if p.foot)]:
            if page is None:
                self._column.addStretch(1)
            else:
                self._add(page)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        follow_theme(self._dress)
        self.choose(pages[0].key)

    @property
    def current(self) -> str:
        """The key of the current page."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Mark page ``key`` as the current one without telling anybody. Tab stops at it alone."""
        self._buttons[key].setChecked(True)
        for other, button in self._buttons.items():
            here = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(here)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or icons and words."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self._buttons.values():
                button.set_narrow(narrow=narrow)
            self._dress()

    def _add(self, page: RailPage) -> None:
        button = _RailButton(page, self)
        button.clicked.connect(lambda _checked=False, key=page.key: self._on_clicked(key))
        button.stepped.connect(self._on_stepped)
        self._group.addButton(button)
        self._buttons[page.key] = button
        self._column.addWidget(button)

    def _on_clicked(self, key: str) -> None:
        self.choose(key)
        self.page_chosen.emit(key)

    def _on_stepped(self, step: int) -> None:
        keys = list(self._buttons)
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._on_clicked(key)

    def _dress(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.px(NARROW if self._narrow else WIDE))
        self._column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        self._column.setSpacing(theme.px(4))


class _RailButton(QToolButton):
    stepped = Signal(int)

    def __init__(self, page: RailPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page, self._narrow, self._ringed = page, False, False
        self.setCheckable(True)
        self.setAccessibleName(page.words)
        self.setAccessibleDescription(page.keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._dress)
        follow_theme(self._dress)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._dress()

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: the ring stands inside the item, and only when the keyboard came here."""
        super().focusInEvent(event)
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: a target of 66 px, or a square of icons alone."""
        theme = current_theme()
        return QSize(theme.px(NARROW if self._narrow else WIDE), theme.px(44 if self._narrow else 66))

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: arrows move between pages."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the current page is surface with an accent bar and bold words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(7)
        box = QRectF(self.rect()).adjusted(side - 0.5, 0.5, -side + 0.5, -0.5)
        if self.isChecked():
            painter.setPen(theme.colour("line"))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
            tall = self.height() * 0.6
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(-4, (self.height() - tall) / 2, theme.px(5) + 4, tall)
            painter.drawRoundedRect(bar, 3, 3)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(box, theme.px(8), theme.px(8))
        if self.hasFocus() and self._ringed:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        self._paint_contents(painter)

    def _paint_contents(self, painter: QPainter) -> None:
        theme = current_theme()
        side = theme.px(24)
        top = (self.height() - side) / 2 if self._narrow else theme.px(10)
        ink = theme.colour("accent" if self.isChecked() else "ink2")
        paint_icon(painter, self._page.icon_name, QRectF((self.width() - side) / 2, top, side, side), ink)
        if self._narrow:
            return
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink" if self.isChecked() else "ink2"))
        room = QRectF(0, top + side + theme.px(2), self.width(), theme.px(22))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._page.words)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, SEMIBOLD if self.isChecked() else REGULAR))
        words = self._page.words if self._narrow else ""
        keys = f" ({self._page.keys})" if self._page.keys else ""
        self.setToolTip(plain_tooltip(f"{words}{keys}".strip(" ()") if not words else f"{words}{keys}"))
        self.updateGeometry()
        self.update()
