"""Owns the one signal by which every view learns what an operation changed."""

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries :class:`~finsam_review.domain.changes.Changes` after each commit to whoever shows them."""

    changed = Signal(object)
