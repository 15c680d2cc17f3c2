"""Owns how two sides share the room: beside each other, or one at a time under two words."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.segmented import SegmentedChoice

_LARGEST = 16_777_215
"""Qt's word for no limit."""


class TwoSides(QFrame):
    """``first`` and ``second`` beside each other from ``beside`` design px on; the second has its ``share``.

    ``words`` name the sides and the choice between them where only one is seen.
    """

    folded_changed = Signal()

    def __init__(
        self,
        first: tuple[str, str, QWidget],
        second: tuple[str, str, QWidget],
        name: str,
        parent: QWidget | None = None,
        *,
        beside: int = 900,
        share: float = 0.4,
    ) -> None:
        """``first`` and ``second`` are (words, icon name, widget)."""
        super().__init__(parent)
        self._first, self._second = first[2], second[2]
        self._beside, self._share = beside, share
        self._folded = False
        options = [("first", *first[:2]), ("second", *second[:2])]
        self._choice = SegmentedChoice(name, options, self)
        self._choice.chosen.connect(lambda _key: self._arrange())
        self._bar = QFrame(self)
        self._bar.setProperty("part", "surface")
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self._choice)
        self._bar_row.addStretch(1)
        self._between, self._below = line_down(self), line_across(self)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self._first, 1)
        sides.addWidget(self._between)
        sides.addWidget(self._second, 1)
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

    @property
    def side(self) -> str:
        """The side that is seen where only one is: *first* or *second*."""
        return self._choice.choice

    def show_side(self, key: str) -> None:
        """Let *first* or *second* be the side that is seen where only one is."""
        self._choice.choose(key)
        self._arrange()

    def side_with_focus(self) -> str:
        """Return the side that has the keyboard; empty when neither has."""
        focus = QApplication.focusWidget()
        for key, side in (("first", self._first), ("second", self._second)):
            if focus is not None and (focus is side or side.isAncestorOf(focus)):
                return key
        return ""

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: fold or unfold, and share the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        folded = self.width() < current_theme().px(self._beside)
        changed = folded != self._folded
        self._folded = folded
        side = self._choice.choice
        self._first.setVisible(not folded or side == "first")
        self._second.setVisible(not folded or side == "second")
        self._between.setVisible(not folded)
        self._bar.setVisible(folded)
        self._below.setVisible(folded)
        wide = round(self.width() * self._share)
        self._second.setMinimumWidth(0 if folded else wide)
        self._second.setMaximumWidth(_LARGEST if folded else wide)
        if changed:
            self.folded_changed.emit()

    def _dress(self) -> None:
        px = current_theme().px
        self._bar_row.setContentsMargins(px(16), px(4), px(16), px(4))
        self._arrange()


class SidedPart(QFrame):
    """A part of the page with two sides. F6 goes from one to the other before it leaves the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides: TwoSides | None = None

    def enter(self, key: str) -> None:
        """Show side *first* or *second* and take the keyboard there. Parts know where."""
        raise NotImplementedError

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Qt override: F6 belongs to the part as long as it leads to its other side."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._next_side(event):
            event.accept()
            return True
        return super().event(event)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: F6 and Shift+F6."""
        side = self._next_side(event)
        if side:
            self.enter(side)
        else:
            super().keyPressEvent(event)

    def _next_side(self, event: QKeyEvent) -> str:
        if event.key() != Qt.Key.Key_F6 or self.sides is None or self.sides.isHidden():
            return ""
        here = self.sides.side_with_focus()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return "first" if here == "second" else ""
        return {"": "first", "first": "second"}.get(here, "")
