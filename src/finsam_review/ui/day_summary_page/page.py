"""Owns the tab of the day's summary: the texts at the left, the document as it will be at the right."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.domain.errors import UserError
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import error_text
from finsam_review.services.outgoing.day_files import PDF, WORD, day_file_name
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.ui.context import DayContext
from finsam_review.ui.day_summary_page.pages_pane import PagesPane
from finsam_review.ui.day_summary_page.work import DayWork
from finsam_review.ui.day_summary_page.writing import WritingPane
from finsam_review.ui.frame.file_notice import FileNotice
from finsam_review.ui.frame.folding_corner import FoldingCorner
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.pdf_pages.saving import ask_where_to_save
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.segmented import SegmentedChoice

_WRITING = 470
_BESIDE = 860
"""Design px below which texts and pages are looked at one at a time."""
_CALM = 500
"""Milliseconds after a change before the pages are made anew."""


class DaySummaryPage(QFrame):
    """What the day says as a whole. ``corner`` belongs at the right end of the tabs."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._context = context
        self.notice = FileNotice(self)
        self._stale: set[str] = {"pages"}
        self.save_pdf = Button(_("Save as PDF"), self, icon_name="file-pdf")
        self.save_word = Button(_("Save as Word"), self, icon_name="file-text")
        self.corner = FoldingCorner((self.save_pdf, self.save_word), self)
        self.sides = SegmentedChoice(
            _("What is seen"),
            [("write", _("Write"), "pencil-simple"), ("read", _("Preview"), "book-open")],
            self,
        )
        self.writing = WritingPane(context, self)
        self.pane = PagesPane(self)
        self.work = DayWork(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._lay_out()
        self._connect()
        follow_theme(self._dress)

    @property
    def is_busy(self) -> bool:
        """Whether the pages shown may be older than the texts, or a file is being written."""
        return self._calm.isActive() or self.work.is_busy or "pages" in self._stale

    def focus_first(self) -> None:
        """Put the focus on the first text, or on the choice of what is seen where that is not seen."""
        begin = self.writing.introduction.box if self.writing.isVisibleTo(self) else self.sides
        begin.setFocus()

    def leave(self) -> None:
        """Save what is being typed and end what is being made; to be called before the day is closed."""
        self.writing.commit()
        self._calm.stop()
        self.work.stop()

    def save(self, target: Path) -> None:
        """Write the summary as it is now: Word by the ending of ``target``, else PDF."""
        self.writing.commit()
        self.work.save(self._context.session.day_summary.source(), target)

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is read when it is seen."""
        super().showEvent(event)
        self._catch_up()

    @guarded(default=None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Qt override: nothing is read while the page is not seen; the day may be closed by then."""
        super().hideEvent(event)
        self._calm.stop()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: texts and pages beside each other, or one at a time."""
        super().resizeEvent(event)
        self._fit()

    def _ask_where(self, suffix: str, title: str, kinds: str) -> None:
        source = self._context.session.day_summary.source()
        suggested = self._context.session.path.parent / day_file_name(source, suffix)
        target = ask_where_to_save(self, title, suggested, kinds=kinds)
        if target is not None:
            self.save(target if target.suffix else target.with_suffix(suffix))

    def _on_changed(self, changes: Changes) -> None:
        before = set(self._stale)
        counted = changes.points | changes.topics | changes.applications
        if counted or changes.themes or changes.readings or changes.workshop:
            self._stale |= {"counts", "texts", "pages"}
        elif changes.day_texts:
            self._stale |= {"texts", "pages"}
        elif changes.participants or changes.summaries or changes.questions:
            self._stale.add("pages")
        if self.isVisible() and self._stale != before:
            self._catch_up()

    def _catch_up(self) -> None:
        if "counts" in self._stale:
            self.writing.refresh()
        elif "texts" in self._stale:
            self.writing.show_texts()
        self._stale &= {"pages"}
        if "pages" in self._stale:
            self._calm.start(0 if not self.pane.pdf else _CALM)

    def _make_pages(self) -> None:
        self._stale.discard("pages")
        self.work.preview(self._context.session.day_summary.source())

    def _on_failed(self, error: Exception) -> None:
        known = error_text(error.code, error.values) if isinstance(error, UserError) else ""
        self.pane.show_problem(known or _("Something unexpected happened. The texts are safe."))

    def _on_saved(self, done: Exported) -> None:
        if done.error is not None or done.path is None:
            reason = error_text(done.error.code, done.error.values) if done.error is not None else ""
            self.notice.tell_failed(_("The summary of the day is not saved."), reason)
            return
        signs = ", ".join(done.unshown)
        more = _("Not in any font here: {signs}").format(signs=signs) if signs else ""
        self.notice.tell_saved(_("The summary of the day is saved."), done.path, more=more)

    def _connect(self) -> None:
        self.save_pdf.clicked.connect(
            lambda: self._ask_where(PDF, _("Save the summary of the day"), "PDF (*.pdf)")
        )
        self.save_word.clicked.connect(
            lambda: self._ask_where(WORD, _("Save the summary of the day"), "Word (*.docx)")
        )
        self.sides.chosen.connect(lambda _key: self._fit())
        self.work.previewed.connect(self.pane.show_pdf)
        self.work.saved.connect(self._on_saved)
        self.work.failed.connect(self._on_failed)
        self._calm.timeout.connect(self._make_pages)
        self._context.bus.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._divider = line_down(self)
        self._bar = QWidget(self)
        self._bar_row = QHBoxLayout(self._bar)
        self._bar_row.addWidget(self.sides)
        self._bar_row.addStretch(1)
        self._under_bar = line_across(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.writing, 1)
        row.addWidget(self._divider)
        row.addWidget(self.pane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._under_bar)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _fit(self) -> None:
        px = current_theme().px
        beside = self.width() >= px(_BESIDE)
        writes = self.sides.choice == "write"
        for part in (self._bar, self._under_bar):
            part.setVisible(not beside)
        self._divider.setVisible(beside)
        self.writing.setVisible(beside or writes)
        self.pane.setVisible(beside or not writes)
        self.writing.setMinimumWidth(px(_WRITING) if beside else 0)

    def _dress(self) -> None:
        px = current_theme().px
        self._bar_row.setContentsMargins(px(16), px(6), px(16), px(6))
        self._fit()
