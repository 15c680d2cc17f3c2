"""Owns the words at the right end of the tabs: how many have answered, who is late, who is missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from finsam_review.ui.follow_up_page.day_state import FollowUpDay
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.widgets.labels import ElidedLabel


class ArrivalsCorner(ElidedLabel):
    """*7 svar av 16 · 1 sent · 9 saknas*."""

    def __init__(self, day: FollowUpDay, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role=Role.SMALL, tone="ink2")
        self._day = day
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        day.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self, _changes: object = None) -> None:
        self.setText(self._day.words)
