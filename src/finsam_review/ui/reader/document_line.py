"""Owns the line that says which document is shown and when it came, and lets one choose among several."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.domain.applications import Document, DocumentVersion
from finsam_review.i18n import gettext as _
from finsam_review.i18n import plain_date
from finsam_review.ui.icons import icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.fields import Choice
from finsam_review.ui.widgets.labels import ElidedLabel, Label


def described(document: Document, *, several: bool) -> str:
    """Return what people call a document: its file name, when it came, and which version it is."""
    parts = [document.file_name]
    if document.received_on is not None:
        parts.append(_("received {date}").format(date=plain_date(document.received_on)))
    if several:
        revised = document.version is DocumentVersion.REVISED
        parts.append(_("revised version") if revised else _("first version"))
    return " · ".join(parts)


class DocumentLine(QFrame):
    """The document shown; with several documents a choice among them."""

    chosen = Signal(str)
    """Somebody chose another document; carries its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self._documents: tuple[Document, ...] = ()
        self._icon = Label("", self)
        self._words = ElidedLabel("", self, role=Role.SMALL)
        self._choice = Choice(_("Document"), self)
        self._choice.setMinimumContentsLength(12)
        self._choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.activated.connect(self._on_activated)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._choice, 1)
        follow_theme(self._dress)

    def show_documents(self, documents: Sequence[Document], chosen_id: str) -> None:
        """Say which of ``documents`` is shown. Without any the line is not seen."""
        self._documents = tuple(documents)
        several = len(self._documents) > 1
        self.setVisible(bool(self._documents))
        self._words.setVisible(not several)
        self._choice.setVisible(several)
        self._choice.clear()
        for document in self._documents:
            self._choice.addItem(described(document, several=several))
        place = next((i for i, item in enumerate(self._documents) if item.id == chosen_id), -1)
        if place >= 0:
            self._choice.setCurrentIndex(place)
            self._words.setText(described(self._documents[place], several=several))
        self._dress()

    def _on_activated(self, place: int) -> None:
        self._dress()
        self.chosen.emit(self._documents[place].id)

    def _dress(self) -> None:
        theme = current_theme()
        place = max(0, self._choice.currentIndex())
        media = self._documents[place].media if self._documents else ""
        name = "file-pdf" if media == "pdf" else "file-text"
        side = theme.px(18)
        self._icon.setPixmap(icon(name, theme.colour("ink2"), side).pixmap(side, side))
        self._row.setContentsMargins(theme.px(18), theme.px(6), theme.px(16), theme.px(6))
        self._row.setSpacing(theme.px(6))
