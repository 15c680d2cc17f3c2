"""The reader, the summaries and the settings, as scenes to be photographed.

Run ``python tests/screens/scenes_reader.py [scene ...]``; pictures land in build/screens.
"""

import csv
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import openpyxl
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from finsam_review import i18n
from finsam_review.domain.applications import ApplicationDetails, Reading
from finsam_review.domain.intake import Candidate, Gathered, Proposal, ReadDocument
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.workshop import table_number
from finsam_review.importing.files.reading import read_file
from finsam_review.paths import resources
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.reader import ReaderPane
from finsam_review.ui.settings_page import SettingsPage
from finsam_review.ui.summaries_page import SummariesPage
from finsam_review.ui.theme import DARK, LIGHT, Theme, apply_theme

OUT = Path(__file__).parents[2] / "build" / "screens"
SAMPLE = resources() / "sample"
WAIT_MS = 20_000


def sample_day(path: Path, *, only: int = 0) -> Session:
    """Make the sample's day at ``path`` without the import of the program: rows, documents and notes."""
    session = Session.create(
        path, preset=load_preset(), title="Budgetupptakt inför 2026", day=date(2025, 10, 15), tables=6
    )
    sheet = openpyxl.load_workbook(SAMPLE / "ansokningslista.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))[: only or None]
    session.intake.take_in(Gathered(tuple(_candidate(row, session) for row in rows)))
    _stick_up(session)
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31)))
    session.undo.clear()
    return session


def _candidate(row: tuple[object, ...], session: Session) -> Candidate:
    number, received, title, applicant, parties, kind, person, mail, *amounts, file_name = row[:12]
    kinds = {item.name: item.code for item in session.day.frame().kinds}
    yearly = tuple((2026 + i, int(str(a))) for i, a in enumerate(amounts) if a is not None)
    details = ApplicationDetails(
        title=str(title),
        diary_number=str(number),
        received_on=received.date() if isinstance(received, datetime) else None,
        kind=kinds.get(str(kind)),
        applicant=str(applicant),
        organisations=tuple(str(parties).split(", ")),
        contact_name=str(person),
        contact_email=str(mail or ""),
        amounts=yearly,
    )
    data = (SAMPLE / "ansokningar" / str(file_name)).read_bytes() if file_name else b""
    outcome = read_file(data)
    read = ReadDocument(str(file_name), data, outcome.media, outcome.blocks, outcome.problem)
    return Candidate(Proposal(details), (read,) if file_name else ())


def _stick_up(session: Session) -> None:
    frame = session.day.frame()
    tables = {table.number: table.id for table in frame.tables}
    topics = {item.details.diary_number: item.id for item in session.applications.all()}
    questions = {str(q.number): q.id for q in frame.review_questions}
    with (SAMPLE / "reflektioner.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ansökan"] in topics]
    notes = [
        (
            Place(topics[row["ansökan"]], questions[row["fråga"]], tables[table_number(row["bord"]) or 1]),
            NoteContent(row["text"]),
        )
        for row in rows
    ]
    session.notes.add_many(notes)
    seen = dict.fromkeys((place.table_id, place.topic_id) for place, _content in notes)
    session.day.set_readings([Reading(table, topic, n) for n, (table, topic) in enumerate(seen, start=1)])


def context_of(session: Session, folder: Path, parent: QObject | None = None) -> DayContext:
    """Return what every page is given."""
    bus = ChangeBus(parent)
    return DayContext(session, bus, Commands(session, bus, parent), PreferenceStore(folder, parent))


def settle(app: QApplication, until: Callable[[], bool] = lambda: True) -> None:
    """Let the window come to rest, and wait until ``until`` holds."""
    deadline = QDeadlineTimer(WAIT_MS)
    for _turn in range(6):
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    while not until() and not deadline.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def reader(context: DayContext, *, number: int = 1, original: bool = False, words: str = "") -> QWidget:
    """Return the reader with an application in it, as wide as beside the board."""
    pane = ReaderPane(context)
    pane.show_application(context.session.applications.all()[number - 1])
    if original:
        pane.show_original()
    scale = context.preferences.current.text_scale
    pane.resize(round(520 * scale), 1000)
    if words:
        pane.show()
        pane.search()
        pane.search_for(words)
    return pane


def summaries(context: DayContext, *, place: int = 0) -> QWidget:
    """Return the page of summaries, beside the rail at 1366 × 768."""
    page = SummariesPage(context)
    page.resize(_beside_rail(context), 650)
    page.choose(place)
    return page


def settings(context: DayContext, *, scrolled: float = 0.0) -> QWidget:
    """Return the settings, beside the rail at 1366 × 768."""
    page = SettingsPage(context)
    page.resize(_beside_rail(context), 650)
    page.show()
    page.scroll_to(scrolled)
    return page


def _beside_rail(context: DayContext) -> int:
    scale = context.preferences.current.text_scale
    return 1366 - round((116 if scale < 1.5 else 60) * scale)


def scenes() -> dict[str, Callable[[DayContext], QWidget]]:
    """Return every scene of these pages by name; each is made from an open day."""
    return {
        "reader-text": reader,
        "reader-tables": lambda context: reader(context, number=2),
        "reader-find": lambda context: reader(context, words="grupp"),
        "reader-pdf": lambda context: reader(context, number=7, original=True),
        "reader-word": lambda context: reader(context, original=True),
        "summaries": summaries,
        "settings": settings,
        "settings-middle": lambda context: settings(context, scrolled=0.5),
        "settings-end": lambda context: settings(context, scrolled=1.0),
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
        with sample_day(folder / "Budgetupptakt 2026.finsam") as session:
            context = context_of(session, folder)
            for name in sys.argv[1:] or scenes():
                for theme in (Theme(LIGHT), Theme(DARK), Theme(LIGHT, 1.5), Theme(LIGHT, 2.0)):
                    _photograph(app, name, theme, context)


def _photograph(app: QApplication, name: str, theme: Theme, context: DayContext) -> None:
    apply_theme(app, theme)
    context.preferences.change(text_scale=theme.text_scale)
    page = scenes()[name](context)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    settle(app, lambda: not getattr(page, "is_busy", False))
    settle(app)
    look = f"{'dark' if theme.tokens.dark else 'light'}-{round(theme.text_scale * 100)}"
    page.grab().save(str(OUT / f"{name}-{look}.png"))
    page.close()
    page.deleteLater()
    settle(app)


if __name__ == "__main__":
    main()
