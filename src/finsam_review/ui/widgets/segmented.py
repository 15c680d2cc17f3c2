"""Owns the segmented choice: two to five ways side by side, one of them ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.icons import paint_icon
from finsam_review.ui.marks.focus_ring import ring_on_focus
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.fonts import REGULAR, SEMIBOLD, Role
from finsam_review.ui.theme.look import current_theme

_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SegmentedChoice(QWidget):
    """Ways side by side, one of them ticked. Arrows move between them; Tab stops at the ticked one."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """``options`` are (key, words, icon name or an empty string)."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, words, icon_name) in enumerate(options):
            segment = _Segment(words, icon_name, self, first=place == 0, last=place == len(options) - 1)
            segment.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            segment.stepped.connect(self._on_stepped)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choose(options[0][0])

    @property
    def choice(self) -> str:
        """The key of the ticked one."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def choose(self, key: str) -> None:
        """Tick ``key`` without telling anybody. Tab stops at it alone."""
        self._segments[key].setChecked(True)
        for other, segment in self._segments.items():
            here = Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(here)

    def _on_clicked(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def _on_stepped(self, step: int) -> None:
        keys = list(self._segments)
        key = keys[(keys.index(self.choice) + step) % len(keys)]
        self._segments[key].setFocus(Qt.FocusReason.TabFocusReason)
        self._on_clicked(key)


class _Segment(QToolButton):
    stepped = Signal(int)

    def __init__(self, words: str, icon_name: str, parent: QWidget, *, first: bool, last: bool) -> None:
        super().__init__(parent)
        self._words, self._icon_name, self._ends = words, icon_name, (first, last)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._dress)
        follow_theme(self._dress)
        ring_on_focus(self)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: room for the bold words, so that ticking moves nothing."""
        theme = current_theme()
        words = QFontMetrics(theme.font(Role.SMALL, SEMIBOLD)).horizontalAdvance(self._words)
        before = theme.px(24) if self._icon_name else 0
        return QSize(words + before + theme.px(24), theme.px(36))

    @guarded(default=None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt override: arrows move the choice."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: its part of the frame; ticked it is soft, bold and underlined by a bar."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self._shape()
        fill = "accent_soft" if self.isChecked() or self.underMouse() else "surface"
        painter.fillPath(shape, theme.colour(fill))
        if self.isChecked():
            painter.save()
            painter.setClipPath(shape)
            bar = theme.px(3)
            painter.fillRect(QRectF(0, self.height() - bar, self.width(), bar), theme.colour("accent"))
            painter.restore()
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawPath(shape)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        left, side = theme.px(12), theme.px(18)
        if self._icon_name:
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon_name, box, theme.colour("ink"))
            left += theme.px(24)
        painter.setPen(theme.colour("ink"))
        painter.setFont(self.font())
        room = QRectF(left, 0, self.width() - left - theme.px(12), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words)

    def _shape(self) -> QPainterPath:
        first, last = self._ends
        radius = current_theme().px(7)
        box = QRectF(self.rect()).adjusted(0.5 if first else -0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, radius, radius)
        if not first:
            path.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
        if not last:
            path.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
        return path.simplified()

    def _dress(self) -> None:
        self.setFont(current_theme().font(Role.SMALL, SEMIBOLD if self.isChecked() else REGULAR))
        self.updateGeometry()
        self.update()
