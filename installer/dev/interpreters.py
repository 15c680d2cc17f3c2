"""Owns the choice of a Python: 3.13 first, because Qt is safest there, then 3.12, then 3.11."""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Iterator

from installer.dev.console import ask

VERSIONS = ("3.13", "3.12", "3.11")
_PROBE = """
import json, sys
missing = []
for name in ("ssl", "sqlite3", "ctypes", "zlib", "lzma", "bz2", "venv", "ensurepip"):
    try:
        __import__(name)
    except ImportError:
        missing.append(name)
base = getattr(sys, "_base_executable", None) or sys.executable
print(json.dumps([base, "%d.%d" % sys.version_info[:2], sys.version.split()[0], missing]))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that runs; ``missing`` are modules of the standard library that it lacks."""

    path: Path
    version: str
    release: str
    missing: tuple[str, ...]


def candidates(version: str) -> Iterator[Path]:
    """Yield places where a Python of ``version`` may be, likeliest first."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    if base and version == ".".join(str(part) for part in sys.version_info[:2]):
        yield Path(base)
    if os.name == "nt":
        code, path = ask(["py", f"-{version}", "-c", "import sys; print(sys.executable)"])
        if code == 0:
            yield Path(path)
    for name in (f"python{version}", "python3", "python"):
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from _unlisted(version)


def find(*, alone: bool, likely: Path | None = None) -> Interpreter | None:
    """Return the best Python; with ``alone``, one that can make an environment without uv.

    ``likely`` is looked at first, which saves asking every shim each time.
    """
    lacking: Interpreter | None = None
    for version in VERSIONS:
        for path in chain([likely] if likely else [], candidates(version)):
            python = probe(path)
            if python is None or python.version != version:
                continue
            if not python.missing:
                return python
            if python.missing == ("ensurepip",):
                if not alone:
                    return python
                lacking = lacking or python
    return lacking


def probe(path: Path) -> Interpreter | None:
    """Return what the Python at ``path`` is, or ``None`` if it does not run.

    A shim or a virtual environment leads to the Python behind it, which stays when ``.venv`` is removed.
    """
    code, text = ask([path, "-I", "-c", _PROBE])
    if code != 0:
        return None
    try:
        base, version, release, missing = json.loads(text.splitlines()[-1])
    except (IndexError, ValueError):
        return None
    return Interpreter(Path(base), version, release, tuple(missing))


def _unlisted(version: str) -> Iterator[Path]:
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    patterns = [
        (pyenv / "versions", f"{version}*/bin/python"),
        (pyenv / "pyenv-win" / "versions", f"{version}*/python.exe"),
        (home / ".local" / "share" / "uv" / "python", f"cpython-{version}*/bin/python{version}"),
        (Path("/opt/homebrew/bin"), f"python{version}"),
        (Path("/usr/local/bin"), f"python{version}"),
        (Path("/usr/bin"), f"python{version}"),
    ]
    for folder, pattern in patterns:
        if folder.is_dir():
            yield from sorted(folder.glob(pattern), reverse=True)
