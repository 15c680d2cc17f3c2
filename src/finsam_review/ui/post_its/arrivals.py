"""Owns the only motion on the board: a note that has just arrived fades in, once."""

from PySide6.QtCore import QModelIndex, QObject, QVariantAnimation
from PySide6.QtWidgets import QWidget

from finsam_review.ui.post_its.note_model import NoteListModel
from finsam_review.ui.theme.look import current_theme

FADE = 120
"""Milliseconds."""


class Arrivals(QObject):
    """Knows how far notes that have just arrived have come in; the rest are there at once."""

    def __init__(self, model: NoteListModel, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._model, self._canvas = model, canvas
        self._arriving: dict[str, QVariantAnimation] = {}
        model.rowsInserted.connect(self._on_inserted)

    def opacity(self, note_id: str) -> float:
        """Return how much of a note is to be seen, 0 to 1."""
        fade = self._arriving.get(note_id)
        return float(fade.currentValue()) if fade is not None else 1.0

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if not current_theme().motion:
            return
        for row in range(first, last + 1):
            card = self._model.card_at(row)
            if card.just_arrived:
                self._begin(card.note_id)

    def _begin(self, note_id: str) -> None:
        fade = QVariantAnimation(self, duration=FADE, startValue=0.0, endValue=1.0)
        self._arriving[note_id] = fade
        fade.valueChanged.connect(self._on_value)
        fade.finished.connect(lambda: self._arriving.pop(note_id, None))
        fade.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)

    def _on_value(self, _value: object) -> None:
        self._canvas.update()
