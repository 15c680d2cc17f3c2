"""Owns how letters leave the window: drafts and documents into a folder, and what a person ticks as sent."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import Exported, export
from finsam_review.services.outgoing.letters import (
    Letter,
    LetterStep,
    MadeLetter,
    make_letter,
    write_letters,
)
from finsam_review.ui.context import DayContext
from finsam_review.ui.letters_page.saving_words import DRAFT_WORDS, PDF_WORDS
from finsam_review.ui.pdf_pages.saving import ask_for_folder
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.saving.work import SavingWork


class LetterSaving(QObject):
    """Joins the dialog that asks, the work that writes, the outbox that keeps and the panel that tells.

    ``ended`` tells that something was saved, or made and ticked.
    """

    ended = Signal()

    def __init__(self, context: DayContext, *, work: SavingWork, panel: SavingPanel, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._work, self._panel, self._window = context, work, panel, window
        self._outbox = context.session.outbox
        self._take: Callable[[object], None] = self._on_draft
        self._ticking = False
        self._refusal = ""
        self._left_out: list[tuple[str, UserError]] = []
        self._total = 0
        panel.cancelled.connect(work.cancel)
        work.stepped.connect(self._on_stepped)
        work.failed.connect(self._on_failed)
        work.done.connect(self._on_done)
        work.stopped.connect(self._on_stopped)

    def save_drafts(self, application_ids: Sequence[str], *, roles: Sequence[FileRole]) -> None:
        """Ask for a folder, write a draft of each letter there and keep it in the outbox."""
        if self._work.is_saving or not application_ids:
            return
        letters = self._gather(application_ids, roles)
        if not letters:
            _title, error = self._left_out[0]
            self._panel.refuse(DRAFT_WORDS.refused(), error_text(error.code, error.values))
            return
        session = self._context.session
        folder = ask_for_folder(self._window, _("Save the drafts in"), session.path.parent)
        if folder is None:
            return
        self._begin(self._on_draft)
        titles = [letter.source.title for letter in letters] + [title for title, _error in self._left_out]
        self._total = len(titles)
        self._panel.begin(titles, folder, words=DRAFT_WORDS)
        self._work.save(write_letters(letters, folder, written_at=datetime.now().astimezone()))

    def save_documents(self, application_ids: Sequence[str]) -> None:
        """Ask for a folder and write the PDF of each letter there, named as it would be attached."""
        if self._work.is_saving or not application_ids:
            return
        session = self._context.session
        folder = ask_for_folder(self._window, _("Save the PDF files in"), session.path.parent)
        if folder is None:
            return
        sources = [session.summaries.source(each) for each in application_ids]
        self._begin(self._on_document)
        self._panel.begin([source.title for source in sources], folder, words=PDF_WORDS)
        self._work.save(export(sources, folder))

    def tick(self, application_id: str, on: date, *, roles: Sequence[FileRole], has_draft: bool) -> str:
        """Tick a letter as sent on a day; return why it can't be, empty when it can.

        One that was never saved as a draft was sent by hand: it is made and kept as it reads now, so that
        what was sent can be shown later; ``ended`` tells when.
        """
        if has_draft:
            return self._mark(application_id, on)
        if self._work.is_saving:
            return _("Drafts are being saved just now. Wait until they are.")
        try:
            self._outbox.check_sent_day(on)
            letter = self._outbox.letter(application_id, roles=roles)
        except UserError as error:
            return error_text(error.code, error.values)
        self._begin(partial(self._on_to_tick, on))
        self._ticking = True
        self._work.save(_alone(letter))
        return ""

    def untick(self, application_id: str) -> None:
        """Take the tick back."""
        if not self._context.commands.do(lambda: self._outbox.unmark_sent(application_id)):
            self._context.commands.offer_undo()

    def _gather(self, application_ids: Sequence[str], roles: Sequence[FileRole]) -> list[Letter]:
        """Return the letters that can be made, and remember those that can't: one never stops the others."""
        letters: list[Letter] = []
        self._left_out = []
        for each in application_ids:
            try:
                letters.append(self._outbox.letter(each, roles=roles))
            except UserError as error:
                title = self._context.session.applications.get(each).short_title
                self._left_out.append((title, error))
        return letters

    def _begin(self, take: Callable[[object], None]) -> None:
        self._take, self._ticking, self._refusal = take, False, ""

    def _mark(self, application_id: str, on: date) -> str:
        commands = self._context.commands
        refusal = commands.do(lambda: self._outbox.mark_sent(application_id, on), quiet=True)
        if not refusal:
            commands.offer_undo()
        return refusal

    def _keep(self, made: MadeLetter) -> str:
        return self._context.commands.do(lambda: self._outbox.keep([made]), quiet=True)

    def _on_stepped(self, step: object) -> None:
        self._take(step)

    def _on_draft(self, step: object) -> None:
        if not isinstance(step, LetterStep):
            return
        if step.made is not None:
            self._refusal = self._keep(step.made)
        if self._refusal:
            self._work.cancel()
            return
        unshown = step.made.unshown if step.made is not None else ()
        self._panel.step(Exported(step.number, self._total, step.title, step.path, step.error, unshown))

    def _on_document(self, step: object) -> None:
        if isinstance(step, Exported):
            self._panel.step(step)

    def _on_to_tick(self, on: date, step: object) -> None:
        if isinstance(step, MadeLetter):
            refusal = self._keep(step) or self._mark(step.letter.application_id, on)
            if refusal:
                self._refuse_tick(refusal)

    def _on_failed(self, error: Exception) -> None:
        if not self._ticking:
            self._panel.fail(error)
        elif isinstance(error, UserError):
            self._refuse_tick(error_text(error.code, error.values))
        else:
            self._refuse_tick(_("Something unexpected happened. The notes are safe."))

    def _refuse_tick(self, sentence: str) -> None:
        self._panel.refuse(_("The letter is not ticked as sent."), sentence)

    def _on_done(self) -> None:
        self._end(stopped=False)

    def _on_stopped(self) -> None:
        self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        left_out, self._left_out = self._left_out, []
        for place, (title, error) in enumerate(left_out, start=self._total - len(left_out) + 1):
            self._panel.step(Exported(place, self._total, title, error=error))
        if self._refusal:
            self._panel.refuse(_("The drafts are not kept in the outbox."), self._refusal)
        elif not self._ticking and self._panel.message is None:
            self._panel.end(stopped=stopped)
        self.ended.emit()


def _alone(letter: Letter) -> Iterator[MadeLetter]:
    yield make_letter(letter, written_at=datetime.now().astimezone())
