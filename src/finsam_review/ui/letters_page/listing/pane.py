"""Owns the left side of the tab: how many are sent, save what is ready, and the list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.folding_row import FoldingRow
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.letters_page.listing.letter_list import LetterList
from finsam_review.ui.letters_page.listing.rows import LetterRow, Tally
from finsam_review.ui.letters_page.saving_words import DRAFT_WORDS
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.choices import CheckBox
from finsam_review.ui.widgets.labels import Label


class ListPane(QFrame):
    """The list, with what concerns all letters above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self.view = LetterList(self)
        self.save = Button("", self, kind="filled", icon_name="envelope-simple")
        self.with_word = CheckBox(_("Word as well"), self)
        self.with_process = CheckBox(_("Process picture as well"), self)
        self.panel = SavingPanel(DRAFT_WORDS, self)
        self._headline = Label("", self, role=Role.LEAD, weight=SEMIBOLD)
        self._details = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self._build()
        follow_theme(self._dress)

    @property
    def roles(self) -> tuple[FileRole, ...]:
        """What goes with each letter."""
        more = {FileRole.WORD: self.with_word, FileRole.PROCESS: self.with_process}
        return (FileRole.PDF, *(role for role, box in more.items() if box.isChecked()))

    @property
    def said(self) -> str:
        """How many there are of each sort, in words."""
        return " · ".join(part for part in (self._headline.text(), self._details.text()) if part)

    def set_rows(self, rows: Sequence[LetterRow], *, read_only: str) -> None:
        """Show ``rows``, the chosen one kept, else the first; ``read_only`` is why nothing can be saved."""
        before, place = self.view.current, self.view.currentIndex().row()
        self.view.letters.set_rows(rows)
        tally = Tally.of(rows)
        self._headline.setText(tally.headline)
        self._details.setText(tally.details)
        self.save.set_words(tally.button)
        nothing = "" if tally.ready or tally.saved else _("No draft is ready.")
        self.save.set_blocked(read_only or nothing)
        kept = self.view.letters.place_of(before.application_id) if before else 0
        self.view.choose(kept if kept >= 0 else place)

    def _build(self) -> None:
        words = QWidget(self)
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._headline)
        lines.addWidget(self._details)
        self._options = QVBoxLayout()
        self._options.addWidget(self.with_word)
        self._options.addWidget(self.with_process)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(FoldingRow(words, self.save, self, least=160))
        column.addLayout(self._options)
        column.addWidget(self.panel)
        column.addWidget(line_across(self, part="divider"))
        column.addWidget(self.view, 1)

    def _dress(self) -> None:
        px = current_theme().px
        self._options.setContentsMargins(px(16), 0, px(16), px(6))
