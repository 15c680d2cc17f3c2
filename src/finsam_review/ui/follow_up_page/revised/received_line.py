"""Owns the line that asks when a revised version came in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.ui.application_fields.values import NotUnderstoodError, date_of, date_text
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Field, TextField
from finsam_review.ui.widgets.labels import Label

_DATE = 150


class ReceivedLine(AskingLine):
    """A field for the date. An empty field means that nobody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_date: Callable[[date | None], str] | None = None
        self.day = TextField("", self, placeholder="2026-01-31")
        self._field = Field(_("It came in on"), self.day, self)
        self._spelled = Label("", self, tone="ink2")
        self.save = Button(_("Save the date"), self, icon_name="check")
        self._row = QHBoxLayout()
        self._row.addWidget(self._field)
        self._row.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addWidget(self._spelled, 1, Qt.AlignmentFlag.AlignBottom)
        self._whole.addLayout(self._row)
        self.day.returnPressed.connect(self.carry_out)
        self.day.textChanged.connect(self._on_typed)
        self.save.clicked.connect(self.carry_out)
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._field.error

    def ask(self, heading: str, known: date | None, on_date: Callable[[date | None], str]) -> None:
        """Ask, beginning with what is ``known``; ``on_date`` returns why a date will not do."""
        self._on_date = on_date
        self._field.show_error("")
        self.day.setText(date_text(known))
        self.open_line(heading)
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.day.selectAll()

    def carry_out(self) -> None:
        """Save the date, or say what is wrong with it."""
        try:
            on = date_of(self.day.text())
        except NotUnderstoodError:
            self._field.show_error(_("Write the date as 2026-01-31."))
            return
        refusal = self._on_date(on) if self._on_date is not None else ""
        self._field.show_error(refusal)
        if not refusal:
            self._on_date = None
            self.close_line()

    def _on_typed(self, text: str) -> None:
        """Say which weekday it is."""
        try:
            on = date_of(text)
        except NotUnderstoodError:
            on = None
        self._spelled.setText(long_date(on) if on else "")

    def _dress(self) -> None:
        px = current_theme().px
        self._row.setSpacing(px(8))
        self.day.setMinimumWidth(px(_DATE))
        self._spelled.setMinimumHeight(px(32))
