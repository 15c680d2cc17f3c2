"""Owns the head of the review: how many were read, and how many need a look."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.intake_page.review import Review
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label


class ReviewHead(QFrame):
    """*Sexton ansökningar lästa*, and beneath it the three counts with the one that asks for work in warn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._title = Label("", self, role=Role.TITLE, weight=SEMIBOLD, wrap=True)
        self._counts = QWidget(self)
        self._clear, self._check, self._unread = (Label("", self._counts) for _place in range(3))
        self._dots = [Label("·", self._counts) for _place in range(2)]
        flow = FlowLayout(self._counts, air=5)
        for part in (self._clear, self._dots[0], self._check, self._dots[1], self._unread):
            flow.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._counts)
        follow_theme(self._dress)

    @property
    def summary(self) -> str:
        """The counts as one sentence."""
        return " · ".join(part.text() for part in (self._clear, self._check, self._unread))

    def show_review(self, review: Review, *, more: bool) -> None:
        """Show the counts of ``review``; ``more`` says that some are already taken in."""
        number = len(review.drafts)
        self._title.setText(_title(number, more=more))
        self._clear.setText(_("{n} without question marks").format(n=len(review.clear)))
        check, unread = review.to_check, review.unread
        self._check.setText(_("{n} to check").format(n=check))
        self._check.set_tone("warn" if check else "ink")
        self._check.set_type(Role.BODY, SEMIBOLD if check else REGULAR)
        self._unread.setText(_("{n} could not be read").format(n=unread))
        self._unread.set_tone("danger" if unread else "ink")
        self._unread.set_type(Role.BODY, SEMIBOLD if unread else REGULAR)
        self._counts.setAccessibleName(self.summary)
        self._counts.updateGeometry()

    def fold(self, *, low: bool) -> None:
        """Leave the counts alone on the screen when there is little height."""
        self._title.setVisible(not low)

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(10))
        self._column.setSpacing(theme.px(2))


def _title(number: int, *, more: bool) -> str:
    if not number:
        return _("Nothing left to take in") if more else _("Nothing new to take in")
    if more:
        return ngettext("{n} application left", "{n} applications left", number).format(n=number)
    return ngettext("{n} application read", "{n} applications read", number).format(n=number)
