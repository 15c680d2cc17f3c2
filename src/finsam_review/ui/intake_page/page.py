"""Owns the page on which applications are taken in: reading, looking, taking in, and what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.intake import Gathered
from finsam_review.i18n import gettext as _
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.context import DayContext
from finsam_review.ui.intake_page.foot import IntakeFoot
from finsam_review.ui.intake_page.reading import reading_task, refusal_of
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.intake_page.review_panes import ReviewPanes
from finsam_review.ui.intake_page.taking import Taking
from finsam_review.ui.tasks import Task
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.progress import ProgressCard


class IntakePage(QFrame):
    """Applications come in. ``finished`` carries the ids of those; ``cancelled`` tells that none did."""

    finished = Signal(tuple)
    cancelled = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self.setAccessibleName(_("Take in applications"))
        self._context = context
        self._task: Task | None = None
        self._taking: Taking | None = None
        self._review = Review(Gathered(()))
        self._taken: tuple[str, ...] = ()
        frame = context.session.day.frame()
        self._progress = ProgressCard(_("Reading the files"), self)
        self.panes = ReviewPanes(frame.parties, frame.kinds, self)
        self.foot = IntakeFoot(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        follow_theme(self._dress)

    @property
    def review(self) -> Review:
        """What is being looked at."""
        return self._review

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or taken in just now."""
        return self._task is not None or self._taking is not None

    def start(self, paths: Sequence[Path]) -> None:
        """Begin to read ``paths`` on another thread."""
        self._progress.start(_("Reading the files"), 0)
        self._show(self._waiting)
        task = reading_task(self._context.session.intake.gather(paths), self)
        self._task = task
        task.stepped.connect(self._on_read)
        task.failed.connect(self._on_read_failed)
        task.ended.connect(self._on_read_ended)
        task.start()

    def show_gathered(self, gathered: Gathered) -> None:
        """Show what was read, what needs a look first."""
        self._review = Review(gathered)
        self.panes.notices.warn(self._review.warnings)
        self.panes.show_review(self._review)
        self._show(self._looking)
        self._refresh()
        self.panes.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._waiting = QFrame(self)
        self._waiting.setProperty("part", "paper")
        middle = QVBoxLayout(self._waiting)
        middle.addStretch(2)
        middle.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(3)
        self._looking = QWidget(self)
        looking = QVBoxLayout(self._looking)
        looking.setContentsMargins(0, 0, 0, 0)
        looking.setSpacing(0)
        looking.addWidget(self.panes, 1)
        looking.addWidget(self.foot)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._looking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._progress.cancelled.connect(self._on_stop)
        self.panes.changed.connect(self._refresh)
        self.foot.leave.clicked.connect(self._on_leave)
        self.foot.take_clear.clicked.connect(lambda _checked=False: self._take(self._review.clear))
        self.foot.take_all.clicked.connect(lambda _checked=False: self._take(self._review.drafts))
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._go_round, step))

    def _on_read(self, step: object) -> None:
        gathered = getattr(step, "gathered", None)
        if gathered is not None:
            self.show_gathered(gathered)
            return
        number, total = getattr(step, "number", 0), getattr(step, "of", 0)
        self._progress.step(max(0, number - 1), total, getattr(step, "file_name", ""))

    def _on_read_failed(self, error: Exception) -> None:
        self.show_gathered(Gathered(()))
        self.panes.notices.refuse(refusal_of(error))

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._taking is not None:
            self._taking.stop()

    def _on_read_ended(self) -> None:
        stopped = self._task is not None and self._stack.currentWidget() is self._waiting
        self._task = None
        if stopped:
            self.cancelled.emit()

    def _take(self, drafts: Sequence[Draft]) -> None:
        if not drafts or self.is_busy:
            return
        chosen = self._review.in_order(drafts)
        taking = Taking(self._context, self._review.gathered(chosen), self)
        self._taking = taking
        self._progress.start(_("Taking in the applications"), len(chosen))
        names = taking.names
        taking.stepped.connect(
            lambda done, of: self._progress.step(done, of, names[done] if done < of else "")
        )
        taking.refused.connect(self._on_refused)
        taking.done.connect(partial(self._on_taken, chosen))
        self._show(self._waiting)
        taking.start()

    def _on_refused(self, sentence: str) -> None:
        self._end_taking()
        self.panes.notices.refuse(sentence)
        self._show(self._looking)

    def _on_taken(self, chosen: list[Draft]) -> None:
        taking = self._taking
        if taking is None:
            return
        self._taken = (*self._taken, *taking.application_ids)
        failed = taking.failed
        self._end_taking()
        self._review.drop([chosen[place] for place in taking.places])
        if not self._review.drafts and not self._review.failed:
            self.finished.emit(self._taken)
            return
        self._context.commands.offer_undo()
        self.panes.notices.tell_taken(len(taking.places), failed)
        self.panes.show_review(self._review)
        self._show(self._looking)
        self._refresh()

    def _end_taking(self) -> None:
        if self._taking is not None:
            self._taking.deleteLater()
            self._taking = None

    def _on_leave(self) -> None:
        if self._taken:
            self.finished.emit(self._taken)
        else:
            self.cancelled.emit()

    def _refresh(self) -> None:
        self.panes.head.show_review(self._review, more=bool(self._taken))
        self.foot.show_review(self._review, taken=bool(self._taken))

    def _show(self, which: QWidget) -> None:
        self._stack.setCurrentWidget(which)

    def _go_round(self, step: int) -> None:
        stops = [pane for pane in (*self.panes.panes, self.foot.first) if pane.isVisible()]
        here = self.focusWidget()
        place = next((n for n, stop in enumerate(stops) if self._holds(stop, here)), -1 if step > 0 else 0)
        stops[(place + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _holds(self, stop: QWidget, here: QWidget | None) -> bool:
        home = self.foot if stop is self.foot.first else self.panes.home_of(stop)
        return here is not None and (here is home or home.isAncestorOf(here))

    def _dress(self) -> None:
        theme = current_theme()
        self._progress.setMinimumWidth(min(theme.px(520), 720))
