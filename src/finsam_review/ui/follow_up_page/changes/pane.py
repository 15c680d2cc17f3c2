"""Owns the left side: what is looked at just now, the way from change to change, and the list itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.follow_up_page.changes.legend import Legend
from finsam_review.ui.follow_up_page.changes.row import ChangeRow
from finsam_review.ui.follow_up_page.changes.view import ChangesView
from finsam_review.ui.follow_up_page.rows.looks import SectionRow, WordsRow
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.lists.rows_model import Row, RowsModel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label
from finsam_review.ui.widgets.messages import Message

_BESIDE = 680
"""Design px from which the button that takes the facts over stands beside the heading."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be compared, in a bold sentence and the rest."""

    lead: str
    rest: str


class ChangesPane(QFrame):
    """Facts and text, before and after. The heading follows what is seen."""

    take_over_asked = Signal()
    both_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._facts_title, self._of = "", 0
        self._offers = False
        self.model = RowsModel(self)
        self.view = ChangesView(self.model, self)
        self.title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self.seen = Label("", self, role=Role.SMALL, tone="ink2")
        self.previous = IconButton("caret-up", _("Previous change"), self, keys="Shift+F8")
        self.following = IconButton("caret-down", _("Next change"), self, keys="F8")
        self.take_over = Button(_("Use the new facts"), self, icon_name="check")
        self.trouble = Message("warn", "", "", self)
        self.trouble.add_action(_("Look at both documents"), self.both_asked.emit)
        self.trouble.hide()
        self._build()
        self._connect()
        follow_theme(self._dress)

    def show_waiting(self, key: str) -> None:
        """Say that both versions are being compared."""
        self._show_title("", 0)
        self.trouble.hide()
        self.model.set_rows([WordsRow(f"{key}waiting", _("Comparing both versions …"))])

    def show_rows(self, rows: Sequence[Row], *, facts_title: str, trouble: Trouble | None) -> None:
        """Show what was compared; ``trouble`` tells what could not be."""
        self.trouble.setVisible(trouble is not None)
        if trouble is not None:
            self.trouble.say("warn", trouble.lead, trouble.rest)
        self._show_title(facts_title, max((row.of for row in rows if isinstance(row, ChangeRow)), default=0))
        self.model.set_rows(rows)
        self._on_place()

    def offer_facts(self, *, words: str, reason: str = "") -> None:
        """Offer to take the new facts over; without ``words`` there are none to take."""
        self._offers = bool(words)
        self.take_over.setVisible(self._offers)
        self.take_over.set_words(words)
        self.take_over.set_blocked(reason)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) change of the text."""
        self.view.step_change(step)

    def focus_list(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_title(self, facts_title: str, of: int) -> None:
        self._facts_title, self._of = facts_title, of
        for part in (self.previous, self.following, self.seen, self._foot):
            part.setVisible(bool(of))

    def _on_place(self) -> None:
        """Say which section is seen, and which changes."""
        row, title = self.view.first_seen, self._facts_title
        if row is not None:
            place = self.model.place_of(row.key)
            above = (other for other in self.model.rows[: place + 1] if isinstance(other, SectionRow))
            title = [self._facts_title, *(other.words for other in above)][-1]
        self.title.setText(title)
        self.take_over.setVisible(self._offers and title == self._facts_title)
        self.seen.setText(_numbers(self.view.numbers_seen))

    def _connect(self) -> None:
        self.view.place_changed.connect(self._on_place)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.following.clicked.connect(lambda: self.step(1))
        self.take_over.clicked.connect(self.take_over_asked)

    def _build(self) -> None:
        self._head, self._second = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.title, 1)
        for part in (self.take_over, self.seen, self.previous, self.following):
            self._head.addWidget(part)
        self._second.addStretch(1)
        self._messages = QVBoxLayout()
        self._messages.addWidget(self.trouble)
        self._foot = QFrame(self)
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.addWidget(Legend(self._foot))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._second)
        column.addLayout(self._messages)
        column.addWidget(self.view, 1)
        column.addWidget(line_across(self))
        column.addWidget(self._foot)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the button stands beside the heading, or below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= current_theme().px(_BESIDE)
        (self._head if beside else self._second).insertWidget(1 if beside else 0, self.take_over)

    def _dress(self) -> None:
        px = current_theme().px
        self._head.setContentsMargins(px(16), px(8), px(12), px(4))
        self._head.setSpacing(px(4))
        self.title.setMinimumHeight(px(36))
        self._second.setContentsMargins(px(16), 0, px(16), 0)
        self._fit()
        self._messages.setContentsMargins(px(16), 0, px(16), 0)
        self._foot_row.setContentsMargins(px(16), 0, px(16), 0)


def _numbers(numbers: Sequence[int]) -> str:
    """Return *Visar 6 och 7*; nothing where no change is seen."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return _("Shows {n}").format(n=numbers[0])
    if len(numbers) == 2:
        return _("Shows {first} and {last}").format(first=numbers[0], last=numbers[1])
    return _("Shows {first} to {last}").format(first=numbers[0], last=numbers[-1])
