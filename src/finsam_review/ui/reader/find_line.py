"""Owns the line that searches the text of an application: words, how many places, next and previous."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.fields import SearchField
from finsam_review.ui.widgets.labels import Label


class FindLine(QFrame):
    """Searches as one types. Enter goes to the next place, Shift+Enter to the one before, Esc ends."""

    searched = Signal(str)
    stepped = Signal(int)
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "sunken")
        self.field = SearchField(_("Search in the application"), self)
        self.count = Label("", self, role=Role.SMALL, tone="ink2")
        previous = IconButton("caret-up", _("Previous place"), self, keys="Shift+Enter")
        following = IconButton("caret-down", _("Next place"), self, keys="Enter")
        close = IconButton("x", _("End the search"), self, keys="Esc", tone="ink2")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        for part in (self.count, previous, following, close):
            self._row.addWidget(part)
        self.field.textChanged.connect(self.searched)
        previous.clicked.connect(lambda: self.stepped.emit(-1))
        following.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.ended)
        follow_theme(self._dress)

    def begin(self, words: str = "") -> None:
        """Show the line with ``words`` already searched for, if there are any, and write there."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def tell(self, hit: int, hits: int) -> None:
        """Say which of how many places is shown."""
        if not self.field.text():
            words = ""
        elif not hits:
            words = _("Nothing found")
        else:
            words = _("{n} of {total}").format(n=hit, total=hits)
        self.count.setText(words)
        self.field.setAccessibleDescription(words)

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Enter, Shift+Enter and Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        self._row.setSpacing(theme.px(4))
