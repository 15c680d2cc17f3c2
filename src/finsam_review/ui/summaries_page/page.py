"""Owns the tab Dokument: its parts joined to the day, to the work beside the window and to paper."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import Form, preview
from finsam_review.ui.context import DayContext
from finsam_review.ui.guard import guarded
from finsam_review.ui.saving.deadline_corner import DeadlineCorner
from finsam_review.ui.saving.work import SavingWork
from finsam_review.ui.summaries_page.list_pane import ListPane
from finsam_review.ui.summaries_page.outgoing import Outgoing
from finsam_review.ui.summaries_page.preview_pane import PreviewPane
from finsam_review.ui.summaries_page.rows import summary_rows
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.cards import EmptyState

PAUSE_MS = 150
"""How long a choice must stand before its preview is made: arrow keys run through the list."""
_LIST_WIDTH, _LIST_SHARE = 380, 0.42


@dataclass(frozen=True, slots=True)
class Preview:
    """A finished preview and the application it is of."""

    application_id: str
    data: bytes


class SummariesPage(QFrame):
    """What goes back to the applicants, as documents. ``settings_requested`` leads to the deadline."""

    settings_requested = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.setProperty("part", "paper")
        self.work = SavingWork(self)
        self.corner = DeadlineCorner(_("Change the deadline and the reply address"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._on_pause_over)
        self._build()
        self._connect()
        follow_theme(self._dress)

    @property
    def is_busy(self) -> bool:
        """Whether a preview or a file is being made."""
        return self._timer.isActive() or self.work.is_busy

    def choose(self, place: int) -> None:
        """Choose the summary at ``place`` of the list, counted from 0."""
        self._refresh()
        self._list.choose(place)

    def focus_first(self) -> None:
        """Put the focus in the list. No focus proxy: Tab would jump over what stands before the list."""
        self._list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """End the work beside the window; to be called before the day is closed."""
        self.work.stop()
        self._timer.stop()

    def print_current(self) -> None:
        """Ask for a printer and print the summary that is shown."""
        row = self._list.current
        if row is not None:
            self._outgoing.print_pdf(row.title, self._preview.pdf)

    def save_current(self) -> None:
        """Ask where and save the chosen summary."""
        source = self._source()
        if source is not None:
            self._outgoing.save_one(source, self._list.form.form)

    def save_all(self) -> None:
        """Ask for a folder and save every summary there."""
        self._outgoing.save_all(self._list.form.form, name_tables=self._list.name_tables.isChecked())

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self._refresh()

    @guarded(default=None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Qt override: a page that is not seen makes no previews."""
        super().hideEvent(event)
        if self._timer.isActive():
            self._timer.stop()
            self._stale = True

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the list gives way to the preview where room is short."""
        super().resizeEvent(event)
        self._share()

    def _on_changed(self, changes: Changes) -> None:
        if changes != Changes(source=changes.source, drafts=changes.drafts):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _on_chosen(self, _application_id: str) -> None:
        row = self._list.current
        if row is not None:
            self._preview.set_title(f"{row.number}  {row.title}")
            if row.application_id != self._preview.application_id:
                self._preview.wait()
            self._timer.start()

    def _on_pause_over(self) -> None:
        source = self._source()
        if source is not None:
            self.work.preview(partial(_previewed, source, self._list.form.form))

    def _on_previewed(self, made: Preview) -> None:
        row = self._list.current
        if row is not None and row.application_id == made.application_id:
            self._preview.show_pdf(made.application_id, made.data)

    def _on_preview_failed(self, error: Exception) -> None:
        known = isinstance(error, UserError)
        words = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        self._preview.show_problem(
            words if known else _("Something unexpected happened. The notes are safe.")
        )

    def _on_form(self, form: Form) -> None:
        self._preview.set_form(form)
        self._timer.start()

    def _source(self) -> SummarySource | None:
        row = self._list.current
        if row is None:
            return None
        named = self._list.name_tables.isChecked()
        try:
            return self._context.session.summaries.source(row.application_id, name_tables=named)
        except UserError as error:
            self._preview.show_problem(error_text(error.code, error.values))
            return None

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        session = self._context.session
        rows = summary_rows(session)
        self._list.set_rows(rows)
        self.corner.show_deadline(session.day.frame().workshop.deadline)
        self._stack.setCurrentWidget(self._body if rows else self._empty)
        if rows:
            self._timer.start()

    def _build(self) -> None:
        self._list = ListPane(self)
        self._preview = PreviewPane(self)
        self._outgoing = Outgoing(self._context.session, work=self.work, panel=self._list.panel, window=self)
        divider = QFrame(self)
        divider.setProperty("part", "divider")
        divider.setFixedWidth(1)
        self._body = QWidget(self)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, stretch in ((self._list, 0), (divider, 0), (self._preview, 1)):
            row.addWidget(part, stretch)
        words = _("Here are the summaries of the applications. Take in applications first.")
        self._empty = QWidget(self)
        self._empty_column = QVBoxLayout(self._empty)
        self._empty_column.addWidget(EmptyState("checks", _("No summaries yet"), words, self._empty))
        self._empty_column.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.corner.change_requested.connect(self.settings_requested)
        self._list.chosen.connect(self._on_chosen)
        self._list.name_tables.toggled.connect(lambda _on: self._timer.start())
        self._list.form.chosen.connect(self._on_form)
        self._list.save_all.clicked.connect(self.save_all)
        self._preview.print_button.clicked.connect(self.print_current)
        self._preview.save_button.clicked.connect(self.save_current)
        self.work.previewed.connect(self._on_previewed)
        self.work.preview_failed.connect(self._on_preview_failed)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        keys.setContext(Qt.ShortcutContext.WindowShortcut)
        keys.activated.connect(self.print_current)

    def _share(self) -> None:
        theme = current_theme()
        self._list.setFixedWidth(min(theme.px(_LIST_WIDTH), round(self.width() * _LIST_SHARE)))

    def _dress(self) -> None:
        side = current_theme().px(24)
        self._empty_column.setContentsMargins(side, side, side, side)
        self._share()


def _previewed(source: SummarySource, form: Form) -> Preview:
    return Preview(source.application.id, preview(source, form))
