"""Owns the right side of the page: one summary as it will be sent, printed or saved by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.outgoing.exporting import Form
from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.pdf_pages import PdfPagesView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.messages import Message


class PreviewPane(QFrame):
    """The pages of the chosen summary. The old ones stay until the new ones are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._shown = ""
        self._pdf = b""
        self._title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._about = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self.print_button = Button(_("Print"), self, icon_name="printer")
        self.save_button = Button(_("Save PDF"), self, icon_name="file-pdf")
        self._state = Message("warn", "", "", self)
        self._state.hide()
        self._coming = Label(_("The preview is being made."), self, tone="ink2", wrap=True)
        self._coming.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = PdfPagesView(_("Preview of the summary"), self)
        self._build()
        self.wait()
        follow_theme(self._dress)

    @property
    def application_id(self) -> str:
        """The id of the application whose pages are shown."""
        return self._shown

    @property
    def pdf(self) -> bytes:
        """The PDF shown; empty when there is none."""
        return self._pdf

    @property
    def problem(self) -> str:
        """What is said when there is no preview; empty when there is one."""
        return self._state.accessibleName() if self._state.isVisibleTo(self) else ""

    @property
    def is_coming(self) -> bool:
        """Whether it says that the preview is on its way, because there are no pages to look at meanwhile."""
        return self._coming.isVisibleTo(self)

    @property
    def about(self) -> str:
        """The line below the title: why it can't be printed yet, or how many pages there are."""
        return self._about.text()

    def set_title(self, title: str) -> None:
        """Say which summary is chosen."""
        self._title.setText(title)
        self.pages.set_name(_("Preview of the summary {title}").format(title=title))

    def set_form(self, form: Form) -> None:
        """Let the button say what it saves."""
        words = {
            Form.PDF: _("Save PDF"),
            Form.WORD: _("Save as Word"),
            Form.INTERNAL: _("Save internal copy"),
        }
        self.save_button.set_words(words[form])

    def show_pdf(self, application_id: str, pdf: bytes) -> None:
        """Show a finished preview; the same summary made anew stays where one was reading."""
        self._state.hide()
        same = application_id == self._shown
        self._shown, self._pdf = application_id, pdf
        self._say_coming(coming=False)
        self.pages.show_pdf(pdf, keep_place=same)
        self._free("")
        count = self.pages.page_count
        self._about.setText(ngettext("{n} page", "{n} pages", count).format(n=count) if count else "")

    def show_problem(self, sentence: str) -> None:
        """Say why there is no preview."""
        self._shown, self._pdf = "", b""
        self.pages.clear()
        self._state.say("warn", _("The preview can't be made."), sentence)
        self._state.show()
        self._say_coming(coming=False)
        self._free(_("There is no preview."))

    def wait(self) -> None:
        """Block print until the preview of another summary is there; say so where there are no pages."""
        if not self._pdf:
            self._state.hide()
            self._say_coming(coming=True)
        self._free(_("The preview is being made."))

    def _say_coming(self, *, coming: bool) -> None:
        self._coming.setVisible(coming)
        self.pages.setVisible(not coming)

    def _free(self, reason: str) -> None:
        self.print_button.set_blocked(reason)
        self._about.setText(reason)

    def _build(self) -> None:
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(self._about)
        head = QFrame(self)
        head.setProperty("part", "surface")
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FoldingRow(words, buttons, head, least=160))
        line = QFrame(self)
        line.setProperty("part", "line")
        line.setFixedHeight(1)
        self._messages = QVBoxLayout()
        self._messages.addWidget(self._state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(line)
        whole.addLayout(self._messages)
        whole.addWidget(self._coming, 1)
        whole.addWidget(self.pages, 1)

    def _dress(self) -> None:
        side = current_theme().px(12)
        self._messages.setContentsMargins(side, 0, side, 0)
