"""Owns how summaries leave the window: asked where, then printed, or saved one or all beside the window."""

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.services.session import Session
from finsam_review.services.summaries import file_name
from finsam_review.ui.pdf_pages.printing import PrintJob, new_printer
from finsam_review.ui.pdf_pages.saving import ask_for_folder, ask_where_to_save
from finsam_review.ui.summaries_page.export_panel import ExportPanel
from finsam_review.ui.summaries_page.work import SummaryWork


class Outgoing(QObject):
    """Joins the dialogs that ask, the work that writes and the panel that tells."""

    def __init__(self, session: Session, *, work: SummaryWork, panel: ExportPanel, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._work, self._panel, self._window = session, work, panel, window
        self._print_job: PrintJob | None = None
        panel.cancelled.connect(work.cancel_export)
        work.exported.connect(panel.step)
        work.export_failed.connect(panel.fail)
        work.export_done.connect(self._on_done)
        work.export_stopped.connect(self._on_stopped)

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

    def save_one(self, source: SummarySource) -> None:
        """Ask where and save one summary as a PDF."""
        if self._work.is_exporting:
            return
        suggested = self._session.path.parent / file_name(source)
        target = ask_where_to_save(self._window, _("Save the summary"), suggested, kinds="PDF (*.pdf)")
        if target is not None:
            self._panel.begin([source.application.short_title], target.parent)
            self._work.export_one(source, target if target.suffix else target.with_suffix(".pdf"))

    def save_all(self, *, name_tables: bool) -> None:
        """Ask for a folder and save every summary there."""
        if self._work.is_exporting:
            return
        folder = ask_for_folder(self._window, _("Save all summaries in"), self._session.path.parent)
        if folder is not None:
            sources = self._session.summaries.sources(name_tables=name_tables)
            self._panel.begin([source.application.short_title for source in sources], folder)
            self._work.export_all(sources, folder)

    def _on_done(self) -> None:
        if self._panel.message is None:
            self._panel.end(stopped=False)

    def _on_stopped(self) -> None:
        if self._panel.message is None:
            self._panel.end(stopped=True)

    def _on_printed(self, pages: int) -> None:
        if self._print_job is not None:
            self._print_job.deleteLater()
            self._print_job = None
        if not pages:
            self._panel.fail_print()
