"""Owns how summaries leave the window: asked where, then printed, or saved one or all beside the window."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.services.outgoing.exporting import Exported, Form, export, export_one, file_name
from finsam_review.services.session import Session
from finsam_review.ui.pdf_pages.printing import PrintJob, new_printer
from finsam_review.ui.pdf_pages.saving import ask_for_folder, ask_where_to_save
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.saving.work import SavingWork

_KINDS = {Form.PDF: "PDF (*.pdf)", Form.WORD: "Word (*.docx)", Form.INTERNAL: "PDF (*.pdf)"}


class Outgoing(QObject):
    """Joins the dialogs that ask, the work that writes and the panel that tells."""

    def __init__(self, session: Session, *, work: SavingWork, panel: SavingPanel, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._work, self._panel, self._window = session, work, panel, window
        self._print_job: PrintJob | None = None
        panel.cancelled.connect(work.cancel)
        work.stepped.connect(panel.step)
        work.failed.connect(panel.fail)
        work.done.connect(partial(self._on_ended, stopped=False))
        work.stopped.connect(partial(self._on_ended, stopped=True))

    def print_pdf(self, title: str, pdf: bytes) -> None:
        """Ask for a printer and print ``pdf``, a document called ``title``."""
        if not pdf or self._print_job is not None:
            return
        printer = new_printer(title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(_("Print the summary"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._print_job = PrintJob(pdf, printer, self)
            self._print_job.ended.connect(self._on_printed)
            self._print_job.start()

    def save_one(self, source: SummarySource, form: Form) -> None:
        """Ask where and save one summary as ``form``."""
        if self._work.is_saving:
            return
        suggested = self._session.path.parent / file_name(source, form)
        target = ask_where_to_save(self._window, _("Save the summary"), suggested, kinds=_KINDS[form])
        if target is not None:
            self._panel.begin([source.title], target.parent)
            named = target if target.suffix else target.with_suffix(form.suffix)
            self._work.save(_alone(source, named, form))

    def save_all(self, form: Form, *, name_tables: bool) -> None:
        """Ask for a folder and save every summary there as ``form``."""
        if self._work.is_saving:
            return
        folder = ask_for_folder(self._window, _("Save all summaries in"), self._session.path.parent)
        if folder is not None:
            sources = self._session.summaries.sources(name_tables=name_tables)
            self._panel.begin([source.title for source in sources], folder)
            self._work.save(export(sources, folder, form=form))

    def _on_ended(self, *, stopped: bool) -> None:
        if self._panel.message is None:
            self._panel.end(stopped=stopped)

    def _on_printed(self, pages: int) -> None:
        if self._print_job is not None:
            self._print_job.deleteLater()
            self._print_job = None
        if not pages:
            rest = _("The printer does not answer. Check it and try again, or save the PDF.")
            self._panel.refuse(_("Nothing was printed."), rest)


def _alone(source: SummarySource, target: Path, form: Form) -> Iterator[Exported]:
    yield export_one(source, target, form=form)
