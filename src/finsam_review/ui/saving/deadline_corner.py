"""Owns the right end of the tabs where letters go out: the last day to answer for all, and Ändra."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import long_date
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel


class DeadlineCorner(QWidget):
    """The day in words, cut where room is short, and the button that changes it, at last an icon."""

    change_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what the button does, in full words."""
        super().__init__(parent)
        self._lead = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._day = ElidedLabel("", self, role=Role.SMALL, weight=SEMIBOLD)
        self.change = Button(_("Change"), self)
        self.change.setAccessibleName(name)
        self.short = IconButton("calendar-blank", name, self, tone="ink")
        for button in (self.change, self.short):
            button.clicked.connect(self.change_requested)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        for label in (self._lead, self._day):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            self._row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.change)
        self._row.addWidget(self.short)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    @property
    def words(self) -> str:
        """What is said, in one line."""
        return " ".join(part for part in (self._lead.text(), self._day.text()) if part)

    def show_deadline(self, day: date | None) -> None:
        """Say the last day to answer, or that there is none yet."""
        self._lead.setText(_("Last day to answer for all:") if day else "")
        self._day.setText(long_date(day) if day else _("The last day to answer is not decided"))
        self._day.set_tone("ink" if day else "warn")
        self._lead.setVisible(day is not None)
        self.updateGeometry()

    def enter(self) -> None:
        """Take the keyboard to the button."""
        button = self.short if self.change.isHidden() else self.change
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: as narrow as the icon alone."""
        return QSize(self.short.width(), self._row.sizeHint().height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the button in words, or its icon."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.width() >= self.change.sizeHint().width()
        self.change.setVisible(roomy)
        self.short.setVisible(not roomy)

    def _dress(self) -> None:
        self._row.setSpacing(current_theme().px(6))
        self._fit()
