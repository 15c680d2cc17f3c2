"""Owns the running text of the reader: read, selected, copied and searched, never changed."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from finsam_review.domain.intake import Block
from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.reader.typesetting import typeset
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme

LONGEST_LINE = 75
"""Characters. Longer lines are hard to find back from (DESIGN-SYSTEM §3)."""
_PADDING = 20
_SCROLLING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space}


class TextView(QTextEdit):
    """The text of a document on lines of at most 75 characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._blocks: Sequence[Block] = ()
        self._hits: list[QTextCursor] = []
        self._hit = -1
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(_("The text of the application"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setUndoRedoEnabled(False)
        follow_theme(self._dress)

    @property
    def hits(self) -> int:
        """How many places match what was searched for."""
        return len(self._hits)

    @property
    def hit(self) -> int:
        """The number of the match that is shown, from 1; 0 when there is none."""
        return self._hit + 1

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show the text of a document from its beginning."""
        self._blocks = tuple(blocks)
        self._set()
        self.verticalScrollBar().setValue(0)

    def find_all(self, words: str) -> None:
        """Mark every place where ``words`` stand, in any case, and go to the first below the upper edge."""
        start = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        self._hits = []
        place = self.document().find(words) if words else QTextCursor()
        while not place.isNull():
            self._hits.append(place)
            place = self.document().find(words, place)
        after = [index for index, hit in enumerate(self._hits) if hit.selectionStart() >= start]
        self._hit = (after[0] if after else 0) if self._hits else -1
        self._show_hit()

    def step(self, by: int) -> None:
        """Go ``by`` matches on (negative: back), round the end."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._show_hit()

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: some words wide."""
        theme = current_theme()
        return QSize(theme.px(200), theme.px(120))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: lines follow the room, up to their greatest length."""
        super().resizeEvent(event)
        self._wrap()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: plain arrows, Home, End and Space scroll; with Shift or Ctrl they select and move."""
        bar = self.verticalScrollBar()
        if event.key() not in _SCROLLING or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        step = bar.singleStep() * 2
        moves = {
            Qt.Key.Key_Up: bar.value() - step,
            Qt.Key.Key_Down: bar.value() + step,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
        }
        bar.setValue(moves[Qt.Key(event.key())])

    def _show_hit(self) -> None:
        theme = current_theme()
        marks = []
        for index, hit in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(theme.colour("accent" if index == self._hit else "warn_soft"))
            form.setForeground(theme.colour("on_accent" if index == self._hit else "ink"))
            mark.cursor, mark.format = hit, form
            marks.append(mark)
        self.setExtraSelections(marks)
        if self._hits:
            there = QTextCursor(self._hits[self._hit])
            there.setPosition(there.selectionStart())
            self.setTextCursor(there)
            self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll only if the place is not seen, and then so that what stands around it is seen too."""
        box, room = self.cursorRect(), self.viewport().height()
        if box.top() < 0 or box.bottom() > room:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - room // 3)

    def _set(self) -> None:
        self._hits, self._hit = [], -1
        self.setExtraSelections([])
        typeset(self.document(), self._blocks, current_theme())
        there = self.textCursor()
        there.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(there)
        self._wrap()

    def _wrap(self) -> None:
        longest = round(self.fontMetrics().averageCharWidth() * LONGEST_LINE)
        width = min(self.viewport().width(), longest)
        if width > 0 and self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def _dress(self) -> None:
        theme = current_theme()
        tokens = theme.tokens
        pad = theme.px(_PADDING) - 2
        frame = f"background: {tokens.surface}; color: {tokens.ink}; border-radius: 0"
        self.setStyleSheet(
            f"QTextEdit, QTextEdit:read-only {{ {frame}; border: 2px solid {tokens.surface};"
            f" padding: {theme.px(10)}px 0 0 {pad}px; }}"
            f"QTextEdit:focus {{ border: 2px solid {tokens.accent}; }}"
        )
        self.setFont(theme.font(Role.BODY))
        bar = self.verticalScrollBar()
        place = bar.value() / max(bar.maximum(), 1)
        self._set()
        bar.setValue(round(place * bar.maximum()))
