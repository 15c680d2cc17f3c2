"""Owns the check of sums: a line of a protocol is pasted, and what does not add up is told."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from finsam_review.domain.follow_up.stated_sums import StatedSum, find_stated_sums
from finsam_review.i18n import gettext as _
from finsam_review.i18n import kronor
from finsam_review.i18n.follow_up_words import difference_text, signed_kronor
from finsam_review.ui.saving.work import SavingWork
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.fields import TextBox
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.messages import Message

_PAUSE, _LINES, _MOST = 250, 5, 12


class CheckingPane(QFrame):
    """A box for lines with sums, and beneath it what comes of each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "paper")
        self._checked = ""
        self._results: list[QWidget] = []
        self.work = SavingWork(self)
        self._title = Label(_("Check a sum"), self, role=Role.LEAD, weight=SEMIBOLD)
        self._about = Label(
            _("Paste a line or a table of a protocol. What is stated is compared with its parts."),
            self,
            role=Role.SMALL,
            tone="ink2",
            wrap=True,
        )
        self.box = TextBox(_("Lines with sums"), self, placeholder="7 380 000 + 5 250 000 = 14 410 000")
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._check)
        self.box.textChanged.connect(self._timer.start)
        self.work.previewed.connect(self._on_found)
        self._lay_out()
        follow_theme(self._dress)

    @property
    def is_busy(self) -> bool:
        """Whether what stands in the box is still to be checked."""
        return self._timer.isActive() or self.work.is_busy

    @property
    def said(self) -> list[str]:
        """What is said of each sum."""
        return [result.accessibleName() for result in self._results]

    def leave(self) -> None:
        """End what is under way."""
        self._timer.stop()
        self.work.stop()

    def _check(self) -> None:
        self._checked = self.box.toPlainText()
        self.work.preview(partial(find_stated_sums, self._checked))

    def _on_found(self, sums: tuple[StatedSum, ...]) -> None:
        for result in self._results:
            result.hide()
            result.deleteLater()
        self._results = list(self._messages(sums))
        for result in self._results:
            self._list.insertWidget(self._list.count() - 1, result)
            result.show()

    def _messages(self, sums: tuple[StatedSum, ...]) -> Iterator[QWidget]:
        if not self._checked.strip():
            return
        if not sums:
            words = _("No sum with its parts is found. Write as 7 380 000 + 5 250 000 = 12 630 000.")
            yield Message("info", words, "", self)
        for item in sums[:_MOST]:
            yield _message(item, self)
        if len(sums) > _MOST:
            rest = _("There are {n} more sums. Paste a shorter piece.").format(n=len(sums) - _MOST)
            yield Message("info", rest, "", self)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setProperty("frameless", "true")
        area.setAccessibleName(_("What comes of it"))
        self._column = QVBoxLayout(self)
        for part in (self._title, self._about, self.box):
            self._column.addWidget(part)
        self._column.addWidget(area, 1)

    def _dress(self) -> None:
        px = current_theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), px(8))
        self._column.setSpacing(px(8))
        self._list.setSpacing(px(8))
        self.box.setFixedHeight(self.box.height_of(_LINES))


def _message(item: StatedSum, parent: QWidget) -> Message:
    parts = " + ".join(kronor(part) for part in item.parts)
    sum_words = f"{parts} = {kronor(item.parts_sum)}."
    if item.difference == 0:
        return Message("ok", _("It adds up."), sum_words, parent)
    if item.is_rounding:
        rest = _("{stated} is stated. The difference of {difference} is rounding.").format(
            stated=kronor(item.stated), difference=signed_kronor(item.difference)
        )
        return Message("ok", _("It adds up but for rounding."), f"{sum_words} {rest}", parent)
    lead = _("It does not add up: {difference}.").format(difference=signed_kronor(item.difference))
    return Message("warn", lead, f"{difference_text(item.stated, item.parts_sum)} {sum_words}", parent)
