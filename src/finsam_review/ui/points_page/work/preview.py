"""Owns the dialog that shows a summary as it will be sent, made beside the window."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.domain.summaries import SummarySource
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.exporting import preview
from finsam_review.ui.guard import guarded
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.tasks import Task
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message

_ROOM = (820, 900)


class PreviewDialog(QDialog):
    """The pages of one summary. Esc closes."""

    def __init__(self, source: SummarySource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Preview of the summary {title}").format(title=source.title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = PdfPagesView(title, self)
        self._coming = Label(_("The preview is being made."), self, tone="ink2")
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem = Message("warn", "", "", self)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.addWidget(self._problem)
        column.addWidget(self._coming, 1)
        column.addWidget(self.pages, 1)
        self.pages.hide()
        self._fit()
        self._task = Task(_steps(source), self)
        self._task.stepped.connect(self._on_made)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    @property
    def is_coming(self) -> bool:
        """Whether the pages are still being made."""
        return self._coming.isVisibleTo(self)

    @property
    def problem(self) -> str:
        """Why there are no pages; empty when there are or will be."""
        return self._problem.accessibleName() if self._problem.isVisibleTo(self) else ""

    @guarded(default=None)
    def done(self, result: int) -> None:
        """Qt override: what is being made is made to its end first."""
        self._task.wait()
        super().done(result)

    def _on_made(self, pdf: bytes) -> None:
        self._coming.hide()
        self.pages.show()
        self.pages.show_pdf(pdf)
        self.pages.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._coming.hide()
        known = isinstance(error, UserError)
        words = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        unknown = _("Something unexpected happened. The notes are safe.")
        self._problem.say("warn", _("The preview can't be made."), words if known else unknown)
        self._problem.show()
        if not known:
            sys.excepthook(type(error), error, error.__traceback__)

    def _fit(self) -> None:
        theme, screen = current_theme(), self.screen().availableSize()
        self.resize(
            min(theme.px(_ROOM[0]), round(screen.width() * 0.94)),
            min(theme.px(_ROOM[1]), round(screen.height() * 0.88)),
        )


def _steps(source: SummarySource) -> Iterator[bytes]:
    yield preview(source)
