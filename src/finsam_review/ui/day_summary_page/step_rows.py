"""Owns what happens next as rows: what, who, by when. Each field saves itself when one leaves it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from finsam_review.domain.checks.gate import Hit
from finsam_review.domain.outgoing.next_steps import NextStep
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.ui.application_fields.values import NotUnderstoodError, date_of, date_text
from finsam_review.ui.day_summary_page.hit_lines import HitLines
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.fields import ErrorLine, TextField, mark_wrong
from finsam_review.ui.widgets.labels import Label

_ONE_LINE = 760
"""Design px below which a row's fields stand on two lines."""


class StepRow(QWidget):
    """One step. It is changed at once, field by field; ``changed`` carries it as it is to be."""

    changed = Signal(object)
    moved = Signal(int)
    removed = Signal()

    def __init__(self, step: NextStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self.what = TextField("", self, placeholder=_("What is to be done?"))
        self.owner = TextField("", self, placeholder=_("Who does it?"))
        self.due = TextField("", self, placeholder=_("Date"))
        self.up = IconButton("arrow-up", _("Move up"), self)
        self.down = IconButton("arrow-down", _("Move down"), self)
        self.remove = IconButton("trash", _("Take away"), self)
        self._date = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self._error = ErrorLine(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._one_line: bool | None = None
        self._connect()
        self.show_step(step)
        follow_theme(self._fit)

    @property
    def step(self) -> NextStep:
        """The step as it is saved."""
        return self._step

    @property
    def tools(self) -> tuple[IconButton, ...]:
        """The buttons that move the step and take it away."""
        return self.up, self.down, self.remove

    @property
    def error(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._error.text

    def set_number(self, number: int) -> None:
        """Say to those who do not see it which step it is."""
        for part, words in (
            (self.what, _("Step {n}: what")),
            (self.owner, _("Step {n}: who")),
            (self.due, _("Step {n}: by when")),
            (self.up, _("Move step {n} up")),
            (self.down, _("Move step {n} down")),
            (self.remove, _("Take step {n} away")),
        ):
            part.setAccessibleName(words.format(n=number))

    def show_step(self, step: NextStep) -> None:
        """Show the step as it is saved. What is being typed is left alone."""
        before, self._step = self._step, step
        for field, old, new in (
            (self.what, before.what, step.what),
            (self.owner, before.owner, step.owner),
            (self.due, date_text(before.due), date_text(step.due)),
        ):
            if field.text() == old or not field.hasFocus():
                field.setText(new)
                field.setCursorPosition(0)
        self._date.setText(long_date(step.due) if step.due else "")
        self._date.setVisible(step.due is not None)

    def refuse(self, sentence: str) -> None:
        """Say why a change could not be made, or take it back with an empty sentence."""
        self._error.show_error(sentence)

    def commit(self) -> None:
        """Save what was typed, or say which date is none."""
        try:
            due = date_of(self.due.text())
        except NotUnderstoodError:
            mark_wrong(self.due, self._error, _("Write the date as 2026-01-31."))
            self._date.hide()
            return
        mark_wrong(self.due, self._error, "")
        self._date.setVisible(self._step.due is not None)
        step = replace(self._step, what=self.what.text(), owner=self.owner.text(), due=due)
        if step != self._step:
            self.changed.emit(step)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the step only be read."""
        for field in (self.what, self.owner, self.due):
            field.setReadOnly(read_only)
        for button in self.tools:
            button.setVisible(not read_only and bool(self._step.id))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: one line, or two where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _connect(self) -> None:
        for field in (self.what, self.owner, self.due):
            field.editingFinished.connect(self.commit)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def _fit(self) -> None:
        px = current_theme().px
        self._grid.setSpacing(px(6))
        one_line = self.width() >= px(_ONE_LINE)
        if one_line == self._one_line:
            return
        self._one_line = one_line
        below, first = (0, 1) if one_line else (1, 0)
        self._grid.addWidget(self.what, 0, 0, 1, 1 if one_line else 5)
        for column, part in enumerate((self.owner, self.due, *self.tools), start=first):
            self._grid.addWidget(part, below, column)
        for column, stretch in enumerate((5, 3, 3) if one_line else (3, 3, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.addWidget(self._date, below + 1, 0, 1, 6)
        self._grid.addWidget(self._error, below + 2, 0, 1, 6)


class StepRows(QWidget):
    """All steps, and an empty row for one more. The signals carry what is asked for; the page does it.

    The step of the empty row has no id: ``changed`` asks for a new one, and :meth:`adopt` tells which it is.
    """

    changed = Signal(object)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []
        self._read_only = False
        self.name = Label(_("What happens next"), self, weight=SEMIBOLD)
        self._empty = self._make(NextStep("", ""))
        self.hits = HitLines(self)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.name)
        self._column.addLayout(self._list)
        self._column.addWidget(self.hits)
        self._list.addWidget(self._empty)
        follow_theme(self._dress)

    @property
    def rows(self) -> tuple[StepRow, ...]:
        """The rows in their order, the empty one last."""
        return (*self._rows, self._empty)

    def adopt(self, step: NextStep) -> None:
        """Let what was the empty row be that of a new step, and have another empty one."""
        self._rows.append(self._empty)
        self._empty.show_step(step)
        self._empty = self._make(NextStep("", ""))
        self._list.addWidget(self._empty)

    def show_steps(self, steps: Sequence[NextStep], hits: Sequence[Hit]) -> None:
        """Show the steps as they are saved; a row keeps the focus as long as its step is there."""
        self.hits.show_hits(hits)
        known = {row.step.id: row for row in self._rows}
        self._rows = [known.pop(step.id) if step.id in known else self._make(step) for step in steps]
        for row in known.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, (row, step) in enumerate(zip(self._rows, steps, strict=True)):
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row)
            row.show_step(step)
        self.set_read_only(read_only=self._read_only)
        self._put_in_order()

    def refuse(self, step_id: str, sentence: str) -> None:
        """Say beneath a step why it could not be changed."""
        for row in self.rows:
            if row.step.id == step_id:
                row.refuse(sentence)

    def commit(self) -> None:
        """Save what was typed in every row."""
        for row in self.rows:
            row.commit()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let the steps only be read."""
        self._read_only = read_only
        self._empty.setVisible(not read_only)
        for row in self.rows:
            row.set_read_only(read_only=read_only)

    def _make(self, step: NextStep) -> StepRow:
        row = StepRow(step, self)
        row.changed.connect(self.changed)
        row.moved.connect(lambda by: self.moved.emit(row.step.id, by))
        row.removed.connect(lambda: self.removed.emit(row.step.id))
        return row

    def _put_in_order(self) -> None:
        """Let names and Tab follow what is seen."""
        stops: list[QWidget] = []
        for number, row in enumerate(self.rows, start=1):
            row.set_number(number)
            stops += [row.what, row.owner, row.due, *row.tools]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _dress(self) -> None:
        px = current_theme().px
        self._list.setSpacing(px(10))
        self._column.setSpacing(px(6))
