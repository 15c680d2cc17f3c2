"""Owns a text of the summary: its name and counts above, a box that saves itself, the gate below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from finsam_review.domain.checks.gate import Hit
from finsam_review.domain.text import clean_text
from finsam_review.ui.day_summary_page.hit_lines import HitLines
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.fields import ErrorLine, TextBox, mark_wrong
from finsam_review.ui.widgets.labels import Label

PAUSE = 700
"""Milliseconds without a key after which a text is saved: a power cut costs at most the last second."""
_LINES = (3, 12)

Save = Callable[[str, bool], str]


class GrowingBox(TextBox):
    """Some paragraphs; as high as they are, within reason. ``left`` tells that one has gone elsewhere."""

    left = Signal()

    def fit(self) -> None:
        """Be as high as the text."""
        least, most = _LINES
        lines = min(max(least, round(self.document().size().height())), most)
        self.setFixedHeight(self.height_of(lines))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @guarded(default=None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt override: leaving is saving."""
        super().focusOutEvent(event)
        self.left.emit()


class DayTextField(QWidget):
    """A text over a ``save`` that returns the sentence of a refusal, or nothing.

    ``save`` is given the text, and whether one writes on where one was: then it is the same step of undo.
    """

    def __init__(
        self, name: str, save: Save, parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._saved = ""
        self._writes_on = False
        self._filling = False
        self.name = Label(name, self, weight=SEMIBOLD, wrap=True)
        self._counts = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self.box = GrowingBox(name, self, placeholder=placeholder)
        self.name.setBuddy(self.box)
        self._error = ErrorLine(self)
        self.hits = HitLines(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, self._counts, self.box, self._error, self.hits):
            self._column.addWidget(part)
        self._counts.hide()
        self.box.textChanged.connect(self._on_changed)
        self.box.left.connect(self._on_left)
        self._pause.timeout.connect(self.commit)
        follow_theme(self._dress)

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.box.toPlainText()

    @property
    def counts(self) -> str:
        """What was counted, beside the text."""
        return self._counts.text()

    @property
    def error(self) -> str:
        """Why the text could not be saved; empty when it is."""
        return self._error.text

    def set_name(self, name: str) -> None:
        """Have another name."""
        self.name.setText(name)
        self.box.setAccessibleName(name)

    def show_counts(self, words: str) -> None:
        """Say what was counted."""
        self._counts.setText(words)
        self._counts.setVisible(bool(words))
        self.box.setAccessibleDescription(words)

    def show_text(self, text: str, hits: Sequence[Hit]) -> None:
        """Show the text as it is saved and what the gate says of it. What is being typed is left alone."""
        untouched = clean_text(self.text) == self._saved
        self._saved = text
        self.hits.show_hits(hits)
        if untouched and clean_text(self.text) != text:
            self._filling = True
            self.box.setPlainText(text)
            self._filling = False

    def commit(self) -> None:
        """Save what was typed, or tell why it can't be saved."""
        self._pause.stop()
        typed = clean_text(self.text)
        if typed == self._saved:
            return
        refusal = self._save(typed, self._writes_on)
        mark_wrong(self.box, self._error, refusal)
        if not refusal:
            self._saved, self._writes_on = typed, True
        self.box.setAccessibleDescription(refusal or self.counts)

    def set_read_only(self, reason: str) -> None:
        """Let the text only be read because of ``reason``."""
        self.box.setReadOnly(bool(reason))

    def _on_changed(self) -> None:
        self.box.fit()
        if not self._filling:
            self._pause.start()

    def _on_left(self) -> None:
        self.commit()
        self._writes_on = False

    def _dress(self) -> None:
        self._column.setSpacing(current_theme().px(4))
        self.box.fit()
