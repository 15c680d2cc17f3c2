"""Owns the fields of a note: its words, and the parties or the proposal that its question asks for."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QWidget

from finsam_review.domain.notes import NoteContent
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import gettext as _
from finsam_review.ui.board.note_text import NoteText
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.choices import TickChip

_HEIGHTS = {Shape.TEXT: (110, 0), Shape.PARTIES: (67, 0), Shape.CHALLENGE: (56, 46)}
_LARGE_HEIGHTS = {Shape.TEXT: (156, 0), Shape.PARTIES: (105, 0), Shape.CHALLENGE: (100, 48)}
_WIDE_HEIGHT = 60


@dataclass(frozen=True, slots=True)
class EditorQuestion:
    """What the editor needs to know of a question; ``parties`` are (code, short name, full name)."""

    number: int
    shape: Shape
    parties: tuple[tuple[str, str, str], ...] = ()


class NoteFields(QWidget):
    """The boxes and chips of one question, below each other or side by side."""

    changed = Signal()

    def __init__(self, question: EditorQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._heights = _HEIGHTS[question.shape]
        self.text = self._make_text()
        self._proposal: NoteText | None = None
        if question.shape is Shape.CHALLENGE:
            self._proposal = NoteText(_("Proposed solution, if you have one"), self)
            self._proposal.setPlaceholderText(_("Proposed solution, if you have one"))
        self.boxes = [box for box in (self.text, self._proposal) if box is not None]
        self._make_chips()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for box in self.boxes:
            box.textChanged.connect(self.changed)
            box.resized.connect(self._fit)

    def content(self) -> NoteContent:
        """Return what stands in the fields, as it was typed."""
        ticked = tuple(code for code, chip in self._chips.items() if chip.isChecked())
        proposal = self._proposal.toPlainText() if self._proposal is not None else ""
        return NoteContent(self.text.toPlainText(), ticked, proposal)

    def fill(self, content: NoteContent) -> None:
        """Put ``content`` in the fields, the caret at its end."""
        self.text.setPlainText(content.text)
        if self._proposal is not None:
            self._proposal.setPlainText(content.proposal)
        for box in self.boxes:
            box.moveCursor(QTextCursor.MoveOperation.End)
        for code, chip in self._chips.items():
            chip.setChecked(code in content.parties)

    def dress(self, role: Role, *, wide: bool) -> None:
        """Take on a size of text; ``wide`` sets the fields side by side."""
        px, large = current_theme().px, role is not Role.BODY
        heights = (_LARGE_HEIGHTS if large else _HEIGHTS)[self._question.shape]
        self._heights = (_WIDE_HEIGHT, _WIDE_HEIGHT) if wide else heights
        for box in self.boxes:
            box.set_role(role)
        for chip in self._chips.values():
            chip.set_role(Role.BODY if large else Role.SMALL)
        self._grid.setSpacing(px(8))
        self._flow.set_air(px(5))
        self._arrange(wide=wide)
        self._fit()

    def _fit(self) -> None:
        """Give each box the height of the design, or more if its placeholder would be cut in half."""
        for box, height in zip(self.boxes, self._heights, strict=False):
            box.setFixedHeight(max(current_theme().px(height), box.placeholder_height()))

    def _arrange(self, *, wide: bool) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        second = self._proposal if self._proposal is not None else self._chip_row
        self._grid.addWidget(self.text, 0, 0)
        self._grid.addWidget(second, *((0, 1) if wide else (1, 0)))
        beside = wide and (self._proposal is not None or bool(self._chips))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 4 if beside else 0)

    def _make_text(self) -> NoteText:
        number = self._question.number
        text = NoteText(_("Note for question {number}").format(number=number), self)
        if self._question.shape is Shape.CHALLENGE:
            text.setPlaceholderText(_("What may be hard?"))
        else:
            text.setPlaceholderText(_("Write a note for question {number} …").format(number=number))
        return text

    def _make_chips(self) -> None:
        asked = self._question.shape is Shape.PARTIES
        self._chip_row = QWidget(self)
        self._flow = FlowLayout(self._chip_row)
        self._chips: dict[str, TickChip] = {}
        for code, short, full in self._question.parties if asked else ():
            self._chips[code] = TickChip(short, full, self._chip_row)
            self._chips[code].toggled.connect(self.changed)
            self._flow.addWidget(self._chips[code])
        self._chip_row.setVisible(bool(self._chips))
