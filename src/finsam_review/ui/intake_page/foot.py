"""Owns the foot of the review: leaving, taking in the clear ones, taking in all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.guard import guarded
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label

_WORDS_BESIDE = 980
"""Design pixels of width from which the words stand between the buttons; else above them."""


class IntakeFoot(QFrame):
    """Buttons ``leave``, ``take_clear`` and ``take_all``, and what is safe in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self.leave = Button(_("Cancel"), self)
        self.take_clear = Button("", self)
        self.take_all = Button("", self, kind="filled")
        self._words = Label("", self, role=Role.SMALL, tone="ink2", wrap=True)
        self._line = QFrame(self)
        self._line.setProperty("part", "divider")
        self._line.setFixedHeight(1)
        self._lay_out()
        follow_theme(self._dress)

    @property
    def first(self) -> QWidget:
        """Where F6 comes in: the button that goes on."""
        return self.take_all if self.take_all.isVisible() else self.leave

    def show_review(self, review: Review, *, taken: bool) -> None:
        """Offer what can be taken in of ``review``; ``taken`` says that some already is."""
        clear, number = len(review.clear), len(review.drafts)
        self.leave.set_words(_("Done") if taken or not number else _("Cancel"))
        self.take_all.setVisible(bool(number))
        self.take_clear.setVisible(0 < clear < number)
        one = ngettext(
            "Take in the one without question marks", "Take in the {n} without question marks", clear
        )
        self.take_clear.set_words(one.format(n=clear))
        every = ngettext("Take in the application", "Take in all {n}", number)
        self.take_all.set_words(every.format(n=number))
        missing = sum(draft.must_be_filled_in for draft in review.drafts)
        self.take_all.set_blocked(_why_blocked(missing))
        safe = _("The originals are kept exactly as they came. What you take in can be undone.")
        self._words.setText(_why_blocked(missing) or safe)
        self._words.set_tone("warn" if missing else "ink2")
        self._fold()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: where room is short only a reason is said, above the buttons."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.take_clear)
        buttons.addWidget(self.take_all)
        self._grid = QGridLayout()
        self._grid.addWidget(self.leave, 1, 0)
        self._grid.addWidget(self._words, 1, 1)
        self._grid.addLayout(buttons, 1, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addLayout(self._grid)

    def _fold(self) -> None:
        beside = self.width() >= current_theme().px(_WORDS_BESIDE)
        self._grid.removeWidget(self._words)
        if beside:
            self._grid.addWidget(self._words, 1, 1)
        else:
            self._grid.addWidget(self._words, 0, 0, 1, 3)
        self._words.setVisible(beside or bool(self.take_all.reason))

    def _dress(self) -> None:
        theme = current_theme()
        self._grid.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._fold()


def _why_blocked(missing: int) -> str:
    if not missing:
        return ""
    words = ngettext(
        "{n} application needs a title or a value that can be understood",
        "{n} applications need a title or a value that can be understood",
        missing,
    )
    return words.format(n=missing)
