"""Owns how the two sides share the room: beside each other, or one at a time under two words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.cards.pane import CardsPane
from finsam_review.ui.points_page.notes.pane import NotesPane
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.segmented import SegmentedChoice

_LEAST = 440
"""Design pixels that each side needs to stand beside the other."""


class Panes(QFrame):
    """Lappar at the left and Summering at the right."""

    def __init__(self, notes: NotesPane, cards: CardsPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes, self._cards = notes, cards
        self._folded = False
        options = [("notes", _("Notes"), "note-blank"), ("cards", _("Summary"), "checks")]
        self._choice = SegmentedChoice(_("Side"), options, self)
        self._choice.chosen.connect(self._on_chosen)
        self._bar = QFrame(self)
        self._bar.setProperty("part", "surface")
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self._choice)
        self._between = line_down(self)
        self._below = line_across(self)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(notes, 1)
        sides.addWidget(self._between)
        sides.addWidget(cards, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._below)
        column.addLayout(sides, 1)
        follow_theme(self._dress)

    @property
    def is_folded(self) -> bool:
        """Whether only one side is seen at a time."""
        return self._folded

    def show_side(self, key: str) -> None:
        """Let *notes* or *cards* be the side that is seen where only one is."""
        self._choice.choose(key)
        self._arrange()

    def enter(self, key: str) -> None:
        """Show a side and take the keyboard to its list."""
        self.show_side(key)
        (self._notes if key == "notes" else self._cards).focus_list()

    def side_with_focus(self) -> str:
        """Return the side that has the keyboard; empty when neither has."""
        focus = QApplication.focusWidget()
        for key, side in (("notes", self._notes), ("cards", self._cards)):
            if focus is not None and (focus is side or side.isAncestorOf(focus)):
                return key
        return ""

    def after_f6(self, event: QKeyEvent) -> str:
        """Return the side that F6 or Shift+F6 leads to; empty where it leads to the rail, or another key."""
        if event.key() != Qt.Key.Key_F6:
            return ""
        here = self.side_with_focus()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return "notes" if here == "cards" else ""
        return {"": "notes", "notes": "cards"}.get(here, "")

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    def _on_chosen(self, _key: str) -> None:
        self._arrange()

    def _arrange(self) -> None:
        folded = self.width() < 2 * current_theme().px(_LEAST)
        if folded != self._folded:
            self._folded = folded
            for side in (self._notes, self._cards):
                side.set_alone(alone=folded)
                if folded:
                    self._bar_row.addWidget(side.head, 1)
        chosen = self._choice.choice
        for key, side in (("notes", self._notes), ("cards", self._cards)):
            side.setVisible(not folded or chosen == key)
            side.head.setVisible(not folded or chosen == key)
        self._between.setVisible(not folded)
        self._bar.setVisible(folded)
        self._below.setVisible(folded)

    def _dress(self) -> None:
        theme = current_theme()
        self._bar_row.setContentsMargins(theme.px(16), 0, 0, 0)
        self._bar_row.setSpacing(0)
        self._arrange()
