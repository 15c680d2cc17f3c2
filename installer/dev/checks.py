"""Owns the checks: lint, format, types, contracts, texts, and no trace of a machine in committed files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from installer.dev.console import Word, ask, call, say

_CODE = ("dev.py", "installer", "src", "tests")
_HOME_OF_SOMEBODY = re.compile(r"(?<![\w.~$}])(?:/(?:home|Users|root)/|[A-Za-z]:\\Users\\)[a-z]")
_ADDRESS_IN_LOCK = re.compile(r"://|--(?:extra-)?index-url|--find-links")
_ADDRESS = re.compile(r"--(?:extra-)?index-[u]rl|[f]iles\.pythonhosted|PIP_[I]NDEX_URL|UV_[I]NDEX")


def run(root: Path, python: Path) -> int:
    """Run every check, say which failed, and return 0 if none did."""
    steps: list[tuple[str, list[Word]]] = [
        ("lint", [python, "-m", "ruff", "check", *_CODE]),
        ("format", [python, "-m", "ruff", "format", "--check", *_CODE]),
        ("types", [python, "-m", "mypy"]),
        ("types of the tools", [python, "-m", "mypy", "--explicit-package-bases", "dev.py", "installer/dev"]),
        ("floors", [python, "-c", "from importlinter.cli import lint_imports_command as c; c()"]),
        ("texts", [python, "-m", "installer.dev.catalogue", "--check"]),
    ]
    failed = []
    for name, words in steps:
        say(f"-- {name}")
        if call(words, folder=root) != 0:
            failed.append(name)
    say("-- traces of a machine")
    traces = list(machine_traces(root))
    for trace in traces:
        say(trace)
    if traces:
        failed.append("traces of a machine")
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def machine_traces(root: Path) -> Iterator[str]:
    """Yield ``file:line: what`` for each committed line that names a registry or a place on some machine."""
    code, listing = ask(["git", "ls-files", "-z"], folder=root)
    if code != 0:
        say("No git repository here, so committed files can't be listed.")
        return
    own = [str(root), str(Path.home())]
    for name in filter(None, listing.split("\0")):
        path = root / name
        if not path.is_file():
            continue
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, start=1):
            what = _trace(line, lock=path.suffix == ".lock", own=own)
            if what:
                yield f"{name}:{number}: {what}"


def _trace(line: str, *, lock: bool, own: list[str]) -> str:
    if (_ADDRESS_IN_LOCK if lock else _ADDRESS).search(line):
        return "names a package registry"
    if _HOME_OF_SOMEBODY.search(line) or any(len(place) > 5 and place + "/" in line for place in own):
        return "names a place on one machine"
    return ""
