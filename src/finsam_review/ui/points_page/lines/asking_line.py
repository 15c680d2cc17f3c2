"""Owns what every line has in common that asks for something before a command is carried out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class AskingLine(QFrame):
    """A line in the page that asks: a heading, what is asked for, and a way out by Esc."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._heading = ElidedLabel("", self, role=Role.SMALL, weight=SEMIBOLD)
        self._close = IconButton("x", _("Close"), self, tone="ink2", keys="Esc")
        self._close.clicked.connect(self.close_line)
        self._hint = Label("", self, role=Role.SMALL, tone="ink2")
        self._head = QHBoxLayout()
        self._head.addWidget(self._heading, 1)
        self._head.addWidget(self._hint)
        self._head.addWidget(self._close)
        self._whole = QVBoxLayout()
        self._whole.addLayout(self._head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(line_across(self, part="divider"))
        outer.addLayout(self._whole)
        self.hide()
        follow_theme(self._dress_frame)

    @property
    def heading(self) -> str:
        """What is asked."""
        return self._heading.text()

    def open_line(self, heading: str, hint: str = "") -> None:
        """Show the line and say what it asks; ``hint`` tells which keys answer."""
        self._heading.setText(heading)
        self._hint.setText(hint)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(hint)
        was_hidden = self.isHidden()
        self.show()
        if was_hidden:
            self.opened.emit()

    def close_line(self) -> None:
        """Go away; nothing is done."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def _dress_frame(self) -> None:
        theme = current_theme()
        self._whole.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(10))
        self._whole.setSpacing(theme.px(4))
        self._head.setSpacing(theme.px(10))
