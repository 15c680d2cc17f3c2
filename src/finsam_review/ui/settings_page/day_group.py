"""Owns the settings of the day itself: what it is called, when it is, and by when and where answers come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import date_line, long_date, plain_date
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.settings_page.day_text import DayTextError, read_day
from finsam_review.ui.settings_page.group import Group
from finsam_review.ui.settings_page.saved_field import SavedField


class DayGroup(Group):
    """The frame of the day. Each field saves itself and can be undone."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(_("The day"), parent)
        self._context = context
        self.title = SavedField(_("Name of the day"), self._saver("title"), self)
        self.date = SavedField(_("Date of the day"), self._save_date, self)
        self.organisation = SavedField(_("Förbund"), self._saver("organisation"), self)
        self.reply_to = SavedField(_("Answers are sent to"), self._saver("reply_to"), self)
        self.deadline = SavedField(_("Last day to answer"), self._save_deadline, self)
        for field in self.fields:
            self.add(field)

    @property
    def fields(self) -> tuple[SavedField, ...]:
        """The fields from the top."""
        return (self.title, self.date, self.organisation, self.reply_to, self.deadline)

    def refresh(self) -> None:
        """Show what is saved."""
        workshop = self._workshop()
        self.title.show_value(workshop.title)
        self.date.show_value(plain_date(workshop.date), hint=date_line(workshop.date))
        self.organisation.show_value(workshop.organisation)
        hint = "" if "@" in workshop.reply_to or not workshop.reply_to else _("There is no @ in the address.")
        self.reply_to.show_value(workshop.reply_to, hint=hint)
        last = workshop.deadline
        not_decided = _("Not decided. Write for example {date}.").format(date=plain_date(workshop.date))
        hint = date_line(last) if last else not_decided
        self.deadline.show_value(plain_date(last) if last else "", hint=hint)

    def _saver(self, field: str) -> Callable[[str], str]:
        def save(text: str) -> str:
            return self._change(replace(self._workshop(), **{field: text}))  # type: ignore[arg-type]

        return save

    def _save_date(self, text: str) -> str:
        before = self._workshop()
        day = _read(text, near=before.date)
        if isinstance(day, str):
            return day
        if day is None:
            return _("The day needs a date.")
        return self._change(replace(before, date=day))

    def _save_deadline(self, text: str) -> str:
        before = self._workshop()
        day = _read(text, near=before.date)
        if isinstance(day, str):
            return day
        if day is not None and day < before.date:
            sentence = _("{last} is before the workshop day, {day}. Choose a later date.")
            return _with_capital(sentence.format(last=long_date(day), day=long_date(before.date)))
        return self._change(replace(before, deadline=day))

    def _workshop(self) -> Workshop:
        return self._context.session.day.frame().workshop

    def _change(self, workshop: Workshop) -> str:
        return self._context.commands.do(
            lambda: self._context.session.day.change_workshop(workshop), quiet=True
        )


def _read(text: str, *, near: date) -> date | str | None:
    """Return the date typed, ``None`` for nothing, or the sentence that says what is wrong."""
    try:
        return read_day(text, near=near)
    except DayTextError as error:
        return error.sentence


def _with_capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
