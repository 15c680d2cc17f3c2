"""Photographs every page and dialog of the real window, for looking at.

Run by ``dev.py screens``; pictures land in ``build/screens``: 1366×768 and 1920×1080, light and dark, text at
100 % and 150 %. Words name the scenes wanted; ``--readme`` makes the pictures of the README instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from finsam_review import app as program
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.table_view import TableView

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "screens"
PICTURES = ROOT / "docs" / "pictures"
SIZES = ((1366, 768), (1920, 1080))
SCALES = (1.0, 1.5)
MODES = ("light", "dark")


class Studio:
    """The window with the rehearsal day, set up for one scene after the other."""

    def __init__(self, folder: Path) -> None:
        self.app = program.make_application()
        self.window = program.make_window(self.app, language="sv")
        self.preferences = self.window.preferences
        self.day_file = folder / "Budgetupptakt 2026.finsam"
        self._dialogs: list[QDialog] = []

    def dress(self, *, size: tuple[int, int], mode: str, scale: float) -> None:
        """Take on a size, a look and a text size."""
        self.preferences.change(mode=mode, text_scale=scale)
        self.window.showNormal()
        self.settle(50)
        self.window.resize(*size)
        self.settle()

    def settle(self, milliseconds: int = 400) -> None:
        """Let the window finish what it has begun."""
        deadline = QDeadlineTimer(milliseconds)
        while not deadline.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def day(self, table: int | None = None) -> DayView | TableView:
        """Open the rehearsal day and return its page."""
        self.window.open_day(self.day_file, table=table)
        self.settle(150)
        return self.window.findChildren(TableView if table else DayView)[-1]

    def close_day(self) -> None:
        """Go back to the start page."""
        for dialog in self._dialogs:
            dialog.close()
            dialog.deleteLater()
        self._dialogs.clear()
        self.window.close_day()
        self.settle(50)

    def show_dialog(self, dialog: QDialog) -> QDialog:
        """Show a dialog without waiting for it."""
        dialog.show()
        self._dialogs.append(dialog)
        return dialog


def start(studio: Studio) -> QWidget:
    """The start page with a recent day."""
    studio.day()
    studio.close_day()
    return studio.window


def board(studio: Studio) -> QWidget:
    """List and board, a note chosen."""
    page = studio.day()
    assert isinstance(page, DayView)
    column = page.applications.board.order[0]
    column.view.choose(column.model.cards[2].note_id)
    column.view.setFocus()
    return studio.window


def reader(studio: Studio) -> QWidget:
    """The application beside the board."""
    page = studio.day()
    assert isinstance(page, DayView)
    page.applications.toggle_reader()
    return studio.window


def summaries(studio: Studio) -> QWidget:
    """Preview of a summary."""
    return _page(studio, "summaries")


def settings(studio: Studio) -> QWidget:
    """Settings."""
    return _page(studio, "settings")


def table(studio: Studio) -> QWidget:
    """A table's own view."""
    studio.day(table=1)
    return studio.window


def empty(studio: Studio) -> QWidget:
    """A day that has just been made."""
    from datetime import date

    from finsam_review.services.days.presets import load_preset

    path = studio.day_file.with_name("Ny dag.finsam")
    path.unlink(missing_ok=True)
    Session.create(
        path, preset=load_preset(), title="Budgetupptakt inför 2027", day=date(2026, 10, 14)
    ).close()
    studio.window.open_day(path)
    return studio.window


def intake(studio: Studio) -> QWidget:
    """Sixteen applications read, ready to be looked at."""
    empty(studio)
    studio.settle(100)
    page = studio.window.findChildren(DayView)[-1]
    sample = ROOT / "resources" / "sample"
    page.take_in([sample / "ansokningar", sample / "ansokningslista.xlsx"])
    studio.settle(12_000)
    return studio.window


def new_day(studio: Studio) -> QWidget:
    """The dialog that makes a day."""
    from finsam_review.ui.dialogs import NewDayDialog

    return studio.show_dialog(NewDayDialog(studio.window))


def restore(studio: Studio) -> QWidget:
    """The dialog that restores a backup."""
    from finsam_review.ui.dialogs import RestoreDialog

    return studio.show_dialog(RestoreDialog(studio.window))


def keys(studio: Studio) -> QWidget:
    """The key map."""
    from finsam_review.ui.dialogs import KeysDialog

    return studio.show_dialog(KeysDialog(studio.window))


def details(studio: Studio) -> QWidget:
    """The details of an application."""
    from finsam_review.ui.application_dialog import ApplicationDialog

    page = studio.day()
    context = page.context
    application = context.session.applications.all()[10]
    return studio.show_dialog(ApplicationDialog(context, application, studio.window))


def _page(studio: Studio, key: str) -> QWidget:
    page = studio.day()
    assert isinstance(page, DayView)
    page.show_page(key)
    studio.settle(1_500)
    return studio.window


SCENES: dict[str, Callable[[Studio], QWidget]] = {
    scene.__name__: scene
    for scene in (
        start,
        board,
        reader,
        summaries,
        settings,
        table,
        empty,
        intake,
        new_day,
        restore,
        keys,
        details,
    )
}


def photograph(studio: Studio, wanted: list[str]) -> None:
    """Save a picture of each wanted scene in every size, look and text size."""
    for name in wanted:
        for size in SIZES:
            for mode in MODES:
                for scale in SCALES:
                    studio.dress(size=size, mode=mode, scale=scale)
                    widget = SCENES[name](studio)
                    studio.settle()
                    file = f"{name}-{size[0]}-{mode}-{round(scale * 100)}.png"
                    widget.grab().save(str(OUT / file))
                    print(file, f"{widget.width()}×{widget.height()}")
                    studio.close_day()


def photograph_readme(studio: Studio) -> None:
    """Save the pictures that the README shows."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in ("board", "table"):
        studio.dress(size=(1366, 768), mode="light", scale=1.0)
        widget = SCENES[name](studio)
        studio.settle()
        widget.grab().save(str(PICTURES / f"{name}.png"))
        studio.close_day()


@contextmanager
def rehearsal() -> Iterator[Path]:
    """Make the rehearsal day in a temporary folder that is also the user's own."""
    from finsam_review.services.days.rehearsal import make_rehearsal

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["FINSAM_HOME"] = str(folder / "state")
        program.set_language("sv")
        make_rehearsal(folder / "Budgetupptakt 2026.finsam").close()
        yield folder


def main(arguments: list[str]) -> int:
    """Photograph what ``arguments`` name, everything by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []])
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(arguments)
    with rehearsal() as folder:
        studio = Studio(folder)
        if options.readme:
            photograph_readme(studio)
        else:
            if not options.scenes:
                shutil.rmtree(OUT, ignore_errors=True)
            OUT.mkdir(parents=True, exist_ok=True)
            photograph(studio, options.scenes or list(SCENES))
        studio.window.close()
        studio.settle(50)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
