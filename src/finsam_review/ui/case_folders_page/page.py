"""Owns the tab Ärendemappar: the list, what is in the chosen folder, and the saving of one or all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from finsam_review.domain.changes import Changes
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.services.outgoing.case_contents import CaseContents, case_contents
from finsam_review.ui.case_folders_page.case_list import CaseList
from finsam_review.ui.case_folders_page.contents_card import ContentsCard
from finsam_review.ui.case_folders_page.saving import CASE_WORDS, CaseSaving
from finsam_review.ui.context import DayContext
from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.frame.lines import line_across, line_down
from finsam_review.ui.guard import guarded
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.saving.work import SavingWork
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.cards import EmptyState
from finsam_review.ui.widgets.labels import ElidedLabel, Label

_LIST, _SHARE = 446, 0.42


class CaseFoldersPage(QFrame):
    """All that the diary wants to keep, application by application."""

    def __init__(self, context: DayContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.setProperty("part", "paper")
        self.work = SavingWork(self)
        self.list = CaseList(self)
        self.card = ContentsCard(self)
        self.panel = SavingPanel(CASE_WORDS, self)
        self.save_all = Button("", self, kind="filled", icon_name="download-simple")
        self.save_one = Button(_("Save the folder"), self, icon_name="folder")
        self.saving = CaseSaving(context.session, work=self.work, panel=self.panel, window=self)
        self._count = Label("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._details = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._title = ElidedLabel("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._about = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._build()
        context.bus.changed.connect(self._on_changed)
        self.list.chosen.connect(self._on_chosen)
        self.save_all.clicked.connect(self._on_save_all)
        self.save_one.clicked.connect(self._on_save_one)
        follow_theme(self._dress)

    @property
    def is_busy(self) -> bool:
        """Whether folders are being gathered or written."""
        return self.saving.is_busy or self.work.is_busy

    def focus_first(self) -> None:
        """Put the focus in the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """End the work beside the window; to be called before the day is closed."""
        self.saving.stop()

    @guarded(default=None)
    def showEvent(self, event: QShowEvent) -> None:
        """Qt override: what changed meanwhile is shown."""
        super().showEvent(event)
        self._refresh()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the list gives way where room is short."""
        super().resizeEvent(event)
        self._share()

    def _on_changed(self, changes: Changes) -> None:
        if changes != Changes(source=changes.source, drafts=changes.drafts):
            self._stale = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        cases = case_contents(self._context.session)
        self.list.show_cases(cases)
        count = len(cases)
        self._count.setText(ngettext("{n} case folder", "{n} case folders", count).format(n=count))
        self._details.setText(_details(cases))
        words = ngettext("Save the one folder", "Save all {n} folders", count)
        self.save_all.set_words(words.format(n=count))
        self._stack.setCurrentWidget(self._body if cases else self._empty)
        self._on_chosen()

    def _on_chosen(self) -> None:
        case = self.list.current
        if case is not None:
            self._title.setText(f"{case.number}  {case.title}")
            logged = ngettext("{n} line in the log", "{n} lines in the log", case.logged)
            self._about.setText(logged.format(n=case.logged))
            self.card.show_case(case)

    def _on_save_one(self) -> None:
        case = self.list.current
        if case is not None:
            self.saving.save_one(case)

    def _on_save_all(self) -> None:
        self.saving.save_all(self.list.folders.cases)

    def _build(self) -> None:
        self._body = QWidget(self)
        sides = QHBoxLayout(self._body)
        sides.addWidget(self._build_left())
        sides.addWidget(line_down(self))
        sides.addLayout(self._build_right(), 1)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        words = _("Each application gets a folder for the diary. Take in applications first.")
        self._empty = QWidget(self)
        self._empty_column = QVBoxLayout(self._empty)
        self._empty_column.addWidget(EmptyState("folder", _("No case folders yet"), words, self._empty))
        self._empty_column.addStretch(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _build_left(self) -> QWidget:
        self._left = QFrame(self)
        self._left.setProperty("part", "surface")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        about = _lines(self._count, self._details, self._left)
        column.addWidget(FoldingRow(about, self.save_all, self._left, least=130))
        column.addWidget(self.panel)
        column.addWidget(line_across(self, part="divider"))
        column.addWidget(self.list, 1)
        return self._left

    def _build_right(self) -> QVBoxLayout:
        head = QFrame(self)
        head.setProperty("part", "surface")
        head_column = QVBoxLayout(head)
        head_column.setContentsMargins(0, 0, 0, 0)
        about = _lines(self._title, self._about, head)
        head_column.addWidget(FoldingRow(about, self.save_one, head, least=130))
        self._inset = QVBoxLayout()
        self._inset.addWidget(self.card)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line_across(self))
        column.addLayout(self._inset, 1)
        return column

    def _share(self) -> None:
        self._left.setFixedWidth(min(current_theme().px(_LIST), round(self.width() * _SHARE)))

    def _dress(self) -> None:
        px = current_theme().px
        self._inset.setContentsMargins(px(14), px(12), px(14), px(12))
        self._empty_column.setContentsMargins(px(24), px(24), px(24), px(24))
        self._share()


def _lines(first: QWidget, second: QWidget, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    return holder


def _details(cases: tuple[CaseContents, ...]) -> str:
    """Return *7 med skickat brev · 1 svar*."""
    sent = sum(case.sent_on is not None for case in cases)
    answered = sum(case.answered for case in cases)
    parts = (
        (sent, ngettext("{n} with a letter sent", "{n} with a letter sent", sent)),
        (answered, ngettext("{n} answer", "{n} answers", answered)),
    )
    return " · ".join(words.format(n=count) for count, words in parts if count)
