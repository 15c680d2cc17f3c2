"""Owns the chip that stands by itself: how an application stands with its revised version."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import StateLook, chip_width, paint_chip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme


class StandingChip(QWidget):
    """Icon and words in a rounded frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = StateLook("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._dress)

    @property
    def words(self) -> str:
        """What it says."""
        return self._look.words

    def show_look(self, look: StateLook) -> None:
        """Say something else; without words it is not seen."""
        self._look = look
        self.setAccessibleName(look.words)
        self.setVisible(bool(look.words))
        self._dress()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: icon, words, air."""
        return QSize(round(chip_width(self._look)) + 2, current_theme().px(28))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_chip(painter, box, self._look, right=box.right(), widest=box.width())

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
