"""Owns the dialog with the keys, F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.dialogs.frame import DialogFrame
from finsam_review.ui.dialogs.key_map import KEY_GROUPS, KeyGroup
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label


class KeysDialog(DialogFrame):
    """Every key and what it does, by where it applies, to read beside the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), parent, room=(980, 700))
        self._list_area = QScrollArea(self)
        self._list_area.setAccessibleName(_("Keys"))
        self._list_area.setWidgetResizable(True)
        self._list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page = QWidget()
        self._columns = QHBoxLayout(self._page)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._groups = [_Group(group, self._page) for group in KEY_GROUPS]
        self._sides = [QVBoxLayout(), QVBoxLayout()]
        for side in self._sides:
            self._columns.addLayout(side, 1)
        self._list_area.setWidget(self._page)
        self.contents.addWidget(self._list_area, 1)
        self.add_button(Button(_("Close"), self), default=True).clicked.connect(self.accept)
        follow_theme(self._arrange)
        self._list_area.setFocus()

    def _arrange(self) -> None:
        """Set the groups in two columns, or in one when the text is large."""
        theme = current_theme()
        wide = theme.text_scale < 1.5
        for place, group in enumerate(self._groups):
            self._sides[0].removeWidget(group)
            self._sides[1].removeWidget(group)
            self._sides[1 if wide and place else 0].addWidget(group)
        for side in self._sides:
            while (last := side.itemAt(side.count() - 1)) is not None and last.widget() is None:
                side.takeAt(side.count() - 1)
            side.addStretch(1)
            side.setSpacing(theme.px(18))
        self._columns.setSpacing(theme.px(28))
        self._columns.setStretch(1, 1 if wide else 0)


class _Group(QFrame):
    """The keys of one place."""

    def __init__(self, group: KeyGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_(group.where))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(Label(_(group.where), self, role=Role.LEAD, weight=SEMIBOLD), 0, 0, 1, 2)
        for row, (keys, words) in enumerate(group.keys, start=1):
            self._grid.addWidget(
                _caps(keys, self), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            )
            self._grid.addWidget(Label(_(words), self, wrap=True), row, 1)
        self._grid.setColumnStretch(1, 1)
        follow_theme(self._dress)

    def _dress(self) -> None:
        theme = current_theme()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnMinimumWidth(0, theme.px(170))


def _caps(keys: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 1, 0, 1)
    row.setSpacing(4)
    for key in _(keys).split(", "):
        row.addWidget(KeyCap(key, holder))
    return holder
