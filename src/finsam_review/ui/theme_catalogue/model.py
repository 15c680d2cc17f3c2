"""Owns the themes as they are being changed: a list that nobody else sees until it is saved."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from finsam_review.domain.workshop import Theme
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext
from finsam_review.ui.guard import guarded

Index = QModelIndex | QPersistentModelIndex


class ThemeRole(IntEnum):
    """What a view may ask of a theme besides its name."""

    MARKS = Qt.ItemDataRole.UserRole + 1


class ThemeListModel(QAbstractListModel):
    """Themes in their order. ``marked`` says how many notes carry each, by its code."""

    def __init__(
        self, themes: Sequence[Theme], marked: Mapping[str, int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._before = tuple(themes)
        self._themes = list(themes)
        self._marked = dict(marked)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The themes as they are now."""
        return tuple(self._themes)

    @property
    def unseen(self) -> int:
        """How many marks on notes were seen before and would not be with these themes."""
        now = {theme.code for theme in self._themes}
        return sum(self._marked.get(theme.code, 0) for theme in self._before if theme.code not in now)

    def set_themes(self, themes: Sequence[Theme]) -> None:
        """Have other themes."""
        self.beginResetModel()
        self._themes = list(themes)
        self.endResetModel()

    def add(self, theme: Theme) -> int:
        """Add a theme, last; return its row."""
        row = len(self._themes)
        self.beginInsertRows(QModelIndex(), row, row)
        self._themes.append(theme)
        self.endInsertRows()
        return row

    def change(self, row: int, theme: Theme) -> None:
        """Let the theme in ``row`` be another."""
        if self._themes[row] != theme:
            self._themes[row] = theme
            self.dataChanged.emit(self.index(row), self.index(row))

    def move(self, row: int, step: int) -> int:
        """Move the theme in ``row`` up or down; return where it is now."""
        target = min(max(row + step, 0), len(self._themes) - 1)
        place = target + 1 if target > row else target
        if target != row and self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), place):
            self._themes.insert(target, self._themes.pop(row))
            self.endMoveRows()
        return target

    def remove(self, row: int) -> None:
        """Take the theme in ``row`` out."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._themes[row]
        self.endRemoveRows()

    def marks(self, code: str) -> int:
        """Return how many notes carry a theme."""
        return self._marked.get(code, 0)

    @guarded(default=0)
    def rowCount(self, parent: Index | None = None) -> int:
        """Qt override: how many themes."""
        return 0 if parent is not None and parent.isValid() else len(self._themes)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt override: the name, the marks, or both in words."""
        if not index.isValid() or index.row() >= len(self._themes):
            return None
        theme = self._themes[index.row()]
        name, marks = theme.name or _("New theme"), self.marks(theme.code)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == ThemeRole.MARKS:
            return marks
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = ngettext("{name}, {n} note", "{name}, {n} notes", marks)
            return words.format(name=name, n=marks)
        return None
