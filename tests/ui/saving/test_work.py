"""Work beside the window: one piece at a time whoever asks, the newest preview only, nothing lost at last."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from finsam_review.domain.errors import UserError
from finsam_review.ui.saving.work import SavingWork

LONG = 20_000


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[SavingWork]:
    """Work of one page, ended when the test is."""
    made = SavingWork()
    yield made
    made.stop()


def rest(qtbot: QtBot, *works: SavingWork) -> None:
    """Wait until nothing is being made."""
    qtbot.waitUntil(lambda: not any(work.is_busy for work in works), timeout=LONG)


def test_two_pages_never_make_anything_at_once(qtbot: QtBot, work: SavingWork):
    other, inside, met = SavingWork(), threading.Lock(), []

    def steps(count: int) -> Iterator[int]:
        for number in range(count):
            met.append(inside.acquire(blocking=False))
            threading.Event().wait(0.002)
            inside.release()
            yield number

    for each in (work, other):
        each.save(steps(20))
    rest(qtbot, work, other)
    assert met == [True] * 40


def test_only_the_newest_preview_is_made(qtbot: QtBot, work: SavingWork):
    gate, shown = threading.Event(), []
    work.previewed.connect(shown.append)
    work.preview(lambda: gate.wait(LONG / 1000) and "first")
    for number in range(5):
        work.preview(lambda number=number: number)
    gate.set()
    rest(qtbot, work)
    assert shown == [4]


def test_a_saving_goes_before_a_preview_that_waits(qtbot: QtBot, work: SavingWork):
    gate, told = threading.Event(), []
    work.previewed.connect(lambda what: told.append(f"preview {what}"))
    work.stepped.connect(lambda what: told.append(f"step {what}"))
    work.done.connect(lambda: told.append("done"))
    work.preview(lambda: gate.wait(LONG / 1000))
    work.preview(lambda: "later")
    work.save(iter(("a", "b")))
    assert work.is_saving
    gate.set()
    rest(qtbot, work)
    assert told == ["step a", "step b", "done", "preview later"]


def test_stopping_ends_after_the_step_at_hand(qtbot: QtBot, work: SavingWork):
    told, closed = [], []

    def steps() -> Iterator[int]:
        try:
            yield from range(100)
        finally:
            closed.append(True)

    work.stepped.connect(told.append)
    work.stepped.connect(lambda _step: work.cancel())
    with qtbot.waitSignal(work.stopped, timeout=LONG):
        work.save(steps())
    assert told[0] == 0
    assert len(told) < 100
    assert closed == [True]


def test_what_is_made_at_the_very_end_is_told_before_all_is_over(qtbot: QtBot, work: SavingWork):
    told, made = [], threading.Event()

    def steps() -> Iterator[str]:
        yield "written"
        made.set()
        yield "written too"

    work.stepped.connect(told.append)
    work.done.connect(lambda: told.append("over"))
    work.save(steps())
    assert made.wait(LONG / 1000)
    work.stop()
    assert told == ["written", "written too", "over"]
    assert not work.is_busy


def test_a_refusal_is_told_and_the_next_piece_is_made(qtbot: QtBot, work: SavingWork):
    failed, shown = [], []

    def refuse() -> None:
        raise UserError("disk_full")

    work.preview_failed.connect(lambda error: failed.append(error.code))
    work.previewed.connect(shown.append)
    work.preview(refuse)
    rest(qtbot, work)
    work.preview(lambda: "good")
    rest(qtbot, work)
    assert (failed, shown) == (["disk_full"], ["good"])
