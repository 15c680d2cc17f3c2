"""Owns the words above an editor whose text did not get up last time."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.widgets.messages import Message


class DraftNotice(QWidget):
    """*Du hann inte sätta upp den här*, with the way to go on (just write) and to throw it away."""

    thrown_away = Signal()

    def __init__(self, saved_at: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        when = datetime.fromisoformat(saved_at).astimezone()
        lead = _("You did not get this one up.")
        rest = _("It was written {day}/{month} at {time}. Go on writing.").format(
            day=when.day, month=when.month, time=f"{when:%H.%M}"
        )
        message = Message("info", lead, rest, self, icon_name="arrow-counter-clockwise")
        self.throw = message.add_action(_("Throw away"), self.thrown_away.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(message)
