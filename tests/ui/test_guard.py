"""No exception leaves an overridden Qt virtual."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from finsam_review.ui.guard import guarded


class Broken(QAbstractListModel):
    """A model whose every answer fails."""

    @guarded(default=3)
    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return int(1 / 0)

    @guarded(default=None)
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return 1 / 0


class Unpaintable(QWidget):
    """A widget that can't be painted."""

    sizes: tuple[QSize, ...] = ()

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return self.sizes[0]

    @guarded(default=None)
    def paintEvent(self, _event: QPaintEvent) -> None:
        raise ZeroDivisionError


def test_a_failing_model_gives_safe_values_and_is_reported(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    view = QListView()
    qtbot.addWidget(view)
    model = Broken(view)
    view.setModel(model)
    view.show()
    view.grab()
    assert model.rowCount() == 3
    assert set(reported) == {ZeroDivisionError}


def test_a_failing_paint_is_reported(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    widget = Unpaintable()
    qtbot.addWidget(widget)
    widget.grab()
    assert widget.sizeHint() == QSize()
    assert {ZeroDivisionError, IndexError} == set(reported)


def test_the_guard_keeps_names_and_values() -> None:
    @guarded(default=0)
    def double(number: int) -> int:
        """Return twice ``number``."""
        return 2 * number

    assert double(4) == 8
    assert double.__name__ == "double"
    assert double.__doc__ == "Return twice ``number``."


def test_set_text_keeps_references_to_none() -> None:
    """A pin bump to a PySide6 that loses references to None would show here (Python 3.11 only)."""
    if sys.version_info >= (3, 12):
        pytest.skip("None is immortal")
    program = (
        "import sys; from PySide6.QtWidgets import QApplication, QLabel; app = QApplication([]); "
        "label = QLabel(); before = sys.getrefcount(None); "
        "[label.setText(str(n)) for n in range(100)]; assert sys.getrefcount(None) > before - 50"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"QT_QPA_PLATFORM": "offscreen"})
