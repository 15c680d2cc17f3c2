"""Owns the line that asks, in the row of a letter, on which day it was sent."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import plain_date
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.settings_page.day_text import DayTextError, read_day
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.fields import ErrorLine, TextField, mark_wrong
from finsam_review.ui.widgets.labels import Label

_LEFT, _FIELD = 45, 150


class SentLine(QWidget):
    """A field with today's date, and the button that ticks. Esc asks no more.

    ``near`` is the earliest day that a date without a year can mean; ``on_day`` returns why a day will not
    do, empty when it did.
    """

    closed = Signal()
    grown = Signal()

    def __init__(
        self, title: str, parent: QWidget, *, today: date, near: date, on_day: Callable[[date], str]
    ) -> None:
        super().__init__(parent)
        self._near, self._on_day = near, on_day
        self.setAccessibleName(_("When was the letter about {title} sent?").format(title=title))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lead = Label(_("Sent on"), self, role=Role.SMALL, tone="ink2")
        self.field = TextField(_("Day the letter was sent"), self)
        self.field.setText(plain_date(today))
        self._lead.setBuddy(self.field)
        self.done = Button(_("Tick"), self)
        self._close = IconButton("x", _("Close"), self, tone="ink2", keys="Esc")
        self._error = ErrorLine(self)
        asked = QWidget(self)
        self._flow = FlowLayout(asked)
        for part in (self._lead, self.field, self.done):
            self._flow.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(asked, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._error)
        self._column.addStretch(1)
        self.field.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)
        self._close.clicked.connect(self.closed)
        self._top = 0
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """Why the day will not do; empty while nothing is wrong."""
        return self._error.text

    def stand_below(self, top: int) -> None:
        """Leave the uppermost ``top`` px to the row itself."""
        self._top = top
        self._dress()

    def height_at(self, width: int) -> int:
        """Return how high the row has to be at ``width`` px, the row itself and all."""
        return max(self._column.totalHeightForWidth(width), self._column.totalSizeHint().height())

    def enter(self) -> None:
        """Put the caret in the field, the date ready to be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, sentence: str) -> None:
        """Say why the day will not do, or take it back with an empty sentence."""
        mark_wrong(self.field, self._error, sentence)
        self._column.invalidate()
        self.grown.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc closes; no key goes on to the list below."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        event.accept()

    def _on_done(self) -> None:
        try:
            day = read_day(self.field.text(), near=self._near)
        except DayTextError as error:
            self.say(error.sentence)
            return
        sentence = self._on_day(day) if day is not None else _("Write the day the letter was sent.")
        if sentence:
            self.say(sentence)

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(_LEFT), self._top, px(8), px(7))
        self._column.setSpacing(px(2))
        self._flow.set_air(px(6))
        self.field.setFixedWidth(px(_FIELD))
        self._lead.setFixedHeight(self.field.sizeHint().height())
