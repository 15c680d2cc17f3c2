"""Owns the line above the list: what the columns hold, and by which of them the list is sorted."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.application_list.delegate import NUMBER_RIGHT, TITLE_LEFT
from finsam_review.ui.application_list.model import SortKey
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_HIGH = 34


@dataclass(frozen=True, slots=True)
class Order:
    """By what the list is sorted, and whether the largest comes first."""

    key: SortKey
    falling: bool = False


class ListHeader(QFrame):
    """Headings that sort: press one to sort by it, again to turn the order."""

    sort_asked = Signal(object)
    """Carries the Order asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._falling = SortKey.NUMBER, False
        self._matrix_left = 0
        words = {
            SortKey.NUMBER: _("No."),
            SortKey.TITLE: _("Application"),
            SortKey.APPLICANT: _("Applicant"),
            SortKey.AMOUNT: _("Amount"),
            SortKey.UNANSWERED: "",
        }
        self._buttons = {key: _Heading(text, self) for key, text in words.items()}
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
        follow_theme(self._dress)
        self._show()

    def set_matrix(self, left: int, questions: int) -> None:
        """Tell where the matrix begins, in px, and how many questions it has."""
        self._matrix_left = left
        numbers = " ".join(str(number) for number in range(1, questions + 1))
        self._buttons[SortKey.UNANSWERED].say(
            _("Answered per table, question {numbers}").format(numbers=numbers)
        )
        self._place()

    def set_sorting(self, key: SortKey, *, falling: bool) -> None:
        """Show by what the list is sorted."""
        self._key, self._falling = key, falling
        self._show()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: one line."""
        return QSize(200, current_theme().px(_HIGH))

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the headings stand above their columns."""
        super().resizeEvent(event)
        self._place()

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the line below."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line2"))

    def _on_clicked(self, key: SortKey) -> None:
        falling = not self._falling if key is self._key else key is SortKey.AMOUNT
        self.set_sorting(key, falling=falling)
        self.sort_asked.emit(Order(key, falling=falling))

    def _show(self) -> None:
        for key, button in self._buttons.items():
            button.show_sorting(sorts=key is self._key, falling=self._falling)

    def _place(self) -> None:
        px, high = current_theme().px, current_theme().px(_HIGH) - 2
        number = self._buttons[SortKey.NUMBER]
        room = px(NUMBER_RIGHT + 6) if self._key is not SortKey.NUMBER else px(TITLE_LEFT + 2)
        number.setGeometry(min(px(10), room), 0, min(number.sizeHint().width(), room), high)
        title = self._buttons[SortKey.TITLE]
        left = max(px(TITLE_LEFT - 4), number.geometry().right() + 1)
        title.setGeometry(left, 0, title.sizeHint().width(), high)
        self._place_rest(left + title.sizeHint().width(), high)
        answered = self._buttons[SortKey.UNANSWERED]
        left = self._matrix_left - px(6)
        answered.setGeometry(left, 0, min(answered.sizeHint().width(), self.width() - left), high)

    def _place_rest(self, left: int, high: int) -> None:
        """Place the headings there is room for from ``left``; the applicant gives way to the amount."""
        amount, applicant = self._buttons[SortKey.AMOUNT], self._buttons[SortKey.APPLICANT]
        wide, name_wide = amount.sizeHint().width(), applicant.sizeHint().width()
        both = left + name_wide + wide <= self._matrix_left
        applicant.setGeometry(left, 0, name_wide, high)
        applicant.setVisible(both)
        amount.setGeometry(left + (name_wide if both else 0), 0, wide, high)
        amount.setVisible(left + wide <= self._matrix_left)

    def _dress(self) -> None:
        self.setFixedHeight(current_theme().px(_HIGH))
        self._place()


class _Heading(QToolButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._sorts, self._falling = words, False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        follow_theme(self._dress)
        ring_on_focus(self, radius=4)

    def say(self, words: str) -> None:
        self._words = words
        self.show_sorting(sorts=self._sorts, falling=self._falling)

    def show_sorting(self, *, sorts: bool, falling: bool) -> None:
        self._sorts, self._falling = sorts, falling
        order = _("sorted, largest first") if falling else _("sorted, smallest first")
        self.setAccessibleName(f"{self._words}, {order}" if sorts else self._words)
        self.setToolTip(_("Sort by this"))
        self.update()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: words and arrow."""
        theme = current_theme()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._words) + theme.px(26), theme.px(30))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: words, and an arrow when the list is sorted by them."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink" if self.underMouse() else "ink2"))
        left, side = theme.px(6), theme.px(14)
        room = QRectF(left, 0, self.width() - left, self.height())
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        if self._sorts:
            name = "caret-down" if self._falling else "caret-up"
            x = left + metrics.horizontalAdvance(self._words) + theme.px(3)
            box = QRectF(x, (self.height() - side) / 2, side, side)
            paint_icon(painter, name, box, theme.colour("ink2"))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, SEMIBOLD))
        self.update()
