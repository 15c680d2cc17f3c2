"""Owns text of a mail that is only read: as high as it is, broken within a word if need be, never cut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme


class Written(QPlainTextEdit):
    """Plain text that can be selected with the mouse. What scrolls is the card around it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setStyleSheet("QPlainTextEdit { border: none; background: transparent; padding: 0; }")
        self.document().setDocumentMargin(0)
        for off in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            off(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    def say(self, text: str) -> None:
        """Show ``text``."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._fit()

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: as narrow as a few letters."""
        return QSize(current_theme().px(40), self.height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the text. Asking for a paragraph's place is what makes Qt lay it out."""
        layout, block, high = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            high += layout.blockBoundingRect(block).height()
            block = block.next()
        self.setFixedHeight(max(self.fontMetrics().lineSpacing(), round(high)) + 2)

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY))
        self.viewport().setFont(self.font())
        self._fit()
