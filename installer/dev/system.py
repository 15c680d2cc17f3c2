"""Owns what Qt and the tests need from the operating system, and getting it on Debian and Ubuntu.

The lists were measured in a bare Debian 12; CI uses this very module.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from installer.dev.console import CannotGoOnError, Word, ask, say

QT = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "fonts-dejavu-core",
)
WINDOW = ("libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0")
TESTS = (
    *WINDOW,
    "xvfb", "xauth", "x11-xkb-utils", "openbox", "xdotool", "xclip",
    "poppler-utils", "qpdf", "default-jdk-headless", "libjaxb-java", "fonts-dejavu-core",
    "libreoffice-writer-nogui", "libreoffice-calc-nogui",
)  # fmt: skip
_PATIENCE = 1800.0
"""Seconds that apt-get may take: some 200 MB over a slow line."""


def has_screen() -> bool:
    """Return whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def need_qt(python: Path) -> None:
    """Make sure that Qt can be loaded, installing system libraries where that is possible."""
    words: list[Word] = [python, "-c", "import PySide6.QtWidgets, PySide6.QtSvg"]
    code, text = ask(words)
    if code == 0:
        return
    reason = text.splitlines()[-1] if text else "no reason given"
    if not sys.platform.startswith("linux"):
        raise CannotGoOnError(f"Qt can't be loaded: {reason}")
    say(f"Qt needs system libraries that are missing here ({reason}).")
    _install((*QT, *WINDOW), why="Qt's system libraries")
    code, text = ask(words)
    if code != 0:
        raise CannotGoOnError(f"Qt still can't be loaded:\n{text}")


def need_window(python: Path) -> None:
    """Make sure that Qt can open a window under X11, which Debian leaves to five small libraries."""
    if not sys.platform.startswith("linux"):
        return
    code, folder = ask([python, "-c", "import PySide6; print(PySide6.__path__[0])"])
    plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if code == 0 and "not found" in ask(["ldd", plugin])[1]:
        _install((*QT, *WINDOW), why="the libraries for a window")


def install_venv(version: str) -> None:
    """Install what Debian and Ubuntu split off from Python: the means to make virtual environments."""
    _install((f"python{version}-venv", "ca-certificates"), why="Python's venv module")


def want_test_tools() -> None:
    """Install the programs that some tests use; without them those tests say that they are skipped."""
    if shutil.which("dpkg-query") is None:
        say("Tests that need Xvfb, qpdf, poppler, Java or LibreOffice are skipped where these are missing.")
        return
    _, text = ask(["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *TESTS])
    present = {line.split()[0] for line in text.splitlines() if line.endswith(" installed")}
    missing = [name for name in TESTS if name not in present]
    if not missing:
        return
    try:
        if _root_words() is not None:
            _install(tuple(missing), why="programs for the tests")
            return
    except CannotGoOnError as failure:
        say(str(failure))
    say(f"Some tests will be skipped. For all of them: {_line(missing)}")


def _install(packages: tuple[str, ...], why: str) -> None:
    """Install Debian packages, or stop with the one line that a person can run."""
    root = _root_words()
    if shutil.which("apt-get") is None:
        raise CannotGoOnError(f"Missing: {why}. Install what your system calls: {' '.join(packages)}")
    if root is None:
        raise CannotGoOnError(f"Missing: {why}. Run this once, then try again:\n  {_line(packages)}")
    say(f"Installing {why}: {' '.join(packages)}")
    words: list[Word] = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    ask([*words, "update", "-qq"], seconds=_PATIENCE)
    code, text = ask([*words, "install", "-y", "-q", "--no-install-recommends", *packages], seconds=_PATIENCE)
    if code != 0:
        raise CannotGoOnError(f"apt-get could not install {why}:\n{text}")


def _line(packages: tuple[str, ...] | list[str]) -> str:
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _root_words() -> list[str] | None:
    """Return how to become root: not at all, by sudo without a password, or ``None``."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and ask(["sudo", "-n", "true"])[0] == 0:
        return ["sudo", "-n"]
    return None
