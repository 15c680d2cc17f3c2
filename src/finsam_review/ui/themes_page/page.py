"""Owns the tab of themes: the matrix, the notes of the cell one is at, and what is done with both."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.file_notice import FileNotice
from finsam_review.ui.frame.folding_corner import FoldingCorner
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.themes_page.legend import Legend
from finsam_review.ui.themes_page.matrix.model import ThemeMatrixModel
from finsam_review.ui.themes_page.matrix.view import ThemeMatrixView
from finsam_review.ui.themes_page.notes_pane import NotesPane
from finsam_review.ui.themes_page.reading import ThemeReading, concerns
from finsam_review.ui.themes_page.saving import PictureSaving
from finsam_review.ui.themes_page.theme_menu import theme_menu
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState

_PANE = 264
_BESIDE = 780
"""Design px below which the notes are read in place of the matrix instead of beside it."""


class ThemesPage(QFrame):
    """Where several tables saw the same thing. ``corner`` belongs at the right end of the tabs."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._context = context
        self._reading = ThemeReading(context.session)
        self._is_stale = False
        self._at = ("", "")
        self.change_button = Button(_("Change themes"), self, kind="text", icon_name="tag")
        self.save_button = Button(_("Save as picture"), self, icon_name="download-simple")
        self.corner = FoldingCorner((self.change_button, self.save_button), self)
        self.model = ThemeMatrixModel(self)
        self.view = ThemeMatrixView(self.model, self)
        self.view.setAccessibleName(_("Themes of the applications"))
        self.pane = NotesPane(self)
        self._legend = Legend(self)
        self.notice = FileNotice(self)
        self.saving = PictureSaving(context.session, self.notice)
        self._empty = self._make_empty()
        self._lay_out()
        self._connect()
        self._show()
        follow_theme(self._dress)

    def focus_first(self) -> None:
        """Put the focus on the matrix, or on what to do first."""
        if self._shown.currentWidget() is self._empty:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave_notes()

    def refresh(self) -> None:
        """Read everything anew; the place one is at stays."""
        self._is_stale = False
        self._reading.refresh()
        self._show()

    def menu_for(self, note_id: str) -> QMenu:
        """Return the menu that sets themes on a note of the cell one is at; the caller opens it."""
        row, column = self.view.place
        session, themes = self._context.session, self._reading.matrix.themes
        application_id = self.model.row_at(row).application_id

        def choose(codes: tuple[str, ...]) -> None:
            mark = {note_id: codes}
            if not self._context.commands.do(lambda: session.points.mark_notes(application_id, mark)):
                self._context.commands.offer_undo()

        return theme_menu(
            themes,
            self._reading.note_themes(row, note_id),
            kind=self._reading.kind(row),
            at=themes[column].code,
            choose=choose,
            parent=self,
        )

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is read when it is seen."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the notes stand beside the matrix, or in its place."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        matrix, frame = self._reading.matrix, self._reading.frame
        row, column = self.view.place
        self.model.set_matrix(matrix)
        self._legend.show_rules(matrix.themes, frame.kinds)
        empty = not (matrix.rows and matrix.themes)
        self._shown.setCurrentWidget(self._empty if empty else self._both)
        self.save_button.set_blocked(_("There is nothing to save yet.") if empty else "")
        if empty:
            return
        if self.view.place == (-1, -1):
            row, column = min(max(row, 0), len(matrix.rows) - 1), min(max(column, 0), len(matrix.themes) - 1)
            self.view.choose(row, column)
        else:
            self._read(*self.view.place)

    def _read(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            return
        at = (self.model.row_at(row).application_id, self.model.theme_at(column).code)
        self.pane.show_reading(self._reading.cell(row, column), same_cell=at == self._at)
        self._at = at

    def _go_to_notes(self) -> None:
        if self._is_beside:
            self.pane.focus_first()
            return
        self._table.hide()
        self.pane.show()
        self.pane.focus_first()

    def _leave_notes(self) -> None:
        if not self._is_beside:
            self.pane.hide()
            self._table.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        if not self._is_beside:
            self._go_to_notes()

    def _on_themes(self, note_id: str, corner: QPoint) -> None:
        if not self._context.session.read_only and self.view.place[0] >= 0:
            menu = self.menu_for(note_id)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(corner)

    def _on_change_themes(self) -> None:
        from finsam_review.ui.theme_catalogue import ThemeCatalogueDialog

        dialog = ThemeCatalogueDialog(self._context, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_changed(self, changes: Changes) -> None:
        if not self.isVisible():
            self._is_stale = self._is_stale or concerns(changes)
        elif self._reading.follow(changes):
            self._show()

    def _make_empty(self) -> QWidget:
        box = QWidget(self)
        state = EmptyState(
            "tag", _("Nothing to compare yet."), _("Here the themes of all applications are seen."), box
        )
        self._begin = Button(_("Change themes"), box, icon_name="tag")
        self._begin.clicked.connect(self._on_change_themes)
        state.add_button(self._begin)
        row = QHBoxLayout(box)
        row.addStretch(1)
        row.addWidget(state, 3, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return box

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change_themes)
        self.save_button.clicked.connect(self.saving.ask)
        self.view.cell_chosen.connect(self._read)
        self.view.read_requested.connect(self._go_to_notes)
        self.view.clicked.connect(lambda _index: self._on_clicked())
        self.pane.left.connect(self._leave_notes)
        self.pane.themes_requested.connect(self._on_themes)
        self._context.bus.changed.connect(self._on_changed)
        reason = _("The day can only be read here.") if self._context.session.read_only else ""
        self.change_button.set_blocked(reason)
        self._begin.set_blocked(reason)

    def _lay_out(self) -> None:
        self._table = QWidget(self)
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(line_across(self._table))
        column.addWidget(self._legend)
        self._both = QWidget(self)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._divider = line_down(self._both)
        row.addWidget(self._table, 1)
        row.addWidget(self._divider)
        row.addWidget(self.pane)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self._both)
        self._shown.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addWidget(self._shown, 1)

    @property
    def _is_beside(self) -> bool:
        return self.width() >= current_theme().px(_BESIDE)

    def _fit(self) -> None:
        beside, px = self._is_beside, current_theme().px
        reading = self.pane.isAncestorOf(self.focusWidget() or self) and not beside
        self.pane.set_alone(alone=not beside)
        self.pane.setMinimumWidth(px(_PANE) if beside else 0)
        self.pane.setMaximumWidth(px(_PANE) if beside else 16_777_215)
        self._divider.setVisible(beside)
        self._table.setVisible(beside or not reading)
        self.pane.setVisible(beside or reading)

    def _dress(self) -> None:
        self._fit()
