"""Owns how case folders leave the window: gathered a turn at a time, then written beside the window."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.outgoing.case_contents import CaseContents, save_case
from finsam_review.services.outgoing.case_folders import CaseFolder
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.services.outgoing.exports import ExportJob, write
from finsam_review.services.outgoing.gathering import case_folder
from finsam_review.services.session import Session
from finsam_review.ui.pdf_pages.saving import ask_for_folder, ask_where_to_save
from finsam_review.ui.saving.panel import SavingPanel, SavingWords
from finsam_review.ui.saving.work import SavingWork

CASE_WORDS = SavingWords(
    making=lambda n: ngettext("Making the case folder", "Making {n} case folders", n).format(n=n),
    saved=lambda n: ngettext("The case folder is saved.", "{n} case folders are saved.", n).format(n=n),
    some=lambda n, total: _("{n} of {total} case folders are saved.").format(n=n, total=total),
    refused=lambda: _("The case folders are not saved."),
)


class CaseSaving(QObject):
    """Joins the dialogs that ask, the gathering, the work that writes and the panel that tells.

    The day is read on this thread, one application at a time, so that the window answers meanwhile.
    """

    def __init__(self, session: Session, *, work: SavingWork, panel: SavingPanel, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._work, self._panel, self._window = session, work, panel, window
        self._left: list[CaseContents] = []
        self._gathered: list[CaseFolder] = []
        self._folder = Path()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)
        panel.cancelled.connect(self._on_cancelled)
        work.stepped.connect(panel.step)
        work.failed.connect(panel.fail)
        work.done.connect(self._on_done)
        work.stopped.connect(self._on_stopped)

    @property
    def is_busy(self) -> bool:
        """Whether folders are being gathered or written."""
        return self._turn.isActive() or self._work.is_saving

    def save_one(self, case: CaseContents) -> None:
        """Ask where, and save one folder."""
        if self.is_busy:
            return
        suggested = self._session.path.parent / case.file_name
        target = ask_where_to_save(
            self._window, _("Save the case folder"), suggested, kinds="Zip (*.zip)"
        )  # fmt: skip
        if target is not None:
            self._panel.begin([case.title], target.parent)
            named = target if target.suffix else target.with_suffix(".zip")
            self._work.save(_alone(case_folder(self._session, case.application_id), named))

    def save_all(self, cases: tuple[CaseContents, ...]) -> None:
        """Ask for a folder, and save every case in a folder of its own there."""
        if self.is_busy:
            return
        folder = ask_for_folder(self._window, _("Save all case folders in"), self._session.path.parent)
        if folder is not None:
            self._panel.begin([case.title for case in cases], folder)
            self._left, self._gathered, self._folder = list(cases), [], folder
            self._turn.start()

    def stop(self) -> None:
        """Gather no more, and wait for what is being written to be whole."""
        self._turn.stop()
        self._work.stop()

    def _on_turn(self) -> None:
        """Gather one case and give the window its turn; write them when all are there."""
        if self._left:
            try:
                self._gathered.append(case_folder(self._session, self._left.pop(0).application_id))
            except UserError as error:
                self._panel.fail(error)
                return
            self._turn.start()
        else:
            job = ExportJob(kinds=("case-folders",), cases=tuple(self._gathered))
            self._gathered = []
            self._work.save(write(job, self._folder))

    def _on_cancelled(self) -> None:
        if self._turn.isActive():
            self._turn.stop()
            self._panel.end(stopped=True)
        else:
            self._work.cancel()

    def _on_done(self) -> None:
        self._end(stopped=False)

    def _on_stopped(self) -> None:
        self._end(stopped=True)

    def _end(self, *, stopped: bool) -> None:
        if self._panel.message is None:
            self._panel.end(stopped=stopped)


def _alone(case: CaseFolder, target: Path) -> Iterator[Exported]:
    yield save_case(case, target)
