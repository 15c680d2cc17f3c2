"""Owns the focus ring: 3 px of accent, 2 px outside the control that has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from finsam_review.ui.guard import guarded
from finsam_review.ui.theme.look import current_theme

_GAP = 2
_WIDTH = 3
_OUTSIDE = _GAP + _WIDTH
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.LayoutRequest}
_ENDS = {QEvent.Type.FocusOut, QEvent.Type.Hide}


def ring_on_focus(target: QWidget, *, radius: float = 7) -> None:
    """Show the ring around ``target`` while it has the focus, unless the mouse gave it.

    ``radius`` is that of the control's corners, in design pixels.
    """
    _FocusWatch(target, radius)


class _Ring(QWidget):
    """The ring itself: painted beside the control, never in the way of the mouse."""

    def __init__(self, host: QWidget, radius: float) -> None:
        super().__init__(host)
        self.host = host
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def move_to(self, host: QWidget) -> None:
        """Stand in another window or scrolled page from now on."""
        self.host = host
        self.setParent(host)

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), _WIDTH))
        box = QRectF(self.rect()).adjusted(_WIDTH / 2, _WIDTH / 2, -_WIDTH / 2, -_WIDTH / 2)
        radius = theme.px(self._radius) + _GAP + _WIDTH / 2
        painter.drawRoundedRect(box, radius, radius)


class _FocusWatch(QObject):
    """Watches one control, and what it stands in while it has the focus.

    Qt still calls the filter while Python tears a window down and its attributes are gone already, so they
    have values of the class to fall back on.
    """

    _target: QWidget | None = None
    _ring: _Ring | None = None
    _watched: tuple[QWidget, ...] = ()

    def __init__(self, target: QWidget, radius: float) -> None:
        super().__init__(target)
        self._target, self._radius = target, radius
        target.installEventFilter(self)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt override: show, move and take away the ring; never eats an event."""
        kind = event.type()
        if self._target is None:
            return False
        if kind in _MOVES:
            self._place()
        elif watched is self._target and kind is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() is not Qt.FocusReason.MouseFocusReason:
                self._show(self._target)
        elif watched is self._target and kind in _ENDS:
            self._end()
        return False

    def _show(self, target: QWidget) -> None:
        self._end()
        host, between = _host_of(target)
        if self._ring is None or not isValid(self._ring):
            self._ring = _Ring(host, self._radius)
        elif self._ring.host is not host:
            self._ring.move_to(host)
        self._watched = tuple(between)
        for widget in between:
            widget.installEventFilter(self)
        self._place()
        self._ring.show()

    def _place(self) -> None:
        if self._target is None or self._ring is None or not isValid(self._ring):
            return
        corner = self._target.mapTo(self._ring.host, QPoint(0, 0))
        box = QRect(corner, self._target.size())
        self._ring.setGeometry(box.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
        self._ring.raise_()

    def _end(self) -> None:
        """Hide the ring. It is kept, since this may be called while its window is being torn down."""
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = ()


def _host_of(target: QWidget) -> tuple[QWidget, list[QWidget]]:
    """Return the widget to paint in (what scrolls, else the window) and those between it and ``target``."""
    between: list[QWidget] = []
    host = target.parentWidget() or target
    outer = host.parentWidget()
    while outer is not None and not host.isWindow() and not _scrolls_in(host):
        between.append(host)
        host, outer = outer, outer.parentWidget()
    return host, between


def _scrolls_in(widget: QWidget) -> bool:
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QScrollArea) and area.widget() is widget
