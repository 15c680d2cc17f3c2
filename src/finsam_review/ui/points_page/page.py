"""Owns the tab Synpunkter: its parts set out and joined, its keys, and when it wakes and rests."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.domain.checks.gate import Choice
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.cards.pane import CardsPane
from finsam_review.ui.points_page.lines.approve_line import ApproveLine
from finsam_review.ui.points_page.lines.asking import Asking
from finsam_review.ui.points_page.lines.choice_line import ChoiceLine
from finsam_review.ui.points_page.lines.header import PointsHeader
from finsam_review.ui.points_page.lines.receipt_line import ReceiptLine
from finsam_review.ui.points_page.lines.writing_line import WritingLine
from finsam_review.ui.points_page.notes.pane import NotesPane
from finsam_review.ui.points_page.panes import Panes
from finsam_review.ui.points_page.presenter import Presenter
from finsam_review.ui.points_page.work.approving import Approving
from finsam_review.ui.points_page.work.commands import Work
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import Label

_LOW = 520
"""Design pixels below which the receipt gives way to a line that asks: the chosen note must be seen."""


class PointsPage(QFrame):
    """From notes to points, one application at a time, until its summary is approved."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._missed = Changes()
        self._started = False
        self._side = "notes"
        self.setProperty("part", "paper")
        corner = Label("", role=Role.SMALL, tone="ink2")
        corner.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.corner: QWidget = corner
        self.header, self.receipt = PointsHeader(self), ReceiptLine(self)
        self.approve_line = ApproveLine(self)
        self.notes = NotesPane(context.session.day.frame().review_questions, self)
        self.cards = CardsPane(self)
        self.panes = Panes(self.notes, self.cards, self)
        self.choice, self.writing = ChoiceLine(self), WritingLine(self)
        self.asking = Asking(self.approve_line, self.choice, self.writing, parent=self)
        self.presenter = Presenter(context, self.notes, self.cards, self)
        self.work = Work(
            context,
            self.presenter,
            self.panes,
            choice=self.choice,
            writing=self.writing,
            go_to=self.go_to,
            parent=self,
        )
        self.approving = Approving(
            context,
            self.presenter,
            header=self.header,
            receipt=self.receipt,
            line=self.approve_line,
            page=self,
        )
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def is_busy(self) -> bool:
        """Whether likeness is still being worked out."""
        return self.presenter.hints.is_busy

    def focus_first(self) -> None:
        """Put the focus where one works: in the list of notes."""
        self._start()
        if self.presenter.desk.application is not None:
            self.panes.enter("notes")
        else:
            self.setFocus()

    def leave(self) -> None:
        """Keep what is being written, and end what is under way; to be called before the day is closed."""
        self.asking.put_away()
        self.presenter.rest()
        self.approving.leave()

    def go_to(self, application: Application) -> None:
        """Show an application; what was being written on the one before is carried out."""
        if not self.asking.put_away():
            return
        self.presenter.show(application)
        self.panes.enter("notes")

    def step(self, step: int) -> None:
        """Show the next (1) or previous (-1) application."""
        found = self.presenter.day.beside(self.presenter.desk.application_id, step)
        if found is not None:
            self.go_to(found)

    def show_question(self, number: int) -> None:
        """Show the notes and the points of question ``number``."""
        found = [q for q in self.presenter.desk.questions if q.number == number]
        if found and self.presenter.desk.application is not None:
            self.presenter.show_question(found[0].id)
            self.panes.enter("notes")

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self._start()
        missed, self._missed = self._missed, Changes()
        if missed != Changes():
            self.presenter.follow(missed)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Qt override: F6 goes between the two lists before it leaves the page."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and isinstance(event, QKeyEvent) and self._next_side(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: F6 and Shift+F6."""
        side = self._next_side(event)
        if side:
            self.panes.enter(side)
        else:
            super().keyPressEvent(event)

    def _next_side(self, event: QKeyEvent) -> str:
        return self.panes.after_f6(event) if self.presenter.desk.application is not None else ""

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self.presenter.show_first()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.presenter.follow(changes)
        elif self._started:
            self._missed |= changes

    def _on_refreshed(self) -> None:
        day, reason = self.presenter.day, self.work.closed_reason
        total = len(day.applications)
        words = _("{n} of {total} approved").format(n=day.approved, total=total)
        if isinstance(self.corner, Label):
            self.corner.setText(words if total else "")
        self._stack.setCurrentWidget(self._body if self.presenter.desk.application else self._empty)
        self.notes.keys.set_blocked(reason)
        self.cards.keys.set_blocked(reason)
        self.cards.view.set_may_ask(may_ask=not reason)

    def _ask(self, side: str, command: str) -> None:
        self._side = side
        self.work.do(command, side)

    def _show_keys(self) -> None:
        """Show the keys of the lists, but not beside a line that asks: they do not apply in it."""
        asks = self.asking.at_foot
        for pane in (self.notes, self.cards):
            pane.set_keys_shown(shown=not asks)
        self.receipt.setVisible(not asks or self.height() >= current_theme().px(_LOW))
        self.header.approve.set_kind("filled" if self.approve_line.isHidden() else "plain")

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.presenter.refreshed.connect(self._on_refreshed)
        self.header.stepped.connect(self.step)
        self.notes.asked.connect(partial(self._ask, "notes"))
        self.cards.asked.connect(partial(self._ask, "cards"))
        self.cards.view.move_asked.connect(self.work.move)
        notice = self.cards.view.notice
        if notice is not None:
            notice.mask_asked.connect(lambda hit: self.work.decide(hit, Choice.MASK))
            notice.pass_asked.connect(lambda hit: self.work.decide(hit, Choice.PASS))
            notice.rewrite_asked.connect(lambda: self._ask("cards", "rewrite"))
        self.asking.changed.connect(self._show_keys)
        self.asking.closed.connect(lambda: self.panes.enter(self._side))

    def _add_keys(self) -> None:
        add_key(self, "Alt+Up", lambda: self.step(-1))
        add_key(self, "Alt+Down", lambda: self.step(1))
        for number in (1, 2, 3):
            add_key(self, f"Alt+{number}", partial(self.show_question, number))
        add_key(self, "Alt+Shift+Up", lambda: self.work.move(-1))
        add_key(self, "Alt+Shift+Down", lambda: self.work.move(1))
        for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            add_key(self, keys, self.approving.approve)

    def _lay_out(self) -> None:
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = (
            self.header,
            line_across(self),
            self.receipt,
            self.approve_line,
            line_across(self, part="divider"),
        )
        for part in top:
            column.addWidget(part)
        column.addWidget(self.panes, 1)
        column.addWidget(self.choice)
        column.addWidget(self.writing)
        self._empty = _NoApplications(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


class _NoApplications(QWidget):
    """What the tab says on a day without applications."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = _("Take in applications first. When the tables have written, their notes become points here.")
        self._column = QVBoxLayout(self)
        self._column.addWidget(EmptyState("checks", _("No applications yet"), words, self))
        self._column.addStretch(1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        side = current_theme().px(24)
        self._column.setContentsMargins(side, side, side, side)
