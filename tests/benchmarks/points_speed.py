"""Measures the tab Synpunkter with thousands of notes: each of its operations, from the key to the repaint.

Run by itself it prints milliseconds per operation: ``python tests/benchmarks/points_speed.py [NOTES]``.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from finsam_review.domain.applications import ApplicationDetails, Reading
from finsam_review.domain.checks.gate import Choice
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.domain.points.sheet import Reason
from finsam_review.domain.workshop import Shape
from finsam_review.i18n import set_language
from finsam_review.services.day import Frame
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.points_page import PointsPage
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import Theme, apply_theme

APPLICATIONS, TABLES = 16, 6
_WORDS = """
ingen part har en så långsam plats idag och mandat att besluta om pengar personal saknas bussen går för sällan
resor behov styrgrupp vården kommunen socialtjänst handledning budget ersättning start deltagare vikarie
ledare sjukdom koordinator samverkan samtycke remiss väntetid språk körkort barn skola arbete
"""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ROUNDS = 5


@contextmanager
def big_day(notes: int, applications: int) -> Iterator[Session]:
    """Make a day of ``notes`` notes spread over ``applications`` and sixteen in all; half are handled."""
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSAM_HOME"] = str(Path(folder) / "state")
        set_language("sv")
        path = Path(folder) / "dag.finsam"
        day = date(2025, 10, 15)
        with Session.create(path, preset=load_preset(), title="Dagen", day=day, tables=TABLES) as session:
            for number in range(APPLICATIONS):
                session.applications.add(ApplicationDetails(title=f"Ansökan {number + 1}"))
            ids = [application.id for application in session.applications.all()]
            frame = session.day.frame()
            session.day.set_readings(
                [Reading(t.id, i, place + 1) for t in frame.tables for place, i in enumerate(ids)]
            )
            session.notes.add_many([_note(rng, frame, ids[n % applications], n) for n in range(notes)])
            for application_id in ids[:applications]:
                _handle_half(session, application_id)
            session.undo.clear()
            yield session


def _note(rng: random.Random, frame: Frame, topic: str, n: int) -> tuple[Place, NoteContent]:
    question = frame.review_questions[rng.randrange(3)]
    table = frame.tables[rng.randrange(TABLES)]
    text = " ".join(rng.choice(_WORDS.split()) for _ in range(rng.randint(3, 24)))
    asks, challenges = question.shape is Shape.PARTIES, question.shape is Shape.CHALLENGE
    parties = tuple(party.code for party in frame.parties[: rng.randint(0, 4)]) if asks else ()
    proposal = "ordna samåkning" if challenges and n % 2 else ""
    return Place(topic, question.id, table.id), NoteContent(f"{text} {n}", parties, proposal)


def _handle_half(session: Session, application_id: str) -> None:
    left = [note.id for note in session.points.unhandled(application_id)]
    session.points.quote(application_id, left[: len(left) // 3])
    session.points.set_aside(application_id, left[len(left) // 3 : len(left) // 2], Reason.SAME)


class Probe:
    """The tab in a window of its own, and a clock."""

    def __init__(self, session: Session) -> None:
        app = QApplication.instance()
        self.app = app if isinstance(app, QApplication) else QApplication([])
        apply_theme(self.app, Theme())
        bus = ChangeBus()
        self.session = session
        self.commands = Commands(session, bus)
        preferences = PreferenceStore(Path(os.environ["FINSAM_HOME"]))
        self.page = PointsPage(DayContext(session, bus, self.commands, preferences))
        self.page.resize(1250, 640)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        """Let likeness and measuring come to their end."""
        self.app.processEvents()
        while self.page.is_busy or not self.page.notes.view.all_placed or not self.page.cards.view.all_placed:
            self.app.processEvents()

    def time(self, act: Callable[[], object], again: Callable[[], object] | None = None) -> float:
        """Return the median of milliseconds of work from ``act`` to what it painted.

        Processor time, so that what else the machine does is not counted. ``again`` makes ready anew.
        """
        times = []
        for _round in range(_ROUNDS):
            start = time.process_time()
            act()
            self.page.repaint()
            times.append((time.process_time() - start) * 1000)
            self.settle()
            if again is not None:
                again()
                self.settle()
        return statistics.median(times)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list that has the focus."""
        side = self.page.panes.side_with_focus() or "notes"
        view = self.page.cards.view if side == "cards" else self.page.notes.view
        QTest.keyClick(view, key, modifiers)


