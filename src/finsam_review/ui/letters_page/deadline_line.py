"""Owns the line that changes the last day to answer for all, and says what the calendar thinks of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.domain.outgoing.deadline import DeadlineFault, DeadlineProblem
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date, plain_date
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.outbox import deadline_warning
from finsam_review.services.session import Session
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.settings_page.day_text import DayTextError, read_day
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.fields import ErrorLine, TextField, mark_wrong
from finsam_review.ui.widgets.labels import Label

_FIELD = 300


class DeadlineLine(QFrame):
    """A field for the day. A day the calendar doubts is not taken until a person says so.

    ``do`` carries out a command and returns why it was refused.
    """

    closed = Signal()

    def __init__(
        self, session: Session, do: Callable[[Callable[[], Changes]], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._do = session, do
        self._offer: date | None = None
        self._doubted: date | None = None
        self.setProperty("part", "surface")
        self.setAccessibleName(_("Last day to answer for all"))
        self.field = TextField(_("Last day to answer for all"), self)
        self.done = Button(_("Change the day"), self, icon_name="check")
        self.take = Button("", self)
        self.keep = Button("", self, kind="text")
        self._close = IconButton("x", _("Close"), self, tone="ink2", keys="Esc")
        self._error = ErrorLine(self)
        self._build()
        self.field.returnPressed.connect(self._on_done)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self.done.clicked.connect(self._on_done)
        self.take.clicked.connect(self._on_take)
        self.keep.clicked.connect(self._on_keep)
        self._close.clicked.connect(self.close_line)
        self.hide()
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is said about the day typed; empty while nothing is wrong."""
        return self._error.text

    def open_line(self) -> None:
        """Ask for another day; the one that holds is there to be typed over."""
        deadline = self._session.day.frame().workshop.deadline
        self.field.setText(plain_date(deadline) if deadline else "")
        self._say("")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_line(self) -> None:
        """Go away; nothing is changed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc goes one step back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    def _on_done(self) -> None:
        near = self._session.day.frame().workshop.date
        try:
            day = read_day(self.field.text(), near=near)
        except DayTextError as error:
            self._say(error.sentence, offer=error.offer)
            return
        self._look_at(day)

    def _look_at(self, day: date | None) -> None:
        problem = self._problem(day) if day is not None else None
        if problem is None:
            self._put(day)
            return
        refusal = deadline_warning(problem)
        doubted = None if problem.fault is DeadlineFault.BEFORE_DAY else day
        self._say(error_text(refusal.code, refusal.values), offer=problem.offer, doubted=doubted)

    def _problem(self, day: date) -> DeadlineProblem | None:
        """Return what the calendar says of ``day``, and only then that it has been."""
        outbox = self._session.outbox
        return outbox.deadline_problem(day) or outbox.deadline_problem(day, today=_today())

    def _on_take(self) -> None:
        if self._offer is not None:
            self.field.setText(plain_date(self._offer))
            self._look_at(self._offer)

    def _on_keep(self) -> None:
        self._put(self._doubted)

    def _put(self, day: date | None) -> None:
        workshop = self._session.day.frame().workshop
        new = replace(workshop, deadline=day)
        refusal = self._do(lambda: self._session.day.change_workshop(new))
        self._say(refusal)
        if not refusal:
            self.close_line()

    def _say(self, sentence: str, *, offer: date | None = None, doubted: date | None = None) -> None:
        """Say what is wrong, and offer what may be meant instead, or the day as it was typed."""
        had_focus = self.take.hasFocus() or self.keep.hasFocus()
        self._offer, self._doubted = offer, doubted
        mark_wrong(self.field, self._error, sentence)
        self.take.setVisible(offer is not None)
        self.keep.setVisible(doubted is not None)
        if offer is not None:
            self.take.set_words(_("Take {day}").format(day=long_date(offer)))
        if doubted is not None:
            self.keep.set_words(_("Keep {day}").format(day=plain_date(doubted)))
        if had_focus and not sentence:
            self.field.setFocus()

    def _build(self) -> None:
        lead = Label(_("Last day to answer for all"), self)
        lead.setBuddy(self.field)
        self._lead = lead
        holder = QWidget(self)
        self._flow = FlowLayout(holder)
        for part in (lead, self.field, self.done, self.take, self.keep):
            self._flow.addWidget(part)
        self._row = QHBoxLayout()
        self._row.addWidget(holder, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QVBoxLayout()
        self._inner.addLayout(self._row)
        self._inner.addWidget(self._error)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._inner)
        column.addWidget(line_across(self, part="divider"))

    def _dress(self) -> None:
        px = current_theme().px
        self._inner.setContentsMargins(px(16), px(8), px(12), px(8))
        self._inner.setSpacing(px(4))
        self._flow.set_air(px(8))
        self.field.setFixedWidth(px(_FIELD))
        self._lead.setFixedHeight(self.field.sizeHint().height())


def _today() -> date:
    return datetime.now().astimezone().date()
