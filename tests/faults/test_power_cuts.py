"""What was said to be saved is there after the power went; a weaker file would have lost it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.trials import cut_power, recorded


@pytest.mark.parametrize(
    "cuts", [500, pytest.param(20_000, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]
)
def test_no_power_cut_takes_what_was_said_to_be_saved(
    under_the_program: Path, made: Path, tmp_path: Path, cuts: int
):
    tally = cut_power(recorded(under_the_program, made, tmp_path), made, count=cuts, seed=1)
    assert (tally.trials, tally.lost, tally.corrupt) == (cuts, 0, 0)
    assert tally.acknowledged > 40


def test_the_default_of_the_database_would_have_lost_notes(
    under_the_program: Path, made: Path, tmp_path: Path
):
    weak = recorded(
        under_the_program, made, tmp_path, pragma="locking_mode=NORMAL journal_mode=DELETE", count=20
    )
    assert cut_power(weak, made, count=100, seed=1).lost > 0


def test_without_syncing_the_file_would_have_been_ruined(under_the_program: Path, made: Path, tmp_path: Path):
    weak = recorded(under_the_program, made, tmp_path, pragma="synchronous=OFF", count=20)
    tally = cut_power(weak, made, count=60, seed=1)
    assert tally.lost > 0
    assert tally.corrupt > 0


@pytest.mark.parametrize(
    "cuts", [100, pytest.param(2_000, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]
)
def test_no_power_cut_in_mid_migration_takes_anything(under_the_program: Path, tmp_path: Path, cuts: int):
    older = Path(__file__).parents[1] / "data" / "formats" / "format-1.finsam"
    with closing(sqlite3.connect(f"{older.as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
        notes = [f"revision {ident}" for (ident,) in raw.execute("SELECT id FROM note_revision")]
        applications = [f"application {ident}" for (ident,) in raw.execute("SELECT id FROM application")]
    migrated = recorded(under_the_program, older, tmp_path, count=0)
    told = (*notes, *applications)
    tally = cut_power(migrated, older, count=cuts, seed=1, opened_by_us_every=1, told=told)
    assert len(told) > 10
    assert (tally.trials, tally.lost, tally.corrupt) == (cuts, 0, 0)
