"""Owns what all dialogs have in common: heading, contents, and buttons with the filled one at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label


class DialogFrame(QDialog):
    """A dialog with a heading. Put contents in ``contents``, buttons with :meth:`add_button`.

    ``room`` is the width and height it asks for in design pixels; it never asks for more than the screen has.
    """

    def __init__(
        self, title: str, parent: QWidget | None = None, *, room: tuple[int, int] = (520, 0)
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._default: Button | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.heading = Label(title, self, role=Role.TITLE, weight=SEMIBOLD, wrap=True)
        self._body = QWidget()
        self.contents = QVBoxLayout(self._body)
        self.contents.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolling(self._body)
        self._foot = QFrame(self)
        self._foot.setProperty("part", "surface")
        self._buttons = QHBoxLayout(self._foot)
        self._buttons.addStretch(1)
        self._line = QFrame(self)
        self._line.setProperty("part", "line")
        self._line.setFixedHeight(1)
        self._inner = QVBoxLayout()
        self._inner.addWidget(self.heading)
        self._inner.addWidget(self._area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._inner, 1)
        column.addWidget(self._line)
        column.addWidget(self._foot)
        follow_theme(self._dress)

    def add_button(self, button: Button, *, left: bool = False, default: bool = False) -> Button:
        """Add ``button`` at the right end, or at the left; Enter presses the ``default`` one."""
        if left:
            self._buttons.insertWidget(self._buttons.count() - 1 if self._buttons.count() > 1 else 0, button)
        else:
            self._buttons.addWidget(button)
        if default:
            self._default = button
        return button

    def grow(self) -> None:
        """Become as high as the contents ask for now, such as a sentence that has come beneath a field."""
        self.contents.activate()
        self.resize(self.width(), max(self.height(), self._wanted_height(self.width())))

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter in a field presses the button that goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._default is not None:
            self._default.click()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = current_theme()
        edge = theme.px(20)
        self._inner.setContentsMargins(edge, theme.px(18), edge, theme.px(18))
        self._inner.setSpacing(theme.px(16))
        self.contents.setSpacing(theme.px(14))
        self._buttons.setContentsMargins(edge, theme.px(10), edge, theme.px(10))
        self._buttons.setSpacing(theme.px(8))
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        screen = self.screen().availableSize()
        width = min(theme.px(self._room[0]), round(screen.width() * 0.94))
        self.setMinimumWidth(width)
        tall = min(theme.px(self._room[1]), round(screen.height() * 0.86)) if self._room[1] else 0
        self.resize(width, max(tall, self._wanted_height(width)))

    def _wanted_height(self, width: int) -> int:
        """Return the height at which everything is seen, or what the screen has: the rest scrolls."""
        margins = self._inner.contentsMargins()
        room = width - margins.left() - margins.right()
        contents = self.contents.sizeHint().height()
        if self.contents.hasHeightForWidth():
            contents = self.contents.totalHeightForWidth(room)
        around = margins.top() + margins.bottom() + self._inner.spacing() + self._line.height()
        around += self.heading.heightForWidth(room) + self._foot.sizeHint().height()
        return min(contents + around + 2, round(self.screen().availableSize().height() * 0.9))


def _scrolling(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(80)
    return area
