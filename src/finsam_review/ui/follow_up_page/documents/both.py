"""Owns the dialog that shows the first and the revised document beside each other, as they came in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.applications import Document
from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.ui.follow_up_page.two_sides import TwoSides
from finsam_review.ui.reader.original_view import OriginalView
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label

Shown = tuple[Document | None, bytes]


class BothDocumentsDialog(QDialog):
    """Two originals. A document that can't be shown here is saved as a copy and opened in its program."""

    def __init__(
        self, folder: Path, title: str, first: Shown, revised: Shown, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = _Side(folder, pgettext("version", "First"), first, self)
        self.revised = _Side(folder, pgettext("version", "Revised"), revised, self)
        self.sides = TwoSides(
            (pgettext("version", "First"), "file-text", self.first),
            (pgettext("version", "Revised"), "file-text", self.revised),
            _("Which document"),
            self,
            beside=700,
            share=0.5,
        )
        close = Button(_("Close"), self, kind="text")
        close.clicked.connect(self.reject)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sides, 1)
        column.addLayout(self._row)
        follow_theme(self._dress)
        screen = self.screen().availableSize()
        self.resize(round(screen.width() * 0.94), round(screen.height() * 0.88))

    def _dress(self) -> None:
        px = current_theme().px
        self._row.setContentsMargins(px(12), 0, px(12), px(8))


class _Side(QWidget):
    """One document under its name."""

    def __init__(self, folder: Path, words: str, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        document, data = shown
        name = document.file_name if document is not None else _("no document")
        self.title = ElidedLabel(f"{words}: {name}", self, role=Role.BODY, weight=SEMIBOLD)
        self.view = OriginalView(folder, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        if document is None:
            self.view.hide()
            missing = Label(_("The application was added by hand, so there is no document to read."), self)
            missing.setWordWrap(True)
            self._column.addWidget(missing)
            self._column.addStretch(1)
        else:
            self._column.addWidget(self.view, 1)
            self.view.show_original(document, data)
        follow_theme(self._dress)

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(12), px(8), px(12), 0)
        self._column.setSpacing(px(6))
