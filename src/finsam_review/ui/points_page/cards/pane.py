"""Owns the right side: the summary as the applicant reads it, and the keys of its points."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.lines import line_across
from finsam_review.ui.points_page.cards.delegate import CardDelegate
from finsam_review.ui.points_page.cards.view import CardsView
from finsam_review.ui.points_page.lines.key_line import Key, KeyLine
from finsam_review.ui.points_page.lists.rows_model import Row, RowsModel
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel, Label

_KEYS = {
    Qt.Key.Key_L: "add",
    Qt.Key.Key_T: "themes",
    Qt.Key.Key_N: "next",
    Qt.Key.Key_D: "split",
    Qt.Key.Key_M: "mask",
    Qt.Key.Key_Return: "rewrite",
    Qt.Key.Key_Enter: "rewrite",
    Qt.Key.Key_F2: "rewrite",
    Qt.Key.Key_Delete: "release",
}


class CardsPane(QFrame):
    """*Summering, så som den sökande läser den*."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self.model = RowsModel(self)
        self.view = CardsView(self.model, _KEYS, self)
        self.keys = KeyLine(_keys(), self)
        self._title = Label(_("Summary"), self, role=Role.LEAD, weight=SEMIBOLD)
        self._about = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._build()
        self.view.asked.connect(self.asked)
        self.keys.asked.connect(self.asked)
        follow_theme(self._dress)

    @property
    def about(self) -> str:
        """What is said beside the heading."""
        return self._about.text()

    def set_rows(self, rows: Sequence[Row], *, approved: bool) -> None:
        """Show ``rows``; what is approved is only shown."""
        self.model.set_rows(rows)
        draft = _("as the applicant reads it")
        self._about.setText(_("as it was approved") if approved else draft)

    def set_alone(self, *, alone: bool) -> None:
        """Stand alone, with the head somewhere else and without its title, or beside the other side."""
        self._title.setVisible(not alone)
        if not alone:
            self._column.insertWidget(0, self.head)
            self.head.show()

    def set_keys_shown(self, *, shown: bool) -> None:
        """Show or hide the row of keys."""
        self.keys.setVisible(shown)
        self._above_keys.setVisible(shown)

    def focus_list(self) -> None:
        """Take the keyboard."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.head = QWidget(self)
        self._head = QHBoxLayout(self.head)
        self._head.addWidget(self._title)
        self._head.addWidget(self._about, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self._above_keys = line_across(self)
        column.addWidget(self._above_keys)
        column.addWidget(self.keys)

    def _dress(self) -> None:
        theme = current_theme()
        delegate = CardDelegate(self.view)
        previous = self.view.itemDelegate()
        delegate.movable = previous.movable if isinstance(previous, CardDelegate) else True
        self.view.use(delegate)
        side = theme.px(16)
        self.head.setMinimumHeight(theme.px(46))
        self._head.setContentsMargins(side, theme.px(5), side, theme.px(3))
        self._head.setSpacing(theme.px(10))


def _keys() -> tuple[Key, ...]:
    return (
        Key("rewrite", "Enter", _("Rewrite")),
        Key("split", "D", _("Split")),
        Key("themes", "T", _("Theme")),
        Key("mask", "M", _("Mask")),
        Key("release", "Del", _("Dissolve"), _("Its notes are left to handle again.")),
    )
