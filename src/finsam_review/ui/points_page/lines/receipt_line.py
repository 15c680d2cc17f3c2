"""Owns the receipt: how many notes there are, what became of each, and what is left before approval."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QWidget

from finsam_review.domain.points.receipt import Receipt
from finsam_review.i18n import gettext as _
from finsam_review.i18n import ngettext, pgettext
from finsam_review.i18n.reasons import reason_text
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.labels import Label, plain_tooltip


class ReceiptLine(QFrame):
    """*28 lappar = 11 citerade + 13 i gemensamma punkter + 3 åt sidan + 1 kvar*, one part per term."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "surface")
        self._receipt = Receipt()
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        self._terms = {
            "notes": _Term("", "", self._row),
            "quoted": _Term("=", "quotes", self._row),
            "merged": _Term("+", "stack", self._row),
            "aside": _Term("+", "archive", self._row),
            "left": _Term("+", "circle-dashed", self._row),
        }
        for term in self._terms.values():
            self._flow.addWidget(term)
        self._before = Label("", self, role=Role.SMALL, weight=SEMIBOLD, tone="warn")
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.addWidget(self._row, 1)
        self._whole.addWidget(self._before)
        follow_theme(self._dress)

    @property
    def receipt(self) -> Receipt:
        """The receipt shown."""
        return self._receipt

    @property
    def before(self) -> str:
        """What is said at the end: what is left before approval, or who approved."""
        return self._before.text()

    def show_receipt(self, receipt: Receipt) -> None:
        """Show another receipt."""
        self._receipt = receipt
        counts = {
            "notes": (receipt.notes, ngettext("note", "notes", receipt.notes)),
            "quoted": (receipt.quoted, ngettext("quoted", "quoted", receipt.quoted)),
            "merged": (receipt.merged, _("in shared points")),
            "aside": (receipt.set_aside, _("set aside")),
            "left": (receipt.left, pgettext("receipt", "left")),
        }
        for key, (count, words) in counts.items():
            self._terms[key].say(count, words)
        left = ("warn", "circle-dashed") if receipt.left else ("ok", "check-circle")
        self._terms["left"].set_look(*left)
        reasons = [f"{count} {reason_text(reason.value)}" for reason, count in receipt.aside]
        self._terms["aside"].setToolTip(plain_tooltip("\n".join(reasons)))
        self.setAccessibleName(_sentence(counts, reasons))
        self._flow.invalidate()
        self._fold()

    def say_before(self, words: str, *, tone: str) -> None:
        """Say what stands after the sum; ``tone`` is warn, ok or ink2."""
        self._before.setText(words)
        self._before.set_tone(tone)
        self._before.setVisible(bool(words))
        self._fold()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: what is left before approval goes below the sum where room is short."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme = current_theme()
        room = self.width() - theme.px(32)
        for key in ("quoted", "merged", "aside"):
            self._terms[key].set_short(short=False)
        self._flow.invalidate()
        if self._flow.sizeHint().width() > room:
            for key in ("quoted", "merged", "aside"):
                self._terms[key].set_short(short=True)
            self._flow.invalidate()
        metrics = QFontMetrics(theme.font(Role.SMALL, SEMIBOLD))
        words = metrics.horizontalAdvance(self._before.text()) + theme.px(24)
        folded = self._flow.sizeHint().width() + words + theme.px(32) > self.width()
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._whole.direction() is not way:
            self._whole.setDirection(way)
            self._before.setWordWrap(folded)

    def _dress(self) -> None:
        theme = current_theme()
        self._flow.set_air(theme.px(6))
        self._whole.setSpacing(theme.px(4))
        self._whole.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
        self._fold()


def _sentence(counts: dict[str, tuple[int, str]], reasons: Sequence[str]) -> str:
    """Return the receipt as one sentence."""
    terms = {key: f"{count} {words}" for key, (count, words) in counts.items()}
    if reasons:
        terms["aside"] = f"{terms['aside']} ({', '.join(reasons)})"
    words = _("{notes}: {quoted}, {merged}, {aside} and {left}.")
    return words.format(**terms)


class _Term(QWidget):
    """A term of the sum: its sign, its icon, its number in bold, its word."""

    def __init__(self, sign: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._icon, self._tone = sign, icon_name, ""
        self._count, self._words, self._said = "0", "", ""
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    def say(self, count: int, words: str) -> None:
        self._count, self._said = str(count), words
        self._words = "" if self._short else words
        self.setAccessibleName(f"{count} {words}")
        self.updateGeometry()
        self.update()

    def set_short(self, *, short: bool) -> None:
        """Show icon and number alone where room is short."""
        if short != self._short:
            self._short = short
            self._words = "" if short else self._said
            self.updateGeometry()
            self.update()

    def set_look(self, tone: str, icon_name: str) -> None:
        """Stand out: *warn* or *ok*, with an icon that says the same."""
        self._tone, self._icon = tone, icon_name
        self.update()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: everything on one line."""
        return QSize(round(self._left() + self._body()), current_theme().px(28))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the term."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.font())
        painter.setPen(theme.colour("ink2"))
        painter.drawText(self.rect(), middle, self._sign)
        ink = theme.colour(self._tone or "ink")
        left = self._left()
        if self._tone:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{self._tone}_soft"))
            painter.drawRoundedRect(QRectF(left, 0, self._body(), self.height()), theme.px(6), theme.px(6))
            left += theme.px(8)
        if self._icon:
            side = theme.px(18)
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, box, ink if self._tone else theme.colour("ink2"))
            left += side + theme.px(5)
        painter.setPen(ink)
        painter.setFont(theme.font(Role.BODY, SEMIBOLD))
        painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._count)
        left += self._bold().horizontalAdvance(f"{self._count} ")
        if not self._icon:
            painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._words)
            return
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, self.width(), self.height()), middle, self._words)

    def _left(self) -> float:
        if not self._sign:
            return 0
        return QFontMetrics(self.font()).horizontalAdvance(self._sign) + current_theme().px(8)

    def _body(self) -> float:
        theme = current_theme()
        metrics = QFontMetrics(self.font()) if self._icon else self._bold()
        words = self._bold().horizontalAdvance(f"{self._count} ") + metrics.horizontalAdvance(self._words)
        icon = theme.px(23) if self._icon else 0
        return words + icon + (theme.px(16) if self._tone else 0) + 2

    def _bold(self) -> QFontMetrics:
        return QFontMetrics(current_theme().font(Role.BODY, SEMIBOLD))

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY, REGULAR))
        self.updateGeometry()
        self.update()
