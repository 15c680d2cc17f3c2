"""Owns the buttons below an editor: stick up or save, give up, and the keys that do the same."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label

_FIXED, _GROWS = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding


class NoteButtons(QWidget):
    """The row of buttons; the first is filled while its editor has the focus."""

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.submit = Button("", self, role=role, large=role is not Role.BODY)
        self.cancel = Button(_("Cancel"), self, kind="text")
        small = Role.SMALL if role is Role.BODY else Role.BODY
        self._hint = Label("Ctrl+Enter", self, role=small, tone="ink2")
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.submit)
        row.addWidget(self.cancel)
        row.addWidget(self._hint, 1)
        row.addStretch(0)

    def show_words(self, *, editing: bool, wide: bool) -> None:
        """Say what the buttons do: stick up a new note, or save a change (``editing``)."""
        words = _("Stick up") if wide else _("Stick up the note")
        self.submit.set_words(_("Save the change") if editing else words)
        self.submit.setSizePolicy(_FIXED, _GROWS if wide else _FIXED)
        self.cancel.setVisible(editing)

    def show_focus(self, *, has: bool) -> None:
        """Be the one filled button while the editor has the focus."""
        self.submit.set_kind("filled" if has else "plain")
        self._hint.setVisible(has and self.cancel.isHidden())
