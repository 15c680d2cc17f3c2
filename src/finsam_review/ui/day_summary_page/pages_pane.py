"""Owns the right side of the page: the pages of the summary. The old ones stay until the new are there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message


class PagesPane(QFrame):
    """The document as it will be, or why it can't be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self.pdf = b""
        self._problem = Message("warn", "", "", self)
        self._problem.hide()
        self._coming = Label(_("The preview is being made."), self, tone="ink2", wrap=True)
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = PdfPagesView(_("Preview of the day's summary"), self)
        self.pages.hide()
        self._messages = QVBoxLayout()
        self._messages.addWidget(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._messages)
        column.addWidget(self._coming, 1)
        column.addWidget(self.pages, 1)
        follow_theme(self._dress)

    @property
    def problem(self) -> str:
        """Why there is no preview; empty when there is one or will be."""
        return self._problem.accessibleName() if self._problem.isVisibleTo(self) else ""

    def show_pdf(self, pdf: bytes) -> None:
        """Show finished pages; one goes on reading where one was."""
        again = bool(self.pdf)
        self.pdf = pdf
        self._problem.hide()
        self._coming.hide()
        self.pages.show()
        self.pages.show_pdf(pdf, keep_place=again)

    def show_problem(self, sentence: str) -> None:
        """Say why there is no preview."""
        self.pdf = b""
        self.pages.hide()
        self._coming.hide()
        self._problem.say("warn", _("The preview can't be made."), sentence)
        self._problem.show()

    def _dress(self) -> None:
        side = current_theme().px(12)
        self._messages.setContentsMargins(side, 0, side, 0)
