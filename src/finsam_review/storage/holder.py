"""Owns the small file beside a workshop file that says who has it open.

SQLite's lock decides; this note only lets the second person read whom to ask. It is therefore never waited
for, and a stale one harms nobody.
"""

import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


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


def announce(path: Path) -> None:
    """Write the note for this process. A folder that refuses it costs nothing but the name."""
    holder = Holder(
        computer(), _user(), os.getpid(), datetime.now().astimezone().isoformat(timespec="minutes")
    )
    try:
        note_path(path).write_text(json.dumps(asdict(holder)), encoding="utf-8")
    except OSError:
        return


def withdraw(path: Path) -> None:
    """Remove the note when the file is closed, if it is this process's own."""
    holder = read_holder(path)
    if holder is not None and holder.process == os.getpid() and holder.computer == computer():
        note_path(path).unlink(missing_ok=True)


def read_holder(path: Path) -> Holder | None:
    """Return who the note names, or ``None`` if there is none that can be read."""
    try:
        fields = json.loads(note_path(path).read_text(encoding="utf-8"))
        return Holder(**fields)
    except (OSError, ValueError, TypeError):
        return None


def computer() -> str:
    """Return the name of this computer."""
    return socket.gethostname()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
