"""Owns how fast the file is: a note against one bare durable row, and the opening of a day. Milliseconds."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.services.building import a_workshop, all_places

from finsam_review.domain.notes import NoteContent
from finsam_review.services.session import Session

ROUNDS = 60
BARE = "INSERT INTO bare VALUES (?, ?, ?)"


def note_commit_ms(n_existing: int, *, folder: Path | None = None) -> float:
    """Return the median time of :meth:`NoteService.add` in a file that already has ``n_existing`` notes."""
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "dag.finsam"
        with a_workshop().with_notes(n_existing).at(path) as session:
            places = all_places(session)
            numbers = iter(range(ROUNDS * 2))

            def add() -> None:
                number = next(numbers)
                session.notes.add(places[number % len(places)], NoteContent(f"Lapp {number} om resor"))

            return _median_ms(add)


def bare_commit_ms(*, folder: Path | None = None) -> float:
    """Return the median time in which SQLite makes one row durable with the very settings of our file."""
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        closing(sqlite3.connect(Path(place) / "bare.db", isolation_level=None)) as raw,
    ):
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=TRUNCATE", "synchronous=FULL"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, text TEXT, written_at TEXT)")
        numbers = iter(range(ROUNDS * 2))

        def add() -> None:
            number = next(numbers)
            raw.execute("BEGIN IMMEDIATE")
            raw.execute(BARE, (f"{number:036}", f"Lapp {number} om resor", "2025-10-15T13:00:00.000+00:00"))
            raw.execute("COMMIT")

        return _median_ms(add)


def open_day_ms(path: Path) -> float:
    """Return the median time to open a day, look for damage and read what the first page shows."""

    def open_it() -> None:
        with Session.open(path) as session:
            session.find_damage()
            session.day.frame()
            session.applications.all()
            session.notes.counts()
            session.notes.drafts()

    return _median_ms(open_it, rounds=7)


def _median_ms(deed: Callable[[], None], *, rounds: int = ROUNDS) -> float:
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        deed()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
