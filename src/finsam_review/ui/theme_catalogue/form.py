"""Owns the fields of one theme: its name, what heads its column, its words, and whom it is not asked of."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.text import clean_line
from finsam_review.domain.workshop import MeasureKind, Theme
from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.fields import Field, TextBox, TextField
from finsam_review.ui.widgets.labels import Label

_WORD_LINES = 3


class ThemeForm(QWidget):
    """The theme that is chosen. ``edited`` carries it as it is now, at every key."""

    edited = Signal(object)

    def __init__(self, kinds: Sequence[MeasureKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._filling = False
        self.name = TextField(_("Name"), self)
        self.short_name = TextField(_("Heading of its column"), self)
        self.words = TextBox(_("Words that suggest it"), self)
        self.kinds = {kind.code: CheckBox(kind.name, self) for kind in kinds}
        self._name_field = Field(_("Name"), self.name, self)
        self._build()
        self.name.textChanged.connect(self._on_edited)
        self.short_name.textChanged.connect(self._on_edited)
        self.words.textChanged.connect(self._on_edited)
        for box in self.kinds.values():
            box.toggled.connect(self._on_edited)
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is wrong with the name."""
        return self._name_field.error

    def show_theme(self, theme: Theme | None) -> None:
        """Show a theme; the fields are closed while there is none."""
        self._filling = True
        self._theme = theme
        self.name.setText(theme.name if theme else "")
        self.short_name.setText(theme.short_name if theme else "")
        self.words.setPlainText(", ".join(theme.words) if theme else "")
        for code, box in self.kinds.items():
            box.setChecked(theme is not None and code in theme.not_demanded_of)
        self.setEnabled(theme is not None)
        self.show_error("")
        self._filling = False

    def show_error(self, sentence: str) -> None:
        """Say beneath the name what is wrong."""
        self._name_field.show_error(sentence)

    def focus_name(self) -> None:
        """Begin at the name, ready to be written over."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _on_edited(self) -> None:
        if self._filling or self._theme is None:
            return
        self.show_error("")
        known = [code for code in self._theme.not_demanded_of if code not in self.kinds]
        ticked = [code for code, box in self.kinds.items() if box.isChecked()]
        self._theme = replace(
            self._theme,
            name=self.name.text(),
            short_name=self.short_name.text(),
            words=words_of(self.words.toPlainText()),
            not_demanded_of=(*ticked, *known),
        )
        self.edited.emit(self._theme)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._name_field)
        self._column.addWidget(Field(_("Heading of its column"), self.short_name, self))
        self._column.addWidget(Field(_("Words that suggest it"), self.words, self))
        self._column.addWidget(
            Label(
                _("Words with a comma between them. They only give hints."),
                self,
                role=Role.SMALL,
                tone="ink2",
                wrap=True,
            )
        )
        label = Label(_("Not demanded of"), self, role=Role.SMALL, weight=SEMIBOLD, tone="ink2")
        label.setVisible(bool(self.kinds))
        self._column.addWidget(label)
        for box in self.kinds.values():
            self._column.addWidget(box)
        self._column.addStretch(1)

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setSpacing(px(8))
        self.words.setFixedHeight(self.words.height_of(_WORD_LINES))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and phrases in ``text``, parted by commas or lines, each once."""
    parts = (clean_line(part) for line in text.splitlines() for part in line.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
