"""Owns the line above the work: which application, how far its summary has come, preview and approval."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lines.state_chip import StateChip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label

_TIGHT_FROM = 1.5


class PointsHeader(QFrame):
    """Arrows, number and title, the state as a chip, Förhandsvisa, and Godkänn or Öppna igen."""

    stepped = Signal(int)
    preview_asked = Signal()
    approve_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._before = IconButton("caret-left", _("Previous application"), self, tone="ink", keys="Alt+↑")
        self._after = IconButton("caret-right", _("Next application"), self, tone="ink", keys="Alt+↓")
        self._titles = ("", "")
        self._number = Label("", self, role=Role.TITLE, weight=SEMIBOLD)
        self._title = ElidedLabel("", self, role=Role.TITLE, weight=SEMIBOLD)
        self.chip = StateChip(self)
        self.preview = Button(_("Preview"), self, icon_name="file-pdf")
        self.approve = Button(_("Approve"), self, kind="filled", icon_name="check-circle")
        self.reopen = Button(_("Reopen"), self, icon_name="lock-open")
        for button in (self._before, self._after):
            button.setProperty("kind", "chip")
        self._row = QHBoxLayout(self)
        for part in (self._before, self._after, self._number):
            self._row.addWidget(part)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.chip)
        for action in (self.preview, self.approve, self.reopen):
            self._row.addWidget(action)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self.preview.clicked.connect(self.preview_asked)
        self.approve.clicked.connect(self.approve_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        follow_theme(self._dress)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    @property
    def number(self) -> str:
        """The number shown."""
        return self._number.text()

    def show_application(self, application: Application) -> None:
        """Show which application is worked on; its short title where the whole has no room."""
        self._number.setText(str(application.number))
        self._titles = application.title, application.short_title
        self._fit_title()

    def show_state(self, state: SummaryState, *, reason: str, reopen_reason: str = "") -> None:
        """Show how far the summary has come; ``reason`` says why it can't be approved, empty if it can."""
        draft = state is SummaryState.DRAFT
        self.chip.show_state(state)
        self.approve.setVisible(draft)
        self.reopen.setVisible(not draft)
        self.approve.set_blocked(reason)
        self.reopen.set_blocked(reopen_reason)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the short title where the whole has no room."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        whole, short = self._titles
        self._row.activate()
        fits = self._title.fontMetrics().horizontalAdvance(whole) <= self._title.width()
        self._title.setText(whole if fits else short)
        self._title.setAccessibleName(whole)

    def _dress(self) -> None:
        theme = current_theme()
        tight = theme.text_scale >= _TIGHT_FROM
        side, high = theme.px(16), theme.px(4 if tight else 10)
        self._row.setContentsMargins(side, high, side, high)
        self._row.setSpacing(theme.px(10))
