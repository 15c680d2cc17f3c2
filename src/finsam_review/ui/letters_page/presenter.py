"""Owns what the tab shows: the rows as they are, and the chosen letter: its words, then its pages."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page.letter.head import Reasons
from finsam_review.ui.letters_page.letter.notices import Notice, notice_of
from finsam_review.ui.letters_page.letter.pane import LetterPane
from finsam_review.ui.letters_page.letter.shown import ShownLetter, kept, made, words_of
from finsam_review.ui.letters_page.listing.outdated import Outdated
from finsam_review.ui.letters_page.listing.pane import ListPane
from finsam_review.ui.letters_page.listing.rows import LetterRow, letter_rows
from finsam_review.ui.saving.work import SavingWork

PAUSE_MS = 150
"""How long a choice must stand before its letter is made: arrow keys run through the list."""


class Presenter(QObject):
    """Reads the outbox into the list, and the chosen row into the letter pane."""

    refreshed = Signal()

    def __init__(
        self, context: DayContext, listing: ListPane, letter: LetterPane, *, work: SavingWork, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._session = context, context.session
        self._listing, self._letter, self._work = listing, letter, work
        self._outdated = Outdated(self._session)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._on_pause_over)
        listing.view.chosen.connect(self._on_chosen)
        for box in (listing.with_word, listing.with_process):
            box.toggled.connect(lambda _on: self._timer.start())
        work.previewed.connect(self._on_previewed)
        work.preview_failed.connect(self._on_preview_failed)

    @property
    def rows(self) -> tuple[LetterRow, ...]:
        """The rows in the order of work."""
        return self._listing.view.letters.rows

    @property
    def current(self) -> LetterRow | None:
        """The row chosen."""
        return self._listing.view.current

    def row(self, application_id: str) -> LetterRow | None:
        """Return the row of an application."""
        return next((row for row in self.rows if row.application_id == application_id), None)

    def place_of(self, application_id: str) -> int:
        """Return where the row of an application stands, -1 if it does not."""
        return self._listing.view.letters.place_of(application_id)

    @property
    def is_waiting(self) -> bool:
        """Whether the chosen letter is still to be made."""
        return self._timer.isActive()

    @property
    def read_only(self) -> str:
        """Why nothing can be kept; empty when it can."""
        return _("The day can only be read here.") if self._session.read_only else ""

    def follow(self, changes: Changes) -> None:
        """Forget what an operation may have changed; :meth:`refresh` shows it."""
        self._outdated.follow(changes)

    def refresh(self) -> None:
        """Read the outbox, and show the chosen letter as it is now."""
        rows = letter_rows(self._session.outbox.rows(), is_outdated=self._outdated)
        self._listing.set_rows(rows, read_only=self.read_only)
        if rows:
            self._show_row()
            self._timer.start()
        self.refreshed.emit()

    def rest(self) -> bool:
        """Make nothing more; return whether something was about to be made."""
        waiting = self._timer.isActive()
        self._timer.stop()
        return waiting

    def _on_chosen(self, _application_id: str) -> None:
        self._show_row()
        self._timer.start()

    def _show_row(self) -> None:
        row = self.current
        if row is None:
            return
        self._letter.show_title(row.title)
        self._letter.head.show_letter(
            f"{row.number}  {row.title}", ticked=row.ticked, reasons=self._reasons(row)
        )
        problem = row.look.words if row.needs_address else ""
        address = row.dispatch.recipient if row.ticked and row.dispatch else row.address
        self._letter.card.address.show_address(address, problem=problem, locked=self._locked(row))

    def _locked(self, row: LetterRow) -> str:
        return self.read_only or (_("What was sent stays as it was.") if row.ticked else "")

    def _reasons(self, row: LetterRow) -> Reasons:
        none_ready = "" if any(not each.obstacle for each in self.rows) else _("No draft is ready.")
        unapproved = "" if row.approved else _("The summary is not approved. Approve it first.")
        return Reasons(
            template=self.read_only,
            address=self._locked(row),
            mark=self.read_only or ("" if row.ticked else row.obstacle),
            draft=self.read_only or row.obstacle or unapproved,
            documents=none_ready,
        )

    def _on_pause_over(self) -> None:
        row = self.current
        if row is None:
            return
        if row.ticked and row.dispatch is not None:
            self._letter.show_letter(kept(self._session, row.dispatch))
            self._letter.say(self._notice(row))
            return
        try:
            letter = self._session.outbox.letter(row.application_id, roles=self._listing.roles)
        except UserError as error:
            self._letter.show_nothing(row.application_id)
            self._refuse(error)
            return
        self._letter.show_letter(words_of(letter))
        self._letter.say(self._notice(row))
        self._work.preview(partial(made, letter))

    def _on_previewed(self, shown: object) -> None:
        row = self.current
        if row is not None and isinstance(shown, ShownLetter) and shown.application_id == row.application_id:
            self._letter.show_letter(shown)
            self._letter.say(self._notice(row, shown))

    def _on_preview_failed(self, error: Exception) -> None:
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        known = isinstance(error, UserError)
        words = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        unknown = _("Something unexpected happened. The notes are safe.")
        self._letter.say(Notice("warn", _("The letter can't be made."), words if known else unknown))

    def _notice(self, row: LetterRow, shown: ShownLetter | None = None) -> Notice | None:
        if not any(each.approved or each.dispatch for each in self.rows) and not row.needs_address:
            rest = _("Approve a summary, and its draft is made.")
            return Notice("info", _("Here the letters are collected."), rest, to_summary=True)
        return notice_of(
            row,
            empty=() if row.ticked else self._session.outbox.empty_fields(row.application_id),
            unshown=shown.unshown if shown is not None else (),
            deadline=self._session.day.frame().workshop.deadline,
        )
