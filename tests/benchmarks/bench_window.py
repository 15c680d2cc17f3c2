"""Owns the benchmarks of the window: start to first paint, opening a day, a note, a board, memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import board_speed
import points_speed
from bench import at_most, benchmark, compare, measure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROBE = Path(__file__).with_name("window_probe.py")


def probe(what: str, *arguments: str) -> float:
    """Run ``window_probe.py`` in a process of its own and return the figure it prints."""
    started = time.perf_counter()
    words = [sys.executable, str(PROBE), what, *arguments]
    environment = {**as_users_have_it(), "PROBE_START": repr(started)}
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])


def as_users_have_it() -> dict[str, str]:
    """Return the environment of a probe: compiled modules are kept, as in an installed program."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def rehearsal() -> Iterator[Path]:
    """Make the rehearsal day in a temporary folder that is also the user's own."""
    from finsam_review.i18n import set_language
    from finsam_review.services.days.rehearsal import make_rehearsal

    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSAM_HOME"] = str(Path(folder) / "state")
        set_language("sv")
        path = Path(folder) / "dag.finsam"
        make_rehearsal(path).close()
        yield path


@benchmark
def start_to_first_paint() -> None:
    """Process start to the first paint of the start page, against a bare PySide6 window."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["FINSAM_HOME"] = home
        measure(
            "start to first paint",
            floor=lambda: probe("bare"),
            subject=lambda: probe("start"),
            goal=1.5,
            rounds=15,
        )


@benchmark
def open_rehearsal_day() -> None:
    """Opening the rehearsal day to its first paint, against a bare process that paints and reads the rows."""
    with rehearsal() as path:
        measure(
            "open the rehearsal day, from start",
            floor=lambda: probe("bare-rows", str(path)),
            subject=lambda: probe("open", str(path)),
            goal=4.0,
            rounds=7,
        )


@benchmark
def memory_with_day_open() -> None:
    """Resident memory with the day open, against a bare window."""
    with rehearsal() as path:
        floor = statistics.median(probe("bare-memory") for _ in range(3))
        subject = statistics.median(probe("open-memory", str(path)) for _ in range(3))
        compare("memory with the day open", floor=floor, subject=subject, goal=3.0, unit="MB")


@benchmark
def note_from_key_to_commit() -> None:
    """Ctrl+Enter in the editor to the durable commit, against one bare durable row."""
    with rehearsal() as path:
        floor, subject = probe_pair("note", str(path))
        compare("note, key press to commit", floor=floor, subject=subject, goal=2.0)


@benchmark
def insert_into_board_of_5000() -> None:
    """Inserting one note into a board of 5,000 until it is painted."""
    at_most("insert into a board of 5,000", value=board_speed.insert_one_of(5000), limit=20)
    at_most("first paint of a board of 5,000", value=board_speed.first_paint_of(5000), limit=100)


@benchmark
def sum_up_5000_notes() -> None:
    """The slowest operation on the tab Synpunkter, key press to repaint, with 5,000 notes in the day."""
    at_most("slowest key, 5,000 notes over 16", value=points_speed.slowest(5000), limit=100)
    at_most("slowest key, 5,000 notes on one", value=points_speed.slowest(5000, 1), limit=100)


def probe_pair(what: str, *arguments: str) -> tuple[float, float]:
    """Run the probe and return the two figures it prints."""
    words = [sys.executable, str(PROBE), what, *arguments]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=as_users_have_it())
    floor, subject = done.stdout.split()[-2:]
    return float(floor), float(subject)
