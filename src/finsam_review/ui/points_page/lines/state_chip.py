"""Owns the chip that says how far a summary has come: a draft, approved, or sent."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from finsam_review.domain.summaries import SummaryState
from finsam_review.i18n import gettext as _
from finsam_review.ui.guard import guarded
from finsam_review.ui.marks.state_chips import StateLook, chip_width, paint_chip
from finsam_review.ui.theme.following import follow_theme
from finsam_review.ui.theme.look import current_theme


def state_look(state: SummaryState) -> StateLook:
    """Return *Utkast*, *Godkänd* or *Utskickad* as a chip shows it."""
    looks = {
        SummaryState.DRAFT: StateLook(_("Draft")),
        SummaryState.APPROVED: StateLook(_("Approved"), "check-circle-fill", "ok"),
        SummaryState.SENT: StateLook(_("Sent out"), "paper-plane-tilt", "ok"),
    }
    return looks[state]


class StateChip(QWidget):
    """Icon and word in a rounded frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SummaryState.DRAFT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(SummaryState.DRAFT)
        follow_theme(self._dress)

    @property
    def state(self) -> SummaryState:
        """The state shown."""
        return self._state

    def show_state(self, state: SummaryState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(state_look(state).words)
        self._dress()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        """Qt override: as large as the chip."""
        return QSize(round(chip_width(state_look(self._state))) + 1, current_theme().px(28))

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt override: the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        paint_chip(painter, row, state_look(self._state), right=row.right(), widest=row.width())

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
