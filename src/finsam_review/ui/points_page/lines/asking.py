"""Owns the lines that ask, all together: what is open, and what becomes of it when one goes on."""

from PySide6.QtCore import QObject, Signal

from finsam_review.ui.points_page.lines.approve_line import ApproveLine
from finsam_review.ui.points_page.lines.choice_line import ChoiceLine
from finsam_review.ui.points_page.lines.writing_line import WritingLine


class Asking(QObject):
    """The line above the lists and the two below them. ``changed`` tells that one has opened or closed."""

    changed = Signal()
    closed = Signal()

    def __init__(
        self, approve: ApproveLine, choice: ChoiceLine, writing: WritingLine, *, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choice, self._writing = choice, writing
        self._lines = (approve, choice, writing)
        for line in self._lines:
            line.opened.connect(self.changed)
            line.closed.connect(self.changed)
            line.closed.connect(self.closed)

    @property
    def at_foot(self) -> bool:
        """Whether one of those below the lists is open."""
        return not (self._writing.isHidden() and self._choice.isHidden())

    def put_away(self) -> bool:
        """Carry out what was changed in the writing line, and close what asks; return whether all is safe."""
        if self._writing.is_changed and not self._writing.carry_out():
            return False
        for line in self._lines:
            line.close_line()
        return True
