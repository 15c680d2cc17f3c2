"""Owns the line that asks for a remark of one's own about a point."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import TextField


class RemarkLine(AskingLine):
    """One field and the button that saves it. Enter saves, Esc leaves things as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_words: Callable[[str], None] | None = None
        self.field = TextField(_("Remark of your own"), self, placeholder=_("What is still missing?"))
        self.save = Button(_("Save the remark"), self, icon_name="check")
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.save)
        self._whole.addLayout(self._row)
        self.field.returnPressed.connect(self.carry_out)
        self.save.clicked.connect(self.carry_out)
        follow_theme(self._dress)

    def ask(self, heading: str, words: str, on_words: Callable[[str], None]) -> None:
        """Ask for a remark, beginning with ``words``; ``on_words`` is given what was written."""
        self._on_words = on_words
        self.field.setText(words)
        self.open_line(heading)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def carry_out(self) -> None:
        """Save what stands in the field."""
        ask, self._on_words = self._on_words, None
        if ask is not None:
            ask(self.field.text())
        self.close_line()

    def _dress(self) -> None:
        self._row.setSpacing(current_theme().px(8))
