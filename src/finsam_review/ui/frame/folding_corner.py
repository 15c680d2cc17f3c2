"""Owns the right end of a page's tabs: buttons side by side, or ⋯ with all where room is short."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton


class FoldingCorner(QWidget):
    """``buttons`` in their order, the last one at the right."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self.more = IconButton("dots-three-bold", _("More choices"), self, tone="ink")
        self.more.clicked.connect(self._on_more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        for button in (*self._buttons, self.more):
            self._row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    def menu(self) -> QMenu:
        """Return the menu of all buttons; the caller opens it and lets it go."""
        menu = QMenu(self)
        for button in self._buttons:
            action = menu.addAction(button.accessibleName().replace("&", "&&"))
            action.setEnabled(not button.reason)
            action.triggered.connect(button.click)
        return menu

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: as narrow as ⋯ alone."""
        return QSize(self.more.width(), self._row.sizeHint().height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the buttons, or ⋯."""
        super().resizeEvent(event)
        self._fit()

    def _on_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fit(self) -> None:
        needed = sum(button.sizeHint().width() + self._row.spacing() for button in self._buttons)
        roomy = self.width() >= needed
        for button in self._buttons:
            button.setVisible(roomy)
        self.more.setVisible(not roomy)

    def _dress(self) -> None:
        self._row.setSpacing(current_theme().px(8))
        self._fit()
