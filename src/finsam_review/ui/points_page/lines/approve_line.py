"""Owns the line that asks who approves."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Field, TextField

_FIELD = 320


class ApproveLine(AskingLine):
    """A field for the name of who approves, and the button that does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_name: Callable[[str], str] | None = None
        self.name = TextField(_("Who approves?"), self)
        self._field = Field(_("Your name"), self.name, self)
        self.done = Button("", self, kind="filled", icon_name="check-circle")
        self._row = QHBoxLayout()
        self._row.addWidget(self._field)
        self._row.addWidget(self.done, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)
        self._whole.addLayout(self._row)
        self.name.returnPressed.connect(self._on_done)
        self.done.clicked.connect(self._on_done)
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is said about the name."""
        return self._field.error

    def ask(self, heading: str, name: str, on_name: Callable[[str], str], *, action: str) -> None:
        """Ask for a name; ``on_name`` returns why the one given will not do, empty when it did."""
        self._on_name = on_name
        self._field.show_error("")
        self.name.setText(name)
        self.done.set_words(action)
        self.open_line(heading)
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def _on_done(self) -> None:
        if self._on_name is None:
            return
        refusal = self._on_name(self.name.text())
        self._field.show_error(refusal)
        if not refusal:
            self.close_line()

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setSpacing(theme.px(8))
        self.name.setFixedWidth(theme.px(_FIELD))
