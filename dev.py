"""Owns the developer's commands: ``python3 dev.py run`` and ``python3 dev.py test`` do everything needed.

Standard library only and readable by Python 3.8, so that it starts on a machine that has nothing yet.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from installer.dev import checks, environment, system
from installer.dev.console import CannotGoOnError, call, say

ROOT = Path(__file__).resolve().parent
TOOLS = {
    "screens": ("tests/screens/photograph.py", "photograph every page and dialog"),
    "bench": ("tests/benchmarks/bench.py", "measure ratios against their floors"),
    "faults": ("tests/faults/report.py", "cut the power and damage files, and look at what is left"),
}


def run(arguments: list[str]) -> int:
    """Set up what is missing and open the rehearsal day."""
    python = environment.prepare(ROOT)
    system.need_qt(python)
    program = environment.script(ROOT, "finsam-review")
    if system.has_screen():
        system.need_window(python)
        return call([program, "demo", *arguments])
    say(
        "This machine has no screen, so no window can be opened. Sit at its desktop, log in with ssh -X, or\n"
        "start a virtual screen (apt-get install xvfb; xvfb-run python3 dev.py run). Making the file only:"
    )
    return call([program, "demo", "--no-window", *arguments])


def test(arguments: list[str]) -> int:
    """Set up and run the tests. ``--full`` adds the slow tier; the rest goes to pytest."""
    python = environment.prepare(ROOT)
    system.need_qt(python)
    system.want_test_tools()
    chosen = [word for word in arguments if word != "--full"]
    tier = [] if "--full" in arguments or "-m" in chosen else ["-m", "not slow"]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return call([python, "-m", "pytest", *tier, *chosen], folder=ROOT)


def check(_arguments: list[str]) -> int:
    """Lint, format, types, contracts, texts, and nothing of this machine in committed files."""
    return checks.run(ROOT, environment.prepare(ROOT))


def build(arguments: list[str]) -> int:
    """Build the wheel into ``dist``."""
    python = environment.prepare(ROOT)
    return call([python, "-m", "hatchling", "build", "-t", "wheel", *arguments], folder=ROOT)


def texts(arguments: list[str]) -> int:
    """Gather the texts of the program, merge translations (``--merge FILE.po``) and compile the catalogue."""
    python = environment.prepare(ROOT)
    return call([python, "-m", "installer.dev.catalogue", *arguments], folder=ROOT)


def tool(name: str, arguments: list[str]) -> int:
    """Run one of the tools that live among the tests."""
    module = TOOLS[name][0].removesuffix(".py").replace("/", ".")
    python = environment.prepare(ROOT)
    system.need_qt(python)
    return call([python, "-m", module, *arguments], folder=ROOT)


COMMANDS = {"run": run, "test": test, "check": check, "build": build, "texts": texts}


def main(words: list[str]) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Run, test and build Finsam Review.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=(command.__doc__ or "").splitlines()[0], add_help=False)
    for name, (_path, purpose) in TOOLS.items():
        commands.add_parser(name, help=f"{purpose[0].upper()}{purpose[1:]}.", add_help=False)
    chosen, rest = parser.parse_known_args(words[:1])
    rest += words[1:]
    try:
        if chosen.command in COMMANDS:
            return COMMANDS[chosen.command](rest)
        return tool(chosen.command, rest)
    except CannotGoOnError as stop:
        say(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
