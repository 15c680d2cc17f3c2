"""Owns what is shown of a folder: its parts and the files in each, as they will lie in the zip file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.services.outgoing.case_contents import CaseContents, CaseFile
from finsam_review.ui.icons import icon
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class ContentsCard(QScrollArea):
    """A card that scrolls: arrows and Page Down when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Case folder"))
        self._case: CaseContents | None = None
        ring_on_focus(self, radius=10)
        follow_theme(self._dress)

    @property
    def said(self) -> str:
        """Everything on the card, a line each."""
        return self.accessibleDescription()

    def show_case(self, case: CaseContents) -> None:
        """Show the contents of a folder."""
        self._case = case
        self.setAccessibleName(_("What is in {file}").format(file=case.file_name))
        self.setAccessibleDescription("\n".join(_spoken(case)))
        self._dress()

    def _dress(self) -> None:
        if self._case is None:
            return
        px = current_theme().px
        card = QFrame()
        card.setProperty("part", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(4))
        column.addWidget(Label(self._case.file_name, card, role=Role.SMALL, weight=SEMIBOLD, wrap=True))
        for folder, files in _by_folder(self._case.files):
            column.addSpacing(px(6))
            if folder:
                column.addWidget(_row("folder", folder, card, strong=True))
            for file in files:
                row = _row(_icon_of(file.name), file.name, card)
                row.setContentsMargins(px(22) if folder else 0, 0, 0, 0)
                column.addWidget(row)
        column.addStretch(1)
        self.setWidget(card)


def _row(icon_name: str, words: str, parent: QWidget, *, strong: bool = False) -> QWidget:
    theme = current_theme()
    holder = QWidget(parent)
    picture = Label("", holder)
    side = theme.px(18)
    picture.setPixmap(icon(icon_name, theme.colour("ink2"), side).pixmap(side, side))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(picture)
    text = ElidedLabel(words, holder, weight=SEMIBOLD) if strong else ElidedLabel(words, holder)
    row.addWidget(text, 1)
    return holder


def _by_folder(files: Sequence[CaseFile]) -> list[tuple[str, list[CaseFile]]]:
    groups: list[tuple[str, list[CaseFile]]] = []
    for file in files:
        if not groups or groups[-1][0] != file.folder:
            groups.append((file.folder, []))
        groups[-1][1].append(file)
    return groups


def _icon_of(name: str) -> str:
    endings = {"pdf": "file-pdf", "xlsx": "table", "eml": "envelope-simple"}
    return endings.get(name.rpartition(".")[2].casefold(), "file-text")


def _spoken(case: CaseContents) -> list[str]:
    return [f"{file.folder}: {file.name}" if file.folder else file.name for file in case.files]
