"""Owns the pages of an open day: made when first shown, one at a time, left before the day is closed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from finsam_review.ui.applications_page import ApplicationsPage
from finsam_review.ui.context import DayContext
from finsam_review.ui.day.makers import Ways, make_page
from finsam_review.ui.shortcuts import add_key


class DayPages(QStackedWidget):
    """The pages by their keys, and the page of an import under way."""

    shown = Signal(str)
    """A page is shown; carries its key."""
    rail_wanted = Signal()
    """F6 in a page leads to the rail."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages: dict[str, QWidget] = {}
        self._intake: QWidget | None = None
        self._back_to = "applications"
        self._to_leave: list[Callable[[], None]] = []
        self.applications = ApplicationsPage(context, self)
        self.applications.files_dropped.connect(self.take_in)
        self._pages["applications"] = self.applications
        self.addWidget(self.applications)

    @property
    def page(self) -> str:
        """The key of the page shown; empty while applications are taken in."""
        return next((key for key, page in self._pages.items() if page is self.currentWidget()), "")

    def show_page(self, key: str, *, take_focus: bool = True) -> None:
        """Show a page by its key; what stands in an editor goes up.

        While applications are taken in, their page stands in place of the list and the board.
        """
        if key != "applications":
            self.applications.stick_up()
        taking_in = self._intake if key == "applications" else None
        page = taking_in or self._pages.get(key) or self._make(key)
        self.shown.emit(key)
        if page is self.currentWidget():
            return
        self.setCurrentWidget(page)
        if take_focus:
            self.enter()

    def enter(self) -> None:
        """Put the focus where one begins on the page shown."""
        page = self.currentWidget()
        if page is not None:
            begin: Callable[[], None] = getattr(page, "focus_first", page.setFocus)
            begin()

    def leave(self) -> bool:
        """Keep what is being typed before the view goes away; return whether all of it is safe."""
        for leave in self._to_leave:
            leave()
        return self.applications.leave()

    def take_in(self, paths: list[Path], back_to: str = "applications") -> None:
        """Begin to take in applications from files and folders; afterwards page ``back_to`` is shown."""
        from finsam_review.ui.intake_page import IntakePage

        page = IntakePage(self._context, self)
        page.finished.connect(lambda _ids: self._end_intake(offer_undo=True))
        page.cancelled.connect(lambda: self._end_intake(offer_undo=False))
        self.applications.stick_up()
        self._intake, self._back_to = page, back_to
        self.addWidget(page)
        self.show_page("applications")
        page.start(paths)

    def _end_intake(self, *, offer_undo: bool) -> None:
        page, self._intake = self._intake, None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
        self.show_page(self._back_to)
        if offer_undo:
            self._context.commands.offer_undo()

    def _make(self, key: str) -> QWidget:
        ways = Ways(self.show_page, self._show_deadline, self.take_in)
        page = make_page(key, self._context, ways, self)
        leave: Callable[[], None] | None = getattr(page, "leave", None)
        if leave is not None:
            self._to_leave.append(leave)
        return self._add(key, page)

    def _add(self, key: str, page: QWidget) -> QWidget:
        self._pages[key] = page
        self.addWidget(page)
        for keys in ("F6", "Shift+F6"):
            add_key(page, keys, self.rail_wanted.emit)
        return page

    def _show_deadline(self) -> None:
        from finsam_review.ui.settings_page import SettingsPage

        self.show_page("settings")
        page = self._pages["settings"]
        if isinstance(page, SettingsPage):
            page.show_deadline()
