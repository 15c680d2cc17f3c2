"""Owns what is said about a file that was saved or could not be: where it lies, or why it does not."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message


class FileNotice(QWidget):
    """One message about the last file. Not seen while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._column = QVBoxLayout(self)
        self.hide()
        follow_theme(self._dress)

    @property
    def said(self) -> str:
        """What is said; empty when nothing is."""
        return self._message.accessibleName() if self._message is not None else ""

    def tell_saved(self, lead: str, path: Path, *, more: str = "") -> None:
        """Say that a file is saved, and what else is worth knowing about it."""
        message = self._put("ok", lead, ". ".join(part for part in (path.name, more) if part))
        folder = QUrl.fromLocalFile(str(path.parent))
        message.add_action(_("Open the folder"), lambda: QDesktopServices.openUrl(folder))
        message.add_action(_("Close"), self.clear, kind="text")

    def tell_failed(self, lead: str, reason: str) -> None:
        """Say that a file is not saved, and why."""
        self._put("danger", lead, reason).add_action(_("Close"), self.clear, kind="text")

    def clear(self) -> None:
        """Say nothing any more."""
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        self.hide()

    def _put(self, kind: str, lead: str, rest: str) -> Message:
        self.clear()
        self._message = message = Message(kind, lead, rest, self)
        self._column.addWidget(message)
        self.show()
        message.announce()
        return message

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
