"""Owns the panes of the review: the list, the form of the chosen one, its document; folded when narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from finsam_review.domain.intake import FailedItem
from finsam_review.domain.workshop import MeasureKind, Party
from finsam_review.i18n import gettext as _
from finsam_review.i18n.wording import failure_text
from finsam_review.ui.application_fields.document_pane import DocumentPane
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.form import ApplicationForm
from finsam_review.ui.application_fields.remarks import doubts_at
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page.chosen_header import ChosenHeader
from finsam_review.ui.intake_page.notices import Notices
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.intake_page.review_head import ReviewHead
from finsam_review.ui.intake_page.review_list import ITEM_ROLE, ReviewList, ReviewModel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.messages import Message

_THREE_PANES = 1000
"""Design pixels of width from which the document stands beside the form."""
_LOW = 420
"""Design pixels of height below which the list's heading gives its room away."""
_TWO_PANES = 600
"""Below this the list stands above the form."""


class ReviewPanes(QWidget):
    """The list to the left; to the right what is known of the chosen. ``changed`` tells of corrections."""

    changed = Signal()

    def __init__(
        self, parties: Sequence[Party], kinds: Sequence[MeasureKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.head = ReviewHead(self)
        self.notices = Notices(self)
        self.list = ReviewList(self)
        self._model = ReviewModel(self)
        self.list.setModel(self._model)
        self.header = ChosenHeader(self)
        self.form = ApplicationForm(parties, kinds, self)
        self.document = DocumentPane(self)
        self._scroll = _scrolling(self.form)
        self._failure = Message("danger", "", "", self)
        self._failed = QFrame(self)
        self._both = QWidget(self)
        self._left, self._right = QFrame(self), QFrame(self)
        self._lay_out()
        self._connect()
        follow_theme(self._fold)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes round: the list, the form, the document."""
        lines = iter(self.form.lines.values())
        first = next(lines).editor
        return (self.list, first, self.document.text)

    def home_of(self, pane: QWidget) -> QWidget:
        """Return the whole pane that one of :attr:`panes` is where F6 comes in."""
        if pane is self.list:
            return self.list
        return self.document if pane is self.document.text else self.form

    @property
    def chosen(self) -> Draft | FailedItem | None:
        """The chosen row."""
        item = self.list.currentIndex().data(ITEM_ROLE)
        return item if isinstance(item, (Draft, FailedItem)) else None

    def show_review(self, review: Review) -> None:
        """Show ``review`` with its first row chosen."""
        self._model.show_review(review)
        first = self._model.index(0, 0)
        self.list.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._right.setVisible(first.isValid())
        if first.isValid():
            self._show_chosen()

    def show_pane(self, which: str) -> None:
        """Show the form or the document (``fields``, ``document``) where there is room for one of them."""
        self.header.tabs.choose(which)
        self._fold()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: panes fold when room is short."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        for side in (self._left, self._right):
            side.setProperty("part", "surface")
        self._divider = QFrame(self)
        self._divider.setProperty("part", "divider")
        inner = QHBoxLayout(self._both)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._scroll, 10)
        inner.addWidget(self.document, 10)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        failed = QVBoxLayout(self._failed)
        failed.setContentsMargins(16, 16, 16, 16)
        failed.addWidget(self._failure)
        for part in (self.header, _line(self._right), self._failed):
            right.addWidget(part)
        right.addWidget(self._both, 100)
        right.addStretch(1)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.head)
        left.addWidget(self.notices)
        left.addWidget(_line(self._left))
        left.addWidget(self.list, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (self._left, self._divider, self._right):
            self._row.addWidget(part)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.form.changed.connect(self._on_changed)
        self.form.entered.connect(self._mark)
        self.header.settled.connect(self._on_settled)
        self.header.tabs.chosen.connect(self.show_pane)

    def _on_chosen(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        item = self.chosen
        if isinstance(item, FailedItem):
            self._failure.say("danger", _("Could not be read."), failure_text(item.code, item.values))
            self.header.show_failed(item)
        elif item is not None:
            self.header.show_draft(item)
            self.form.show_draft(item)
            self.document.show_document(item.document)
            self._scroll.verticalScrollBar().setValue(0)
            first = _first_doubt(self.form, item)
            self._mark(first)
            QTimer.singleShot(0, self, lambda: self._bring_into_view(first))
        self._fold()

    def _on_changed(self) -> None:
        item = self.chosen
        if isinstance(item, Draft):
            self._model.refresh(item)
            self.header.show_draft(item)
        self.changed.emit()

    def _on_settled(self) -> None:
        item = self.chosen
        if isinstance(item, Draft):
            if item.all_was_settled:
                item.ask_again()
            else:
                item.settle_all()
            self.form.refresh()
            self._on_changed()

    def _mark(self, key: str) -> None:
        item = self.chosen
        if not isinstance(item, Draft) or not key:
            return
        first_amount = next((name for name in self.form.lines if name.startswith("amount:")), "")
        doubts = doubts_at(item, key, first_amount=first_amount)
        source = item.source_of(key)
        quotes = [doubt.quote for doubt in doubts if doubt.quote]
        self.document.mark(quotes[0] if quotes else source.quote if source else "")

    def _bring_into_view(self, key: str) -> None:
        line = self.form.lines.get(key)
        if line is not None:
            self._scroll.ensureWidgetVisible(line, 0, current_theme().px(48))

    def _fold(self) -> None:
        """Set the panes for the room there is: three, two with tabs, or the list above the rest."""
        theme = current_theme()
        width = self.width()
        three, two = width >= theme.px(_THREE_PANES), width >= theme.px(_TWO_PANES)
        item, which = self.chosen, self.header.tabs.choice
        is_draft = isinstance(item, Draft)
        editable = isinstance(item, Draft) and not item.is_revision
        self._scroll.setVisible(editable and (three or which == "fields"))
        self.document.setVisible(is_draft and (three or which == "document" or not editable))
        self._both.setVisible(is_draft)
        self._failed.setVisible(isinstance(item, FailedItem))
        self.header.fold(tabs=editable and not three)
        self.head.fold(low=self.height() < theme.px(_LOW))
        self._share_room(width, two=two)

    def _share_room(self, width: int, *, two: bool) -> None:
        self._row.setDirection(
            QHBoxLayout.Direction.LeftToRight if two else QHBoxLayout.Direction.TopToBottom
        )
        theme = current_theme()
        if two:
            three = width >= theme.px(_THREE_PANES)
            wanted = max(width - 2 * theme.px(350), theme.px(460)) if three else round(width * 0.495)
            self._left.setFixedWidth(min(theme.px(676), wanted))
            self._left.setMinimumHeight(0)
            self._left.setMaximumHeight(16_777_215)
            self._divider.setFixedSize(1, 16_777_215)
            self._divider.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16_777_215)
            self._left.setFixedHeight(round(self.height() * 0.4))
            self._divider.setFixedSize(16_777_215, 1)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("part", "line")
    line.setFixedHeight(1)
    return line


def _scrolling(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(form)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    form.setAutoFillBackground(False)
    return area


def _first_doubt(form: ApplicationForm, draft: Draft) -> str:
    first_amount = next((name for name in form.lines if name.startswith("amount:")), "")
    doubted = (key for key in form.lines if doubts_at(draft, key, first_amount=first_amount))
    return next(doubted, "title")
