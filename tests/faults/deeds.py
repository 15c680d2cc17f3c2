"""Owns what the child processes of the fault tests do with a day; run as a program, with words."""

import os
import random
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import afterwards
from tests.faults.shim import Disk
from tests.services.building import all_places, candidate, content_for

from finsam_review.domain.errors import UserError
from finsam_review.domain.intake import Gathered
from finsam_review.domain.notes import Note, NoteContent
from finsam_review.services.days.backups import restore
from finsam_review.services.session import Session


def work_on(session: Session, chance: random.Random, count: int) -> Iterator[str]:
    """Do what a day is made of, and yield what is now said to be saved: revision and application ids."""
    places = all_places(session)
    for number in range(count):
        place = chance.choice(places)
        notes = session.notes.of_topic(place.topic_id)
        deed = chance.random()
        if deed < 0.1 and notes:
            yield from _revised(session, chance.choice(notes), chance)
        elif deed < 0.15:
            session.notes.keep_draft(place, NoteContent("halvskriven tanke"))
        elif deed < 0.2:
            taken = session.intake.take_in(Gathered((candidate(f"Sen ansökan {number}"),)))
            yield from (f"application {item.id}" for item in taken.applications)
        elif deed < 0.5:
            yield from afterwards.one_deed(session, chance, place.topic_id)
        else:
            note, _changes = session.notes.add(place, content_for(number, place))
            yield f"revision {note.head.id}"


def _revised(session: Session, note: Note, chance: random.Random) -> Iterator[str]:
    if chance.random() < 0.5:
        session.notes.edit(note.id, content_for(chance.randrange(10_000), note.place))
        yield f"revision {session.notes.get(note.id).head.id}"
    else:
        session.notes.remove(note.id)
        session.undo.undo()
        yield f"revision {session.notes.get(note.id).head.id}"


def record(file: Path, log: Path, pragma: str, count: str) -> None:
    """Work on a day above the shim and log every call; ``pragma`` lists what weakens the file."""
    disk = Disk(file.parent)
    disk.log_to(log)
    with Session.open(file) as session:
        for weakening in pragma.split():
            session._file._raw.execute(f"PRAGMA {weakening}")
        for told in work_on(session, random.Random(7), int(count)):
            disk.mark(told)


def nest(file: Path) -> None:
    """For each seed on standard input, let a fork of this warm process work on the day until it is killed.

    A fork says its process id, then line by line what it has acknowledged; when it has gone, this process
    says ``dead``.
    """
    for seed in sys.stdin:
        child = os.fork()
        if not child:
            _go_on(file, seed)
        os.waitpid(child, 0)
        print("dead", flush=True)


def _go_on(file: Path, seed: str) -> None:
    print(os.getpid(), flush=True)
    with Session.open(file) as session:
        for told in work_on(session, random.Random(seed), 1_000_000):
            print(told, flush=True)


DEEDS: dict[str, Callable[[Session, Path], object]] = {
    "note": lambda session, _folder: session.notes.add(all_places(session)[0], NoteContent("Ny lapp")),
    "draft": lambda session, _folder: session.notes.keep_draft(all_places(session)[1], NoteContent("Halv")),
    "take in": lambda session, _folder: _taken(session),
    "backup": lambda session, _folder: session.backups.now(),
    "copy": lambda session, folder: session.save_copy(folder / "copy.finsam"),
    "restore": lambda session, folder: restore(folder / "backup.finsam", folder / "restored.finsam"),
    **afterwards.DEEDS,
    "migrate": lambda _session, folder: Session.open(folder / afterwards.OLDER).close(),
}


def _taken(session: Session) -> None:
    taken = session.intake.take_in(Gathered((candidate("Sen ansökan", data=bytes(range(256)) * 300),)))
    if taken.failed:
        raise UserError(taken.failed[0].code)


def fail(file: Path, deed: str, number: str, forever: str, every: str) -> None:
    """Do one deed again and again, each time with another call to the disk failing; say what came of it.

    A line is the call, then ``told CODE``, ``done``, or ``trace`` and a traceback; then what was lost.
    """
    disk = Disk(file.parent)
    shutil.copy(file, file.with_name("backup.finsam"))
    call = 1
    while True:
        place = file.with_name(f"{call} {file.name}")
        shutil.copy(file, place)
        reached, line = _failed_once(
            disk, place, DEEDS[deed], call, int(number), forever=forever == "forever"
        )
        if not reached:
            return
        print(call, line, flush=True)
        call += int(every)


def _failed_once(
    disk: Disk, file: Path, deed: Callable[[Session, Path], object], call: int, number: int, *, forever: bool
) -> tuple[bool, str]:
    session = Session.open(file)
    afterwards.prepare(session, file.parent)
    before = afterwards.kept(session)
    disk.fail_at(call, number=number, forever=forever)
    try:
        deed(session, file.parent)
        line = "done"
    except UserError as error:
        line = f"told {error.code}"
    except BaseException:  # noqa: BLE001 - a traceback is what is looked for
        line = f"trace {traceback.format_exc()!r}"
    calls = disk.heal()
    line += _after(session, file, before)
    (file.with_name("restored.finsam")).unlink(missing_ok=True)
    return calls >= call, line


def _after(session: Session, file: Path, before: set[str]) -> str:
    """Return what is wrong afterwards: with the open day, and with the file once it is opened again."""
    try:
        session.notes.add(all_places(session)[2], NoteContent("Efteråt"))
        shown = afterwards.kept(session)
        session.close()
    except UserError as error:
        session.close()
        return f" after: {error.code}"
    with Session.open(file) as again:
        lost = (before | shown) - afterwards.kept(again)
        damage = [*again.find_damage(), *afterwards.damage_of_older(file.parent)]
    return f" lost {len(lost)}" * bool(lost) + f" damaged {damage}" * bool(damage)


if __name__ == "__main__":
    {"record": record, "nest": nest, "fail": fail}[sys.argv[1]](
        *(Path(word) if word.startswith("/") else word for word in sys.argv[2:])
    )
