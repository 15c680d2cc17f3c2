"""Owns what a person does with letters: ticks, mends an address, copies, saves."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page.letter.pane import LetterPane
from finsam_review.ui.letters_page.listing.pane import ListPane
from finsam_review.ui.letters_page.listing.rows import LetterRow, to_save
from finsam_review.ui.letters_page.listing.sent_line import SentLine
from finsam_review.ui.letters_page.presenter import Presenter
from finsam_review.ui.letters_page.saving import LetterSaving
from finsam_review.ui.saving.work import SavingWork

_YEAR = timedelta(days=365)


class LetterActions(QObject):
    """Carries out what list and letter ask for. ``done`` asks for the list to have the keyboard again."""

    done = Signal()

    def __init__(
        self, context: DayContext, presenter: Presenter, *, listing: ListPane, letter: LetterPane,
        work: SavingWork, window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._context, self._presenter = context, presenter
        self._listing, self._letter = listing, letter
        self.saving = LetterSaving(context, work=work, panel=listing.panel, window=window)
        listing.view.tick_asked.connect(self.tick)
        listing.save.clicked.connect(self.save_ready)
        head = letter.head
        head.copy_asked.connect(self.copy)
        head.mark_asked.connect(self.tick_current)
        head.draft_asked.connect(self.save_current)
        head.documents_asked.connect(self.save_documents)
        letter.card.address.set_save(self.save_address)

    def tick(self, application_id: str) -> None:
        """Ask when a letter was sent, or take its tick back; say why neither can be."""
        row = self._presenter.row(application_id)
        reason = self._presenter.read_only or (row.obstacle if row and not row.ticked else "")
        if row is None or reason:
            self._context.commands.remark(reason)
        elif row.ticked:
            self.saving.untick(application_id)
        else:
            self._ask_when(row)

    def tick_current(self) -> None:
        """The same for the letter shown."""
        row = self._presenter.current
        if row is not None:
            self.tick(row.application_id)

    def save_address(self, address: str) -> str:
        """Keep another address of the letter shown; return why it can't be."""
        row = self._presenter.current
        if row is None:
            return ""
        applications, commands = self._context.session.applications, self._context.commands
        details = replace(applications.get(row.application_id).details, contact_email=address)
        refusal = commands.do(lambda: applications.change(row.application_id, details), quiet=True)
        if not refusal:
            commands.offer_undo()
        return refusal

    def copy(self, what: str) -> None:
        """Put *body*, *subject* or *to* on the clipboard as plain text."""
        shown = self._letter.card.shown
        if shown is None or not shown.body:
            return
        text, said = {
            "body": (shown.body, _("The letter is copied.")),
            "subject": (shown.subject, _("The subject is copied.")),
            "to": (shown.to, _("The address is copied.")),
        }[what]
        QGuiApplication.clipboard().setText(text)
        self._context.commands.remark(said)

    def save_ready(self) -> None:
        """Save the drafts that are ready, or those that were saved once more."""
        ids = [row.application_id for row in to_save(self._presenter.rows)]
        self.saving.save_drafts(ids, roles=self._listing.roles)

    def save_current(self) -> None:
        """Save the draft of the letter shown alone."""
        row = self._presenter.current
        if row is not None:
            self.saving.save_drafts([row.application_id], roles=self._listing.roles)

    def save_documents(self) -> None:
        """Save the PDF files of all letters that can go out now."""
        rows = sorted(self._presenter.rows, key=lambda row: row.number)
        unsent = [row.application_id for row in rows if not row.obstacle and not row.ticked]
        self.saving.save_documents(unsent or [row.application_id for row in rows if row.approved])

    def _ask_when(self, row: LetterRow) -> None:
        today = datetime.now().astimezone().date()
        on_day = partial(self._tick_on, row.application_id)
        # With a parent from the start: what Python alone owned would be gone in the midst of its own Enter.
        inside = self._listing.view.viewport()
        line = SentLine(row.title, inside, today=today, near=today - _YEAR, on_day=on_day)
        line.closed.connect(self.done)
        self.done.emit()
        self._listing.view.choose(self._presenter.place_of(row.application_id))
        self._listing.view.ask_when(row.application_id, line)

    def _tick_on(self, application_id: str, on: date) -> str:
        """Tick, and go on to the letter that stands next; return why not, empty when it went well."""
        row = self._presenter.row(application_id)
        place = self._presenter.place_of(application_id)
        following = self._presenter.rows[place + 1 : place + 2]
        has_draft = row is not None and (row.is_saved or row.outdated)
        refusal = self.saving.tick(application_id, on, roles=self._listing.roles, has_draft=has_draft)
        if not refusal:
            self.done.emit()
            if following and not following[0].ticked:
                self._listing.view.choose(self._presenter.place_of(following[0].application_id))
        return refusal
