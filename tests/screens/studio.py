"""Owns the window that is photographed: on a screen of 1920×1080, with the rehearsal day at hand."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from finsam_review import app as program
from finsam_review.domain.intake import Gathered
from finsam_review.services.days.presets import load_preset
from finsam_review.services.days.rehearsal import make_rehearsal
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.table_view import TableView

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample"
_LONGEST = 60_000
"""Milliseconds that something may take to be seen before the picture is given up."""


class Studio:
    """The window, set up for one scene after the other."""

    def __init__(self, folder: Path) -> None:
        _set_screen()
        self.app = program.make_application()
        self.window = program.make_window(self.app, language="sv")
        self.preferences = self.window.preferences
        self.day_file = folder / "Budgetupptakt 2026.finsam"
        self._original = folder / "Generalrepetition.finsam"
        make_rehearsal(self._original).close()
        self.renew()
        self._shown: list[QWidget] = []
        self._gathered: Gathered | None = None

    def renew(self) -> None:
        """Put the rehearsal day back as it was made."""
        shutil.copyfile(self._original, self.day_file)

    def dress(self, *, size: tuple[int, int], mode: str, scale: float) -> None:
        """Take on a size, a look and a text size."""
        self.preferences.change(mode=mode, text_scale=scale)
        self.window.showNormal()
        self.settle(50)
        self.window.resize(*size)
        self.settle(100)
        assert (self.window.width(), self.window.height()) == size

    def settle(self, milliseconds: int = 50) -> None:
        """Let the window finish what it has begun."""
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def wait(self, seen: Callable[[], object]) -> None:
        """Wait until ``seen`` holds; raises :class:`TimeoutError` if it never does."""
        deadline = QDeadlineTimer(_LONGEST)
        while not seen():
            if deadline.hasExpired():
                raise TimeoutError(f"never seen: {seen}")
            self.settle(20)
        self.settle()

    def day(self) -> DayView:
        """Open the rehearsal day as the facilitator."""
        self.window.open_day(self.day_file)
        self.settle(150)
        return self.window.findChildren(DayView)[-1]

    def table(self, number: int) -> TableView:
        """Open the rehearsal day as a table."""
        self.window.open_day(self.day_file, table=number)
        self.settle(150)
        return self.window.findChildren(TableView)[-1]

    def empty_day(self) -> DayView:
        """Open a day that has just been made."""
        path = self.day_file.with_name("Ny dag.finsam")
        path.unlink(missing_ok=True)
        Session.create(
            path, preset=load_preset(), title="Budgetupptakt inför 2027", day=date(2026, 10, 14)
        ).close()
        self.window.open_day(path)
        self.settle(150)
        return self.window.findChildren(DayView)[-1]

    def gathered(self, session: Session) -> Gathered:
        """Return the sample as a chancellery would read it."""
        if self._gathered is None:
            *_steps, last = session.intake.gather([SAMPLE / "ansokningar", SAMPLE / "ansokningslista.xlsx"])
            self._gathered = last.gathered
        assert self._gathered is not None
        return self._gathered

    def show(self, widget: QWidget) -> QWidget:
        """Show a dialog, or a part by itself, without waiting for it; it goes with the day."""
        widget.show()
        self._shown.append(widget)
        return widget

    def clear(self) -> None:
        """Go back to the start page."""
        for widget in self._shown:
            widget.close()
            widget.deleteLater()
        self._shown.clear()
        self.window.close_day()
        self.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.renew()


def _set_screen() -> None:
    """Let Qt's offscreen screen be as large as a real one: its own, 800×800, clamps windows and dialogs."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        # A relative path: the colon after a drive's letter would end it.
        screen = os.path.relpath(Path(__file__).with_name("screen.json"))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"


@contextmanager
def studio() -> Iterator[Studio]:
    """Set a studio up in a temporary folder that is also the user's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FINSAM_HOME"] = str(folder / "state")
        program.set_language("sv")
        made = Studio(folder)
        yield made
        made.clear()
        made.window.close()
        made.settle()
