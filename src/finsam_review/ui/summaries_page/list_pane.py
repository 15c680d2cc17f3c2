"""Owns the left side of the page: how many summaries there are, save them all, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.outgoing.exporting import Form
from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.summaries_page.form_choice import FormChoice
from finsam_review.ui.summaries_page.saving_words import SUMMARY_WORDS
from finsam_review.ui.summaries_page.summary_list import SummaryList, SummaryListModel, SummaryRow
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.labels import Label


class ListPane(QFrame):
    """The list, with what concerns all summaries above it."""

    chosen = Signal(str)
    """Another summary is chosen; carries the id of its application."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self.model = SummaryListModel(self)
        self.view = SummaryList(self)
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.save_all = Button("", self, kind="filled", icon_name="download-simple")
        self.form = FormChoice(self)
        self.form.chosen.connect(self._on_form)
        self.name_tables = CheckBox(_("Print the tables' letters"), self)
        self.panel = SavingPanel(SUMMARY_WORDS, self)
        self._count = Label("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._notes = Label("", self, role=Role.SMALL, tone="ink2")
        self._build()
        follow_theme(self._dress)

    @property
    def current(self) -> SummaryRow | None:
        """The row chosen."""
        place = self.view.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def set_rows(self, rows: Sequence[SummaryRow]) -> None:
        """Show ``rows`` and keep the chosen one, or choose the first."""
        before = self.current
        self.model.set_rows(rows)
        count, notes = len(rows), sum(row.notes for row in rows)
        self._count.setText(ngettext("{n} summary", "{n} summaries", count).format(n=count))
        self._notes.setText(ngettext("{n} note", "{n} notes", notes).format(n=notes))
        self.save_all.set_words(ngettext("Save the one summary", "Save all {n}", count).format(n=count))
        places = {row.application_id: place for place, row in enumerate(rows)}
        self.choose(places.get(before.application_id, 0) if before else 0)

    def choose(self, place: int) -> None:
        """Choose the row at ``place``, counted from 0."""
        if 0 <= place < len(self.model.rows):
            index = self.model.index(place)
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _on_form(self, form: Form) -> None:
        self.name_tables.setVisible(form is not Form.INTERNAL)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].application_id)

    def _build(self) -> None:
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._count)
        lines.addWidget(self._notes)
        self._options = QVBoxLayout()
        self._options.addWidget(self.form)
        self._options.addWidget(self.name_tables)
        line = QFrame(self)
        line.setProperty("part", "divider")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FoldingRow(words, self.save_all, self, least=110))
        column.addLayout(self._options)
        column.addWidget(self.panel)
        column.addWidget(line)
        column.addWidget(self.view, 1)

    def _dress(self) -> None:
        theme = current_theme()
        self._options.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
