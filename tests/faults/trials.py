"""Owns the trials: the power is cut, the program killed, the disk broken, and what is left is counted."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.faults import power
from tests.faults.shim import ROOT, environment

from finsam_review.domain.errors import UserError
from finsam_review.storage.integrity import find_damage
from finsam_review.storage.workshop_file import WorkshopFile

OPENED_BY_US_EVERY = 20
"""Every so many images are opened by the program itself, the others by SQLite alone, which is faster."""

KEPT = {
    "revision": "SELECT id FROM note_revision",
    "application": "SELECT id FROM application",
    "point": "SELECT id FROM point",
    "aside": "SELECT note_id FROM set_aside",
    "log": "SELECT number FROM log_entry",
    "dispatch": "SELECT id FROM dispatch WHERE sent_on IS NOT NULL",
    "file": "SELECT sha256 FROM original",
    "response": "SELECT point_id FROM response",
    "text": "SELECT name FROM day_text",
}
"""Where to look for what was said to be saved, by the first word of what was said."""


@dataclass(slots=True)
class Tally:
    """What a row of trials came to."""

    trials: int = 0
    acknowledged: int = 0
    losing: int = 0
    lost: int = 0
    corrupt: int = 0


def _command(*words: object) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("deeds.py")), *map(str, words)]


def recorded(shim: Path, made: Path, folder: Path, *, pragma: str = "", count: int = 60) -> Path:
    """Let a child work on a copy of the day ``made`` and return the folder with the log of its calls."""
    place = folder / "recorded"
    place.mkdir(parents=True)
    shutil.copy(made, place / "dag.finsam")
    subprocess.run(
        _command("record", place / "dag.finsam", folder / "calls.log", pragma, count),
        cwd=ROOT, env=environment(shim, folder / "home"), check=True,
    )  # fmt: skip
    return folder


def cut_power(
    folder: Path, made: Path, *, count: int, seed: int, opened_by_us_every: int = OPENED_BY_US_EVERY,
    told: Sequence[str] = (),
) -> Tally:  # fmt: skip
    """Cut the power ``count`` times in what was recorded, and count what is missing after each.

    ``told`` is what must be there besides what was acknowledged while recording.
    """
    name = str((folder / "recorded" / "dag.finsam").resolve())
    calls = power.read_log(folder / "calls.log")
    place = folder / "image"
    tally = Tally()
    for image in power.cuts(calls, {name: made.read_bytes()}, count=count, seed=seed):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for file, content in image.files.items():
            (place / Path(file).name).write_bytes(content)
        tally.trials += 1
        ours = tally.trials % opened_by_us_every == 0
        _judge(place / "dag.finsam", (*told, *image.acknowledged), tally, ours=ours)
    return tally


def kill(made: Path, folder: Path, *, count: int, seed: int) -> Tally:
    """Kill a working child ``count`` times with SIGKILL, each going on in the file that the last one left."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "dag.finsam"
    shutil.copy(made, file)
    told: list[str] = []
    tally = Tally()
    with subprocess.Popen(
        _command("nest", file), cwd=ROOT, env=environment(None, folder / "home"),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as nest:  # fmt: skip
        for number in range(count):
            told += _told_before_death(nest, f"{seed} {number}", after=chance.randrange(0, 40))
            tally.trials += 1
            _judge(file, told, tally, ours=True)
        nest.communicate()
    return tally


def _told_before_death(nest: "subprocess.Popen[str]", seed: str, *, after: int) -> list[str]:
    """Return every line that a child said before it was killed, some time after its line ``after``."""
    assert nest.stdin is not None
    assert nest.stdout is not None
    print(seed, file=nest.stdin, flush=True)
    child = int(nest.stdout.readline())
    told = [nest.stdout.readline().strip() for _ in range(after)]
    os.kill(child, signal.SIGKILL)
    told += iter(lambda: nest.stdout.readline().strip(), "dead")
    return told


def break_disk(
    shim: Path, made: Path, folder: Path, deed: str, *, number: int, forever: bool, every: int
) -> list[str]:
    """Do ``deed`` once for every ``every``-th call to the disk, with that call failing; return what was said.

    Each line is the call and what came of it, see :func:`tests.faults.deeds.fail`.
    """
    folder.mkdir(parents=True)
    shutil.copy(made, folder / "dag.finsam")
    done = subprocess.run(
        _command("fail", folder / "dag.finsam", deed, number, "forever" if forever else "once", every),
        cwd=ROOT, env=environment(shim, folder / "home"), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def bad(lines: Sequence[str]) -> list[str]:
    """Return the lines that say something other than *done* or *told in words*."""
    return [
        line for line in lines if "trace" in line or " lost" in line or " damaged" in line or " after" in line
    ]


def _judge(file: Path, told: Sequence[str], tally: Tally, *, ours: bool) -> None:
    """Count what is wrong with the file a cut or a kill left behind."""
    tally.acknowledged = max(tally.acknowledged, len(told))
    try:
        if ours:
            with WorkshopFile.open(file, backups=file.parent / "backups"):
                pass
        with closing(sqlite3.connect(file)) as raw:
            whole = not find_damage(raw)
            there = {f"{kind} {row[0]}" for kind, query in KEPT.items() for row in raw.execute(query)}
    except (sqlite3.DatabaseError, FileNotFoundError, UserError):
        tally.corrupt += 1
        return
    tally.corrupt += not whole
    missing = set(told) - there
    tally.lost += len(missing)
    tally.losing += bool(missing)