def operations(probe: Probe) -> Iterator[tuple[str, float]]:
    """Yield each operation of the tab with its milliseconds."""
    page, key, undo, k = probe.page, probe.key, probe.commands.undo, Qt.Key
    page.panes.enter("notes")
    yield "arrow to the next note", probe.time(lambda: key(k.Key_Down))
    yield "a new point (P)", probe.time(lambda: key(k.Key_P))
    yield "undo of it", probe.time(undo)
    key(k.Key_P)
    yield "add to the point (L)", probe.time(lambda: key(k.Key_L))
    yield "next note left (N)", probe.time(lambda: key(k.Key_N))

    def aside() -> None:
        key(k.Key_S)
        QTest.keyClick(page.choice.list, k.Key_1)

    yield "set aside (S 1)", probe.time(aside)

    def merge() -> None:
        key(k.Key_Down, _SHIFT)
        key(k.Key_P)
        QTest.keyClick(page.writing.text, k.Key_Return, _CONTROL)

    yield "one text of two (P, Ctrl+Enter)", probe.time(merge)
    yield "split (D)", probe.time(lambda: key(k.Key_D), undo)
    key(k.Key_Home)
    yield "let go (Delete)", probe.time(lambda: key(k.Key_Delete), undo)

    def theme() -> None:
        key(k.Key_T)
        QTest.keyClick(page.choice.list, k.Key_1)
        QTest.keyClick(page.choice.list, k.Key_Escape)

    yield "a theme (T 1)", probe.time(theme)
    yield "question (Alt+2)", probe.time(lambda: page.show_question(2), lambda: page.show_question(1))
    page.panes.enter("cards")
    key(k.Key_Home)
    yield "arrow to the next point", probe.time(lambda: key(k.Key_Down))
    yield "order (Alt+Shift+down)", probe.time(lambda: page.work.move(1))

    def rewrite() -> None:
        key(k.Key_Return)
        page.writing.text.insertPlainText("ring Gun-Britt Alvén ")
        QTest.keyClick(page.writing.text, k.Key_Return, _CONTROL)

    yield "other words (Enter)", probe.time(rewrite)
    yield "mask (M)", probe.time(lambda: key(k.Key_M), undo)
    yield "another application (Alt+down)", probe.time(lambda: page.step(1), lambda: page.step(-1))


def approval(probe: Probe) -> Iterator[tuple[str, float]]:
    """Yield what approving and reopening take when nothing is left."""
    page, session = probe.page, probe.session
    own = page.presenter.desk.application_id
    left = [note.id for note in session.points.unhandled(own)]
    probe.commands.do(lambda: session.points.quote(own, left))
    for hit in session.summaries.open_hits(own):
        probe.commands.do(lambda hit=hit: session.gate.choose(own, hit.kind, hit.text, Choice.MASK))
    probe.settle()
    yield (
        "approve",
        probe.time(
            lambda: probe.commands.do(lambda: session.summaries.approve(own, by="Anna Ek")),
            lambda: probe.commands.do(lambda: session.summaries.reopen(own, by="Anna Ek")),
        ),
    )


def slowest(notes: int = 5000, applications: int = APPLICATIONS) -> float:
    """Return the milliseconds of the slowest operation with ``notes`` notes on ``applications``."""
    with big_day(notes, applications) as session:
        probe = Probe(session)
        worst = max(took for _name, took in operations(probe))
        probe.page.leave()
        probe.page.close()
        return worst


def main(notes: int) -> None:
    """Print every operation, with the notes spread over sixteen applications and all on one."""
    for applications in (APPLICATIONS, 1):
        with big_day(notes, applications) as session:
            start = time.perf_counter()
            probe = Probe(session)
            print(
                f"{notes} notes on {applications}: opened and settled in {time.perf_counter() - start:.2f} s"
            )
            for name, took in (*operations(probe), *approval(probe)):
                print(f"  {name:<34} {took:7.1f} ms", flush=True)
            probe.page.leave()
            probe.page.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
