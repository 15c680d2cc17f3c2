"""Owns the line above both versions: which application, how it stands, and the page Före och efter."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application, Document
from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.revised.chip import StandingChip
from finsam_review.ui.follow_up_page.words import facts_words
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import StateLook
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label

_NARROW = 760
"""Design px below which *Före och efter* stands in the menu of ⋯ alone."""
_SHORT = 1000
"""Design px below which fewer facts are said."""


class RevisedHeader(QFrame):
    """Arrows, number, title and facts; the chip, when it came, ⋯ and *Före och efter*."""

    stepped = Signal(int)
    before_after_asked = Signal()
    received_asked = Signal()
    intake_asked = Signal()
    both_asked = Signal()
    picture_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._read_only, self._revised = read_only, False
        self._shown: tuple[Application, Document | None] | None = None
        self._before = IconButton("caret-left", _("Previous application"), self, tone="ink", keys="Alt+↑")
        self._after = IconButton("caret-right", _("Next application"), self, tone="ink", keys="Alt+↓")
        for button in (self._before, self._after):
            button.setProperty("kind", "chip")
        self.number = Label("", self, role=Role.TITLE, weight=SEMIBOLD)
        self.title = ElidedLabel("", self, role=Role.TITLE, weight=SEMIBOLD)
        self.facts = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self.chip = StandingChip(self)
        self.when = Button(_("When did it come?"), self, icon_name="calendar-blank")
        self.more = IconButton("dots-three-bold", _("More choices"), self, tone="ink")
        self.before_after = Button(_("Before and after"), self, icon_name="file-pdf")
        self._lay_out()
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self.when.clicked.connect(self.received_asked)
        self.more.clicked.connect(self._on_more)
        self.before_after.clicked.connect(self.before_after_asked)
        follow_theme(self._dress)

    def show_application(self, application: Application, revised: Document | None, look: StateLook) -> None:
        """Show which application it is and how it stands."""
        self._revised = revised is not None
        self.number.setText(str(application.number))
        self.title.setText(application.title)
        self._shown = (application, revised)
        undated = revised is not None and revised.received_on is None
        asks = undated and not self._read_only
        self.chip.show_look(StateLook("") if asks else look)
        self.when.setVisible(asks)
        self._fit()

    def set_before_after_reason(self, reason: str) -> None:
        """Block *Före och efter* because of ``reason``, or free it with an empty one."""
        self.before_after.set_blocked(reason)

    def menu(self) -> QMenu:
        """Return the menu of ⋯; the caller opens it and lets it go."""
        menu = QMenu(self)
        for words, signal, shown in (
            (_("Before and after"), self.before_after_asked, self.before_after.isHidden()),
            (_("Change when it came in …"), self.received_asked, self._revised),
            (_("Take in a revised version …"), self.intake_asked, True),
            (_("Look at both documents"), self.both_asked, self._revised),
            (_("Process picture"), self.picture_asked, True),
        ):
            if shown:
                action = menu.addAction(words)
                action.triggered.connect(signal)
                changing = signal in (self.received_asked, self.intake_asked)
                action.setEnabled(not (self._read_only and changing))
        if self.before_after.reason and self.before_after.isHidden():
            menu.actions()[0].setEnabled(False)
        return menu

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the button gives way where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _on_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self.number)
        heading.addWidget(self.title, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(heading)
        words.addWidget(self.facts)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._before)
        self._row.addWidget(self._after)
        self._row.addLayout(words, 1)
        for part in (self.chip, self.when, self.more, self.before_after):
            self._row.addWidget(part)

    def _fit(self) -> None:
        px = current_theme().px
        self.before_after.setVisible(self.width() >= px(_NARROW))
        if self._shown is not None:
            self.facts.setText(facts_words(*self._shown, short=self.width() < px(_SHORT)))

    def _dress(self) -> None:
        px = current_theme().px
        tight = current_theme().text_scale >= 1.5
        high = px(5 if tight else 10)
        self._row.setContentsMargins(px(16), high, px(16), high)
        self._row.setSpacing(px(8))
        self._fit()
