"""The dialogs as scenes, and what the window says in passing: progress, receipts, notices, the undo line."""

from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QMessageBox, QWidget
from tests.screens.scenes_pages import open_documents
from tests.screens.studio import Studio

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.outgoing.exporting import Exported
from finsam_review.services.session import Session
from finsam_review.ui import messages
from finsam_review.ui.application_dialog import ApplicationDialog
from finsam_review.ui.dialogs import KeysDialog, NewDayDialog, RestoreDialog
from finsam_review.ui.dialogs.crash import CrashDialog
from finsam_review.ui.saving.panel import SavingPanel
from finsam_review.ui.widgets.messages import UndoLine

_CRASH = """Finsam Review 1.0, Python 3.13.0, Windows
2025-10-15 14:31:07
  finsam_review/ui/board/board.py:120 paint
  finsam_review/ui/board/note_card.py:71 _layout
ZeroDivisionError"""
_TITLES = ("Grönt steg", "Unga vidare", "Språkbron")


def new_day(studio: Studio) -> QWidget:
    """The dialog that makes a day."""
    return studio.show(NewDayDialog(studio.window))


def new_day_refused(studio: Studio) -> QWidget:
    """A new day with nothing in it and a date that is none."""
    dialog = NewDayDialog(studio.window)
    dialog.day.setText("32 december")
    dialog.make.click()
    return studio.show(dialog)


def restore(studio: Studio) -> QWidget:
    """Some backups to choose from."""
    session = studio.day().context.session
    session.backups.now()
    session.backups.now(reason="import")
    return studio.show(RestoreDialog(studio.window))


def restore_empty(studio: Studio) -> QWidget:
    """No backups to choose from."""
    with patch("finsam_review.ui.dialogs.restore.all_backups", lambda: ()):
        return studio.show(RestoreDialog(studio.window))


def keys(studio: Studio) -> QWidget:
    """The key map."""
    return studio.show(KeysDialog(studio.window))


def crash(studio: Studio) -> QWidget:
    """What is said when the program made a mistake."""
    return studio.show(CrashDialog(_CRASH))


def details(studio: Studio) -> QWidget:
    """The details of an application that has doubts."""
    context = studio.day().context
    every = context.session.applications.all()
    doubted = next((item for item in every if item.doubts), every[10])
    return studio.show(ApplicationDialog(context, doubted, studio.window))


def details_new(studio: Studio) -> QWidget:
    """The details of an application that is written in by hand."""
    return studio.show(ApplicationDialog(studio.day().context, None, studio.window))


def message_box(studio: Studio) -> QWidget:
    """A question that stops a person."""
    asked: list[QMessageBox] = []
    question = (
        "En text i en ruta kunde inte sparas, och går förlorad om du stänger dagen nu. "
        "Lapparna som sitter uppe är trygga."
    )

    def keep(box: QMessageBox) -> None:
        asked.append(box)

    with patch.object(QMessageBox, "exec", keep):
        messages.confirm(studio.window, question, action="Stäng ändå")
    return studio.show(asked[0])


def export_progress(studio: Studio) -> QWidget:
    """Summaries being saved."""
    panel = open_documents(studio).findChild(SavingPanel)
    panel.begin(_TITLES, Path("Summeringar"))
    panel.step(Exported(1, 3, _TITLES[0], path=Path("Summeringar/1.pdf")))
    return studio.window


def export_receipt(studio: Studio) -> QWidget:
    """Summaries saved, but for one."""
    panel = open_documents(studio).findChild(SavingPanel)
    panel.begin(_TITLES, Path("Summeringar"))
    panel.step(Exported(1, 3, _TITLES[0], path=Path("Summeringar/1.pdf"), unshown=("U+13000",)))
    panel.step(Exported(2, 3, _TITLES[1], error=UserError("disk_full")))
    panel.step(Exported(3, 3, _TITLES[2], path=Path("Summeringar/3.pdf")))
    panel.end(stopped=False)
    return studio.window


def undo_line(studio: Studio) -> QWidget:
    """What can be undone, for some seconds."""
    studio.day().findChild(UndoLine).offer("Lappen är borttagen.")
    return studio.window


def draft_notice(studio: Studio) -> QWidget:
    """A text that did not get up last time."""
    with Session.open(studio.day_file) as session:
        frame = session.day.frame()
        topic = session.applications.all()[0].id
        place = Place(topic, frame.review_questions[0].id, frame.tables[0].id)
        session.notes.keep_draft(place, NoteContent("Vem tar över när projektet är slut?"))
    studio.day()
    return studio.window


DIALOGS: tuple[Callable[[Studio], QWidget], ...] = (
    new_day,
    new_day_refused,
    restore,
    restore_empty,
    keys,
    crash,
    details,
    details_new,
    message_box,
    export_progress,
    export_receipt,
    undo_line,
    draft_notice,
)
