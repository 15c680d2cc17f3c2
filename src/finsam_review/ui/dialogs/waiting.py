"""Owns the small wait before a day that has to be made first: what, how far, and nothing to press."""

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from finsam_review.ui.theme import current_theme
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.progress import Bar


class Waiting(QDialog):
    """A window-modal wait. The work runs on the file's own thread and calls :meth:`step` as it goes."""

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(what)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar = Bar(what, self)
        column = QVBoxLayout(self)
        margin = current_theme().px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(current_theme().px(12))
        column.addWidget(Label(what, self))
        column.addWidget(self._bar)
        self.setMinimumWidth(current_theme().px(380))
        self.show()
        self._breathe()

    def step(self, number: int, total: int) -> None:
        """Say that ``number`` of ``total`` is done."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(number)
        self._breathe()

    def done(self, result: int = 0) -> None:
        """Close the wait."""
        super().done(result)
        self.deleteLater()

    def _breathe(self) -> None:
        """Let the window paint, but take no key or click while the day is half made."""
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
