"""Owns the original of a document: a PDF's own pages, or the way to open another kind in its program."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.applications import Document
from finsam_review.i18n import gettext as _
from finsam_review.services.outgoing.exporting import safe_name
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.messages import Message


def kind_words(media: str) -> tuple[str, str]:
    """Return what to say about an original that is not shown here: what it is, and what to do."""
    if media in {"docx", "doc"}:
        return _("The original is a Word file."), _("Save a copy and open it in Word to see it as it came.")
    if media == "odt":
        what = _("The original is an OpenDocument file.")
        return what, _("Save a copy and open it in LibreOffice or Word to see it as it came.")
    if media == "sheet":
        what = _("The original is a spreadsheet.")
        return what, _("Save a copy and open it in Excel to see it as it came.")
    what = _("The original can't be shown here.")
    return what, _("Save a copy and open it in the program it was made in.")


class OriginalView(QWidget):
    """Shows an original. The bytes are handed in; nothing is written unless a person saves a copy."""

    saved = Signal(object)
    """A copy was saved; carries its path."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._data = b""
        self._name = ""
        self._failed = Message("danger", "", "", self)
        self._failed.hide()
        self._pages = PdfPagesView(_("The pages of the original"), self)
        self._other = QWidget(self)
        self._other_column = QVBoxLayout(self._other)
        self._state: EmptyState | None = None
        self._button: Button | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._failed)
        self._column.addWidget(self._stack, 1)
        follow_theme(self._dress)

    @property
    def pages(self) -> PdfPagesView:
        """The view of a PDF's pages."""
        return self._pages

    def show_original(self, document: Document, data: bytes) -> None:
        """Show ``data``, the bytes of ``document`` as they came in."""
        self._failed.hide()
        self._data, self._name = data, document.file_name
        if document.media == "pdf":
            self._pages.set_name(_("The pages of {file}").format(file=document.file_name))
            if self._pages.show_pdf(data):
                self._stack.setCurrentWidget(self._pages)
                self.setFocusProxy(self._pages)
                return
            words = (self._pages.problem, _("Save a copy and open it in another program."))
        else:
            self._pages.clear()
            words = kind_words(document.media)
        self._show_other("file-pdf" if document.media == "pdf" else "file-text", *words)

    def clear(self) -> None:
        """Let go of the original."""
        self._data = b""
        self._pages.clear()
        self._failed.hide()

    def save_copy(self) -> None:
        """Ask where, save a copy byte for byte, and open it in the computer's own program for it."""
        suggested = self._folder / safe_name(self._name)
        target = ask_where_to_save(self, _("Save a copy of the original"), suggested)
        if target is None:
            return
        try:
            target.write_bytes(self._data)
        except OSError:
            rest = _("Nothing could be written to {folder}. Choose another folder.")
            self._failed.say("danger", _("The copy is not saved."), rest.format(folder=target.parent))
            self._failed.show()
            return
        self._failed.hide()
        self.saved.emit(target)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    def _show_other(self, icon_name: str, title: str, text: str) -> None:
        if self._state is not None:
            self._state.deleteLater()
        self._state = EmptyState(icon_name, title, text, self._other)
        self._button = Button(_("Save a copy and open it"), self._state, icon_name="download-simple")
        self._button.clicked.connect(self.save_copy)
        self._state.add_button(self._button)
        self._other_column.insertWidget(0, self._state)
        if self._other_column.count() == 1:
            self._other_column.addStretch(1)
        self._stack.setCurrentWidget(self._other)
        self.setFocusProxy(self._button)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(16)
        self._other_column.setContentsMargins(side, side, side, side)
