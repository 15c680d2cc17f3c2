"""Owns messages that stand where something happened, and the line that offers to undo."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import icon
from finsam_review.ui.marks.chips import KeyCap
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import Label
from finsam_review.ui.widgets.leading_label import LeadingLabel

_KINDS = {
    "info": ("accent", "accent_soft", "info"),
    "ok": ("ok", "ok_soft", "check-circle-fill"),
    "warn": ("warn", "warn_soft", "warning"),
    "danger": ("danger", "danger_soft", "warning-octagon-fill"),
}
UNDO_SHOWN = 8_000
"""Milliseconds that an undo line stays; undo itself works long after."""


def announce(widget: QWidget) -> None:
    """Let a screen reader read ``widget`` out as an alert."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Message(QFrame):
    """A message of ``kind`` info, ok, warn or danger: a bold first sentence, the rest, and ways on.

    ``body`` is a place for more, such as the text that a draft brings back.
    """

    def __init__(
        self, kind: str, lead: str, rest: str = "", parent: QWidget | None = None, *, icon_name: str = ""
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon_name = kind, icon_name
        self._icon = Label("", self)
        self._words = LeadingLabel(lead, rest, self)
        self._actions = QHBoxLayout()
        self._build()
        self.say(kind, lead, rest)
        follow_theme(self._dress)

    def say(self, kind: str, lead: str, rest: str = "") -> None:
        """Say something else, and announce it when the message is on the screen."""
        self._kind = kind
        self._words.set_words(lead, rest)
        self.setAccessibleName(" ".join(part for part in (lead, rest) if part))
        self._dress()
        if self.isVisible():
            announce(self)

    def add_action(self, text: str, action: Callable[[], object], *, kind: str = "plain") -> Button:
        """Add a button that calls ``action``, and return it."""
        button = Button(text, self, kind=kind)
        button.clicked.connect(lambda _checked=False: action())
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def set_body(self, body: QWidget) -> None:
        """Put ``body`` between the words and the buttons."""
        self._column.insertWidget(1, body)

    def announce(self) -> None:
        """Let a screen reader read the message out."""
        announce(self)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: soft fill, thin border, and an edge of 4 px at the left."""
        theme = current_theme()
        ink, soft, _unused = _KINDS[self._kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = theme.px(7)
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.fillPath(shape, theme.colour(soft))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, theme.px(4), self.height()), theme.colour(ink))
        painter.restore()
        painter.setPen(QPen(theme.colour(ink), 1))
        painter.drawPath(shape)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        self._column.addLayout(head)
        self._column.addLayout(self._actions)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _dress(self) -> None:
        theme = current_theme()
        ink, _soft, name = _KINDS[self._kind]
        side = theme.px(20)
        self._icon.setPixmap(icon(self._icon_name or name, theme.colour(ink), side).pixmap(side, side))
        self._column.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        self.update()


class UndoLine(QFrame):
    """One line on ink at the foot of a pane: what was done, and Ångra. It goes away after 8 s."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", self, tone="on_ink")
        self._undo = _OnInkButton(_("Undo"), self)
        self._keys = KeyCap("Ctrl+Z", self, tone="surface")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._undo.clicked.connect(self._on_undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._keys)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        follow_theme(self._dress)

    def offer(self, sentence: str, *, shown: int = UNDO_SHOWN) -> None:
        """Say ``sentence`` and offer to undo it for ``shown`` milliseconds."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        announce(self)
        self._timer.start(shown)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: a line filled with ink."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        painter.drawRoundedRect(self.rect(), theme.px(7), theme.px(7))

    def _on_undo(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _dress(self) -> None:
        theme = current_theme()
        self._row.setSpacing(theme.px(8))
        self._row.setContentsMargins(theme.px(14), theme.px(2), theme.px(14), theme.px(2))
        self.update()


class _OnInkButton(Button):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, kind="on_ink")

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.BODY, SEMIBOLD))
