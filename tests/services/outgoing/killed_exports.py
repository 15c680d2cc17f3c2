"""Exports everything over and over in a child that is killed; prints what was left behind.

    python -m tests.services.outgoing.killed_exports WHAT FOLDER KILLS

WHAT is ``exports`` or ``letters``. Every second kill comes at a random moment, the others as soon as a file
is seen that waits for its name: it is there for a short while, and that is the moment to fear.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tests.services.building import a_workshop
from tests.services.outgoing.addressing import address, let_all_read
from tests.services.outgoing.approving import approve
from tests.services.outgoing.whole_files import assert_whole, finals, orphans, read_draft

from finsam_review.domain.outgoing.dispatch import FileRole
from finsam_review.services.outgoing.exports import KINDS, gather
from finsam_review.services.outgoing.exports import write as write_exports
from finsam_review.services.outgoing.letters import make_letter, write_letters
from finsam_review.services.session import Session

WRITTEN = datetime(2025, 10, 16).astimezone()
BOTH = (FileRole.PDF, FileRole.WORD)

Write = Callable[[Path], Iterator[object]]


def a_day(folder: Path) -> Session:
    """Make a day with two approved applications, one of them drafted and sent, and return it open."""
    session = a_workshop().with_applications(2).with_documents().with_notes(12).at(folder / "dag.finsam")
    let_all_read(session)
    for application in session.applications.all():
        address(session, application.id, f"mottagare{application.number}@kommun.example")
        approve(session, application.id)
    first = session.applications.all()[0].id
    session.outbox.keep([make_letter(session.outbox.letter(first), written_at=WRITTEN)])
    session.outbox.mark_sent(first, datetime.now().astimezone().date())
    return session


def everything(folder: Path) -> Write:
    """Return what writes every kind of export."""
    with a_day(folder) as session:
        job = gather(session, KINDS)
    return lambda target: write_exports(job, target)


def letters(folder: Path) -> Write:
    """Return what writes the drafts of the day, with PDF and Word."""
    with a_day(folder) as session:
        found = [session.outbox.letter(item.id, roles=BOTH) for item in session.applications.all()]
    return lambda target: write_letters(found, target, written_at=WRITTEN)


def _write_until_killed(write: Write, folder: Path) -> None:
    while True:
        for _step in write(folder):
            pass


def _wait(folder: Path, *, moment: float, on_sight: bool) -> None:
    """Return after ``moment`` seconds or, on sight, once a file waits for its name; a safe while at most."""
    end = time.monotonic() + moment
    while time.monotonic() < end:
        if on_sight and _seen(folder):
            return


def _seen(folder: Path) -> bool:
    with suppress(FileNotFoundError):  # it got its name between two looks
        return bool(orphans(folder))
    return False


def _digests(folder: Path) -> dict[str, tuple[tuple[str, str, str], ...]]:
    return {path.name: read_draft(path.read_bytes()).files for path in folder.glob("*.eml")}


def _broken(path: Path, whole: dict[str, tuple[tuple[str, str, str], ...]]) -> bool:
    try:
        assert_whole(path.name, path.read_bytes())
        return path.suffix == ".eml" and read_draft(path.read_bytes()).files != whole[path.name]
    except Exception as error:  # noqa: BLE001 - whatever a reader says of it, it is broken
        sys.stderr.write(f"{path}: {error!r}\n")
        return True


def main(what: str, folder: Path, kills: int) -> None:
    """Kill ``kills`` children; print finals, broken finals, what waited for its name, and what still does."""
    write = {"exports": everything, "letters": letters}[what](folder)
    began = time.monotonic()
    for _step in write(folder / "varm"):
        pass
    longest, whole = 2 * (time.monotonic() - began), _digests(folder / "varm")
    moments = random.Random(20251016)
    found = broken = waiting = 0
    target = folder / "ut"
    for number in range(kills):
        child = os.fork()
        if child == 0:
            _write_until_killed(write, target)
        # the first moment is random also on sight, so that the file seen is any of them
        _wait(target, moment=moments.uniform(0, longest), on_sight=False)
        if number % 2:
            _wait(target, moment=longest, on_sight=True)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        files = finals(target) if target.exists() else []
        found += len(files)
        broken += sum(_broken(path, whole) for path in files)
        waiting += len(orphans(target))
    next(iter(write(target)))
    sys.stdout.write(f"{found} {broken} {waiting} {len(orphans(target))}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
