"""Owns the dialog that tells calmly that the program made a mistake."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import TextBox
from finsam_review.ui.widgets.labels import Label


class CrashDialog(DialogFrame):
    """What happened, what is safe, what to do; below it the text that helps those who mend the program."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong in the program"), parent, room=(620, 0))
        said = _(
            "What you have stuck up is saved. You can go on working. If it happens again, close the "
            "program and open it anew."
        )
        self.contents.addWidget(Label(said, self, wrap=True))
        asked = _(
            "Please send the text below to whoever looks after the program. "
            "It holds nothing you have written."
        )
        self.contents.addWidget(Label(asked, self, tone="ink2", wrap=True))
        self.text = TextBox(_("What went wrong, for whoever mends it"), self)
        self.text.setReadOnly(True)
        self.text.setPlainText(words)
        self.text.set_role(Role.SMALL)
        self.text.setMinimumHeight(current_theme().px(140))
        self.contents.addWidget(self.text, 1)
        self.copy = Button(_("Copy the text"), self, icon_name="copy")
        self.copy.clicked.connect(self._on_copy)
        self.add_button(self.copy)
        go_on = Button(_("Go on"), self, kind="filled")
        self.add_button(go_on, default=True).clicked.connect(self.accept)
        go_on.setFocus()
        self._dress()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.set_words(_("Copied"))
