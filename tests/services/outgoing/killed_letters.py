"""Writes drafts over and over in a child that is killed at a random moment; prints what was left behind.

    python killed_letters.py FOLDER KILLS

The letter is gathered once; making it and writing it are repeated, so that kills meet both.
"""

import os
import random
import signal
import sys
from datetime import datetime
from pathlib import Path

from tests.services.building import a_workshop
from tests.services.outgoing.addressing import address, let_all_read

from finsam_review.reporting.mail.check import read_with_email
from finsam_review.services.outgoing.letters import Letter, write_letters

LONGEST_WAIT = 0.6


def letters_of_a_day(folder: Path) -> list[Letter]:
    """Return three letters of a day that is made for it."""
    with a_workshop().with_notes(9).at(folder / "dag.finsam") as session:
        let_all_read(session)
        found = []
        for number, application in enumerate(session.applications.all(), start=1):
            address(session, application.id, f"mottagare{number}@kommun.example")
            found.append(session.outbox.letter(application.id))
        return found


def write_until_killed(letters: list[Letter], folder: Path, *, moment: float) -> None:
    """Never returns: the kernel ends the process after ``moment`` seconds, wherever it is."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, moment)
    while True:
        for _step in write_letters(letters, folder, written_at=datetime(2025, 10, 16).astimezone()):
            pass


def main(folder: Path, kills: int) -> None:
    """Kill ``kills`` children and count finals, broken finals and what was not yet under its name."""
    letters = letters_of_a_day(folder)
    for _step in write_letters(letters, folder / "varm", written_at=datetime(2025, 10, 16).astimezone()):
        pass
    moments = random.Random(20251016)
    finals = broken = orphans = 0
    for number in range(kills):
        target = folder / str(number)
        child = os.fork()
        if child == 0:
            write_until_killed(letters, target, moment=moments.uniform(0.02, LONGEST_WAIT))
        os.waitpid(child, 0)
        for path in target.glob("*.eml"):
            finals += 1
            mail = read_with_email(path.read_bytes())
            broken += mail.unsent != "1" or len(mail.files) != 1
        orphans += len(list(target.glob(".finsam-*.tmp")))
    sys.stdout.write(f"{finals} {broken} {orphans}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
