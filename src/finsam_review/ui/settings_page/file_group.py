"""Owns the settings about the file: where it lies, copies of it, and whether it is whole."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.i18n.wording import error_text, failure_text
from finsam_review.services.days.backups import EVERY_MINUTES, backups_folder
from finsam_review.ui.context import DayContext
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.settings_page.group import Group
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import Field, TextField
from finsam_review.ui.widgets.messages import Message


class FileGroup(Group):
    """The file of the day."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(_("About the file"), parent)
        self._session = context.session
        path = TextField(_("Where the file lies"))
        path.setReadOnly(True)
        path.setText(str(self._session.path))
        path.setCursorPosition(0)
        self.add(Field(_("Where the file lies"), path, self))
        self._add_action(
            _("Save a copy"), "copy", self.save_copy,
            name=_("A copy"), about=_("The whole day in a file of its own, for a memory stick for example."),
        )  # fmt: skip
        about = _("Made by themselves every {n} minutes, away from the file.").format(n=EVERY_MINUTES)
        self._add_action(
            _("Open the folder"), "folder-open", self.open_backups, name=_("Backups"), about=about
        )
        self._add_action(
            _("Check the file"), "checks", self.check,
            name=_("Is the file whole?"), about=_("Goes through everything that is saved."),
        )  # fmt: skip
        self._place = QWidget(self)
        self._places = QVBoxLayout(self._place)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._result: Message | None = None
        self.add(self._place)
        self._place.hide()

    @property
    def result(self) -> str:
        """The sentence that the last action ended with."""
        return self._result.accessibleName() if self._result is not None else ""

    def save_copy(self) -> None:
        """Ask where and save a whole, checked copy of the day."""
        path = self._session.path
        suggested = path.with_name(f"{path.stem} – {_('copy')}{path.suffix}")
        kinds = _("Workshop days") + " (*.finsam)"
        target = ask_where_to_save(self, _("Save a copy"), suggested, kinds=kinds)
        if target is None:
            return
        if not target.suffix:
            target = target.with_suffix(".finsam")
        try:
            self._session.save_copy(target)
        except UserError as error:
            self._tell("danger", _("The copy is not saved."), error_text(error.code, error.values))
        else:
            self._tell("ok", _("The copy is saved."), str(target))

    def open_backups(self) -> None:
        """Show the folder of the backups in the computer's own window."""
        folder = backups_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def check(self) -> None:
        """Go through the file and say whether it is whole, or what is damaged."""
        damage = self._session.find_damage()
        if not damage:
            self._tell("ok", _("The file is whole."), _("Everything that was saved can be read."))
            return
        count = ngettext("{n} thing is damaged.", "{n} things are damaged.", len(damage))
        kinds = dict.fromkeys(failure_text(f"damaged_{item.kind}", {}) for item in damage)
        rest = " ".join([*kinds, _("Save a copy now, and restore a backup from the start page.")])
        self._tell("danger", count.format(n=len(damage)), rest)

    def _add_action(self, words: str, icon_name: str, action: object, *, name: str, about: str) -> None:
        button = Button(words, self, icon_name=icon_name)
        button.setAccessibleName(f"{words}, {name}" if words != name else words)
        button.clicked.connect(action)
        self.add_row(name, button, about=about)

    def _tell(self, kind: str, lead: str, rest: str) -> None:
        if self._result is not None:
            self._result.hide()
            self._result.deleteLater()
        self._result = Message(kind, lead, rest, self._place)
        self._places.addWidget(self._result)
        self._place.show()
        self._result.show()
        self._result.announce()
