"""Owns the line above every page of a day: its name and date, undo and redo, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.ui.context import DayContext
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class DayHeader(QFrame):
    """Name and date of the day; undo and redo with what they would do as their names; close."""

    close_requested = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("part", "surface")
        self._title = Label("", self, role=Role.TITLE, weight=SEMIBOLD)
        self._date = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._undo = IconButton("arrow-u-up-left", _("Undo"), self, keys="Ctrl+Z")
        self._redo = IconButton("arrow-u-up-right", _("Redo"), self, keys="Ctrl+Y")
        self._undo.clicked.connect(context.commands.undo)
        self._redo.clicked.connect(context.commands.redo)
        self._close = IconButton("x", _("Close the day"), self, tone="ink", keys="Ctrl+W")
        self._close.clicked.connect(self.close_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title)
        self._row.addWidget(self._date, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._redo)
        self._row.addWidget(self._close)
        context.commands.undo_state_changed.connect(self._name_undo)
        self.refresh()
        follow_theme(self._dress)

    def refresh(self) -> None:
        """Read the day's name and date anew."""
        workshop = self._context.session.day.frame().workshop
        self._title.setText(workshop.title)
        self._date.setText(long_date(workshop.date))
        self._name_undo()

    def _name_undo(self) -> None:
        undo = self._context.session.undo
        for button, words, label, keys in (
            (self._undo, _("Undo"), undo.next_undo, "Ctrl+Z"),
            (self._redo, _("Redo"), undo.next_redo, "Ctrl+Y"),
        ):
            what = f"{words}: {_(label)}" if label else words
            button.setAccessibleName(what)
            button.setToolTip(f"{what} ({keys})")

    def _dress(self) -> None:
        theme = current_theme()
        tight = theme.text_scale >= 1.5
        self._row.setContentsMargins(
            theme.px(16), theme.px(4 if tight else 8), theme.px(16), theme.px(4 if tight else 8)
        )
        self._row.setSpacing(theme.px(12))
