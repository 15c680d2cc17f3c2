"""Owns the editors of the form: one for each field that every application has, and the values in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.workshop import MeasureKind, Party
from finsam_review.i18n import gettext as _
from finsam_review.ui.application_fields import values
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.field_lines import FieldLine, LineBox
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.widgets.choices import TickChip
from finsam_review.ui.widgets.fields import Choice, TextField


class _KindChoice(Choice):
    """The kinds of measure. The wheel scrolls the form and never changes the kind by accident."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @guarded(default=None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt override: leave the wheel to what scrolls."""
        event.ignore()


class Editors:
    """The editors that every application has, from the values to their texts and back."""

    def __init__(self, parties: Sequence[Party], kinds: Sequence[MeasureKind], parent: QWidget) -> None:
        self._parties = tuple(parties)
        self.ticks = {party.code: TickChip(party.short_name, party.name) for party in parties}
        self.kind = _kind_choice(kinds)
        self.boxes = {"title": LineBox(_("Title")), "organisations": LineBox(_("Parties"))}
        self.fields = {key: TextField(label) for key, label in _one_liners()}
        self.lines: dict[str, FieldLine] = dict(self._make_lines(parent))
        self._known: tuple[str, ...] = ()

    def _make_lines(self, parent: QWidget) -> Iterator[tuple[str, FieldLine]]:
        words = dict(_one_liners())
        yield "title", FieldLine(_("Title"), self.boxes["title"], parent)
        yield "applicant", FieldLine(words["applicant"], self.fields["applicant"], parent)
        ticks = _side_by_side(list(self.ticks.values()))
        yield "organisations", FieldLine(_("Parties"), self.boxes["organisations"], parent, below=ticks)
        yield "kind", FieldLine(_("Kind"), self.kind, parent)
        for key in ("diary_number", "received_on", "contact_name", "contact_email", "period"):
            yield key, FieldLine(words[key], self.fields[key], parent)

    def on_written(self, told: Callable[[str], None]) -> None:
        """Call ``told`` with the key of the line that somebody writes in."""
        for key, field in self.fields.items():
            field.textEdited.connect(lambda _text, key=key: told(key))
        self.boxes["title"].textChanged.connect(lambda: told("title"))
        self.boxes["organisations"].textChanged.connect(lambda: self._names_written(told))
        self.kind.activated.connect(lambda _place: told("kind"))
        for tick in self.ticks.values():
            tick.clicked.connect(lambda _checked=False: told("organisations"))

    def fill(self, draft: Draft) -> None:
        """Write the values of ``draft`` into the editors."""
        details = draft.details
        texts = {
            "applicant": details.applicant,
            "diary_number": details.diary_number,
            "received_on": values.date_text(details.received_on),
            "contact_name": details.contact_name,
            "contact_email": details.contact_email,
            "period": values.period_text(details.period_start, details.period_end),
        }
        for key, text in texts.items():
            self.fields[key].setText(draft.wrong.get(key, text))
            self.fields[key].setCursorPosition(0)
        self.boxes["title"].put(details.title)
        self.boxes["organisations"].put(values.names_text(details.organisations))
        self.kind.setCurrentIndex(max(0, self.kind.findData(details.kind or "")))
        self._known = values.parties_of(details.organisations, self._parties)
        for code, tick in self.ticks.items():
            tick.setChecked(code in details.parties)

    def text(self, key: str) -> str:
        """Return what stands in the line with ``key``."""
        return self.fields[key].text()

    def read(self, key: str, before: ApplicationDetails) -> ApplicationDetails:
        """Return ``before`` with what stands in the line with ``key``."""
        if key == "period":
            start, end = values.period_of(self.text(key))
            return replace(before, period_start=start, period_end=end)
        fields: dict[str, Any] = {}
        if key == "organisations":
            fields["organisations"] = values.names_of(self.boxes[key].text())
            fields["parties"] = tuple(code for code, tick in self.ticks.items() if tick.isChecked())
        elif key == "kind":
            fields[key] = self.kind.currentData() or None
        elif key == "received_on":
            fields[key] = values.date_of(self.text(key))
        else:
            fields[key] = self.boxes[key].text() if key in self.boxes else self.text(key)
        return replace(before, **fields)

    def _names_written(self, told: Callable[[str], None]) -> None:
        """Tick the parties that the organisations belong to; what was ticked by hand stays."""
        names = values.names_of(self.boxes["organisations"].text())
        now = values.parties_of(names, self._parties)
        for code, tick in self.ticks.items():
            if (code in now) != (code in self._known):
                tick.setChecked(code in now)
        self._known = now
        told("organisations")


def _one_liners() -> tuple[tuple[str, str], ...]:
    return (
        ("applicant", _("Applicant")),
        ("diary_number", _("Diary number")),
        ("received_on", _("Received")),
        ("contact_name", _("Contact")),
        ("contact_email", _("E-mail")),
        ("period", _("Period")),
    )


def _kind_choice(kinds: Sequence[MeasureKind]) -> Choice:
    choice = _KindChoice(_("Kind"))
    choice.addItem(_("Not chosen"), "")
    for kind in kinds:
        choice.addItem(kind.name, kind.code)
    return choice


def _side_by_side(ticks: Sequence[TickChip]) -> QWidget:
    holder = QWidget()
    row = FlowLayout(holder, air=4)
    for tick in ticks:
        row.addWidget(tick)
    return holder
