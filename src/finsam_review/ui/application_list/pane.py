"""Owns the pane of applications: search, filter, headings and list, or a strip of numbers when folded."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.application_list.filter_button import FilterButton
from finsam_review.ui.application_list.header import ListHeader, Order
from finsam_review.ui.application_list.matrix import MatrixShape
from finsam_review.ui.application_list.model import (
    ApplicationFilter,
    ApplicationListModel,
    RowRole,
    Show,
)
from finsam_review.ui.application_list.row import ApplicationRow
from finsam_review.ui.application_list.view import ApplicationListView
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import IconButton
from finsam_review.ui.widgets.fields import SearchField
from finsam_review.ui.widgets.labels import Label

WIDTH = 492
FOLDED_WIDTH = 76
_TITLE_LEAST = 190


class ApplicationListPane(QFrame):
    """The list of applications with what finds and sorts them."""

    application_chosen = Signal(str)
    """A person has come to an application; carries its id."""
    unfold_requested = Signal()
    """The strip was asked to become a list again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._chosen, self._folded, self._quiet = "", False, False
        self._tools: list[QWidget] = []
        self.model = ApplicationListModel(self)
        self.filter = ApplicationFilter(self.model, self)
        self.search = SearchField(_("Search application, applicant, party"), self)
        self.filter_button = FilterButton(self.filter, self)
        self._open = IconButton("magnifying-glass", _("Show the list"), self, tone="ink", keys="Ctrl+F")
        self.header = ListHeader(self)
        self.view = ApplicationListView(self)
        self._nothing = Label("", self, tone="ink2", wrap=True)
        self._divider = QFrame(self)
        self._build()
        self._connect()
        follow_theme(self._dress)
        self._on_rows()

    @property
    def chosen(self) -> str:
        """The id of the chosen application, or an empty string."""
        return self._chosen

    @property
    def shown_ids(self) -> list[str]:
        """The ids of the applications shown, in order: what Alt+↑ and Alt+↓ go through."""
        places = range(self.filter.rowCount())
        return [str(self.filter.index(place, 0).data(RowRole.APPLICATION_ID)) for place in places]

    @property
    def is_folded(self) -> bool:
        """Whether the pane is a strip of numbers."""
        return self._folded

    def set_rows(self, rows: Sequence[ApplicationRow]) -> None:
        """Show ``rows``; the chosen application stays chosen."""
        self._quiet = True
        self.model.set_rows(rows)
        self._quiet = False
        self._on_rows()

    def select(self, application_id: str) -> None:
        """Choose an application without telling anybody; it is brought into sight if it is shown."""
        self._chosen = application_id
        self._show_chosen()

    def add_tool(self, tool: QWidget) -> None:
        """Put ``tool`` at the right of the filter; it goes away with it when the pane is folded."""
        self._tools.append(tool)
        self._top.addWidget(tool)

    def focus_search(self) -> None:
        """Put the caret in the search field; a folded pane asks to be unfolded first."""
        if self._folded:
            self.unfold_requested.emit()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_folded(self, *, folded: bool) -> None:
        """Become a strip of numbers, or a list again."""
        if folded != self._folded:
            self._folded = folded
            self.view.delegate.folded = folded
            for part in (self.search, self.filter_button, self.header, *self._tools):
                part.setVisible(not folded)
            self._open.setVisible(folded)
            self._divider.setVisible(folded)
            self._dress()
            self._on_rows()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: the width of the design."""
        return QSize(current_theme().px(FOLDED_WIDTH if self._folded else WIDTH), 400)

    def _build(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.search, 1)
        self._top.addWidget(self.filter_button)
        self._top.addWidget(self._open, 0, Qt.AlignmentFlag.AlignHCenter)
        self._divider.setProperty("part", "divider")
        self._divider.setFixedHeight(1)
        self._divider.hide()
        self._open.hide()
        self._nothing.hide()
        self.view.setModel(self.filter)
        self.view.setAccessibleName(_("Applications"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.header)
        column.addWidget(self._divider)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.filter_button.show_asked.connect(self._on_show)
        self._open.clicked.connect(self.unfold_requested)
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_search_done)
        self.search.down_pressed.connect(self._on_search_down)
        self.header.sort_asked.connect(self._on_sort)
        self.view.current_changed.connect(self._on_current)
        self.view.resized.connect(self._fit_matrix)

    def _on_show(self, show: Show) -> None:
        self._quiet = True
        self.filter.show_only(show)
        self._on_rows()

    def _on_search(self, text: str) -> None:
        self._quiet = True
        self.filter.search(text)
        self._on_rows()

    def _on_sort(self, order: Order) -> None:
        self._quiet = True
        self.filter.sort_by(order.key, falling=order.falling)
        self._on_rows()

    def _on_search_done(self) -> None:
        """Enter in the search field chooses the first that is found."""
        if self.filter.rowCount():
            self.view.setCurrentIndex(self.filter.index(0, 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search_down(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self) -> None:
        index = self.view.currentIndex()
        if self._quiet or not index.isValid():
            return
        application_id = str(index.data(RowRole.APPLICATION_ID))
        if application_id != self._chosen:
            self._chosen = application_id
            self.application_chosen.emit(application_id)

    def _on_rows(self) -> None:
        """Show what has become of the list: the chosen row, the counts, the words when it is empty."""
        self._quiet = False
        self._show_chosen()
        self.filter_button.refresh()
        empty = self.filter.rowCount() == 0
        self._nothing.setText(_no_match() if self.model.rows else _no_applications())
        self._nothing.setVisible(empty and not self._folded)
        self._fit_matrix()

    def _show_chosen(self) -> None:
        self._quiet = True
        place = self.filter.mapFromSource(self.model.index(self.model.place_of(self._chosen), 0))
        if place.isValid():
            chooses = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(place, chooses)
            self.view.scrollTo(place)
        else:
            self.view.selectionModel().clear()
        self._quiet = False

    def _fit_matrix(self) -> None:
        tables = max((len(row.badges) for row in self.model.rows), default=3)
        questions = max((len(b[2]) for row in self.model.rows for b in row.badges), default=3)
        shape = MatrixShape(tables, questions, wide=True)
        width, px = self.width(), current_theme().px
        if width - px(shape.width) - px(60) < px(_TITLE_LEAST) and not self._folded:
            shape = MatrixShape(tables, questions, wide=False)
        delegate = self.view.delegate
        if delegate.matrix != shape or delegate.row_width != width:
            delegate.matrix, delegate.row_width = shape, width
            self.view.scheduleDelayedItemsLayout()
            self.view.viewport().update()
        self.header.set_matrix(delegate.matrix_left(width), questions)

    def _dress(self) -> None:
        px = current_theme().px
        if self._folded:
            self.setFixedWidth(px(FOLDED_WIDTH))
        else:
            self.setMinimumWidth(px(300))
            self.setMaximumWidth(16_777_215)
        self._top.setContentsMargins(px(12), px(10), px(12), px(6))
        self._top.setSpacing(px(8))
        self._nothing.setContentsMargins(px(16), px(16), px(16), px(16))
        self._fit_matrix()


def _no_match() -> str:
    return _("No application matches. Empty the search field, or choose All.")


def _no_applications() -> str:
    return _(
        "No applications yet. Drop files or a folder here. Word, PDF, ODT and the diary list will do, "
        "in any order."
    )
