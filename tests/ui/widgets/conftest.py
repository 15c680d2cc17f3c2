"""The light look, and a window to stand in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from finsam_review.ui.theme import Theme, apply_theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Begin each test in the light look at 100 %."""
    apply_theme(qapp, Theme())


@pytest.fixture
def shown(qtbot) -> Callable[..., QWidget]:
    """Return a function that shows widgets in a window of their own and returns it, active."""

    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(20, 20, 20, 20)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
