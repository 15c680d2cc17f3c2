"""Owns the power cut: replays what a process asked of the disk, stops anywhere, and keeps what was synced.

What was not synced may be there, be gone, be torn at any 512 bytes, or have come in another order; the same
goes for names in the folder. A real disk is kinder than this.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<qQ")


@dataclass(frozen=True, slots=True)
class Call:
    """One call: ``kind`` is c(reate), w(rite), t(runcate), s(ync), u(nlink), r(ename) or a(cknowledged)."""

    kind: str
    name: str
    offset: int
    data: bytes


@dataclass(slots=True)
class Image:
    """What is found after a cut: files by name, and what had been acknowledged before it."""

    files: dict[str, bytes]
    acknowledged: tuple[str, ...]


@dataclass(slots=True)
class _File:
    """A file on the disk: what is safely there and what is under way."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.pending:
            _apply(self.safe, call)
        self.pending.clear()

    def after_cut(self, chance: random.Random) -> bytes:
        found = bytearray(self.safe)
        keep = chance.choice((0.0, 0.5, 0.9, 1.0))
        pieces = [piece for call in self.pending for piece in _torn(call) if chance.random() < keep]
        if chance.random() < 0.5:
            chance.shuffle(pieces)
        for piece in pieces:
            _apply(found, piece)
        return bytes(found)


def read_log(path: Path) -> list[Call]:
    """Return the calls that the shim has written down."""
    content = path.read_bytes()
    calls: list[Call] = []
    at = 0
    while at < len(content):
        kind = chr(content[at])
        (length,) = struct.unpack_from("<I", content, at + 1)
        at += 5
        name = content[at : at + length].decode()
        offset, size = _HEAD.unpack_from(content, at + length)
        at += length + _HEAD.size
        calls.append(Call(kind, name, offset, content[at : at + size]))
        at += size
    return calls


def cuts(calls: list[Call], start: dict[str, bytes], *, count: int, seed: int) -> Iterator[Image]:
    """Yield what is found after ``count`` cuts at random moments, from the files that were there at first."""
    chance = random.Random(seed)
    moments = sorted(chance.randrange(1, len(calls) + 1) for _ in range(count))
    disk = _Disk(start)
    done = 0
    for moment in moments:
        for call in calls[done:moment]:
            disk.take(call)
        done = moment
        yield disk.cut(chance)


class _Disk:
    """Files and names, each with a safe state and what is under way."""

    def __init__(self, start: dict[str, bytes]) -> None:
        self._safe_names = {name: _File(bytearray(content)) for name, content in start.items()}
        self._names = dict(self._safe_names)
        self._pending: list[tuple[str, _File | None]] = []
        self._acknowledged: list[str] = []

    def take(self, call: Call) -> None:
        """Carry out one call."""
        match call.kind:
            case "a":
                self._acknowledged.append(call.name)
            case "c":
                self._link(call.name, _File())
            case "u":
                self._link(call.name, None)
            case "r":
                self._link(call.data.decode(), self._names[call.name])
                self._link(call.name, None)
            case "s":
                self._sync(call.name)
            case _:
                self._names[call.name].pending.append(call)

    def cut(self, chance: random.Random) -> Image:
        """Return what is found when the power goes now."""
        names = dict(self._safe_names)
        keep = chance.choice((0.0, 0.5, 1.0))
        for name, file in self._pending:
            if chance.random() < keep:
                _set(names, name, file)
        files = {name: file.after_cut(chance) for name, file in names.items()}
        return Image(files, tuple(self._acknowledged))

    def _link(self, name: str, file: _File | None) -> None:
        _set(self._names, name, file)
        self._pending.append((name, file))

    def _sync(self, name: str) -> None:
        if name in self._names:
            self._names[name].sync()
            return
        here = [item for item in self._pending if item[0].rpartition("/")[0] == name]
        for linked, file in here:
            _set(self._safe_names, linked, file)
        self._pending = [item for item in self._pending if item not in here]


def _set(names: dict[str, _File], name: str, file: _File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file


def _torn(call: Call) -> Iterator[Call]:
    """Yield a write sector by sector: each may arrive or not."""
    if call.kind == "t":
        yield call
        return
    at = 0
    while at < len(call.data):
        room = SECTOR - (call.offset + at) % SECTOR
        yield Call("w", call.name, call.offset + at, call.data[at : at + room])
        at += room


def _apply(content: bytearray, call: Call) -> None:
    end = call.offset + len(call.data)
    if call.kind == "t":
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[call.offset : end] = call.data
