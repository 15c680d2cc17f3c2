"""Owns the tab Reviderade: one application at a time, its changes at the left, its points at the right."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application, DocumentVersion
from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.services.follow_up.steps import newest
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page.corner import ArrivalsCorner
from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.follow_up_page.documents.opening import open_before_after, open_both, open_process
from finsam_review.ui.follow_up_page.revised.answering import Answering
from finsam_review.ui.follow_up_page.revised.body import RevisedBody
from finsam_review.ui.follow_up_page.revised.showing import Showing
from finsam_review.ui.follow_up_page.two_sides import SidedPart
from finsam_review.ui.follow_up_page.words import standing_look
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page import choose_files
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.cards import EmptyState


class RevisedPart(SidedPart):
    """What changed and whether it answers. ``files_chosen`` asks for files to be taken in."""

    files_chosen = Signal(list)

    def __init__(self, context: DayContext, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._day = context, day
        self._missed, self._started, self._came = Changes(), False, day.came
        self.setProperty("part", "paper")
        self.application_id = ""
        self.corner: QWidget = ArrivalsCorner(day)
        self.body = RevisedBody(context, day, self)
        self.sides = self.body.sides
        self.showing = Showing(context, self.body.changes, self)
        self.answering = Answering(context, day, self.body.answers, self)
        self._lay_out()
        self._connect()
        self._add_keys()
        follow_theme(self._dress)

    @property
    def is_busy(self) -> bool:
        """Whether both versions are being compared."""
        return self.showing.comparing.is_busy

    def focus_first(self) -> None:
        """Put the focus where one works: among the points, or on what to do first."""
        self._start()
        if self.application_id:
            self.body.begin()
        else:
            self.setFocus()

    def leave(self) -> None:
        """End what is under way; to be called before the day is closed."""
        self.showing.stop()

    def enter(self, key: str) -> None:
        """Show a side and take the keyboard there."""
        self.body.enter(key)

    def show_application(self, application: Application) -> None:
        """Show an application from its beginning."""
        self._started = True
        if application.id != self.application_id:
            self.body.received.close_line()
        self.application_id = application.id
        self._stack.setCurrentWidget(self.body)
        self._show_left(application)
        self._show_head(application)
        self.answering.show(application.id)

    def step(self, step: int) -> None:
        """Show the next (1) or previous (-1) application."""
        found = self._day.beside(self.application_id, step)
        if found is not None:
            self.show_application(found)
            self.body.begin()

    def ask_received(self) -> None:
        """Ask when the revised version came in."""
        application = self._day.get(self.application_id)
        document = newest(application, DocumentVersion.REVISED) if application is not None else None
        if document is None or self._context.session.read_only:
            return
        ident = document.id

        def save(on: date | None) -> str:
            revisions = self._context.session.revisions
            return self._context.commands.do(lambda: revisions.set_received(ident, on), quiet=True)

        heading = _("When did {file} come in?").format(file=document.file_name)
        self.body.received.ask(heading, document.received_on or self._day.today, save)

    def ask_for_files(self) -> None:
        """Ask which files to take in."""
        paths: list[Path] = choose_files(self.window())
        if paths:
            self.files_chosen.emit(paths)

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self._start()
        missed, self._missed = self._missed, Changes()
        if missed != Changes():
            self._follow(missed)

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self._show_first()

    def _show_first(self) -> None:
        """Show the first application with points left to judge, else the first that has answered."""
        day = self._day
        came = [item for item in day.applications if item.id in day.came]
        left = [item for item in came if (judged := day.judged(item.id)) is not None and judged.left]
        chosen = next(iter([*left, *came, *day.applications]), None)
        if chosen is None:
            self.application_id = ""
            self._stack.setCurrentWidget(self._empty)
        else:
            self.show_application(chosen)

    def _show_left(self, application: Application) -> None:
        came = self.showing.show(application)
        self.body.show_left(came=came)
        if not came:
            self.body.waiting.show_application(application.id)

    def _show_head(self, application: Application) -> None:
        revised = newest(application, DocumentVersion.REVISED)
        look = standing_look(self._day.standing(application.id))
        self.body.header.show_application(application, revised, look)
        self._on_settled()

    def _on_settled(self) -> None:
        """Free *Före och efter* once both versions are compared."""
        compared, reason = self.showing.compared, ""
        if self.body.waits:
            reason = _("No revised version has come.")
        elif compared is None or compared.application_id != self.application_id:
            reason = _("The versions are being compared.")
        self.body.header.set_before_after_reason(reason)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible():
            self._follow(changes)
        elif self._started:
            self._missed |= changes

    def _follow(self, changes: Changes) -> None:
        before, self._came = self._came, self._day.came
        just_came = sorted(changes.applications & (self._came - before))
        application = self._day.get(just_came[-1] if just_came else self.application_id)
        if application is None:
            self._show_first()
        elif application.id != self.application_id:
            self.show_application(application)
        else:
            if application.id in changes.applications | changes.summaries:
                self._show_left(application)
            elif self.body.waits:
                self.body.waiting.show_application(application.id)
            self._show_head(application)
            self.answering.follow(changes)

    def _open_before_after(self) -> None:
        if self.showing.compared is not None:
            open_before_after(self._context.session, self.showing.compared, self)

    def _open_both(self) -> None:
        application = self._day.get(self.application_id)
        if application is not None:
            open_both(self._context.session, application, self)

    def _open_process(self) -> None:
        open_process(self._context.session, self.application_id, self)

    def _connect(self) -> None:
        header, waiting = self.body.header, self.body.waiting
        self._day.changed.connect(self._on_changed)
        self.showing.settled.connect(self._on_settled)
        header.stepped.connect(self.step)
        header.received_asked.connect(self.ask_received)
        header.before_after_asked.connect(self._open_before_after)
        for asking in (header.intake_asked, waiting.intake_asked):
            asking.connect(self.ask_for_files)
        for asking in (header.picture_asked, waiting.steps.picture_asked):
            asking.connect(self._open_process)
        for asking in (header.both_asked, self.body.changes.both_asked):
            asking.connect(self._open_both)
        self.body.received.closed.connect(self.body.begin)

    def _add_keys(self) -> None:
        add_key(self, "Alt+Up", lambda: self.step(-1))
        add_key(self, "Alt+Down", lambda: self.step(1))
        add_key(self, "F8", lambda: self.body.step_change(1))
        add_key(self, "Shift+F8", lambda: self.body.step_change(-1))

    def _lay_out(self) -> None:
        words = _("Take in applications first. When a revised version comes, it is compared here.")
        self._empty = QWidget(self)
        self._empty_column = QVBoxLayout(self._empty)
        state = EmptyState("arrows-clockwise", _("No applications yet"), words, self._empty)
        self._empty_column.addWidget(state)
        self._empty_column.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.body)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _dress(self) -> None:
        side = current_theme().px(24)
        self._empty_column.setContentsMargins(side, side, side, side)
