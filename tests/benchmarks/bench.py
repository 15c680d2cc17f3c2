"""Owns the benchmarks: each subject measured beside its floor in one run, as a ratio.

Run by ``dev.py bench``. A benchmark is a function in a module ``bench_*.py`` in this folder, marked with
:func:`benchmark`. It calls :func:`measure` (or :func:`compare` for sizes), which runs floor and subject in
turn, so that a busy machine slows both, and prints one line.
"""

from __future__ import annotations

import argparse
import importlib
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
if str(FOLDER) not in sys.path:
    sys.path.insert(0, str(FOLDER))
sys.modules.setdefault("bench", sys.modules[__name__])

HEADING = f"{'name':<44} {'ratio':>7} {'goal':>7} {'floor':>10} {'subject':>10}"


@dataclass(frozen=True)
class Result:
    """What one comparison gave: medians of floor and subject, and the ratio that is wanted at most."""

    name: str
    floor: float
    subject: float
    goal: float
    unit: str

    @property
    def ratio(self) -> float:
        """How many times the floor the subject takes."""
        return self.subject / self.floor if self.floor else float("inf")

    @property
    def reached(self) -> bool:
        """Whether the goal is met."""
        return self.ratio <= self.goal

    def __str__(self) -> str:
        figures = f"{self.floor:>7.2f} {self.unit} {self.subject:>7.2f} {self.unit}"
        return f"{self.name:<44} {self.ratio:>6.2f}x {self.goal:>6.2f}x {figures}" + (
            "" if self.reached else "  above the goal"
        )


@dataclass(frozen=True)
class Ceiling:
    """A duration that must stay under a limit by itself."""

    name: str
    value: float
    limit: float
    unit: str = "ms"

    @property
    def reached(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.limit

    def __str__(self) -> str:
        text = (
            f"{self.name:<44} {'':>7} {self.limit:>4.0f} {self.unit} {'':>10} {self.value:>7.2f} {self.unit}"
        )
        return text if self.reached else f"{text}  above the goal"


Benchmark = Callable[[], None]
benchmarks: dict[str, Benchmark] = {}
results: list[Result | Ceiling] = []


def benchmark(function: Benchmark) -> Benchmark:
    """Mark a function as a benchmark; its name is what ``dev.py bench NAME`` picks."""
    benchmarks[function.__name__] = function
    return function


def measure(
    name: str,
    *,
    floor: Callable[[], object],
    subject: Callable[[], object],
    goal: float,
    rounds: int = 15,
    warm_up: int = 2,
) -> Result:
    """Run floor and subject in turn and print the ratio of their medians.

    A callable that returns a ``float`` is believed: it gives its own milliseconds, for what has to be
    measured inside (a process start, a part of a call). Anything else is timed from call to return.
    """
    for _ in range(warm_up):
        floor()
        subject()
    pairs = [(_milliseconds(floor), _milliseconds(subject)) for _ in range(rounds)]
    below, above = zip(*pairs, strict=True)
    return compare(name, floor=statistics.median(below), subject=statistics.median(above), goal=goal)


def compare(name: str, *, floor: float, subject: float, goal: float, unit: str = "ms") -> Result:
    """Print the ratio of two figures that were measured elsewhere, such as memory in ``MB``."""
    result = Result(name, floor, subject, goal, unit)
    results.append(result)
    print(result, flush=True)
    return result


def at_most(name: str, *, value: float, limit: float, unit: str = "ms") -> Ceiling:
    """Print a figure beside the limit it must keep by itself."""
    ceiling = Ceiling(name, value, limit, unit)
    results.append(ceiling)
    print(ceiling, flush=True)
    return ceiling


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter_ns()
    outcome = call()
    return outcome if isinstance(outcome, float) else (time.perf_counter_ns() - started) / 1e6


def main(words: list[str]) -> int:
    """Run all benchmarks, or those whose names hold one of ``words``; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure against floors, in one run.")
    parser.add_argument("names", nargs="*", help="parts of names; all when left out")
    parser.add_argument("--list", action="store_true", help="only list the names")
    chosen = parser.parse_args(words)
    for path in sorted(FOLDER.glob("bench_*.py")):
        importlib.import_module(path.stem)
    wanted = [name for name in benchmarks if not chosen.names or any(part in name for part in chosen.names)]
    if chosen.list:
        print("\n".join(wanted))
        return 0
    if not wanted:
        print("There is no such benchmark.")
        return 2
    print(HEADING)
    for name in wanted:
        benchmarks[name]()
    missed = [result.name for result in results if not result.reached]
    print(f"{len(results) - len(missed)} of {len(results)} goals reached.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
