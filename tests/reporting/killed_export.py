"""Exports over and over in a child that is killed at a random moment; prints what was left behind.

    python killed_export.py FOLDER KILLS

The pages are made once; only the writing is repeated, so that nearly every kill meets it.
"""

import os
import random
import signal
import sys
from pathlib import Path

from finsam_review.reporting.export import write_file

LONGEST_WAIT = 0.06
DATA = b"%PDF-1.7\n" + bytes(range(256)) * 4_000 + b"%%EOF\n"


def write_until_killed(folder: Path, *, moment: float) -> None:
    """Never returns: the kernel ends the process after ``moment`` seconds, wherever it is."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, moment)
    number = 0
    while True:
        number += 1
        write_file(folder / f"{number % 3}.pdf", DATA)


def main(folder: Path, kills: int) -> None:
    """Kill ``kills`` children and count finals, broken finals and orphans."""
    moments = random.Random(20251015)
    finals = broken = 0
    for _ in range(kills):
        moment = moments.uniform(0, LONGEST_WAIT)
        child = os.fork()
        if child == 0:
            write_until_killed(folder, moment=moment)
        os.waitpid(child, 0)
        found = list(folder.glob("*.pdf"))
        finals += len(found)
        broken += sum(path.read_bytes() != DATA for path in found)
    orphans = len(list(folder.glob(".finsam-*.tmp")))
    sys.stdout.write(f"{finals} {broken} {orphans}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
