"""Owns the line at the foot of a day: that everything is saved, in words, and how far the wall has come."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.status import StatusPiece
from finsam_review.ui.theme import Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.writing.saved_state import SavedState, State

_TIGHT_FROM = 1.75


class StatusLine(QFrame):
    """Says when the last note was saved, what was refused, and how many cells are answered."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("part", "sunken")
        self._saved = SavedState(context, self._words, self)
        self._wall = StatusPiece("", self)
        self._size = Button("", self, kind="text", role=Role.SMALL)
        self._size.clicked.connect(self._on_size)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._saved)
        self._row.addWidget(self._wall)
        self._row.addStretch(1)
        self._row.addWidget(self._size)
        follow_theme(self._dress)

    def show_wall(self, answered: int, cells: int) -> None:
        """Say how many cells of the wall are answered."""
        words = _("{answered} of {cells} squares answered").format(answered=answered, cells=cells)
        self._wall.say(words if cells else "", kind="neutral")

    def _words(self) -> State:
        if self._context.session.read_only:
            return _("This file can only be read here"), "warn"
        when = self._context.session.notes.last_written_at()
        if when is None:
            return _("Everything is saved"), "ok"
        return _("Everything is saved · latest note {time}").format(time=_time(when)), "ok"

    def _on_size(self) -> None:
        preferences = self._context.preferences
        largest = preferences.current.text_scale >= 2.0
        preferences.step_text_scale(0 if largest else 1)

    def _dress(self) -> None:
        theme = current_theme()
        scale = round(self._context.preferences.current.text_scale * 100)
        self._size.set_words(_("Text size {percent} %").format(percent=scale))
        self._wall.setVisible(theme.text_scale < _TIGHT_FROM)
        self._row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(20))


def _time(when: datetime) -> str:
    """Return the time of day, with the date before it when that was not today."""
    if when.date() == datetime.now().astimezone().date():
        return f"{when:%H.%M}"
    return f"{when.day}/{when.month} {when:%H.%M}"
