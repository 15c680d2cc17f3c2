"""Owns the tabs of a page: a bar of words, one part shown at a time, each made when it is first shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.guard import guarded
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme


@dataclass(frozen=True, slots=True)
class PageTab:
    """A tab: its key, its words, and how its part is made.

    A part may have a ``corner``, a widget for the right end of the bar; ``focus_first()``, which puts the
    focus where one begins; and ``leave()``, which ends what is under way before the day is closed.
    """

    key: str
    words: str
    make: Callable[[QWidget], QWidget]


class TabbedPage(QFrame):
    """A page in parts. Ctrl+Tab goes to the next one, Ctrl+Shift+Tab to the one before."""

    def __init__(self, name: str, tabs: Sequence[PageTab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._tabs = tuple(tabs)
        self._parts: dict[str, QWidget] = {}
        self._bar = _Bar(name, [tab.words for tab in tabs], self)
        self._stack = QStackedWidget(self)
        self._corners = QStackedWidget(self)
        self._corners.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._no_corner = QWidget(self)
        self._corners.addWidget(self._no_corner)
        self._row = QHBoxLayout()
        self._row.addWidget(self._bar)
        self._row.addWidget(self._corners, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(line_across(self))
        column.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(self._on_current)
        add_key(self, "Ctrl+Tab", lambda: self._step(1))
        add_key(self, "Ctrl+Shift+Tab", lambda: self._step(-1))
        follow_theme(self._dress)
        self._on_current(0)

    @property
    def tab(self) -> str:
        """The key of the tab shown."""
        return self._tabs[self._bar.currentIndex()].key

    def part(self, key: str) -> QWidget:
        """Return the part under tab ``key``, made if it was not shown yet."""
        if key not in self._parts:
            tab = next(tab for tab in self._tabs if tab.key == key)
            made = tab.make(self)
            self._parts[key] = made
            self._stack.addWidget(made)
            corner = getattr(made, "corner", None)
            if corner is not None:
                self._corners.addWidget(corner)
        return self._parts[key]

    def show_tab(self, key: str) -> None:
        """Show the part under tab ``key``."""
        self._bar.setCurrentIndex([tab.key for tab in self._tabs].index(key))

    def focus_first(self) -> None:
        """Put the focus where one begins in the part shown."""
        part = self.part(self.tab)
        begin: Callable[[], None] = getattr(part, "focus_first", part.setFocus)
        begin()

    def leave(self) -> None:
        """End what is under way in every part; to be called before the day is closed."""
        for part in self._parts.values():
            leave: Callable[[], None] | None = getattr(part, "leave", None)
            if leave is not None:
                leave()

    def _step(self, step: int) -> None:
        self._bar.setCurrentIndex((self._bar.currentIndex() + step) % len(self._tabs))
        self.focus_first()

    def _on_current(self, place: int) -> None:
        part = self.part(self._tabs[place].key)
        self._stack.setCurrentWidget(part)
        corner: QWidget | None = getattr(part, "corner", None)
        self._corners.setCurrentWidget(corner or self._no_corner)

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._row.setSpacing(theme.px(12))


class _Bar(QTabBar):
    """Words side by side; the chosen one is bold with a bar beneath."""

    def __init__(self, name: str, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for text in words:
            self.addTab(text)
        follow_theme(self._dress)

    @guarded(default=QSize)
    def tabSizeHint(self, index: int) -> QSize:
        """Qt override: room for the bold words, so that choosing moves nothing."""
        theme = current_theme()
        words = QFontMetrics(theme.font(Role.BODY, SEMIBOLD)).horizontalAdvance(self.tabText(index))
        return QSize(words + theme.px(28), theme.px(43))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the tabs."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("paper"))
        for place in range(self.count()):
            box = QRectF(self.tabRect(place))
            chosen = place == self.currentIndex()
            painter.setFont(theme.font(Role.BODY, SEMIBOLD if chosen else REGULAR))
            painter.setPen(theme.colour("ink" if chosen else "ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(place))
            if chosen:
                bar = theme.px(3)
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - bar, box.width(), bar), theme.colour("accent")
                )
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.tabRect(self.currentIndex())).adjusted(3, 5, -3, -7)
            painter.drawRoundedRect(ring, theme.px(6), theme.px(6))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.updateGeometry()
        self.update()
