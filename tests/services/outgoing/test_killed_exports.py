"""No kill leaves a broken file under a final name, and the next export sweeps what had no name yet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.services.building import a_workshop
from tests.services.outgoing.whole_files import assert_whole, finals, orphans

from finsam_review.reporting.export import sweep, write_file
from finsam_review.services.outgoing.exports import KINDS, gather, write

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(os.name == "nt", reason="kills with a signal that Windows does not have")
@pytest.mark.parametrize("what", ["exports", "letters"])
@pytest.mark.parametrize(
    "kills", [12, pytest.param(150, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])]
)
def test_no_kill_leaves_a_broken_file(tmp_path: Path, what: str, kills: int):
    command = [sys.executable, "-m", "tests.services.outgoing.killed_exports", what, tmp_path, str(kills)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    found, broken, waiting, left = map(int, run.stdout.split())
    assert found > kills / 2
    assert broken == 0, run.stderr
    assert waiting > 0
    assert left == 0


def test_what_was_left_in_any_folder_is_swept_by_an_export_of_any_kind(tmp_path: Path):
    with a_workshop().with_notes(6).at(tmp_path / "dag.finsam") as session:
        everything, notes = gather(session, KINDS), gather(session, ["notes-xlsx"])
    target = tmp_path / "ut"
    assert [step.error for step in write(everything, target) if step.error] == []
    places = {path.parent for path in finals(target)}
    assert len(places) == 5
    for place in places:
        (place / ".finsam-0123456789abcdef.tmp").write_bytes(b"half")
        (place / ".finsam-anteckningar").write_bytes(b"somebody's own")
    list(write(notes, target))
    assert orphans(target) == []
    assert all((place / ".finsam-anteckningar").exists() for place in places)


def test_every_kind_of_file_is_whole(tmp_path: Path):
    with a_workshop().with_notes(6).at(tmp_path / "dag.finsam") as session:
        list(write(gather(session, KINDS), tmp_path / "ut"))
    files = finals(tmp_path / "ut")
    assert {path.suffix for path in files} == {".pdf", ".docx", ".xlsx", ".svg", ".zip"}
    for path in files:
        assert_whole(path.name, path.read_bytes())


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx", ".svg", ".zip"])
def test_a_file_cut_short_would_have_been_seen(tmp_path: Path, suffix: str):
    with a_workshop().with_applications(1).with_notes(6).at(tmp_path / "dag.finsam") as session:
        list(write(gather(session, KINDS), tmp_path / "ut"))
    path = next(path for path in finals(tmp_path / "ut") if path.suffix == suffix)
    data = path.read_bytes()
    with pytest.raises(Exception, match=r"."):  # each reader has a fault of its own
        assert_whole(path.name, data[: len(data) * 2 // 3])


def test_a_second_export_leaves_alone_what_the_first_is_writing(tmp_path: Path):
    swept = []
    path = write_file(tmp_path / "a.pdf", b"%PDF", check=lambda file: swept.append(sweep(file.parent)))
    assert swept == [0]
    assert path.read_bytes() == b"%PDF"
    assert sweep(tmp_path) == 0
