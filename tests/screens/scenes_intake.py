"""Taking in applications, editing one, and the dialogs, as scenes to be photographed.

Run ``python tests/screens/scenes_intake.py [scene ...]``; pictures land in build/screens.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from finsam_review import i18n
from finsam_review.domain.applications import Application
from finsam_review.domain.intake import FailedItem, Gathered
from finsam_review.paths import resources
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.application_dialog import ApplicationDialog
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.dialogs import KeysDialog, NewDayDialog, RestoreDialog
from finsam_review.ui.dialogs.crash import CrashDialog
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import DARK, LIGHT, Theme, apply_theme

OUT = Path(__file__).parents[2] / "build" / "screens"
SAMPLE = resources() / "sample"
RAIL, FRAME = 116, 118
"""Design pixels that the window's rail, and its header and status line, take from a page."""


@cache
def gathered(session: Session) -> Gathered:
    """Read the sample as a chancellery would."""
    *_steps, last = session.intake.gather([SAMPLE / "ansokningar", SAMPLE / "ansokningslista.xlsx"])
    assert last.gathered is not None
    return last.gathered


def review(context: DayContext, *, size: tuple[int, int] = (1366, 768)) -> IntakePage:
    """The page as picture 06 shows it."""
    page = IntakePage(context)
    page.resize(*size)
    page.show_gathered(gathered(context.session))
    return page


def review_in_window(context: DayContext) -> QWidget:
    """The page where it stands in the window: beside the rail."""
    scale = context.preferences.current.text_scale
    rail = round((116 if scale < 1.5 else 60) * scale)
    return review(context, size=(1366 - rail, round(768 - FRAME * scale)))


def review_document(context: DayContext) -> QWidget:
    """The document where there is no room for it beside the fields."""
    page = review_in_window(context)
    assert isinstance(page, IntakePage)
    page.panes.show_pane("document")
    return page


def review_failed(context: DayContext) -> QWidget:
    """Files that could not be read, and some that were here already."""
    found = gathered(context.session)
    failed = (FailedItem("Protokoll.txt", "unsupported", {"file": "Protokoll.txt"}),)
    warned = (FailedItem("Bryggan.pdf", "already_here", {"file": "Bryggan.pdf"}),)
    page = IntakePage(context)
    page.resize(1250, 650)
    page.show_gathered(Gathered(found.candidates[:5], (), failed, warned))
    page.panes.list.setCurrentIndex(page.panes.list.model().index(5, 0))
    return page


def details(context: DayContext) -> QWidget:
    """The details of an application that has doubts."""
    taken = context.session.applications.all() or _taken(context)
    doubted = next((item for item in taken if item.doubts), taken[0])
    return ApplicationDialog(context, doubted)


def _taken(context: DayContext) -> tuple[Application, ...]:
    return context.session.intake.take_in(gathered(context.session)).applications


def restore(context: DayContext) -> QWidget:
    """Some backups to choose from."""
    context.session.backups.now()
    context.session.backups.now(reason="import")
    return RestoreDialog()


def new_day_refused(_context: DayContext) -> QWidget:
    """A new day with nothing in it."""
    dialog = NewDayDialog()
    dialog.day.setText("32 december")
    dialog.make.click()
    return dialog


CRASH = """Finsam Review 1.0, Python 3.13.0, Windows
2025-10-15 14:31:07
  finsam_review/ui/board/board.py:120 paint
  finsam_review/ui/board/note_card.py:71 _layout
ZeroDivisionError"""


def scenes() -> dict[str, Callable[[DayContext], QWidget]]:
    """Return every scene by name; each is made from an open day."""
    return {
        "intake": review,
        "intake-window": review_in_window,
        "intake-document": review_document,
        "intake-failed": review_failed,
        "new-day": lambda _context: NewDayDialog(),
        "new-day-refused": new_day_refused,
        "restore-empty": lambda _context: RestoreDialog(),
        "restore": restore,
        "keys": lambda _context: KeysDialog(),
        "crash": lambda _context: CrashDialog(CRASH),
        "application": details,
        "application-new": lambda context: ApplicationDialog(context, None),
    }


def main() -> None:
    """Photograph the scenes named, or all, in light, dark, at 150 % and at 200 %."""
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    i18n.set_language("sv")
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        os.environ["FINSAM_HOME"] = str(folder / "state")
        with Session.create(
            folder / "Budgetupptakt 2026.finsam",
            preset=load_preset(),
            title="Budgetupptakt inför 2026",
            day=date(2025, 10, 15),
        ) as session:
            bus = ChangeBus()
            context = DayContext(session, bus, Commands(session, bus), PreferenceStore(folder))
            for name in sys.argv[1:] or scenes():
                for theme in (Theme(LIGHT), Theme(DARK), Theme(LIGHT, 1.5), Theme(LIGHT, 2.0)):
                    photograph(app, name, theme, context)


def photograph(app: QApplication, name: str, theme: Theme, context: DayContext) -> None:
    """Make one picture."""
    apply_theme(app, theme)
    context.preferences.change(text_scale=theme.text_scale)
    page = scenes()[name](context)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    settle(app)
    look = f"{'dark' if theme.tokens.dark else 'light'}-{round(theme.text_scale * 100)}"
    page.grab().save(str(OUT / f"{name}-{look}.png"))
    page.close()
    page.deleteLater()
    settle(app)


def settle(app: QApplication, milliseconds: int = 60) -> None:
    """Let Qt lay out and paint."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    main()
