"""Owns the view of one table: where we are, where to write, that it is saved, and nothing to get lost in."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.services.wall import Wall
from finsam_review.ui.board.board import Board
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.reader import ReaderPane
from finsam_review.ui.shortcuts import add_key
from finsam_review.ui.table_view.foot import TableFoot
from finsam_review.ui.table_view.heading import ApplicationHeading
from finsam_review.ui.table_view.order_list import OrderRow
from finsam_review.ui.table_view.side import TableSide
from finsam_review.ui.widgets.messages import UndoLine
from finsam_review.ui.writing import BoardPresenter, newest_draft, questions_of


class TableView(QWidget):
    """A table's own view of the day: its applications in its order, its own notes, in large type."""

    table_view_requested = Signal(int)
    day_view_requested = Signal()

    def __init__(self, context: DayContext, table: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wall = Wall(context.session)
        self._table = next(t for t in self._wall.frame.tables if t.number == table)
        self._side = TableSide(self._table, self)
        self._heading = ApplicationHeading(self)
        self._board = Board(questions_of(self._wall.frame), self, editor_first=True)
        self._presenter = BoardPresenter(context, self._board, only_own=True)
        self._reader: ReaderPane | None = None
        self._undo_line = UndoLine(self)
        self._foot = TableFoot(context, self)
        self._lay_out()
        self._connect()
        self._add_actions()
        self._refresh_order()
        self._choose(self._place_to_begin())

    @property
    def context(self) -> DayContext:
        """The open day."""
        return self._context

    @property
    def writing_at(self) -> tuple[int, str]:
        """The number of the table, and the id of the application it writes on."""
        return self._table.number, self._presenter.application_id

    def write_at(self, _table: int, application_id: str) -> None:
        """Write on an application, if the table reads it."""
        if application_id in self._order():
            self._choose(application_id)

    def window_title(self, _name: str) -> str:
        """Return what the window is called while this view is shown."""
        title = self._wall.frame.workshop.title
        return _("Table {letter} – {title}").format(letter=self._table.letter, title=title)

    def focus_first(self) -> None:
        """Put the focus in the first editor."""
        self._presenter.focus_editor(1)

    def leave(self) -> bool:
        """Keep what stands in the editors before the view goes away; return whether all of it is safe."""
        return self._presenter.keep_drafts()

    def let_go(self) -> None:
        """Write nothing any more: the day is being closed, or another view takes over."""
        self._presenter.let_go()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._heading)
        middle.addWidget(line_across(self))
        self._work = QHBoxLayout()
        self._work.setSpacing(0)
        self._work.addWidget(self._board, 1)
        middle.addLayout(self._work, 1)
        middle.addWidget(self._undo_line, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addWidget(line_across(self))
        middle.addWidget(self._foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(line_down(self, part="line"))
        row.addLayout(middle, 1)

    def _connect(self) -> None:
        self._side.chosen.connect(self._choose)
        self._side.left.connect(self.day_view_requested)
        self._heading.read_toggled.connect(self._toggle_reader)
        self._foot.stepped.connect(self._step)
        self._board.set_enter_submits(submits=self._context.preferences.current.enter_submits)
        self._context.bus.changed.connect(self._on_changed)
        commands = self._context.commands
        commands.undoable.connect(self._undo_line.offer)
        commands.remarked.connect(self._undo_line.hide)
        self._undo_line.undo_requested.connect(commands.undo)

    def _add_actions(self) -> None:
        commands = self._context.commands
        add_key(self, "Ctrl+Z", commands.undo)
        add_key(self, "Ctrl+Y", commands.redo)
        add_key(self, "Ctrl+Shift+Z", commands.redo)
        add_key(self, "Alt+Up", lambda: self._step(-1))
        add_key(self, "Alt+Down", lambda: self._step(1))
        add_key(self, "Ctrl+L", self._toggle_reader)
        for keys in ("F6", "Shift+F6"):
            add_key(self, keys, self._other_pane)
        for number in (1, 2, 3):
            add_key(self, f"Alt+{number}", partial(self._presenter.focus_editor, number))

    def _other_pane(self) -> None:
        """Move the focus between the reading order and where one writes or reads."""
        if not self._side.has_focus():
            self._side.focus_order()
        elif self._reader is not None and self._reader.isVisible():
            self._reader.focus_text()
        else:
            self._presenter.focus_editor(1)

    def _order(self) -> tuple[str, ...]:
        own = self._wall.frame.order_of(self._table.id)
        known = [key for key in own if self._wall.get(key)]
        return tuple(known or self._wall.ids())

    def _refresh_order(self) -> None:
        drafts = (draft.place for draft in self._context.session.notes.drafts())
        loose = Counter(place.topic_id for place in drafts if place.table_id == self._table.id)
        rows = [
            OrderRow(key, place, found.application.short_title, self._is_done(key), loose[key])
            for place, key in enumerate(self._order(), start=1)
            if (found := self._wall.get(key))
        ]
        self._side.show_order(rows)

    def _is_done(self, application_id: str) -> bool:
        found = self._wall.get(application_id)
        if found is None:
            return False
        own = next((a for a in found.tables if a.table.id == self._table.id), None)
        return own is not None and all(own.answered)

    def _place_to_begin(self) -> str:
        """Return the application with a text of this table that did not get up, else the first undone."""
        order = self._order()
        left = newest_draft(self._context.session, table_id=self._table.id) if self._table else None
        if left is not None and left.topic_id in order:
            return left.topic_id
        return next((key for key in order if not self._is_done(key)), order[0] if order else "")

    def _choose(self, application_id: str) -> None:
        self._presenter.show(application_id, self._table.id)
        application_id = self._presenter.application_id
        application = self._application(application_id)
        self._side.select(application_id)
        self._heading.show_application(application, self._wall.frame)
        order = self._order()
        place = order.index(application_id) if application_id in order else -1
        following = self._application(order[place + 1]) if 0 <= place < len(order) - 1 else None
        self._foot.show_place(place, following.short_title if following else "")
        if self._reader is not None and application is not None and self._reader.isVisible():
            self._reader.show_application(application)
        self._presenter.focus_editor(1)

    def _application(self, application_id: str) -> Application | None:
        found = self._wall.get(application_id)
        return found.application if found else None

    def _step(self, step: int) -> None:
        order = self._order()
        if self._presenter.application_id not in order:
            return
        place = order.index(self._presenter.application_id) + step
        if 0 <= place < len(order):
            self._choose(order[place])
        else:
            self._presenter.stick_up()

    def _toggle_reader(self) -> None:
        application = self._application(self._presenter.application_id)
        if application is None:
            return
        if self._reader is None:
            self._reader = ReaderPane(self._context, self)
            self._reader.closed.connect(self._toggle_reader)
            self._work.addWidget(self._reader, 1)
            self._reader.hide()
        opening = self._reader.isHidden()
        self._reader.setVisible(opening)
        self._board.setVisible(not opening)
        self._heading.show_reading(reading=opening)
        if opening:
            self._reader.show_application(application)
            self._reader.focus_text()
        else:
            self._presenter.focus_editor(1)

    def _on_changed(self, changes: Changes) -> None:
        if self._wall.follow(changes) or changes.readings:
            self._refresh_order()
