"""Owns the line Till of a letter: the address, or what is wrong with it, and the field that mends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.domain.outgoing.addresses import checked_address
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.ui.guard import guarded
from finsam_review.ui.letters_page.letter.written import Written
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import ErrorLine, TextField, mark_wrong
from finsam_review.ui.widgets.labels import Label

_MAY_BREAK = "\u200b"
"""Zero-width space: a long address in a sentence must not make the card wider than it is."""


class AddressField(QWidget):
    """The address in words, and a field for another one; see :meth:`set_save`."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save: Callable[[str], str] = str
        self._address, self._problem, self._locked = "", "", ""
        self._words = Written(_("Address"), self)
        self._warning = Label("", self, role=Role.SMALL, weight=SEMIBOLD, tone="warn", wrap=True)
        self.add = Button("", self, icon_name="plus")
        self.field = TextField(_("E-mail address"), self)
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.done = Button(_("Save address"), self, icon_name="check")
        self._error = ErrorLine(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._warning, self.add, self.field, self._error, self.done):
            self._column.addWidget(part)
        self.add.clicked.connect(self.open_field)
        self.field.returnPressed.connect(self.commit)
        self.done.clicked.connect(self.commit)
        follow_theme(self._dress)
        self._arrange(editing=False)

    @property
    def is_editing(self) -> bool:
        """Whether the field is open."""
        return not self.field.isHidden()

    @property
    def shown(self) -> str:
        """The address shown."""
        return self._address

    @property
    def error(self) -> str:
        """What is said about the address typed; empty while nothing is wrong."""
        return self._error.text.replace(_MAY_BREAK, "")

    def set_save(self, save: Callable[[str], str]) -> None:
        """Let ``save`` keep what is written; it returns why it could not, empty when it did."""
        self._save = save

    def show_address(self, address: str, *, problem: str = "", locked: str = "") -> None:
        """Show an address; ``problem`` is why it can't be used, ``locked`` why it can't be changed."""
        if self.is_editing and (address, problem) == (self._address, self._problem):
            return
        self._address, self._problem, self._locked = address, problem, locked
        self._words.say(address)
        self._warning.setText(problem)
        self.add.set_words(_("Mend the address") if address else _("Add address"))
        self._arrange(editing=False)

    def open_field(self) -> None:
        """Let the address be written."""
        if self._locked:
            return
        self.field.setText(self._address)
        self._arrange(editing=True)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def commit(self) -> None:
        """Keep what was written, or say why it can't be an address."""
        try:
            address = checked_address(self.field.text())
        except UserError as error:
            self._say(_reason(error))
            return
        refusal = self._save(address)
        self._say(refusal)
        if not refusal:
            self._arrange(editing=False)
            self.closed.emit()

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: Esc leaves the field; the address is as it was."""
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self._arrange(editing=False)
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, sentence: str) -> None:
        mark_wrong(self.field, self._error, sentence)

    def _arrange(self, *, editing: bool) -> None:
        self._say("")
        self._words.setVisible(not editing and bool(self._address))
        self._warning.setVisible(not editing and bool(self._problem))
        self.add.setVisible(not editing and bool(self._problem) and not self._locked)
        self.field.setVisible(editing)
        self.done.setVisible(editing)

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(6))


def _reason(error: UserError) -> str:
    """Return the sentence of a refusal; the address in it may be broken after its signs."""
    values = dict(error.values)
    text = str(values.get("text", ""))
    for sign in "@.-_":
        text = text.replace(sign, sign + _MAY_BREAK)
    return error_text(error.code, {**values, "text": text} if "text" in values else values)
