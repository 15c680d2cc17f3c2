"""A screen of its own with a window manager, Swedish keys and a clipboard, and a person at it.

Xvfb keeps its keyboard layout only with ``-noreset``. Long texts go through the clipboard, because keys sent
to a virtual screen may lose letters when the machine is busy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xclip")
PATIENCE = 60.0
"""Seconds until what should come has not come."""


def missing() -> list[str]:
    """Return the programs that a screen needs and that are not here."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


class Person:
    """Somebody at the screen: opens the program, types, and looks at what windows there are."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = dict(environment)

    def start(self, words: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start a program on the screen."""
        return subprocess.Popen(list(words), env=self._environment)

    def ask(self, *words: str, text: str | None = None) -> str:
        """Run a small program on the screen and return what it says."""
        done = subprocess.run(
            words, env=self._environment, input=text, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def window(self, title: str) -> str:
        """Wait for the window whose title holds ``title``, bring it forward, and return its id."""
        found = self.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", title)
        number = found.splitlines()[0]
        self.ask("xdotool", "windowactivate", "--sync", number)
        return number

    def press(self, *keys: str) -> None:
        """Press keys, such as *ctrl+Return*."""
        self.ask("xdotool", "key", "--delay", "80", *keys)

    def paste(self, text: str) -> None:
        """Put ``text`` where the caret is."""
        subprocess.run(
            ["xclip", "-selection", "clipboard"], env=self._environment, input=text.encode(), check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE,
        )  # fmt: skip
        self.press("ctrl+v")


def until(ready: Callable[[], str], *, what: str) -> str:
    """Ask ``ready``, which takes its own time, until it returns something; return that."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = ready()
        if found:
            return found
    raise TimeoutError(what)


@contextmanager
def own_screen(folder: Path) -> Iterator[Person]:
    """Lend a screen of 1366 × 768 that nobody else uses; everything started for it ends with it."""
    with ExitStack() as stack:
        number = _screen(stack)
        environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
        }
        environment.pop("WAYLAND_DISPLAY", None)
        person = Person(environment)
        _ended_with(stack, person.start(["openbox", "--sm-disable"]))
        until(lambda: person.ask("xdotool", "get_num_desktops"), what="openbox")
        person.ask("setxkbmap", "se")
        yield person


def _screen(stack: ExitStack) -> str:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    _ended_with(stack, server)
    with os.fdopen(reading) as stream:
        number = stream.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start")
    return number


def _ended_with(stack: ExitStack, process: subprocess.Popen[bytes]) -> None:
    stack.callback(process.wait, PATIENCE)
    stack.callback(process.terminate)
