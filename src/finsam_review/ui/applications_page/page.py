"""Owns the page of applications: list, board and reader together, and the keys that move between them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.services.wall import Wall
from finsam_review.ui.application_list import ApplicationListPane
from finsam_review.ui.applications_page.details import edit_details
from finsam_review.ui.applications_page.empty import NoApplications
from finsam_review.ui.applications_page.header import BoardHeader
from finsam_review.ui.applications_page.panes import Panes
from finsam_review.ui.applications_page.rows import row_of
from finsam_review.ui.applications_page.tools import ListTools
from finsam_review.ui.board.board import Board
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page import accepted_paths
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.writing import BoardPresenter, newest_draft, questions_of, table_that_stays


class ApplicationsPage(QWidget):
    """Which questions are unanswered, and where to write."""

    wall_changed = Signal(int, int)
    files_dropped = Signal(list)
    table_view_requested = Signal(int)

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = Wall(context.session)
        self._list = ApplicationListPane(self)
        self._tools = ListTools(context, self)
        self._list.add_tool(self._tools)
        self._nothing = NoApplications(self)
        self._header = BoardHeader(self)
        self._board = Board(questions_of(self._wall.frame), self)
        self._presenter = BoardPresenter(context, self._board)
        self._panes = Panes(context, self._list, self._header, self._board, self)
        self._table = table_that_stays(context, self._wall.frame)
        self._place_in_list = 0
        self.setAcceptDrops(not context.session.read_only)
        self._lay_out()
        self._connect()
        self._add_actions()
        follow_theme(self._dress)

    @property
    def board(self) -> Board:
        """The board of the chosen application."""
        return self._board

    @property
    def writing_at(self) -> tuple[int, str]:
        """The number of the table that writes, and the id of the application it writes on."""
        return self._table, self._presenter.application_id

    def write_at(self, table: int, application_id: str) -> None:
        """Let ``table`` write on an application, if the day has both."""
        if self._wall.get(application_id) and table in {t.number for t in self._wall.frame.tables}:
            self._choose(application_id, table=table)

    def toggle_reader(self) -> None:
        """Open the application beside the board, or close it."""
        self._panes.toggle_reader()

    def refresh(self) -> None:
        """Show every row anew and keep the choice."""
        self._list.set_rows([row_of(item, self._wall.frame) for item in self._wall.all()])
        self.wall_changed.emit(*self._wall.total())
        chosen = self._presenter.application_id
        ids = list(self._wall.ids())
        if not chosen and self._go_on(ids):
            return
        self._choose(chosen if chosen in ids else (ids[0] if ids else ""))

    def focus_first(self) -> None:
        """Put the focus in the first editor; on an empty day on the way to begin."""
        if self._application() is None:
            self._nothing.setFocus()
        elif self._context.session.read_only:
            self._list.view.setFocus()
        else:
            self._presenter.focus_editor(1)

    def stick_up(self) -> None:
        """Stick up what stands in the editors."""
        self._presenter.stick_up()

    def leave(self) -> bool:
        """Keep what stands in the editors, for when the day is opened again; return whether all is safe."""
        return self._presenter.keep_drafts()

    def let_go(self) -> None:
        """Write nothing any more."""
        self._presenter.let_go()

    @guarded(default=None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt override: files and folders are welcome."""
        if accepted_paths(event.mimeData()):
            event.acceptProposedAction()

    @guarded(default=None)
    def dropEvent(self, event: QDropEvent) -> None:
        """Qt override: take in what was dropped."""
        paths = accepted_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: panes fold when room is short."""
        super().resizeEvent(event)
        self._panes.fit(self.width())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._header)
        right.addWidget(line_across(self))
        right.addWidget(self._nothing, 1)
        right.addWidget(self._panes.beside, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(line_down(self))
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._list.application_chosen.connect(self._choose)
        self._list.unfold_requested.connect(self._panes.unfold)
        self._tools.files_chosen.connect(self.files_dropped)
        self._tools.add_requested.connect(partial(edit_details, self._context, None, self))
        self._nothing.intake_requested.connect(self._tools.choose_files)
        self._nothing.add_requested.connect(partial(edit_details, self._context, None, self))
        self._header.read_toggled.connect(self._panes.toggle_reader)
        self._header.table_chosen.connect(self._choose_table)
        self._header.table_view_requested.connect(self.table_view_requested)
        self._header.details_requested.connect(lambda: edit_details(self._context, self._application(), self))
        self._header.undo_requested.connect(self._context.commands.undo)
        self._header.redo_requested.connect(self._context.commands.redo)
        self._follow_preferences()
        self._context.preferences.changed.connect(self._follow_preferences)
        self._context.bus.changed.connect(self._on_changed)

    def _add_actions(self) -> None:
        add_key(self, "Alt+Up", lambda: self._step(-1))
        add_key(self, "Alt+Down", lambda: self._step(1))
        for number in (1, 2, 3):
            add_key(self, f"Alt+{number}", partial(self._presenter.focus_editor, number))
        add_key(self, "Ctrl+B", self._header.open_tables)
        add_key(self, "Ctrl+L", self._panes.toggle_reader)
        add_key(self, "Ctrl+F", self._panes.search)
        add_key(self, "F6", lambda: self._panes.step_focus(1))
        add_key(self, "Shift+F6", lambda: self._panes.step_focus(-1))

    def _go_on(self, ids: list[str]) -> bool:
        """Begin where a text still stands that did not get up; return whether there is one."""
        left = newest_draft(self._context.session)
        if left is not None and left.topic_id in ids:
            self._choose(left.topic_id, table=self._wall.frame.table(left.table_id).number)
        return left is not None and left.topic_id in ids

    def _choose(self, application_id: str, *, table: int | None = None) -> None:
        """Put an application on the board, with ``table`` writing; both stay when a text is not safe."""
        number = self._table if table is None else table
        writing = next(t for t in self._wall.frame.tables if t.number == number)
        if self._presenter.show(application_id, writing.id) and number != self._table:
            self._table = number
            self._context.preferences.keep_table(self._wall.frame.workshop.id, number)
        self._list.select(self._presenter.application_id)
        ids = self._list.shown_ids
        if self._presenter.application_id in ids:
            self._place_in_list = ids.index(self._presenter.application_id)
        self._header.show_table(self._table)
        self._show_application()

    def _show_application(self) -> None:
        application = self._application()
        self._header.show_application(application, self._wall.frame)
        for part in (self._list, self._header, self._panes.beside):
            part.setVisible(application is not None)
        self._nothing.setVisible(application is None)
        self._panes.show_application(application)

    def _choose_table(self, number: int) -> None:
        self._choose(self._presenter.application_id, table=number)

    def _application(self) -> Application | None:
        found = self._wall.get(self._presenter.application_id)
        return found.application if found else None

    def _on_changed(self, changes: Changes) -> None:
        touched = self._wall.follow(changes)
        if changes.applications or changes.readings or changes.questions:
            self.refresh()
            return
        if touched:
            self._list.set_rows([row_of(item, self._wall.frame) for item in self._wall.all()])
            self.wall_changed.emit(*self._wall.total())

    def _step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) application of those shown.

        One that its last answer took out of the list has left its place to the next.
        """
        ids = self._list.shown_ids
        gone = self._presenter.application_id not in ids
        here = self._place_in_list - (1 if gone and step > 0 else 0)
        if ids and 0 <= here + step < len(ids):
            self._choose(ids[here + step])

    def _follow_preferences(self) -> None:
        self._board.set_enter_submits(submits=self._context.preferences.current.enter_submits)

    def _dress(self) -> None:
        self._panes.fit(self.width())
