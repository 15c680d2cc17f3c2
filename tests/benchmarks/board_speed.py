"""Measures the board: how long one more note takes among thousands, and how soon the first ones show."""

import statistics
import time

from PySide6.QtWidgets import QApplication

from finsam_review.ui.post_its.note_board_view import NoteBoardView
from finsam_review.ui.post_its.note_card import NoteCard
from finsam_review.ui.post_its.note_model import NoteListModel
from finsam_review.ui.theme import Theme, apply_theme

_WORDS = [
    "Ingen",
    "part",
    "har",
    "en",
    "så",
    "långsam",
    "plats",
    "idag,",
    "och",
    "mandat",
    "att",
    "besluta",
    "om",
    "pengar",
    "och",
    "personal",
    "saknas",
]


def cards(number: int) -> list[NoteCard]:
    """Return ``number`` notes of varying length."""
    return [
        NoteCard(str(n), "ABCDEF"[n % 6], n % 6 + 1, f"{n} " + " ".join(_WORDS[: 3 + n % len(_WORDS)]))
        for n in range(number)
    ]


def _board(number: int) -> tuple[QApplication, NoteListModel, NoteBoardView]:
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    apply_theme(app, Theme())
    model = NoteListModel()
    view = NoteBoardView(model)
    view.resize(1000, 700)
    view.show()
    app.processEvents()
    model.set_notes(cards(number))
    return app, model, view


def insert_one_of(n: int = 5000) -> float:
    """Return the median of milliseconds of work from a note's arrival among ``n`` to the painted board.

    Processor time, so that what else the machine does is not counted.
    """
    app, model, view = _board(n)
    view.place_everything()
    app.processEvents()
    times = []
    for turn in range(9):
        known = list(model.cards)
        known.insert(n // 2, NoteCard(f"new {turn}", "A", 1, "En plats att landa på"))
        start = time.process_time()
        model.set_notes(known)
        view.viewport().repaint()
        times.append((time.process_time() - start) * 1000)
    view.close()
    return statistics.median(times)


def first_paint_of(n: int = 5000) -> float:
    """Return milliseconds from ``n`` notes being told to the first painted screenful."""
    app, model, view = _board(0)
    notes = cards(n)
    start = time.process_time()
    model.set_notes(notes)
    view.viewport().repaint()
    took = (time.process_time() - start) * 1000
    view.close()
    app.processEvents()
    return took
