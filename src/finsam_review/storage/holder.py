"""Owns the small file beside a workshop file that says who has it open.

SQLite's lock decides; this note only lets the second person read whom to ask. It is therefore never waited
for, and a stale one harms nobody.

Which files this very process has open is remembered besides: POSIX drops every lock of a process on a file
as soon as the process closes any handle on it, so a file that is open here must not even be looked into.
"""

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

Identity = tuple[int, int]
"""What tells a file from every other, whatever it is called."""

_open_here: set[Identity] = set()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open: computer, user and since when (ISO 8601, local time with offset)."""

    computer: str
    user: str
    process: int
    since: str


def note_path(path: Path) -> Path:
    """Return where the note about ``path`` lies."""
    return path.with_name(f"{path.name}.open")


def announce(path: Path) -> Identity:
    """Say that this process has the file. A folder that refuses the note costs nothing but the name."""
    identity = _identity_of(path)
    _open_here.add(identity)
    since = datetime.now().astimezone().isoformat(timespec="minutes")
    holder = Holder(computer(), user(), os.getpid(), since)
    with suppress(OSError):
        note_path(path).write_text(json.dumps(asdict(holder)), encoding="utf-8")
    return identity


def withdraw(path: Path, identity: Identity) -> None:
    """Forget the file and remove the note about it, if it is this process's own."""
    _open_here.discard(identity)
    holder = read_holder(path)
    if holder is not None and holder.process == os.getpid() and holder.computer == computer():
        with suppress(OSError):
            note_path(path).unlink(missing_ok=True)


def is_open_here(path: Path) -> bool:
    """Return whether this process has the file open for writing."""
    try:
        return _identity_of(path) in _open_here
    except OSError:
        return False


def read_holder(path: Path) -> Holder | None:
    """Return who the note names, or ``None`` if there is none that can be read."""
    try:
        holder = Holder(**json.loads(note_path(path).read_text(encoding="utf-8")))
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return holder if isinstance(holder.user, str) and isinstance(holder.computer, str) else None


def computer() -> str:
    """Return the name of this computer."""
    return socket.gethostname()


def user() -> str:
    """Return the name of the person logged in, empty if the computer does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _identity_of(path: Path) -> Identity:
    """Return what tells a file from every other whatever it is called: its device and its number there."""
    found = path.stat()
    return (found.st_dev, found.st_ino)
