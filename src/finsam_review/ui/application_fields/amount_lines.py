"""Owns the amounts of the form: a line for each calendar year, one for the total, and adding a year."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.field_lines import FieldLine
from finsam_review.ui.application_fields.form_keys import TOTAL, amount_key, years_of
from finsam_review.ui.application_fields.values import amount_text
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import TextField


class AmountLines(QWidget):
    """Amounts by year. ``written`` carries the key of the line somebody wrote in."""

    written = Signal(str)
    entered = Signal(str)
    settle_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, FieldLine] = {}
        self._added: set[int] = set()
        self._stacked = False
        self._add = Button(_("Add a year"), self, kind="text", icon_name="plus", role=Role.SMALL)
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        follow_theme(self._dress)

    @property
    def lines(self) -> dict[str, FieldLine]:
        """The lines by key, in the order shown."""
        return self._lines

    def text(self, key: str) -> str:
        """Return what stands in the line with ``key``."""
        editor = self._lines[key].editor
        return editor.text() if isinstance(editor, TextField) else ""

    def forget_added(self) -> None:
        """Drop the years that were added for the application shown before."""
        self._added.clear()

    def show_amounts(self, draft: Draft, *, fill: bool) -> None:
        """Have a line for each year of ``draft``; ``fill`` writes all the amounts anew."""
        wanted = dict(self._wanted(draft))
        if list(wanted) != list(self._lines):
            self._rebuild(list(wanted))
            fill = True
        if not fill:
            return
        for key, amount in wanted.items():
            editor = self._lines[key].editor
            if isinstance(editor, TextField) and not editor.hasFocus():
                editor.setText(draft.wrong.get(key, amount_text(amount)))
                editor.setCursorPosition(0)

    def set_stacked(self, *, stacked: bool) -> None:
        """Put labels above their editors, or beside them."""
        self._stacked = stacked
        for line in self._lines.values():
            line.set_stacked(stacked=stacked)

    def _wanted(self, draft: Draft) -> Iterator[tuple[str, int | None]]:
        details = draft.details
        known = dict(details.amounts)
        doubts = [doubt for doubt in draft.candidate.proposal.doubts if doubt.field == "amounts"]
        typed = {int(key[7:]) for key in (*draft.wrong, *draft.edited) if key[7:].isdigit()}
        years = sorted({*years_of(details, doubts), *self._added, *typed})
        for year in years:
            yield amount_key(year), known.get(year)
        unlike = details.amount_total is not None and details.amount_total != sum(known.values())
        doubted = any(doubt.field == "amount_total" for doubt in draft.doubts)
        if unlike or doubted or not years:
            yield TOTAL, details.amount_total

    def _rebuild(self, keys: list[str]) -> None:
        kept = {key: line for key, line in self._lines.items() if key in keys}
        for key, line in self._lines.items():
            if key not in kept:
                line.hide()
                line.deleteLater()
        for line in kept.values():
            self._column.removeWidget(line)
        self._lines = {key: kept.get(key) or self._make(key) for key in keys}
        for place, line in enumerate(self._lines.values()):
            self._column.insertWidget(place, line)
        chain = [line.editor for line in self._lines.values()]
        for first, second in pairwise([*chain, self._add]):
            QWidget.setTabOrder(first, second)

    def _make(self, key: str) -> FieldLine:
        year = key.partition(":")[2]
        label = _("Amount in all") if key == TOTAL else _("Amount {year}").format(year=year)
        editor = TextField(label)
        line = FieldLine(label, editor, self)
        line.set_stacked(stacked=self._stacked)
        editor.textEdited.connect(lambda _text, key=key: self.written.emit(key))
        line.entered.connect(lambda key=key: self.entered.emit(key))
        line.settle_asked.connect(lambda key=key: self.settle_asked.emit(key))
        line.show()
        return line

    def _on_add(self) -> None:
        years = [int(key[7:]) for key in self._lines if key != TOTAL]
        year = max(years) + 1 if years else date.today().year + 1  # noqa: DTZ011
        self._added.add(year)
        keys = [key for key in self._lines if key != TOTAL]
        self._rebuild([*keys, amount_key(year), *(key for key in self._lines if key == TOTAL)])
        self._lines[amount_key(year)].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(12))
