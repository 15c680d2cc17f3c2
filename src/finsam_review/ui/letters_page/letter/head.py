"""Owns the head of a letter: which it is, what one can do with it, and ⋯ for what there is no room for."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel

_LEAST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why something can't be done with the letter now; empty where it can."""

    template: str = ""
    address: str = ""
    copy: str = ""
    mark: str = ""
    draft: str = ""
    documents: str = ""


class LetterHead(QFrame):
    """Number, title and buttons. The signals say what somebody asks for."""

    back_asked = Signal()
    template_asked = Signal()
    copy_asked = Signal(str)
    address_asked = Signal()
    mark_asked = Signal()
    draft_asked = Signal()
    documents_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._reasons = Reasons()
        self.back = IconButton("arrow-left", _("To the list"), self, tone="ink", keys="Esc")
        self.title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self.template = Button(_("Change the template"), self, icon_name="pencil-simple")
        self.copy = Button(_("Copy the letter"), self, icon_name="copy")
        self.mark = Button(_("Mark as sent"), self, icon_name="paper-plane-tilt")
        self.more = IconButton("dots-three-bold", _("More choices"), self, tone="ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.title, 1)
        for button in (self.template, self.copy, self.mark, self.more):
            self._row.addWidget(button)
        self.back.clicked.connect(self.back_asked)
        self.template.clicked.connect(self.template_asked)
        self.copy.clicked.connect(self._on_copy)
        self.mark.clicked.connect(self.mark_asked)
        self.more.clicked.connect(self._on_more)
        self.back.hide()
        follow_theme(self._dress)

    def show_letter(self, title: str, *, ticked: bool, reasons: Reasons) -> None:
        """Say which letter it is, and block what can't be done with it."""
        self._reasons = reasons
        self.title.setText(title)
        self.mark.set_words(_("Not sent after all") if ticked else _("Mark as sent"))
        self.template.set_blocked(reasons.template)
        self.copy.set_blocked(reasons.copy)
        self.mark.set_blocked(reasons.mark)
        self._fit()

    def menu(self) -> QMenu:
        """Return the menu of ⋯: first what has no room as a button. The caller opens it and lets it go."""
        menu = QMenu(self)
        for button in (self.mark, self.copy, self.template):
            if not button.isVisibleTo(self):
                _add(menu, button.accessibleName(), button.click, button.reason)
        reasons = self._reasons
        _add(menu, _("Copy the address"), lambda: self.copy_asked.emit("to"), reasons.copy)
        _add(menu, _("Copy the subject"), lambda: self.copy_asked.emit("subject"), reasons.copy)
        _add(menu, _("Change the address"), self.address_asked.emit, reasons.address)
        menu.addSeparator()
        _add(menu, _("Save this draft alone"), self.draft_asked.emit, reasons.draft)
        _add(menu, _("Save a folder with the PDF files"), self.documents_asked.emit, reasons.documents)
        return menu

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: the title cut short, and ⋯."""
        px = current_theme().px
        return QSize(px(150) + self.more.width(), self._row.sizeHint().height())

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: as many buttons as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _on_copy(self) -> None:
        self.copy_asked.emit("body")

    def _on_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _fit(self) -> None:
        """Show the buttons that there is room for, the most needed first."""
        px = current_theme().px
        room = self.width() - px(_LEAST_TITLE) - self.more.width() - 2 * px(16)
        room -= self.back.width() + px(8) if not self.back.isHidden() else 0
        for button in (self.mark, self.copy, self.template):
            room -= button.sizeHint().width() + px(8)
            button.setVisible(room >= 0)

    def _dress(self) -> None:
        px = current_theme().px
        self._row.setContentsMargins(px(14), px(8), px(12), px(8))
        self._row.setSpacing(px(8))
        self._fit()


def _add(menu: QMenu, words: str, run: Callable[[], object], reason: str) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setEnabled(not reason)
    action.triggered.connect(lambda _checked=False: run())
