"""Owns the reading of foreign documents at arm's length: in a process of their own, with limits of time and
memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType

from finsam_review.domain.intake import ReadDocument
from finsam_review.importing.files.outcome import Outcome, Sheet, from_json
from finsam_review.importing.files.reading import FILE_MAX
from finsam_review.importing.reader_process import ARGUMENT, read_frame, write_frame

SECONDS_MAX = 10.0
"""How long one document may take."""
START_SECONDS_MAX = 30.0
"""How long the child may take to start: on a slow laptop a virus scanner looks at it first."""
KEPT_MAX = 999_000_000
"""Bytes that are kept of a file that is not read: a row of SQLite ends at a thousand million."""
_KEPT_VARIABLES = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


class DocumentReader:
    """Reads documents in a child process that is kept between documents and replaced when one hangs or kills
    it.

    Use it as a context manager. Nothing that a file holds makes it raise: the fault becomes the document's
    ``problem``. ``seconds`` limits each document, ``start_seconds`` the start of the child, and ``command``
    is how it is started.
    """

    def __init__(
        self,
        *,
        seconds: float = SECONDS_MAX,
        start_seconds: float = START_SECONDS_MAX,
        command: Sequence[str] | None = None,
    ) -> None:
        self._seconds = seconds
        self._start_seconds = start_seconds
        self._command = tuple(command) if command is not None else child_command()
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> DocumentReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    # A request that the killed child never took; there is nobody left to send it to.
                    continue

    def read(self, source: Path | bytes, file_name: str = "") -> ReadDocument:
        """Return what could be read of a document, its bytes kept. ``file_name`` is needed with bytes."""
        return self.read_any(source, file_name)[0]

    def read_any(self, source: Path | bytes, file_name: str = "") -> tuple[ReadDocument, tuple[Sheet, ...]]:
        """Return a document and, when the file is a list, its sheets."""
        name = file_name or (source.name if isinstance(source, Path) else "")
        try:
            data = _bytes(source)
        except OSError:
            return ReadDocument(name, b"", "unknown", problem="no_access"), ()
        if data is None:
            return ReadDocument(name, b"", "unknown", problem="too_large_to_keep"), ()
        if len(data) > FILE_MAX:
            return ReadDocument(name, data, "unknown", problem="too_large"), ()
        outcome = self._ask(data)
        document = ReadDocument(
            file_name=name,
            data=data,
            media=outcome.media,
            blocks=outcome.blocks,
            problem=outcome.problem,
            warnings=outcome.warnings,
        )
        return document, outcome.sheets

    def _ask(self, data: bytes) -> Outcome:
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = self._start()
            if self._exchange(self._child, b"", self._start_seconds) is None:
                return Outcome("unknown", problem="reader_failed")
        before = time.monotonic()
        answer = self._exchange(self._child, data, self._seconds)
        if answer is None:
            late = time.monotonic() - before >= self._seconds
            return Outcome("unknown", problem="too_slow" if late else "damaged")
        return from_json(json.loads(answer))

    def _exchange(self, child: subprocess.Popen[bytes], data: bytes, seconds: float) -> bytes | None:
        """Return the child's answer; ``None``, and the child ended, when none comes in time."""
        answers: SimpleQueue[bytes | None] = SimpleQueue()
        worker = threading.Thread(target=_talk, args=(child, data, answers), daemon=True)
        worker.start()
        try:
            answer = answers.get(timeout=seconds)
        except Empty:
            answer = None
        if answer is None:
            child.kill()
            worker.join()
            self.close()
        else:
            worker.join()
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            close_fds=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def child_command() -> tuple[str, ...]:
    """Return how the child is started: the interpreter on a module, or the installed program on itself."""
    if getattr(sys, "frozen", False):
        return (sys.executable, ARGUMENT)
    return (sys.executable, "-X", "utf8", "-m", "finsam_review.importing.reader_process")


def _environment() -> dict[str, str]:
    """Return the few variables that the child needs; passwords and tokens of the parent stay with it."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}


def _bytes(source: Path | bytes) -> bytes | None:
    if isinstance(source, bytes):
        return source if len(source) <= KEPT_MAX else None
    return source.read_bytes() if source.stat().st_size <= KEPT_MAX else None


def _talk(child: subprocess.Popen[bytes], data: bytes, answers: SimpleQueue[bytes | None]) -> None:
    """Send a document and put the answer, or ``None`` when the child has died, where the caller waits."""
    try:
        if child.stdin is None or child.stdout is None:
            answers.put(None)
            return
        write_frame(child.stdin, data)
        answers.put(read_frame(child.stdout))
    except (OSError, ValueError):
        answers.put(None)
