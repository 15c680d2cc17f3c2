"""Owns the line above a table's board: which application it is, and the way to its text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.i18n import gettext as _
from finsam_review.services.day import Frame
from finsam_review.ui.facts import facts_line
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class ApplicationHeading(QFrame):
    """Number, title and facts in large type, and *Läs ansökan*."""

    read_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._number = Label("", self, role=Role.DISPLAY, weight=SEMIBOLD)
        self._title = ElidedLabel("", self, role=Role.DISPLAY, weight=SEMIBOLD)
        self._facts = ElidedLabel("", self, role=Role.LEAD, tone="ink2")
        self._read = Button(_("Read application"), self, icon_name="book-open", role=Role.LEAD)
        self._read.clicked.connect(self.read_toggled)
        heading = QHBoxLayout()
        heading.setSpacing(14)
        heading.addWidget(self._number)
        heading.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(heading)
        words.addWidget(self._facts)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._read)
        follow_theme(self._dress)

    def show_application(self, application: Application | None, frame: Frame) -> None:
        """Show what is known of ``application``."""
        if application is None:
            for label in (self._number, self._title, self._facts):
                label.setText("")
            return
        self._number.setText(str(application.number))
        self._title.setText(application.title)
        self._facts.setText(facts_line(application, frame, with_diary_number=False))

    def show_reading(self, *, reading: bool) -> None:
        """Show whether the application itself is open."""
        self._read.set_words(_("Hide application") if reading else _("Read application"))

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(12))
        self._read.setMinimumHeight(theme.px(48))
