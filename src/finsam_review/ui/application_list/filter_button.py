"""Owns the button that chooses which applications the list shows: *Alla 16*."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.application_list.model import ApplicationFilter, Show
from finsam_review.ui.widgets.buttons import MenuButton


class FilterButton(MenuButton):
    """Says what is shown and how many there are, and opens the menu of the other ways."""

    show_asked = Signal(object)
    """Carries the Show that was chosen."""

    def __init__(self, rows: ApplicationFilter, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._rows = rows
        self._menu = QMenu(self)
        self.clicked.connect(self._open_menu)
        self.refresh()

    def refresh(self) -> None:
        """Say what is shown now."""
        count = self._rows.count_of(self._rows.shown)
        self.set_words(f"{_button_words()[self._rows.shown]} {count}")

    def _open_menu(self) -> None:
        self._menu.clear()
        for show, words in _menu_words().items():
            action = self._menu.addAction(f"{words} {self._rows.count_of(show)}")
            action.setCheckable(True)
            action.setChecked(show is self._rows.shown)
            action.triggered.connect(lambda _checked=False, show=show: self.show_asked.emit(show))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def _button_words() -> dict[Show, str]:
    return {
        Show.ALL: _("All"),
        Show.UNANSWERED: _("Unanswered"),
        Show.DOUBTS: _("Doubts"),
        Show.LOOSE: _("Not stuck up"),
    }


def _menu_words() -> dict[Show, str]:
    return {
        Show.ALL: _("All"),
        Show.UNANSWERED: _("With unanswered questions"),
        Show.DOUBTS: _("With doubts"),
        Show.LOOSE: _("With texts not stuck up"),
    }
