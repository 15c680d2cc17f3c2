"""Owns the line that notes a step: when, what was decided, and words of one's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.application_fields.values import NotUnderstoodError, date_of, date_text
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Choice, Field, TextField

_DATE, _OUTCOME = 130, 170


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person notes about a step."""

    on: date
    words: str = ""
    outcome: str = ""


class NoteLine(AskingLine):
    """Fields for a step. Enter saves, Esc leaves things as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_noted: Callable[[Noted], str] | None = None
        self.day = TextField("", self, placeholder="2026-01-31")
        self.outcome = Choice("", self)
        self.words = TextField("", self, placeholder=_("Paragraph, conditions, who was there …"))
        self.save = Button(_("Note the step"), self, icon_name="check")
        self._day = Field(_("Date"), self.day, self)
        self._outcome = Field(_("Decided"), self.outcome, self)
        self._words = Field(_("Words of your own"), self.words, self)
        self._row = QHBoxLayout()
        self._row.addWidget(self._day)
        self._row.addWidget(self._outcome)
        self._row.addStretch(1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._words, 1)
        self._foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._whole.addLayout(self._row)
        self._whole.addLayout(self._foot)
        for field in (self.day, self.words):
            field.returnPressed.connect(self.carry_out)
        self.save.clicked.connect(self.carry_out)
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._day.error

    def ask(
        self,
        heading: str,
        known: Noted,
        outcomes: Sequence[tuple[str, str]],
        on_noted: Callable[[Noted], str],
    ) -> None:
        """Ask, beginning with what is ``known``. ``outcomes`` are (code, words) of what can be decided.

        ``on_noted`` returns why what was noted will not do, empty when it did.
        """
        self._on_noted = on_noted
        self.outcome.clear()
        self.outcome.addItem(_("Nothing yet"), "")
        for code, words in outcomes:
            self.outcome.addItem(words, code)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(known.outcome)))
        self._outcome.setVisible(bool(outcomes))
        self.day.setText(date_text(known.on))
        self.words.setText(known.words)
        self._day.show_error("")
        self.open_line(heading)
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.day.selectAll()

    def carry_out(self) -> None:
        """Note what stands in the fields, or say what is wrong with it."""
        try:
            on = date_of(self.day.text())
        except NotUnderstoodError:
            on = None
        if on is None:
            self._day.show_error(_("Write the date as 2026-01-31."))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        outcome = str(self.outcome.currentData() or "")
        refusal = self._on_noted(Noted(on, self.words.text(), outcome)) if self._on_noted else ""
        self._day.show_error(refusal)
        if not refusal:
            self._on_noted = None
            self.close_line()

    def _dress(self) -> None:
        px = current_theme().px
        self.day.setMinimumWidth(px(_DATE))
        self.outcome.setMinimumWidth(px(_OUTCOME))
        self._row.setSpacing(px(8))
        self._foot.setSpacing(px(8))
