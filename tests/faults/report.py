"""Owns the figures of the full tier: one line per goal, *goal, figure, target*; exits 1 if one is missed."""

import argparse
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults import shim
from tests.faults.deeds import DEEDS
from tests.faults.flips import flips_seen
from tests.faults.trials import bad, break_disk, cut_power, kill, recorded
from tests.services.building import a_workshop

Line = tuple[str, str, str, bool]
SEEN_AT_LEAST = 0.99


def power(library: Path, made: Path, folder: Path, *, cuts: int) -> Iterator[Line]:
    """Cut the power, in our file and in one with the database's default settings."""
    ours = cut_power(recorded(library, made, folder / "ours", count=120), made, count=cuts, seed=11)
    yield "acknowledged notes lost in power cuts", f"{ours.lost} in {cuts} cuts", "0", not ours.lost
    yield "files corrupt after power cuts", f"{ours.corrupt} in {cuts} cuts", "0", not ours.corrupt
    weak = recorded(library, made, folder / "weak", pragma="locking_mode=NORMAL journal_mode=DELETE")
    tally = cut_power(weak, made, count=1_000, seed=12)
    share = f"{tally.losing} of 1000 cuts lose a note"
    yield "the database's own default, for comparison", share, "more than 0", tally.losing > 0


def kills(made: Path, folder: Path, *, count: int) -> Iterator[Line]:
    """Kill the program while it works."""
    tally = kill(made, folder / "kills", count=count, seed=13)
    figure = f"{tally.lost} of {tally.acknowledged} in {count} kills"
    yield "acknowledged notes lost to kill -9", figure, "0", not tally.lost
    yield "files corrupt after kill -9", f"{tally.corrupt} in {count} kills", "0", not tally.corrupt


def disk_errors(library: Path, made: Path, folder: Path, *, every: int) -> Iterator[Line]:
    """Let every call to the disk fail in turn."""
    for deed in DEEDS:
        runs = [
            break_disk(
                library,
                made,
                folder / f"{deed} {number} {forever}",
                deed,
                number=number,
                forever=forever,
                every=every,
            )
            for number in (errno.ENOSPC, errno.EIO)
            for forever in (False, True)
        ]
        lines = [line for run in runs for line in run]
        wrong = bad(lines)
        yield (
            f"disk errors during {deed}: lost, corrupt or untold",
            f"{len(wrong)} of {len(lines)}",
            "0",
            not wrong,
        )


def flips(made: Path, *, count: int) -> Iterator[Line]:
    """Flip bits, one at a time."""
    share = flips_seen(made, flips=count, seed=14)
    yield (
        f"flipped bits seen or harmless, of {count}",
        f"{share:.2%}",
        f"{SEEN_AT_LEAST:.0%}",
        share >= SEEN_AT_LEAST,
    )


def lines(folder: Path, *, small: bool) -> Iterator[Line]:
    """Yield every goal with its figure and its target."""
    made = folder / "dag.finsam"
    a_workshop().with_notes(40).with_documents().at(made).close()
    library = shim.built(folder)
    yield from power(library, made, folder, cuts=500 if small else 100_000)
    yield from kills(made, folder, count=5 if small else 1_000)
    yield from disk_errors(library, made, folder, every=9 if small else 1)
    yield from flips(made, count=150 if small else 10_000)


def main(words: list[str]) -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a few of each, in a minute")
    small = parser.parse_args(words).small
    if reason := shim.why_not():
        print(f"fault trials, not run: {reason}, -")
        return 0
    met = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FINSAM_HOME"] = str(Path(folder) / "home")
        for goal, figure, target, good in lines(Path(folder).resolve(), small=small):
            met = met and good
            print(f"{goal}, {figure}, {target}{'' if good else '  MISSED'}", flush=True)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
