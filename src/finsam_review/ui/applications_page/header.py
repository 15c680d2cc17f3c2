"""Owns the line above the board: which application, the way to its text, and which table writes."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.domain.workshop import TableGroup
from finsam_review.i18n import gettext as _
from finsam_review.services.day import Frame
from finsam_review.ui.facts import facts_line
from finsam_review.ui.marks.badges import TableButton
from finsam_review.ui.theme import SEMIBOLD, Role, current_theme
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.widgets.buttons import Button, IconButton
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class BoardHeader(QFrame):
    """Title and facts of the application on the board; *Läs ansökan*, the table chooser, and ⋯."""

    read_toggled = Signal()
    table_chosen = Signal(int)
    table_view_requested = Signal(int)
    details_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._tables: tuple[TableGroup, ...] = ()
        self._reading = False
        self._number_of_table = 1
        self._number = Label("", self, role=Role.TITLE, weight=SEMIBOLD)
        self._title = ElidedLabel("", self, role=Role.TITLE, weight=SEMIBOLD)
        self._facts = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._more = IconButton("dots-three", _("More about the application"), self, tone="ink")
        self._read = Button(_("Read application"), self, icon_name="book-open")
        self._table = TableButton(1, self)
        self._more.clicked.connect(self._open_more)
        self._read.clicked.connect(self.read_toggled)
        self._table.clicked.connect(self.open_tables)
        self._lay_out()
        follow_theme(self._dress)

    def show_application(self, application: Application | None, frame: Frame) -> None:
        """Show what is known of ``application``."""
        self._tables = frame.tables
        for part in (self._more, self._read, self._table):
            part.setEnabled(application is not None)
        if application is None:
            self._number.setText("")
            self._title.setText("")
            self._facts.setText("")
            return
        self._number.setText(str(application.number))
        self._title.setText(application.title)
        self._facts.setText(facts_line(application, frame, with_diary_number=True))

    def show_table(self, number: int) -> None:
        """Show which table writes."""
        self._number_of_table = number
        self._table.set_table(number)

    def show_reading(self, *, reading: bool) -> None:
        """Show whether the application itself stands beside the board."""
        self._reading = reading
        self._dress()

    def open_tables(self) -> None:
        """Open the table chooser."""
        menu = QMenu(self)
        for table in self._tables:
            words = _("Table &{letter}").format(letter=table.letter)
            action = menu.addAction(words)
            action.triggered.connect(lambda _c=False, n=table.number: self.table_chosen.emit(n))
        menu.addSeparator()
        whole = menu.addAction(_("Show as the table's own view"))
        whole.triggered.connect(lambda _c=False: self.table_view_requested.emit(self._number_of_table))
        menu.exec(self._table.mapToGlobal(QPoint(0, self._table.height())))
        menu.deleteLater()

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Change the details …")).triggered.connect(self.details_requested)
        menu.addSeparator()
        menu.addAction(_("Undo")).triggered.connect(self.undo_requested)
        menu.addAction(_("Redo")).triggered.connect(self.redo_requested)
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))
        menu.deleteLater()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._number)
        heading.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(heading)
        words.addWidget(self._facts)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for part in (self._more, self._read, self._table):
            self._row.addWidget(part)

    def _dress(self) -> None:
        theme = current_theme()
        short = theme.text_scale >= 1.5
        if self._reading:
            self._read.set_words(_("Hide") if short else _("Hide application"))
        else:
            self._read.set_words(_("Read") if short else _("Read application"))
        self._facts.setVisible(not short)
        self._row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._row.setSpacing(theme.px(10))
