"""Owns the open day on screen: which page is shown, and the keys that work on every page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.ui.applications_page import ApplicationsPage
from finsam_review.ui.context import DayContext
from finsam_review.ui.day.header import DayHeader
from finsam_review.ui.day.pages import DayPages
from finsam_review.ui.day.status_line import StatusLine
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.frame.rail import Rail, RailPage
from finsam_review.ui.guard import guarded
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme import current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.messages import UndoLine

_NARROW_FROM = 1.5
_ROOMY = 1000


class DayView(QWidget):
    """The facilitator's view of a day. The rail lists only pages that work."""

    table_view_requested = Signal(int)
    day_view_requested = Signal()
    close_requested = Signal()

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._header = DayHeader(context, self)
        self._rail = Rail(_rail_pages(), self)
        self._pages = DayPages(context, self)
        self._status = StatusLine(context, self)
        self._undo_line = UndoLine(self)
        self._applications = self._pages.applications
        self._lay_out()
        self._connect()
        self._add_actions()
        follow_theme(self._dress)

    @property
    def context(self) -> DayContext:
        """The open day."""
        return self._context

    @property
    def applications(self) -> ApplicationsPage:
        """The page of applications."""
        return self._applications

    @property
    def writing_at(self) -> tuple[int, str]:
        """The number of the table that writes, and the id of the application it writes on."""
        return self._applications.writing_at

    def write_at(self, table: int, application_id: str) -> None:
        """Let ``table`` write on an application."""
        self._applications.write_at(table, application_id)

    @property
    def page(self) -> str:
        """The key of the page shown; empty while applications are taken in."""
        return self._pages.page

    def window_title(self, name: str) -> str:
        """Return what the window is called while this view is shown; ``name`` is the file's."""
        return _("{name} – Workshop day").format(name=name)

    def focus_first(self) -> None:
        """Put the focus where one writes, or where the list begins."""
        self._applications.focus_first()

    def leave(self) -> bool:
        """Keep what stands in the editors before the view goes away; return whether all of it is safe."""
        return self._pages.leave()

    def let_go(self) -> None:
        """Write nothing any more: the day is being closed, or another view takes over."""
        self._applications.let_go()

    def show_page(self, key: str) -> None:
        """Show a page by its key, as on the rail; the focus stays on the rail if it is there."""
        focus = QApplication.focusWidget()
        on_rail = focus is not None and self._rail.isAncestorOf(focus)
        self._pages.show_page(key, take_focus=not on_rail)

    def take_in(self, paths: list[Path]) -> None:
        """Begin to take in applications from files and folders."""
        self._pages.take_in(paths)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self._undo_line, 0, Qt.AlignmentFlag.AlignLeft)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._rail)
        body.addLayout(middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        self._under_header = line_across(self)
        column.addWidget(self._under_header)
        column.addLayout(body, 1)
        column.addWidget(line_across(self))
        column.addWidget(self._status)

    def _connect(self) -> None:
        commands = self._context.commands
        self._rail.page_chosen.connect(self.show_page)
        self._header.close_requested.connect(self.close_requested)
        self._applications.wall_changed.connect(self._status.show_wall)
        self._pages.shown.connect(self._rail.choose)
        self._pages.rail_wanted.connect(self._rail.setFocus)
        self._applications.table_view_requested.connect(self.table_view_requested)
        commands.undoable.connect(self._undo_line.offer)
        self._undo_line.undo_requested.connect(commands.undo)
        commands.remarked.connect(self._undo_line.hide)
        self._context.bus.changed.connect(self._on_changed)
        self._applications.refresh()

    def _add_actions(self) -> None:
        commands = self._context.commands
        add_key(self, "Ctrl+Z", commands.undo)
        add_key(self, "Ctrl+Y", commands.redo)
        add_key(self, "Ctrl+Shift+Z", commands.redo)
        for page in _rail_pages():
            add_key(self, page.keys, partial(self.show_page, page.key))
        for keys in ("F6", "Shift+F6"):
            add_key(self._rail, keys, self._pages.enter)

    def _on_changed(self, changes: Changes) -> None:
        if changes.workshop:
            self._header.refresh()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the header gives way when the text is large and room is short."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        theme = current_theme()
        self._rail.set_narrow(narrow=theme.text_scale >= _NARROW_FROM)
        roomy = theme.text_scale < _NARROW_FROM or self.width() >= theme.px(_ROOMY)
        self._header.setVisible(roomy)
        self._under_header.setVisible(roomy)


def _rail_pages() -> list[RailPage]:
    return [
        RailPage("applications", _("Applications"), "list-bullets", "Ctrl+1"),
        RailPage("summaries", _("Summary"), "checks", "Ctrl+2"),
        RailPage("outgoing", _("Outgoing"), "envelope-simple", "Ctrl+3"),
        RailPage("follow_up", _("Follow-up"), "arrows-clockwise", "Ctrl+4"),
        RailPage("settings", _("Settings"), "gear", "Ctrl+5", foot=True),
    ]
