"""Buttons: what they say, when they act, and the ring of the one that has the keyboard."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from finsam_review.ui.theme import DARK, LIGHT, Theme, apply_theme
from finsam_review.ui.widgets.buttons import Button, IconButton

Show = Callable[..., QWidget]


def clicks_of(button: Button) -> list[str]:
    told: list[str] = []
    button.clicked.connect(lambda: told.append("clicked"))
    button.blocked_pressed.connect(told.append)
    return told


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(shown: Show, key: Qt.Key) -> None:
    button = Button("Godkänn")
    shown(button)
    told = clicks_of(button)
    QTest.keyClick(button, key)
    assert told == ["clicked"]


def test_a_blocked_button_says_why_and_does_nothing(shown: Show) -> None:
    button = Button("Godkänn", kind="filled")
    shown(button)
    button.set_blocked("1 lapp är kvar")
    told = clicks_of(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert set(told) == {"1 lapp är kvar"}
    assert button.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert button.isEnabled()
    assert button.accessibleDescription() == "1 lapp är kvar"
    button.set_blocked("")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told[-1] == "clicked"
    assert button.accessibleDescription() == ""


def test_an_ampersand_is_an_ampersand(shown: Show) -> None:
    button = Button("Bo & Co")
    shown(button)
    assert button.accessibleName() == "Bo & Co"
    assert button.shortcut().isEmpty()


def test_the_ring_is_shown_for_the_keyboard_only(qtbot, shown: Show) -> None:
    first, second = Button("Ett"), Button("Två")
    window = shown(first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(second.hasFocus)
    image = window.grab().toImage()
    ratio = image.devicePixelRatio()

    def above(button: Button) -> QColor:
        box = button.geometry()
        return image.pixelColor(round(box.center().x() * ratio), round((box.top() - 4) * ratio))

    assert above(second) == QColor(LIGHT.accent)
    assert above(first) == QColor(LIGHT.paper)


def test_the_ring_follows_when_its_button_moves(shown: Show) -> None:
    button, above = Button("Ett"), QWidget()
    window = shown(above, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    before = button.geometry().top()
    above.setFixedHeight(120)
    window.adjustSize()
    window.grab()
    assert button.geometry().top() != before
    rings = [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring"]
    assert [ring.geometry().top() for ring in rings] == [button.geometry().top() - 5]


def test_a_button_takes_on_another_theme(qapp, shown: Show) -> None:
    button = Button("Godkänn", kind="filled")
    shown(button)
    height = button.height()
    assert height == 36
    apply_theme(qapp, Theme(DARK, 2.0))
    assert button.sizeHint().height() == 70
    assert button.font().pointSizeF() == pytest.approx(22.5)
    image = button.grab().toImage()
    assert image.pixelColor(12, image.height() // 2) == QColor(DARK.accent)


def test_an_icon_button_has_a_name_and_its_keys(shown: Show) -> None:
    button = IconButton("arrow-u-up-left", "Ångra", keys="Ctrl+Z")
    shown(button)
    assert button.accessibleName() == "Ångra"
    assert "Ctrl+Z" in button.toolTip()
    assert min(button.width(), button.height()) >= 32


def test_a_window_with_a_ring_is_torn_down_quietly(qtbot) -> None:
    window = QWidget()
    window.own_cycle = window  # type: ignore[attr-defined]
    button = Button("Ett", window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    del window, button
    gc.collect()
    QApplication.processEvents()
    assert QApplication.focusWidget() is None
