"""Owns the form of an application: its fields, their doubts beneath, and writing in them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.text import clean_line
from finsam_review.domain.workshop import MeasureKind, Party
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.ui.application_fields import values
from finsam_review.ui.application_fields.amount_lines import AmountLines
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.editors import Editors
from finsam_review.ui.application_fields.field_lines import FieldLine
from finsam_review.ui.application_fields.form_keys import TOTAL
from finsam_review.ui.application_fields.remarks import doubts_at, remarks_for
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

_STACK_BELOW = 320
"""Design pixels of width below which a label stands above its editor."""
_NARROWEST = 180


class ApplicationForm(QWidget):
    """The fields of one :class:`Draft`. What is written goes into the draft at once; ``changed`` tells.

    ``entered`` carries the key of the line that got the keyboard. ``settle`` offers at each doubted line a
    button that says the value is right as it stands.
    """

    changed = Signal()
    entered = Signal(str)

    def __init__(
        self,
        parties: Sequence[Party],
        kinds: Sequence[MeasureKind],
        parent: QWidget | None = None,
        *,
        settle: bool = False,
    ) -> None:
        super().__init__(parent)
        self._parties, self._settle = tuple(parties), settle
        self._draft: Draft | None = None
        self._editors = Editors(parties, kinds, self)
        self._lines = self._editors.lines
        self._amounts = AmountLines(self)
        self._column = QVBoxLayout(self)
        for line in self._lines.values():
            self._column.addWidget(line)
        self._column.addWidget(self._amounts)
        self._column.addStretch(1)
        self._listen()
        follow_theme(self._dress)

    @property
    def lines(self) -> dict[str, FieldLine]:
        """Every line by its key, in the order shown."""
        return {**self._lines, **self._amounts.lines}

    @property
    def draft(self) -> Draft | None:
        """The application shown."""
        return self._draft

    def show_draft(self, draft: Draft) -> None:
        """Show ``draft`` and write into it from now on."""
        self._draft = draft
        self._amounts.forget_added()
        self._editors.fill(draft)
        self._amounts.show_amounts(draft, fill=True)
        self.refresh()

    def refresh(self) -> None:
        """Say anew beneath each line what is known and what is wrong."""
        draft = self._draft
        if draft is None:
            return
        self._amounts.show_amounts(draft, fill=False)
        first_amount = next(iter(self._amounts.lines), "")
        for key, line in self.lines.items():
            doubts = doubts_at(draft, key, first_amount=first_amount)
            line.show_remarks(remarks_for(draft, key, doubts), settle=self._settle and bool(doubts))
            line.show_error(self._error(draft, key))

    def show_refusal(self, code: str, sentence: str) -> bool:
        """Show at its line why the application was refused; return whether there is such a line."""
        key = {"application_title_missing": "title", "period_backwards": "period"}.get(code)
        if key is None:
            return False
        self._lines[key].show_error(sentence)
        self._lines[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: labels go above their editors when the form is narrow."""
        super().resizeEvent(event)
        stacked = self.width() < current_theme().px(_STACK_BELOW)
        for line in self._lines.values():
            line.set_stacked(stacked=stacked)
        self._amounts.set_stacked(stacked=stacked)

    def _listen(self) -> None:
        self._editors.on_written(self._on_written)
        for key, line in self._lines.items():
            line.entered.connect(lambda key=key: self.entered.emit(key))
            line.settle_asked.connect(lambda key=key: self._on_settle(key))
        self._amounts.written.connect(self._on_written)
        self._amounts.entered.connect(self.entered)
        self._amounts.settle_asked.connect(self._on_settle)

    def _on_written(self, key: str) -> None:
        if self._draft is None:
            return
        try:
            details = self._read(key, self._draft.details)
        except values.NotUnderstoodError:
            self._draft.wrong[key] = self._raw(key)
        else:
            self._draft.change(key, details)
        self.refresh()
        self.changed.emit()

    def _on_settle(self, key: str) -> None:
        if self._draft is not None:
            self._draft.settle(key)
            self.refresh()
            self.changed.emit()

    def _read(self, key: str, before: ApplicationDetails) -> ApplicationDetails:
        if key.startswith("amount:"):
            return _with_amount(before, key, values.amount_of(self._amounts.text(key)))
        return self._editors.read(key, before)

    def _raw(self, key: str) -> str:
        return self._amounts.text(key) if key.startswith("amount:") else self._editors.text(key)

    def _error(self, draft: Draft, key: str) -> str:
        if key in draft.wrong:
            if key.startswith("amount:"):
                return _("Write the amount in whole kronor, such as 720 000.")
            if key == "period":
                return _("Write the first and last day, such as 2026-01-01 – 2026-12-31.")
            return _("Write the date as 2026-01-31.")
        details = draft.details
        is_read = "title" in draft.edited or bool(draft.candidate.documents)
        if key == "title" and is_read and not clean_line(details.title):
            return error_text("application_title_missing", {})
        start, end = details.period_start, details.period_end
        if key == "period" and start and end and end < start:
            return error_text("period_backwards", {})
        return ""

    def _dress(self) -> None:
        theme = current_theme()
        self.setMinimumWidth(theme.px(_NARROWEST))
        self._column.setSpacing(theme.px(12))
        self._column.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(16))


def _with_amount(before: ApplicationDetails, key: str, amount: int | None) -> ApplicationDetails:
    if key == TOTAL:
        return replace(before, amount_total=amount)
    amounts = {year: known for year, known in before.amounts if year != int(key[7:])}
    if amount is not None:
        amounts[int(key[7:])] = amount
    total = before.amount_total
    if total in (None, sum(known for _year, known in before.amounts)):
        total = sum(amounts.values()) if amounts else None
    return replace(before, amounts=tuple(sorted(amounts.items())), amount_total=total)
