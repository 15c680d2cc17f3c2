"""Owns ``.venv``: made from ``requirements.lock`` when it is missing, moved, broken or out of date."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

from installer.dev import interpreters, system
from installer.dev.console import CannotGoOnError, Word, ask, call, say

_STAMP = "finsam-stamp.json"
_NO_PYTHON = """Python 3.11, 3.12 or 3.13 is needed, and none was found.
  Debian, Ubuntu:  apt-get install python3 python3-venv
  Windows:         winget install Python.Python.3.13
  macOS:           brew install python@3.13"""


def prepare(root: Path) -> Path:
    """Return the Python of ``.venv``, after making or renewing the environment where needed."""
    folder = root / ".venv"
    uv = _uv()
    known = _read_stamp(folder)
    interpreter = _interpreter(uv, known)
    packages = {
        "place": str(root),
        "python": [str(interpreter.path), interpreter.release],
        "lock": _digest(root / "requirements.lock"),
    }
    wanted = {"packages": packages, "project": _digest(root / "pyproject.toml")}
    if known == wanted and _works(root):
        return python_of(root)
    if known.get("packages") != packages or not _works(root):
        _make(root, interpreter, uv)
    _install_project(root, uv)
    (folder / _STAMP).write_text(json.dumps(wanted), encoding="utf-8")
    return python_of(root)


def python_of(root: Path) -> Path:
    """Return the path of the environment's Python."""
    return script(root, "python")


def script(root: Path, name: str) -> Path:
    """Return the path of a program in the environment."""
    if os.name == "nt":
        return root / ".venv" / "Scripts" / f"{name}.exe"
    return root / ".venv" / "bin" / name


def _interpreter(uv: Path | None, known: dict[str, Any]) -> interpreters.Interpreter:
    earlier = known.get("packages", {}).get("python")
    found = interpreters.find(alone=uv is None, likely=Path(earlier[0]) if earlier else None)
    if found is not None and found.missing and uv is None:
        system.install_venv(found.version)
        found = interpreters.find(alone=True)
    if found is None:
        raise CannotGoOnError(_NO_PYTHON)
    if found.missing and uv is None:
        raise CannotGoOnError(
            f"{found.path} can't make an environment: {', '.join(found.missing)} is missing."
        )
    return found


def _make(root: Path, interpreter: interpreters.Interpreter, uv: Path | None) -> None:
    folder = root / ".venv"
    say(f"Making .venv with Python {interpreter.release}. This is done once and takes a minute or so.")
    _remove(folder)
    lock = root / "requirements.lock"
    if uv is not None:
        made = call([uv, "venv", "-q", "--python", interpreter.path, folder], folder=root)
        sync: list[Word] = [
            uv,
            "pip",
            "sync",
            "-q",
            "--compile-bytecode",
            "-p",
            folder,
            "--require-hashes",
            lock,
        ]
        if made == 0 and call(sync, folder=root) == 0:
            return
        say("uv did not manage, so pip has a try.")
        _remove(folder)
    if call([interpreter.path, "-m", "venv", folder], folder=root) != 0:
        raise CannotGoOnError("The virtual environment could not be made; the reason stands above.")
    if call([*_pip(root), "--require-hashes", "-r", lock], folder=root) != 0:
        raise CannotGoOnError(
            "The packages could not be installed; the reason stands above. The network is needed this once."
        )


def _install_project(root: Path, uv: Path | None) -> None:
    editable: list[Word] = ["--no-deps", "--no-build-isolation", "-e", root]
    if (
        uv is not None
        and call([uv, "pip", "install", "-q", "-p", python_of(root), *editable], folder=root) == 0
    ):
        return
    if ask([python_of(root), "-m", "pip", "--version"])[0] != 0:
        call([python_of(root), "-m", "ensurepip"], folder=root)
    if call([*_pip(root), *editable], folder=root) != 0:
        raise CannotGoOnError("The project itself could not be installed; the reason stands above.")


def _pip(root: Path) -> list[Word]:
    return [python_of(root), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]


def _works(root: Path) -> bool:
    if not script(root, "finsam-review").is_file():
        return False
    code, _ = ask([python_of(root), "-c", "import sqlite3, ssl, babel, finsam_review"])
    return code == 0


def _remove(folder: Path) -> None:
    try:
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as failure:
        raise CannotGoOnError(
            f"The old .venv can't be removed. Close Finsam Review and try again. ({failure})"
        ) from failure


def _read_stamp(folder: Path) -> dict[str, Any]:
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _uv() -> Path | None:
    found = shutil.which("uv")
    if found is None or ask([found, "--version"])[0] != 0:
        return None
    return Path(found)
