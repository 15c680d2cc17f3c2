"""Owns the card that holds settings of one kind, and the row of one setting in it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import MEDIUM, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.labels import Label


class Group(QFrame):
    """A card with a heading; settings are added below each other."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self.setAccessibleName(heading)
        self._indented: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(heading, self, role=Role.LEAD, weight=SEMIBOLD))
        follow_theme(self._dress_group)

    def add(self, widget: QWidget) -> None:
        """Add ``widget`` below what is there."""
        self._column.addWidget(widget)

    def add_row(self, words: str, control: QWidget, *, about: str = "") -> None:
        """Add a setting: its name and a sentence about it, and ``control`` beside or below them."""
        text = QWidget(self)
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Label(words, text, weight=MEDIUM))
        if about:
            lines.addWidget(Label(about, text, role=Role.SMALL, tone="ink2", wrap=True))
        row = FoldingRow(text, control, self, least=230, inset=False)
        self._column.addWidget(row)

    def add_tick(self, box: CheckBox, about: str) -> None:
        """Add a box to tick, and a sentence about it under its words."""
        holder = QWidget(self)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        label = Label(about, holder, role=Role.SMALL, tone="ink2", wrap=True)
        lines.addWidget(box)
        lines.addWidget(label)
        self._column.addWidget(holder)
        self._indented.append(label)
        self._dress_group()

    def add_about(self, about: str) -> Label:
        """Add a sentence about what stands above it."""
        label = Label(about, self, role=Role.SMALL, tone="ink2", wrap=True)
        self._column.addWidget(label)
        return label

    def _dress_group(self) -> None:
        theme = current_theme()
        for label in self._indented:
            label.setContentsMargins(theme.px(30), 0, 0, 0)
        self._column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(20))
        self._column.setSpacing(theme.px(14))
