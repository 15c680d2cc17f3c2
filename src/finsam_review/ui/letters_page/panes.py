"""Owns how the list and the letter share the room: beside each other, or one at a time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from finsam_review.ui.frame.lines import line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme

_LIST, _SHARE, _LEAST = 446, 0.42, 740
_NO_LIMIT = 16_777_215
"""Qt's own largest width."""


class Panes(QFrame):
    """``listing`` at the left, ``letter`` at the right. Below 740 design px one of them is seen at a time.

    ``parts`` returns what F6 goes round, by name; ``part_asked`` carries the name of the next.
    """

    folded_changed = Signal(bool)
    part_asked = Signal(str)

    def __init__(
        self, listing: QWidget, letter: QWidget, parent: QWidget | None = None, *,
        parts: Callable[[], Mapping[str, QWidget]],
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._listing, self._letter, self._parts = listing, letter, parts
        self._folded, self._side = False, "list"
        self._between = line_down(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(listing)
        row.addWidget(self._between)
        row.addWidget(letter, 1)
        follow_theme(self._arrange)

    @property
    def is_folded(self) -> bool:
        """Whether one side is seen at a time."""
        return self._folded

    def show_side(self, side: str) -> None:
        """Let *list* or *letter* be what is seen where only one is."""
        self._side = side
        self._arrange()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: fold or unfold."""
        super().resizeEvent(event)
        self._arrange()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Qt override: F6 goes from part to part before it leaves the page."""
        asks = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and isinstance(event, QKeyEvent) and self._next_part(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: F6 and Shift+F6."""
        part = self._next_part(event)
        if part:
            self.part_asked.emit(part)
        else:
            super().keyPressEvent(event)

    def _next_part(self, event: QKeyEvent) -> str:
        """Return where F6 leads; empty where it leads out of here."""
        parts = self._parts() if event.key() == Qt.Key.Key_F6 else {}
        focus, keys = QApplication.focusWidget(), list(parts)
        here = [key for key in keys if focus is parts[key] or (focus and parts[key].isAncestorOf(focus))]
        if not here:
            return keys[0] if keys else ""
        step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        place = keys.index(here[0]) + step
        return keys[place] if 0 <= place < len(keys) else ""

    def _arrange(self) -> None:
        px = current_theme().px
        folded = self.width() < px(_LEAST)
        changed, self._folded = folded != self._folded, folded
        width = min(px(_LIST), round(self.width() * _SHARE))
        self._listing.setMinimumWidth(0 if folded else width)
        self._listing.setMaximumWidth(_NO_LIMIT if folded else width)
        self._listing.setVisible(not folded or self._side == "list")
        self._letter.setVisible(not folded or self._side == "letter")
        self._between.setVisible(not folded)
        if changed:
            self.folded_changed.emit(folded)
