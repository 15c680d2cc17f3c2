"""Owns the tab Brev: its parts set out and joined, its keys, and when it wakes and rests."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.letters_page.actions import LetterActions
from finsam_review.ui.letters_page.deadline_line import DeadlineLine
from finsam_review.ui.letters_page.empty import NoLetters
from finsam_review.ui.letters_page.foot import Foot
from finsam_review.ui.letters_page.letter.pane import LetterPane
from finsam_review.ui.letters_page.listing.pane import ListPane
from finsam_review.ui.letters_page.panes import Panes
from finsam_review.ui.letters_page.presenter import Presenter
from finsam_review.ui.letters_page.template.editor import TemplateEditor
from finsam_review.ui.saving.deadline_corner import DeadlineCorner
from finsam_review.ui.saving.work import SavingWork
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

_ROOM_FOR_FOOT = 420


class LettersPage(QFrame):
    """The outbox. Nothing is sent from here; ``summary_requested`` leads to where summaries are approved."""

    summary_requested = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.setProperty("part", "paper")
        self.corner = DeadlineCorner(_("Change the last day to answer for all"))
        self.work = SavingWork(self)
        self.deadline = DeadlineLine(context.session, partial(context.commands.do, quiet=True), self)
        self.listing = ListPane(self)
        self.letter = LetterPane(self)
        self.editor = TemplateEditor(context, self)
        self.presenter = Presenter(context, self.listing, self.letter, work=self.work, parent=self)
        self.deeds = LetterActions(
            context, self.presenter, listing=self.listing, letter=self.letter, work=self.work, window=self
        )
        self._build()
        self._connect()
        follow_theme(self._fit)

    @property
    def is_busy(self) -> bool:
        """Whether a letter or a file is being made."""
        return self.presenter.is_waiting or self.work.is_busy

    @property
    def is_editing(self) -> bool:
        """Whether the template stands in place of the letter."""
        return self._right.currentWidget() is self.editor

    def focus_first(self) -> None:
        """Put the focus in the list."""
        self._refresh()
        self._go_back()

    def leave(self) -> None:
        """Keep what is written and end the work beside the window; to be called before the day is closed."""
        if self.is_editing:
            self.editor.keep()
        self.work.stop()
        self.presenter.rest()

    def choose(self, application_id: str) -> None:
        """Choose the letter of an application."""
        self._refresh()
        self.listing.view.choose(self.presenter.place_of(application_id))

    def edit_template(self) -> None:
        """Open the template of all letters in place of the letter."""
        self._right.setCurrentWidget(self.editor)
        self.panes.show_side("letter")
        self._show_made()
        self.editor.open_editor()

    def open_letter(self, application_id: str) -> None:
        """Go to what the letter needs: its address where that is missing, else the mail itself."""
        row = self.presenter.row(application_id)
        if row is None or not self._show_letter():
            return
        self.panes.show_side("letter")
        self.letter.enter("mail")
        if row.needs_address:
            self.letter.mend_address()

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self._refresh()

    @guarded(default=None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Qt override: a page that is not seen makes no letters."""
        super().hideEvent(event)
        self._stale |= self.presenter.rest()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the foot gives way where the window is low."""
        super().resizeEvent(event)
        self._fit()

    def _parts(self) -> dict[str, QWidget]:
        """Return what F6 goes round now, by name."""
        if self.is_editing or self.presenter.current is None:
            return {}
        return {"list": self.listing, "mail": self.letter.card, "pdf": self.letter.pages}

    def _enter(self, part: str) -> None:
        if part == "list":
            self._go_back()
        else:
            self.panes.show_side("letter")
            self.letter.enter(part)

    def _refresh(self) -> None:
        if not self._stale or self.work.is_saving:
            return
        self.corner.show_deadline(self._context.session.day.frame().workshop.deadline)
        if self.is_editing:
            self.editor.refresh()
            return  # the list is read again when the template is done with
        self._stale = False
        self.presenter.refresh()
        self._stack.setCurrentWidget(self._body if self.presenter.rows else self._empty)

    def _on_changed(self, changes: Changes) -> None:
        if changes == Changes(source=changes.source, drafts=changes.drafts):
            return
        self.presenter.follow(changes)
        self._wake()

    def _wake(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _show_made(self) -> None:
        row = self.presenter.current
        if row is not None and self.is_editing:
            self.editor.show_for(row.application_id, row.title)

    def _show_letter(self) -> bool:
        """Show the letter; return whether a template that was being written could be kept first."""
        if self.is_editing and not self.editor.keep():
            return False
        self._right.setCurrentWidget(self.letter)
        self._refresh()
        return True

    def _on_deadline(self) -> None:
        if self.presenter.read_only:
            self._context.commands.remark(self.presenter.read_only)
        else:
            self.deadline.open_line()

    def _on_deadline_closed(self) -> None:
        self.corner.enter()

    def _go_back(self) -> None:
        """Put away what asks and take the keyboard to the list; a template that can't be kept stays."""
        self.listing.view.close_line()
        self._show_letter()
        self.panes.show_side("list")
        self.listing.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.corner.change_requested.connect(self._on_deadline)
        self.deadline.closed.connect(self._on_deadline_closed)
        self.listing.view.open_asked.connect(self.open_letter)
        self.listing.view.chosen.connect(self._show_made)
        self.letter.head.template_asked.connect(self.edit_template)
        self.letter.back_asked.connect(self._go_back)
        self.letter.summary_asked.connect(self.summary_requested)
        self._empty.summary_asked.connect(self.summary_requested)
        self.letter.card.address.closed.connect(self._go_back)
        self.editor.closed.connect(self._go_back)
        self.deeds.done.connect(self._go_back)
        self.deeds.saving.ended.connect(self._wake)
        self.letter.head.back.setVisible(self.panes.is_folded)
        self.panes.part_asked.connect(self._enter)
        self.panes.folded_changed.connect(self.letter.head.back.setVisible)

    def _build(self) -> None:
        self._right = QStackedWidget(self)
        self._right.addWidget(self.letter)
        self._right.addWidget(self.editor)
        self.panes = Panes(self.listing, self._right, self, parts=self._parts)
        self._body, self._empty = QWidget(self), NoLetters(self)
        self._foot = Foot(self)
        self._above_foot = line_across(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        for part in (self.panes, self._above_foot, self._foot):
            body.addWidget(part, 1 if part is self.panes else 0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.deadline)
        whole.addWidget(self._stack, 1)

    def _fit(self) -> None:
        roomy = self.height() >= current_theme().px(_ROOM_FOR_FOOT)
        self._foot.setVisible(roomy)
        self._above_foot.setVisible(roomy)
