"""Owns the foot of a table's view: back, that everything saves itself, and on to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.theme import Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.writing.saved_state import SavedState, State

_LARGE_FROM = 1.75


class TableFoot(QFrame):
    """*Förra*, the words that nothing need be handed in, and *Nästa* with the next application's name."""

    stepped = Signal(int)

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._following = ""
        self._back = Button(_("Back"), self, icon_name="arrow-left", role=Role.LEAD)
        self._next = Button(_("Next"), self, kind="filled", icon_name="arrow-right", role=Role.LEAD)
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._context = context
        self._state = SavedState(context, self._words, self)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._back)
        self._row.addStretch(1)
        self._row.addWidget(self._state)
        self._row.addStretch(1)
        self._row.addWidget(self._next)
        follow_theme(self._dress)

    def show_place(self, place: int, following: str) -> None:
        """Show where in the order the table is (``place`` from 0) and the name of what comes next."""
        self._back.setVisible(place > 0)
        self._following = following
        self._name_next()

    def _words(self) -> State:
        if self._context.session.read_only:
            return _("This file can only be read here"), "warn"
        return _("Everything saves itself. You need not hand anything in."), "ok"

    def _name_next(self) -> None:
        """Name what comes next; at the largest sizes of text *Nästa* must do."""
        large = current_theme().text_scale >= _LARGE_FROM
        if not self._following:
            words = _("Stick up the last notes")
        else:
            words = _("Next") if large else _("Next: {title}").format(title=self._following)
        self._next.set_words(words)
        self._next.setText(f"{self._next.text()}\u2002")

    def _dress(self) -> None:
        theme = current_theme()
        self._state.setVisible(theme.text_scale < _LARGE_FROM)
        self._name_next()
        self._row.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        for button in (self._back, self._next):
            button.setMinimumHeight(theme.px(48))
