"""Owns the progress of work that takes time: what, n of N, what just now, a bar and Avbryt."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme
from finsam_review.ui.widgets.buttons import Button
from finsam_review.ui.widgets.labels import ElidedLabel, Label


class Bar(QProgressBar):
    """A calm bar of 10 px that shows how far something has come."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: as wide as there is room, 10 px high."""
        return QSize(120, current_theme().px(10))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        """Qt override: narrow, 10 px high."""
        return QSize(40, current_theme().px(10))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: outline and filling."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, theme.colour("surface"))
        span = max(1, self.maximum() - self.minimum())
        painter.save()
        painter.setClipPath(shape)
        done = box.width() * (self.value() - self.minimum()) / span
        painter.fillRect(QRectF(0, 0, done, self.height()), theme.colour("accent"))
        painter.restore()
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawPath(shape)


class ProgressCard(QFrame):
    """Work under way, in the page itself; the window stays usable."""

    cancelled = Signal()

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self._what = Label(what, self, weight=SEMIBOLD)
        self._count = Label("", self)
        self._bar = Bar(what, self)
        self._now = ElidedLabel("", self, role=Role.SMALL, tone="ink2")
        self._cancel = Button(_("Cancel"), self)
        self._cancel.clicked.connect(self._on_cancel)
        self._build()
        follow_theme(self._dress)

    def start(self, what: str, total: int) -> None:
        """Begin to show work of ``total`` steps called ``what``."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._cancel.set_blocked("")
        self.step(0, total, "")

    def step(self, done: int, total: int, current: str) -> None:
        """Show that ``done`` of ``total`` are done and ``current`` is at hand."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._count.setText(_("{n} of {total}").format(n=done, total=total))
        self._now.setText(_("Now: {what}").format(what=current) if current else "")

    def _on_cancel(self) -> None:
        self._cancel.set_blocked(_("Stopping after this one."))
        self.cancelled.emit()

    def _build(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._what, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self._now, 1)
        foot.addWidget(self._cancel)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._bar)
        self._column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _dress(self) -> None:
        theme = current_theme()
        self._column.setSpacing(theme.px(8))
        self._column.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
