"""Owns the dialog for a new workshop day: its name, date, förbund, tables, and where the file lies."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.text import clean_line
from finsam_review.domain.workshop import TABLES_MAX, table_letter
from finsam_review.i18n import date_line, ngettext
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.paths import documents_folder
from finsam_review.services.days.presets import load_preset, preset_codes
from finsam_review.ui.application_fields.values import NotUnderstoodError, date_of, date_text
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.dialogs.places import folder_refusal, place_words, workshop_file_name
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Choice, Field, TextField
from finsam_review.ui.widgets.labels import ElidedLabel, Label


@dataclass(frozen=True, slots=True)
class NewDay:
    """What a new day is made from; ``preset`` is a code, ``tables`` how many there are."""

    title: str
    date: date
    preset: str
    tables: int
    path: Path


class NewDayDialog(DialogFrame):
    """Asks for a new day. ``values`` is what was decided, ``None`` until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("New workshop day"), parent, room=(560, 0))
        self.values: NewDay | None = None
        self._chosen_place: Path | None = None
        self._presets = {code: load_preset(code) for code in preset_codes()}
        self.title = TextField(_("Name of the day"), self, placeholder=_("For example the budget round 2027"))
        self.day = TextField(_("Date"), self)
        self.preset = Choice(_("Förbund"), self)
        self.tables = Choice(_("Tables"), self)
        self.make = Button(_("Make the day"), self, kind="filled")
        self._fill()
        self._lay_out()
        self._connect()
        self._show_day()
        self._show_place()
        self._dress()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def errors(self) -> list[str]:
        """What stands beneath the fields as wrong."""
        fields = (self._title_field, self._day_field, self._place_field)
        return [field.error for field in fields if field.error]

    def _fill(self) -> None:
        self.day.setText(date_text(datetime.now().astimezone().date()))
        for code, preset in self._presets.items():
            self.preset.addItem(preset.organisation, code)
        for number in range(1, TABLES_MAX + 1):
            letters = table_letter(1) if number == 1 else f"{table_letter(1)}–{table_letter(number)}"
            words = ngettext("{n} table ({letters})", "{n} tables ({letters})", number)
            self.tables.addItem(words.format(n=number, letters=letters), number)
        self._follow_preset()

    def _lay_out(self) -> None:
        self._title_field = Field(_("Name of the day"), self.title, self)
        self._day_field = Field(_("Date"), self.day, self)
        self._day_words = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        place = QWidget(self)
        self._place = ElidedLabel("", place)
        self.elsewhere = Button(_("Choose another place…"), place)
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._place, 1)
        row.addWidget(self.elsewhere)
        self._place_field = Field(_("Is saved in"), place, self)
        when = QVBoxLayout()
        when.setSpacing(4)
        when.addWidget(self._day_field)
        when.addWidget(self._day_words)
        self.contents.addWidget(self._title_field)
        self.contents.addLayout(when)
        self.contents.addWidget(Field(_("Förbund"), self.preset, self))
        self.contents.addWidget(Field(_("Tables"), self.tables, self))
        self.contents.addWidget(self._place_field)
        self.contents.addStretch(1)
        self.add_button(Button(_("Cancel"), self)).clicked.connect(self.reject)
        self.add_button(self.make, default=True).clicked.connect(self._on_create)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._on_title)
        self.day.textEdited.connect(self._show_day)
        self.preset.activated.connect(self._follow_preset)
        self.elsewhere.clicked.connect(self._on_elsewhere)

    def _follow_preset(self) -> None:
        tables = self._presets[self.preset.currentData()].tables
        self.tables.setCurrentIndex(self.tables.findData(tables))

    def _on_title(self) -> None:
        self._title_field.show_error("")
        self._place_field.show_error("")
        self._show_place()

    def _show_day(self) -> None:
        self._day_field.show_error("")
        try:
            day = date_of(self.day.text())
        except NotUnderstoodError:
            day = None
        self._say_day(day)

    def _say_day(self, day: date | None) -> None:
        self._day_words.setText(date_line(day) if day else "")
        self._day_words.setVisible(day is not None)

    def _path(self) -> Path:
        return self._chosen_place or documents_folder() / workshop_file_name(self.title.text())

    def _show_place(self) -> None:
        words = place_words(self._path())
        self._place.setText(words)
        self.elsewhere.setAccessibleDescription(words)

    def _on_elsewhere(self) -> None:
        start = self._path()
        if not start.parent.is_dir():
            start = Path.home() / start.name
        kinds = _("Workshop days (*.finsam)")
        chosen = ask_where_to_save(self, _("Where is the day saved?"), start, kinds=kinds)
        if chosen is not None:
            self._chosen_place = chosen.with_suffix(".finsam")
            self._place_field.show_error("")
            self._show_place()

    def _on_create(self) -> None:
        title, path = clean_line(self.title.text()), self._path()
        try:
            day = date_of(self.day.text())
        except NotUnderstoodError:
            day = None
        self._say_day(day)
        self._title_field.show_error("" if title else error_text("title_missing", {}))
        self._day_field.show_error("" if day else _("Write the date as 2026-01-31."))
        self._place_field.show_error(folder_refusal(path) if title else "")
        if self.errors or day is None:
            self._focus_first_error()
            self.grow()
            return
        preset, tables = str(self.preset.currentData()), int(self.tables.currentData())
        self.values = NewDay(title=title, date=day, preset=preset, tables=tables, path=path)
        self.accept()

    def _focus_first_error(self) -> None:
        stops = (
            (self._title_field, self.title),
            (self._day_field, self.day),
            (self._place_field, self.elsewhere),
        )
        for field, stop in stops:
            if field.error:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return
