"""Owns the way a widget follows the look: dress now, and again whenever the theme changes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from finsam_review.ui.theme.look import theme_source


def follow_theme(dress: Callable[[], None]) -> None:
    """Call ``dress`` now and at each change of theme. ``dress`` is a method of a QObject, which ends it."""
    theme_source().changed.connect(dress)
    dress()


def repolish(widget: QWidget) -> None:
    """Let the style sheet look again at ``widget`` after one of its properties has changed.

    Set its font anew afterwards: the style puts back the one it saw first. A widget that was never polished
    is left alone for the same reason.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
