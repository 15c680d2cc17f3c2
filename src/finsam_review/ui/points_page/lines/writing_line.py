"""Owns the line in which a point is written: one text of several notes, or other words for a point."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.notes import NOTE_LIMIT
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.ui.board.note_text import NoteText
from finsam_review.ui.points_page.lines.asking_line import AskingLine
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.fields import ErrorLine, mark_wrong
from finsam_review.ui.widgets.labels import plain_tooltip

_LINES = 3
Written = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written: ``key`` knows it again, ``action`` is the verb on the button.

    ``proposal`` is ``None`` where the question asks for none.
    """

    key: str
    heading: str
    action: str
    text: str
    proposal: str | None


class WritingLine(AskingLine):
    """Text and proposal beside each other. Ctrl+Enter carries out, Esc closes and keeps what was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writing: Writing | None = None
        self._on_written: Written | None = None
        self._kept: dict[str, tuple[str, str]] = {}
        self.text = NoteText(_("Text of the point"), self)
        self.proposal = NoteText(_("Proposal"), self, placeholder=_("Proposed solution, if you have one"))
        self._error = ErrorLine(self)
        self.done = Button("", self, kind="filled")
        self.done.setToolTip(plain_tooltip("Ctrl+Enter"))
        self.done.setAccessibleDescription("Ctrl+Enter")
        self._row = QHBoxLayout()
        self._row.addWidget(self.text, 5)
        self._row.addWidget(self.proposal, 4)
        side = QVBoxLayout()
        side.addWidget(self.done)
        side.addStretch(1)
        self._row.addLayout(side)
        self._whole.addLayout(self._row)
        self._whole.addWidget(self._error)
        self.done.clicked.connect(self.carry_out)
        for box in (self.text, self.proposal):
            box.submit_pressed.connect(self.carry_out)
            box.escape_pressed.connect(self.close_line)
            box.too_long.connect(self._on_too_long)
            box.textChanged.connect(lambda: self._say(""))
        follow_theme(self._dress)

    @property
    def error(self) -> str:
        """What is said about the text."""
        return self._error.text

    @property
    def is_changed(self) -> bool:
        """Whether something was written that is not carried out."""
        return not self.isHidden() and self._writing is not None and self._now() != self._given(self._writing)

    def write(self, writing: Writing, on_written: Written) -> None:
        """Begin to write; ``on_written`` returns why the text will not do, empty when it did.

        What was written before for the same and not carried out comes back.
        """
        self._writing, self._on_written = writing, on_written
        text, proposal = self._kept.pop(writing.key, self._given(writing))
        self.proposal.setVisible(writing.proposal is not None)
        for box, words in ((self.text, text), (self.proposal, proposal)):
            box.setPlainText(words)
            box.moveCursor(QTextCursor.MoveOperation.End)
        self.done.set_words(writing.action)
        self.done.setAccessibleDescription("Ctrl+Enter")
        self._say("")
        self.open_line(writing.heading, "Ctrl+Enter")
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def carry_out(self) -> bool:
        """Carry out what is written; return whether it was taken."""
        if self._on_written is None or self.isHidden():
            return True
        refusal = self._on_written(*self._now())
        if refusal:
            self._say(refusal)
            return False
        self._writing = None
        self.close_line()
        return True

    def close_line(self) -> None:
        """Close; what was written and not carried out is kept until one writes on the same again."""
        if self.is_changed and self._writing is not None:
            self._kept[self._writing.key] = self._now()
        super().close_line()

    def _now(self) -> tuple[str, str]:
        proposal = self.proposal.toPlainText() if self._writing and self._writing.proposal is not None else ""
        return self.text.toPlainText(), proposal

    def _say(self, sentence: str) -> None:
        mark_wrong(self.text, self._error, sentence)

    def _on_too_long(self, length: int) -> None:
        self._say(error_text("note_too_long", {"limit": NOTE_LIMIT, "length": length}))

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setSpacing(theme.px(8))
        for box in (self.text, self.proposal):
            box.setFixedHeight(box.height_of(_LINES))

    @staticmethod
    def _given(writing: Writing) -> tuple[str, str]:
        return writing.text, writing.proposal or ""
