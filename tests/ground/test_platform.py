"""What the platform must not do to us: the defects measured in Qt's binding."""

import sys

import pytest
from PySide6.QtWidgets import QLabel


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_void_call_of_qt_keeps_the_references_to_none(qtbot):
    """PySide6 6.12.0 loses one per call on Python 3.11 and kills the process after some thousand."""
    label = QLabel()
    qtbot.addWidget(label)
    texts = [str(number) for number in range(100)]
    before = sys.getrefcount(None)
    for text in texts:
        label.setText(text)
    assert sys.getrefcount(None) - before > -50
