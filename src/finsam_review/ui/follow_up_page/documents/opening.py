"""Owns the way to the dialogs: the page Före och efter, the process picture, both documents."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from finsam_review.domain.applications import Application, DocumentVersion
from finsam_review.domain.follow_up.process import ProcessSource
from finsam_review.i18n import gettext as _
from finsam_review.services.follow_up.before_after import (
    before_after_file_name,
    before_after_source,
    preview_before_after,
    save_before_after,
)
from finsam_review.services.follow_up.steps import newest
from finsam_review.services.outgoing.exporting import Exported, safe_name
from finsam_review.services.outgoing.gathering import process_source
from finsam_review.services.outgoing.pictures import export_process, preview_process
from finsam_review.services.session import Session
from finsam_review.ui.follow_up_page.documents.both import BothDocumentsDialog
from finsam_review.ui.follow_up_page.documents.dialog import DocumentDialog, SaveForm
from finsam_review.ui.follow_up_page.revised.comparing import Compared

_PDF, _SVG = "PDF (*.pdf)", "SVG (*.svg)"


def open_before_after(session: Session, compared: Compared, parent: QWidget) -> DocumentDialog:
    """Show the page *Före och efter* of an application that was compared."""
    source = before_after_source(session, compared.application_id, compared.versions, compared.comparison)
    title = _("Before and after: {title}").format(title=source.application.short_title)
    form = SaveForm(_("Save as PDF"), "file-pdf", ".pdf", _PDF, partial(save_before_after, source))
    name = Path(before_after_file_name(source)).stem
    place = session.path.parent / name
    dialog = DocumentDialog(title, partial(preview_before_after, source), [form], place, parent)
    dialog.open()
    return dialog


def open_process(session: Session, application_id: str, parent: QWidget) -> DocumentDialog:
    """Show the process picture of an application."""
    source = process_source(session, application_id)
    title = _("Process picture: {title}").format(title=source.application.short_title)
    save = partial(_save_process, source)
    forms = [
        SaveForm(_("Save as PDF"), "file-pdf", ".pdf", _PDF, save),
        SaveForm(_("Save as SVG"), "download-simple", ".svg", _SVG, save),
    ]
    place = session.path.parent / _process_name(source)
    dialog = DocumentDialog(title, partial(preview_process, source), forms, place, parent)
    dialog.open()
    return dialog


def open_both(session: Session, application: Application, parent: QWidget) -> BothDocumentsDialog:
    """Show the first and the revised document of an application beside each other."""
    shown = []
    for version in (DocumentVersion.FIRST, DocumentVersion.REVISED):
        document = newest(application, version)
        data = session.applications.original(document.id) if document is not None else b""
        shown.append((document, data))
    dialog = BothDocumentsDialog(session.path.parent, application.title, shown[0], shown[1], parent)
    dialog.open()
    return dialog


def _save_process(source: ProcessSource, target: Path) -> Exported:
    return Exported(1, 1, source.application.short_title, path=export_process(source, target))


def _process_name(source: ProcessSource) -> str:
    application = source.application
    parts = (application.details.diary_number, application.short_title, _("process picture"))
    stem = " ".join(part for part in parts if part).replace("/", "-")
    return Path(safe_name(f"{stem}.pdf")).stem
