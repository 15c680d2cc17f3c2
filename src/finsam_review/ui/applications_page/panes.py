"""Owns which panes are seen: list in full or folded, board, and the application beside or in its place."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from finsam_review.domain.applications import Application
from finsam_review.ui.application_list import ApplicationListPane
from finsam_review.ui.application_list.pane import FOLDED_WIDTH
from finsam_review.ui.applications_page.header import BoardHeader
from finsam_review.ui.board.board import Board
from finsam_review.ui.context import DayContext
from finsam_review.ui.reader import ReaderPane
from finsam_review.ui.theme import current_theme

_LIST = 492
_BOARD = 3 * 236
_BOARD_LEAST = 420
"""Beside the reader the board may stand under tabs; narrower than this it gives way to it."""
_READER = 520


class Panes(QObject):
    """Fits list, board and reader into the width there is; text never shrinks, panes fold."""

    def __init__(
        self,
        context: DayContext,
        listed: ApplicationListPane,
        header: BoardHeader,
        board: Board,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._list, self._header, self._board, self._page = listed, header, board, page
        self._reader: ReaderPane | None = None
        self._application: Application | None = None
        self._unfolded = False
        self.beside = QWidget(page)
        self._row = QHBoxLayout(self.beside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(board, 1)

    @property
    def reading(self) -> bool:
        """Whether the application itself is shown."""
        return self._reader is not None and not self._reader.isHidden()

    def show_application(self, application: Application | None) -> None:
        """Show another application in the reader, if that is open; a list unfolded to find it folds again."""
        self._application = application
        if self._unfolded:
            self._unfolded = False
            self.fit(self._page.width())
        if self.reading and self._reader is not None and application is not None:
            self._reader.show_application(application)

    def toggle_reader(self) -> None:
        """Open the application beside the board, or close it."""
        if self._application is None:
            return
        if self._reader is None:
            self._reader = ReaderPane(self._context, self.beside)
            self._reader.closed.connect(self.toggle_reader)
            self._row.addWidget(self._reader)
            self._reader.hide()
        self._reader.setVisible(self._reader.isHidden())
        self._header.show_reading(reading=self.reading)
        self.show_application(self._application)
        self.fit(self._page.width())
        if self.reading:
            self._reader.focus_text()
        else:
            self._board.focus_editor(next(iter(self._board.columns)))

    def search(self) -> None:
        """Go to the search field, unfolding the list if need be."""
        self._list.focus_search()

    def unfold(self) -> None:
        """Show the whole list in place of the strip, until an application has been chosen."""
        self._unfolded = True
        self.fit(self._page.width())

    def fit(self, width: int) -> None:
        """Fold what does not fit into ``width`` pixels: first the list, then the board behind the reader."""
        theme = current_theme()
        fixed = theme.px(_LIST)
        wanted = theme.px(_BOARD) + (theme.px(_READER) if self.reading else 0)
        folded = width - fixed < wanted and not self._unfolded
        self._list.set_folded(folded=folded)
        if not folded:
            self._list.setFixedWidth(fixed)
        room = width - (theme.px(FOLDED_WIDTH) if folded else fixed)
        if self._reader is None:
            return
        fits = room - theme.px(_READER) >= theme.px(_BOARD_LEAST)
        self._board.setVisible(not self.reading or fits)
        self._reader.setMinimumWidth(theme.px(_READER) if fits else 0)
        self._reader.setMaximumWidth(theme.px(_READER) if fits else 16777215)

    def step_focus(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane."""
        stops: list[QWidget] = [self._list, self._header, self._board]
        if self.reading and self._reader is not None:
            stops.append(self._reader)
        stops = [stop for stop in stops if stop.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, stop in enumerate(stops) if focus and stop.isAncestorOf(focus)), -1)
        target = stops[(here + step) % len(stops)]
        self._enter(target)

    def _enter(self, pane: QWidget) -> None:
        if pane is self._list:
            self._list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif pane is self._board:
            self._board.focus_editor(next(iter(self._board.columns)))
        elif pane is self._reader and self._reader is not None:
            self._reader.focus_text()
        elif (first := pane.nextInFocusChain()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
