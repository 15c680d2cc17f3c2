"""Owns the pieces of the status line: an icon and the words that say the same."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from finsam_review.ui.icons import icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label

_KINDS = {
    "ok": ("ok", "check-circle-fill"),
    "warn": ("warn", "warning-fill"),
    "danger": ("danger", "warning-octagon-fill"),
    "neutral": ("ink", ""),
    "quiet": ("ink2", ""),
}


class StatusPiece(QWidget):
    """A state in words with its icon. ``kind`` is ok, warn, danger, neutral or quiet."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, kind: str = "neutral", icon_name: str = ""
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon_name = kind, icon_name
        self._icon = Label("", self)
        self._words = Label(text, self, role=Role.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.setAccessibleName(text)
        follow_theme(self._dress)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def say(self, text: str, *, kind: str, icon_name: str = "") -> None:
        """Show another state."""
        self._kind, self._icon_name = kind, icon_name
        self._words.setText(text)
        self.setAccessibleName(text)
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        tone, name = _KINDS[self._kind]
        name = self._icon_name or name
        strong = self._kind in {"ok", "warn", "danger"}
        self._words.set_tone(tone)
        self._words.set_type(Role.SMALL, SEMIBOLD if strong else REGULAR)
        side = theme.px(18)
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(icon(name, theme.colour(tone), side).pixmap(side, side))
