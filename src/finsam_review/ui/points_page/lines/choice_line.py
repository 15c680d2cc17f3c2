"""Owns the line that asks which: a reason to set a note aside, the number of a point, themes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import pgettext
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.points_page.lines.choice_list import ChoiceList
from finsam_review.ui.points_page.lines.options import Option
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Field, TextField

Picked = Callable[[str], object]


class ChoiceLine(AskingLine):
    """A heading and a short list with numbers; for one of the options own words may be asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_picked: Picked | None = None
        self._on_words: Callable[[str], str] | None = None
        self.list = ChoiceList(self)
        self.words = TextField(_("In your own words"), self)
        self._field = Field(_("In your own words"), self.words, self)
        self._done = Button(pgettext("button", "Set aside"), self, kind="filled")
        self._asked = QWidget(self)
        self._row = QHBoxLayout(self._asked)
        self._row.addWidget(self._field, 1)
        self._row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        self._asked.hide()
        self._whole.addWidget(self.list)
        self._whole.addWidget(self._asked)
        self.list.picked.connect(self._on_list_picked)
        self.list.done.connect(self.close_line)
        self.words.returnPressed.connect(self._on_done)
        self._done.clicked.connect(self._on_done)
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is said about the own words."""
        return self._field.error

    def ask(self, heading: str, options: Sequence[Option], on_picked: Picked) -> None:
        """Ask ``heading``; each choice is told to ``on_picked``, which closes the line or leaves it open."""
        self._on_picked = on_picked
        self._asked.hide()
        self.list.setAccessibleName(heading)
        self.list.set_options(options)
        ticks = any(option.ticked is not None for option in options)
        choose, tick = _("A number chooses"), _("A number or Space ticks, Enter ends")
        self.open_line(heading, tick if ticks else choose)
        self.list.begin()

    def ask_for_words(self, on_words: Callable[[str], str]) -> None:
        """Ask for own words; ``on_words`` returns why they will not do, empty when they did."""
        self._on_words = on_words
        self._field.show_error("")
        self.words.clear()
        self._asked.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_list_picked(self, key: str) -> None:
        if self._on_picked is not None:
            self._on_picked(key)

    def _on_done(self) -> None:
        if self._on_words is not None:
            refusal = self._on_words(self.words.text())
            self._field.show_error(refusal)

    def _dress(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().px(8))
