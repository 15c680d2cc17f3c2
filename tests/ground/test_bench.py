"""The benchmarks' own arithmetic: what is printed as a ratio is one."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PLACE = Path(__file__).resolve().parents[1] / "benchmarks" / "bench.py"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A fresh copy of the measuring module."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = importlib.util.spec_from_file_location("measured_bench", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "measured_bench", module)
    monkeypatch.setitem(sys.modules, "bench", module)
    spec.loader.exec_module(module)
    return module


def test_a_ratio_is_the_subject_over_the_floor(bench: ModuleType, capsys: pytest.CaptureFixture[str]):
    result = bench.measure("a note", floor=lambda: 2.0, subject=lambda: 5.0, goal=2, rounds=3)
    assert (result.floor, result.subject, result.ratio, result.reached) == (2.0, 5.0, 2.5, False)
    assert capsys.readouterr().out.split() == [
        "a", "note", "2.50x", "2.00x", "2.00", "ms", "5.00", "ms", "above", "the", "goal",
    ]  # fmt: skip


def test_the_median_is_what_counts(bench: ModuleType):
    figures = iter([1.0, 100.0, 3.0])
    result = bench.measure("x", floor=lambda: 1.0, subject=lambda: next(figures), goal=3, rounds=3, warm_up=0)
    assert result.subject == 3.0
    assert result.reached


def test_a_call_without_a_figure_is_timed(bench: ModuleType):
    result = bench.measure("x", floor=lambda: None, subject=lambda: sum(range(20_000)), goal=1, rounds=5)
    assert result.ratio > 1


def test_a_limit_stands_by_itself(bench: ModuleType, capsys: pytest.CaptureFixture[str]):
    assert bench.at_most("a note", value=3.5, limit=16).reached
    assert not bench.at_most("a note", value=17, limit=16).reached
    assert capsys.readouterr().out.splitlines()[1].endswith("17.00 ms  above the goal")
    assert len(bench.results) == 2
