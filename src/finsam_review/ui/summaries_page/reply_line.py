"""Owns the head of the page: its name, and by when and where the applicants answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.domain.workshop import Workshop
from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.ui.summaries_page.folding_row import FoldingRow
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label


def deadline_words(workshop: Workshop) -> str:
    """Return the sentence about the last day to answer."""
    if workshop.deadline is None:
        return _("The last day to answer is not decided")
    return _("Last day to answer: {date}").format(date=long_date(workshop.deadline))


class ReplyLine(QFrame):
    """Title, deadline and reply address, with the way to change them."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._deadline = Label("", self, role=Role.SMALL, weight=SEMIBOLD)
        self._address = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._address.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        change = Button(_("Change"), self, icon_name="pencil-simple")
        change.setAccessibleName(_("Change the deadline and the reply address"))
        change.clicked.connect(self.change_requested)
        title = Label(_("Summaries"), self, role=Role.TITLE, weight=SEMIBOLD)
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._deadline)
        lines.addWidget(self._address)
        right = QWidget(self)
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FoldingRow(title, right, self, least=120))

    def show_workshop(self, workshop: Workshop) -> None:
        """Say what ``workshop`` has decided."""
        self._deadline.setText(deadline_words(workshop))
        self._deadline.set_tone("ink" if workshop.deadline else "warn")
        address = workshop.reply_to
        self._address.setText(_("Answers to {address}").format(address=address) if address else "")
        self._address.setVisible(bool(address))
