"""Owns the start page: three ways to begin at the left, the recent days at the right."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from finsam_review import __version__
from finsam_review.i18n import gettext as _
from finsam_review.services.days.recent import recent_files
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.frame.status import StatusPiece
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.start_page.recent_list import RecentList, RecentRow
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import CardButton, EmptyState
from finsam_review.ui.widgets.labels import Label

NEW_KEYS = QKeySequence("Ctrl+N")
OPEN_KEYS = QKeySequence("Ctrl+O")
REHEARSAL_KEYS = QKeySequence("Ctrl+G")
_LARGE_FROM = 1.75


class StartPage(QWidget):
    """What a person sees first. Emits what was chosen; opens nothing itself."""

    new_requested = Signal()
    open_requested = Signal()
    rehearsal_requested = Signal()
    recent_chosen = Signal(str)
    restore_requested = Signal()

    def __init__(self, preferences: PreferenceStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._left = self._scrolling(self._build_left())
        self._right = self._build_right()
        panes = QHBoxLayout()
        panes.setSpacing(0)
        panes.addWidget(self._left)
        panes.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(panes, 1)
        column.addWidget(line_across(self))
        column.addWidget(self._build_foot())
        follow_theme(self._dress)

    def refresh(self) -> None:
        """Read the recent days anew, and look for their files when the page has been painted."""
        files = recent_files()
        self._show([RecentRow(file) for file in files])
        QTimer.singleShot(0, self, self._look_for_files)

    def focus_first(self) -> None:
        """Put the focus where a person goes on: the newest day, else the first card."""
        (self._recent if self._recent.model().rowCount() else self._new).setFocus()

    def _look_for_files(self) -> None:
        files = recent_files()
        found = [RecentRow(file, Path(file.path).exists()) for file in files]
        if not all(row.found for row in found):
            self._show(found)

    def _show(self, rows: list[RecentRow]) -> None:
        self._recent.set_rows(rows)
        self._recent.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _build_left(self) -> QWidget:
        left = QWidget(self)
        self._heading = QHBoxLayout()
        self._heading.addWidget(_Logo(left))
        question = Label(_("What do you want to do?"), left, role=Role.DISPLAY, weight=SEMIBOLD)
        self._heading.addWidget(question, 1)
        self._new = CardButton(
            "plus-circle",
            _("New workshop day"),
            _("Say which day and which förbund. Then you take in the applications."),
            left,
            keys=NEW_KEYS.toString(QKeySequence.SequenceFormat.NativeText),
        )
        opening = CardButton(
            "folder-open",
            _("Open"),
            _("A day from this computer or a memory stick."),
            left,
            keys=OPEN_KEYS.toString(QKeySequence.SequenceFormat.NativeText),
        )
        rehearsal = CardButton(
            "graduation-cap",
            _("Rehearsal"),
            _("Practise on an invented day with 16 applications and 428 notes. Nothing can break."),
            left,
            keys=REHEARSAL_KEYS.toString(QKeySequence.SequenceFormat.NativeText),
        )
        self._new.clicked.connect(self.new_requested)
        opening.clicked.connect(self.open_requested)
        rehearsal.clicked.connect(self.rehearsal_requested)
        self._cards = QVBoxLayout(left)
        self._cards.addLayout(self._heading)
        for card in (self._new, opening, rehearsal):
            card.setMinimumWidth(1)
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        promise = _("Everything stays on this computer. The program does not use the network.")
        self._cards.addLayout(self._build_promise(left, promise))
        return left

    def _build_promise(self, left: QWidget, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(StatusPiece("", left, kind="quiet", icon_name="lock"))
        row.addWidget(Label(words, left, role=Role.SMALL, tone="ink2", wrap=True), 1)
        return row

    def _scrolling(self, pane: QWidget) -> QScrollArea:
        """Return ``pane`` so that it can be scrolled when the text outgrows the window."""
        area = QScrollArea(self)
        area.setWidget(pane)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        pane.setAutoFillBackground(False)
        return area

    def _build_right(self) -> QWidget:
        right = _Pane(self)
        self._recent = RecentList(right)
        self._recent.chosen.connect(self.recent_chosen)
        self._nothing = EmptyState(
            "clock", _("No days yet"), _("The days you have opened will be listed here."), right
        )
        restore = Button(_("Restore from a backup"), right, kind="text", icon_name="arrow-counter-clockwise")
        restore.clicked.connect(self.restore_requested)
        self._list = QVBoxLayout(right)
        self._recent_title = Label(_("Recent"), right, role=Role.TITLE, weight=SEMIBOLD)
        self._list.addWidget(self._recent_title)
        self._list.addWidget(self._recent, 1)
        self._list.addWidget(self._nothing)
        self._list.addStretch(0)
        self._list.addWidget(restore)
        return right

    def _build_foot(self) -> QWidget:
        foot = QFrame(self)
        foot.setProperty("part", "sunken")
        self._foot = QHBoxLayout(foot)
        version = _("Version {number}").format(number=__version__)
        self._foot.addWidget(StatusPiece(version, foot, kind="quiet"))
        self._foot.addStretch(1)
        self._size = Button("", foot, kind="text", icon_name="text-aa", role=Role.SMALL)
        self._mode = Button("", foot, kind="text", icon_name="sun", role=Role.SMALL)
        self._language = Button("", foot, kind="text", role=Role.SMALL)
        self._size.clicked.connect(self._on_size)
        self._mode.clicked.connect(self._on_mode)
        self._language.clicked.connect(self._on_language)
        for button in (self._size, self._mode, self._language):
            self._foot.addWidget(button)
        return foot

    def _on_size(self) -> None:
        largest = self._preferences.current.text_scale >= 2.0
        self._preferences.step_text_scale(0 if largest else 1)

    def _on_mode(self) -> None:
        dark = current_theme().tokens.dark
        self._preferences.change(mode="light" if dark else "dark")

    def _on_language(self) -> None:
        self._preferences.change(language="en" if self._preferences.current.language == "sv" else "sv")

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the cards never take more than half."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        large = theme.text_scale >= _LARGE_FROM
        room = self.width() - self._right.minimumSizeHint().width() if large else self.width() // 2
        width = min(theme.px(590), room)
        self._left.setFixedWidth(width)
        pane = self._left.widget()
        if pane is not None:
            pane.setMaximumWidth(width)

    def _dress(self) -> None:
        theme = current_theme()
        scale = round(self._preferences.current.text_scale * 100)
        self._size.set_words(_("Text size {percent} %").format(percent=scale))
        self._mode.set_words(_("Dark") if theme.tokens.dark else _("Light"))
        self._language.set_words("Svenska" if self._preferences.current.language == "sv" else "English")
        roomy = theme.text_scale < 1.5
        for keys in self._left.findChildren(KeyCap):
            keys.setVisible(theme.text_scale < _LARGE_FROM)
        side = theme.px(64 if roomy else 24)
        top, right = theme.px(40 if roomy else 16), theme.px(40 if roomy else 20)
        self._cards.setContentsMargins(side, top, right, theme.px(20))
        self._cards.setSpacing(theme.px(15 if roomy else 8))
        self._heading.setSpacing(theme.px(16))
        self._heading.setDirection(QBoxLayout.Direction.LeftToRight)
        self._fit()
        top, right = theme.px(44 if roomy else 16), theme.px(34 if roomy else 16)
        self._list.setContentsMargins(theme.px(26), top, right, theme.px(20))
        self._recent_title.setContentsMargins(theme.px(14), 0, 0, theme.px(8))
        self._foot.setContentsMargins(theme.px(16), 0, theme.px(12), 0)


class _Pane(QFrame):
    """The surface that the recent days lie on, parted from the cards by a line."""

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: surface and the line at its left."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, 0, 0, self.height())


class _Logo(QWidget):
    """Three post-its, one over the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        follow_theme(self._dress)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the three notes in the tints of tables A, C and D."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width() * 0.57
        for place, table in ((0.0, 1), (0.43, 3), (0.2, 4)):
            tint = theme.tokens.tint(table)
            top = {1: 0.0, 3: 0.14, 4: 0.37}[table]
            painter.setPen(QPen(QColor(tint.edge), 1))
            painter.setBrush(QColor(tint.fill))
            painter.drawRoundedRect(
                round(place * self.width()), round(top * self.height()), round(side), round(side), 4, 4
            )

    def _dress(self) -> None:
        side = current_theme().px(44)
        self.setFixedSize(side, side)
