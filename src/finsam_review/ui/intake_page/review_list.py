"""Owns the list of what was read: its rows as a model, and the list view."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from finsam_review.domain.applications import short_title
from finsam_review.domain.intake import FailedItem
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor, ngettext
from finsam_review.i18n.wording import doubt_text, failure_text
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.application_fields.form_keys import total_of
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.intake_page.review_rows import ReviewDelegate, RowWords
from finsam_review.ui.theme.following import follow_theme

Index = QModelIndex | QPersistentModelIndex
WORDS_ROLE = int(Qt.ItemDataRole.UserRole)
ITEM_ROLE = WORDS_ROLE + 1


class ReviewModel(QAbstractListModel):
    """The applications of a review, and after them the files that gave none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[Draft | FailedItem] = []

    def show_review(self, review: Review) -> None:
        """Show what ``review`` holds now."""
        self.beginResetModel()
        self._items = [*review.drafts, *review.failed]
        self.endResetModel()

    def refresh(self, draft: Draft) -> None:
        """Tell that ``draft`` has changed."""
        for row, item in enumerate(self._items):
            if item is draft:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt override: how many rows."""
        return 0 if parent.isValid() else len(self._items)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the words of a row, in full for screen readers."""
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == WORDS_ROLE:
            return row_words(item)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_words(item).spoken
        return None


def row_words(item: Draft | FailedItem) -> RowWords:
    """Return what a row says."""
    if isinstance(item, FailedItem):
        return RowWords(
            "danger", _("Could not be read"), item.item, "", failure_text(item.code, item.values), ""
        )
    details = item.details
    kind, chip = _chip(item)
    total = total_of(details)
    title = short_title(details.title.strip()) or _file_names(item) or _("No title")
    amount = kronor(total) if total is not None else ""
    return RowWords(kind, chip, title, details.applicant, _second_line(item), amount)


def _chip(draft: Draft) -> tuple[str, str]:
    if draft.problem and not draft.edited:
        return "danger", _("Could not be read")
    if draft.is_revision:
        return "ok", _("New version")
    if draft.questions:
        words = ngettext("{n} question mark", "{n} question marks", draft.questions)
        return "warn", words.format(n=draft.questions)
    if draft.must_be_filled_in:
        return "warn", _("No title")
    return "ok", _("Filled in") if draft.problem else _("Has been read")


def _second_line(draft: Draft) -> str:
    if draft.problem and not draft.edited:
        return failure_text(draft.problem, {"file": _file_names(draft)})
    if draft.doubts:
        sentences = dict.fromkeys(doubt_text(doubt.code, doubt.values) for doubt in draft.doubts)
        return " ".join(sentences)
    if draft.wrong:
        return _("Something you wrote can't be understood.")
    return _file_names(draft)


def _file_names(draft: Draft) -> str:
    return ", ".join(document.file_name for document in draft.candidate.documents)


class ReviewList(QListView):
    """The rows, one chosen. Arrows move; nothing is edited here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frameless", "true")
        self.setAccessibleName(_("Applications that were read"))
        self.setUniformItemSizes(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(ReviewDelegate(self))
        follow_theme(self._dress)

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: rows are higher when they are narrow."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @guarded(default=None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt override: the frame of the chosen row is drawn anew."""
        super().focusInEvent(event)
        self.viewport().update()

    def _dress(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
