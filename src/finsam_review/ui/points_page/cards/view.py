"""Owns the list of the summary: cards, the notice inside the chosen one, and arrows that move it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.points_page.cards.delegate import CardDelegate
from finsam_review.ui.points_page.cards.gate_notice import GateNotice
from finsam_review.ui.points_page.cards.row import PointCard
from finsam_review.ui.points_page.cards.shape import TEXT_LEFT
from finsam_review.ui.points_page.lists.rows_model import RowsModel
from finsam_review.ui.points_page.lists.rows_view import RowsView
from finsam_review.ui.theme.look import current_theme

_AIR, _RIGHT = 6, 12


class CardsView(RowsView):
    """Points of all questions. The chosen one asks about what it holds that must not leave."""

    move_asked = Signal(int)
    """The chosen point is to be moved up (-1) or down (1)."""

    notice: GateNotice | None = None
    _noticed = ""
    _may_ask = True

    def __init__(self, model: RowsModel, keys: Mapping[Qt.Key, str], parent: QWidget | None = None) -> None:
        super().__init__(model, keys, parent, many=False)
        self.setAccessibleName(_("Points of the summary"))
        self.notice = GateNotice(self.viewport())
        model.dataChanged.connect(self.refresh_notice)
        model.rowsRemoved.connect(self.refresh_notice)
        model.modelReset.connect(self.refresh_notice)
        self.selectionModel().currentChanged.connect(self.refresh_notice)

    @property
    def card(self) -> PointCard | None:
        """The chosen point."""
        index = self.currentIndex()
        row = self.rows.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, PointCard) else None

    def set_may_ask(self, *, may_ask: bool) -> None:
        """Ask about personal data and move cards, or only show: what is approved stays as it is."""
        self._may_ask = may_ask
        delegate = self.itemDelegate()
        if isinstance(delegate, CardDelegate):
            delegate.movable = may_ask
        self.refresh_notice()
        self.viewport().update()

    def refresh_notice(self, *_details: object) -> None:
        """Ask about the chosen card's first open place, or about nothing."""
        if self.notice is None:
            return
        card = self.card
        asks = card is not None and bool(card.hits) and self._may_ask
        if card is not None and asks:
            self.notice.ask_about(card.hits)
        before, self._noticed = self._noticed, card.key if card is not None and asks else ""
        self.notice.setVisible(bool(asks))
        for key in {before, self._noticed} - {""}:
            self._refit(key)
        self._place_notice()

    @guarded(default=None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt override: the notice follows its card."""
        super().resizeEvent(event)
        if self._noticed:
            self._refit(self._noticed)
        self._place_notice()

    @guarded(default=None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt override: the notice follows its card."""
        super().scrollContentsBy(dx, dy)
        self._place_notice()

    @guarded(default=None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt override: the arrows of the chosen card move it."""
        step = self._arrow_at(event.position().toPoint())
        if step and event.button() is Qt.MouseButton.LeftButton:
            self.move_asked.emit(step)
            return
        super().mousePressEvent(event)

    @guarded(default=None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt override: a double click on a card gives it other words."""
        point = event.position().toPoint()
        if self.indexAt(point) == self.currentIndex() and self.card is not None and not self._arrow_at(point):
            self.asked.emit("rewrite")

    def _arrow_at(self, point: QPoint) -> int:
        """Return which way the arrow at ``point`` moves the chosen card, 0 where there is none."""
        card, delegate = self.card, self.itemDelegate()
        if card is None or not self._may_ask or not isinstance(delegate, CardDelegate):
            return 0
        box = self.visualRect(self.currentIndex())
        up, down = delegate.arrows(box, delegate.measure.shape(card, box.width()))
        return -1 if up.contains(point) else 1 if down.contains(point) else 0

    def _side(self) -> int:
        return 16

    def _air(self) -> int:
        return 8

    def _settle(self, anchor: tuple[int, int] | None) -> None:
        super()._settle(anchor)
        self._place_notice()

    def _height_of(self, row: int) -> int:
        height = super()._height_of(row)
        if not self._noticed or self.notice is None or self.rows.row_at(row).key != self._noticed:
            return height
        px = current_theme().px
        return height + self.notice.height_at(self._notice_width()) + px(_AIR) + px(2)

    def _notice_width(self) -> int:
        px = current_theme().px
        return max(60, self._masonry.room.column_width - px(TEXT_LEFT) - px(_RIGHT))

    def _refit(self, key: str) -> None:
        """Give the row called ``key`` the height it asks for now."""
        place = self.rows.place_of(key)
        if 0 <= place < len(self._masonry):
            self._masonry.change(place, self._height_of(place))
            super()._settle(None)

    def _place_notice(self) -> None:
        delegate = self.itemDelegate()
        if self.notice is None or not self._noticed or not isinstance(delegate, CardDelegate):
            return
        place = self.rows.place_of(self._noticed)
        if place < 0:
            return
        box = self.visualRect(self.rows.index(place))
        row = self.rows.row_at(place)
        if not isinstance(row, PointCard):
            return
        px, shape = current_theme().px, delegate.measure.shape(row, box.width())
        width = self._notice_width()
        top = box.top() + round(shape.text_bottom) + px(_AIR)
        self.notice.setGeometry(box.left() + px(TEXT_LEFT), top, width, self.notice.height_at(width))
