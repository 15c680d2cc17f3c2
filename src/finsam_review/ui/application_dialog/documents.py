"""Owns the list of an application's documents: what came in, and which could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.applications import Document, DocumentVersion
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.icons import icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel, Label

_ICONS = {"pdf": "file-pdf", "sheet": "table"}


class DocumentRows(QFrame):
    """The documents by name, beneath a heading; nothing at all when there are none."""

    def __init__(self, documents: Sequence[Document], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Documents"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("Documents"), self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2"))
        for document in documents:
            self._column.addWidget(_Row(document, self))
        self.setVisible(bool(documents))
        follow_theme(self._dress)

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(4))


class _Row(QWidget):
    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = _ICONS.get(document.media, "file-text")
        self._icon = Label("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(ElidedLabel(_words(document), self, role=Role.SMALL), 1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        theme = current_theme()
        side = theme.px(18)
        size = QSize(side, side)
        self._icon.setPixmap(icon(self._name, theme.colour("ink2"), side).pixmap(size))


def _words(document: Document) -> str:
    words = document.file_name
    if document.version is DocumentVersion.REVISED:
        words = _("{file}, revised").format(file=words)
    if document.problem:
        words += " – " + failure_text(document.problem, {"file": document.file_name})
    return words
