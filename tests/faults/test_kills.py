"""Killing the program at any moment costs nothing that it said was saved."""

import sys
from pathlib import Path

import pytest
from tests.faults.trials import kill


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize(
    "kills", [20, pytest.param(200, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]
)
def test_a_killed_program_has_lost_nothing(made: Path, tmp_path: Path, kills: int):
    tally = kill(made, tmp_path / "killed", count=kills, seed=1)
    assert (tally.trials, tally.lost, tally.corrupt) == (kills, 0, 0)
    assert tally.acknowledged > kills
