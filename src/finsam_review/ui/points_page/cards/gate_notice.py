"""Owns the notice inside a card: a place that may hold personal data, and what can be done about it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from finsam_review.domain.checks.gate import Hit, HitKind
from finsam_review.i18n import gettext as _
from finsam_review.ui.frame.flow import FlowLayout
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.cards.row import hit_words
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import MEDIUM, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.messages import Message


class GateNotice(Message):
    """*Kan vara ett personnamn.* Maska, Skriv om or Låt stå, one place at a time."""

    mask_asked = Signal(object)
    """Carries the Hit that is to be masked."""
    rewrite_asked = Signal()
    pass_asked = Signal(object)
    """Carries the Hit that may be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", "", "", parent, icon_name="warning-fill")
        self._hit: Hit | None = None
        body = QWidget(self)
        self._flow = FlowLayout(body)
        self.mask_button = _KeyedButton(_("Mask"), "M", body)
        self.rewrite_button = _KeyedButton(_("Rewrite"), "Enter", body)
        self.keep_button = Button(_("Let it stand"), body, kind="text")
        for button in (self.mask_button, self.rewrite_button, self.keep_button):
            self._flow.addWidget(button)
        self.set_body(body)
        self.mask_button.clicked.connect(lambda: self.mask_asked.emit(self._hit))
        self.rewrite_button.clicked.connect(self.rewrite_asked)
        self.keep_button.clicked.connect(lambda: self.pass_asked.emit(self._hit))
        self.hide()
        follow_theme(self._dress_flow)

    @property
    def hit(self) -> Hit | None:
        """The place that is asked about."""
        return self._hit

    def ask_about(self, hits: tuple[Hit, ...]) -> None:
        """Ask about the first of ``hits``; where there are more, say which."""
        hit = hits[0]
        if hit == self._hit and len(hits) == 1 and self.accessibleName():
            return
        self._hit = hit
        lead = f"{hit_words(hit.kind)}."
        if len(hits) > 1:
            which = _("{n} of {total}").format(n=1, total=len(hits))
            lead = f"{hit_words(hit.kind)}: {hit.text} ({which})."
        self.say("warn", lead, _must_not_leave(hit.kind))
        self.keep_button.setVisible(hit.kind is not HitKind.IDENTITY)

    def height_at(self, width: int) -> int:
        """Return the height in px that the notice asks for at ``width`` px."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def _dress_flow(self) -> None:
        self._flow.set_air(current_theme().px(8))


def _must_not_leave(kind: HitKind) -> str:
    return {
        HitKind.NAME: _("Names must not go to the applicant."),
        HitKind.PHONE: _("Phone numbers must not go to the applicant."),
        HitKind.EMAIL: _("E-mail addresses must not go to the applicant."),
        HitKind.IDENTITY: _("A personal identity number never leaves."),
    }[kind]


class _KeyedButton(Button):
    """A plain button with its key drawn after the words."""

    def __init__(self, words: str, cap: str, parent: QWidget) -> None:
        self._cap = cap
        super().__init__(words, parent)
        self.setAccessibleDescription(cap)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: the button as wide as its words and its key."""
        hint = super().sizeHint()
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + self._room() + current_theme().px(28), hint.height())

    @guarded(default=None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt override: the button, and its key at the right."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, wide = theme.px(20), self._room() - theme.px(8)
        box = QRectF(self.width() - wide - theme.px(12), (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(Role.SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)

    def _room(self) -> int:
        theme = current_theme()
        return QFontMetrics(theme.font(Role.SMALL, MEDIUM)).horizontalAdvance(self._cap) + theme.px(20)

    def _dress(self) -> None:
        super()._dress()
        theme = current_theme()
        left, right = theme.px(14), self._room() + theme.px(8)
        self.setStyleSheet(f"text-align: left; padding-left: {left}px; padding-right: {right}px;")
