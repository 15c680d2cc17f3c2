"""Owns the message boxes: the only place where the window stops a person to say or ask something."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text


def tell(parent: QWidget | None, sentence: str) -> None:
    """Say ``sentence`` and wait until it is read."""
    box = _box(parent, sentence)
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def tell_error(parent: QWidget | None, error: UserError) -> None:
    """Say what happened, what is safe and what to do."""
    tell(parent, error_text(error.code, error.values))


def confirm(parent: QWidget | None, question: str, *, action: str) -> bool:
    """Ask before something that can't be undone; ``action`` is the verb on the button that does it."""
    box = _box(parent, question)
    box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    doing = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    return box.clickedButton() is doing


def _box(parent: QWidget | None, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Finsam Review")
    box.setText(text)
    return box
