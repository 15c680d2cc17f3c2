"""Owns the table badge: letter and mark together, never colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.domain.workshop import table_letter
from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.painting import paint_letter_box, paint_mark
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import BOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import MenuButton


def table_name(table: int) -> str:
    """Return what people call table number ``table``: *Bord A*."""
    return _("Table {letter}").format(letter=table_letter(table))


class TableBadge(QWidget):
    """The letter of a table in its box, ``side`` design pixels square, with its mark after it if wanted."""

    def __init__(
        self, table: int, parent: QWidget | None = None, *, side: int = 28, mark: bool = True
    ) -> None:
        super().__init__(parent)
        self._table, self._side, self._mark = table, side, mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(table_name(table))
        follow_theme(self._dress)

    def set_table(self, table: int) -> None:
        """Show the badge of another table."""
        self._table = table
        self.setAccessibleName(table_name(table))
        self.update()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: the letter box, and the mark beside it."""
        side = current_theme().px(self._side)
        return QSize(side + (round(side * 0.68) if self._mark else 0), side)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: letter box and mark."""
        theme = current_theme()
        side = theme.px(self._side)
        painter = QPainter(self)
        role = Role.LEAD if self._side < 40 else Role.DISPLAY
        font = theme.font(role if self._side > 22 else Role.SMALL, BOLD)
        paint_letter_box(painter, self._table, QRectF(0, 0, side, side), theme, font=font, radius=theme.px(6))
        if self._mark:
            size = side * 0.46
            box = QRectF(side * 1.16, (side - size) / 2, size, size)
            paint_mark(painter, self._table, box, theme)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class TableButton(MenuButton):
    """The table chooser: badge, name and an arrow; opens the menu given to it."""

    def __init__(self, table: int, parent: QWidget | None = None) -> None:
        self._table = table
        super().__init__(table_name(table), parent)

    @property
    def table(self) -> int:
        """The number of the table shown."""
        return self._table

    def set_table(self, table: int) -> None:
        """Show table number ``table`` as the chosen one."""
        self._table = table
        self.set_words(table_name(table))
        self.updateGeometry()
        self.update()

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the button with the table's letter box at its left."""
        super().paintEvent(event)
        theme = current_theme()
        side = theme.px(28)
        box = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        font = theme.font(Role.LEAD, BOLD)
        paint_letter_box(QPainter(self), self._table, box, theme, font=font, radius=theme.px(6))

    def _before(self) -> int:
        return current_theme().px(30)
