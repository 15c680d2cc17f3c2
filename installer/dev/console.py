"""Owns how the developer's commands speak and how they start other programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Sequence, Union

Word = Union[str, Path]


class CannotGoOnError(Exception):
    """The command can't go on; the text says why and what to do."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def say(text: str) -> None:
    """Print one message, at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def call(words: Sequence[Word], folder: Path | None = None) -> int:
    """Run a program in the foreground and return its exit code; a signal is 128 plus its number."""
    sys.stdout.flush()
    try:
        code = subprocess.call([str(word) for word in words], cwd=folder)
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code


def ask(words: Sequence[Word], seconds: float = 60, folder: Path | None = None) -> tuple[int, str]:
    """Run a program quietly and return its exit code and all it printed; 127 if it is not there."""
    try:
        done = subprocess.run(
            [str(word) for word in words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        return 127, str(failure)
    return done.returncode, done.stdout.decode("utf-8", "replace").strip()
