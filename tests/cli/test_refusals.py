"""What the computer or the caller refuses is told in one sentence, never a traceback."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session

Call = Callable[..., tuple[int, str, str]]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def alone(*words: object, without: tuple[str, ...] = (), **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name not in without} | more
    line = [sys.executable, "-m", "finsam_review", *map(str, words)]
    return subprocess.run(
        line, capture_output=True, text=True, encoding="utf-8", env=environment, check=False, timeout=60
    )


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """Return a day with one application."""
    from datetime import date

    from finsam_review.domain.applications import ApplicationDetails

    path = tmp_path / "dag.finsam"
    with Session.create(path, preset=load_preset(), title="Dag", day=date(2025, 10, 15)) as session:
        session.applications.add(ApplicationDetails(title="Grönt steg", diary_number="2025/041"))
    return path


@pytest.mark.parametrize("under", ["", "under", "under/ännu en"])
def test_a_file_where_the_folder_should_be_is_no_traceback(
    under: str, day: Path, call: Call, tmp_path: Path
) -> None:
    file = tmp_path / "upptagen.txt"
    file.write_text("min")
    code, _out, complaints = call("export", day, "--to", file / under)
    assert code == 1
    assert complaints.count("\n") == 1
    assert complaints.startswith(f"{file / under}: Det går inte att spara i mappen")
    assert file.read_text() == "min"


def test_a_file_where_the_folder_of_drafts_should_be_is_named_and_no_draft_is_kept(
    day: Path, call: Call, tmp_path: Path
) -> None:
    file = tmp_path / "upptagen.txt"
    file.write_text("min")
    code, out, complaints = call("drafts", day, "--to", file, "--deadline", "2025-10-31", "--json")
    assert code == 1
    assert complaints == f"{file}: Det går inte att spara i mappen upptagen.txt. Välj en annan mapp.\n"
    assert [item["item"] for item in json.loads(out)["failed"]] == [str(file)]
    assert json.loads(call("show", day, "--json")[1])["dispatches"] == []


def test_an_application_that_nobody_has_read_gets_no_draft(day: Path, call: Call, tmp_path: Path) -> None:
    code, out, _complaints = call(
        "drafts", day, "--to", tmp_path / "ut", "--deadline", "2025-10-31", "--json"
    )
    assert code == 1
    assert json.loads(out)["done"] == []
    assert json.loads(out)["failed"] == [
        {
            "item": "Grönt steg",
            "reason": "Inget bord har läst ansökan ännu, så det finns inget att skicka.",
        }
    ]
    assert list((tmp_path / "ut").iterdir()) == []


def test_a_last_day_to_answer_that_has_been_is_pointed_out(day: Path, call: Call, tmp_path: Path) -> None:
    line = ("drafts", day, "--to", tmp_path / "ut", "--json", "--deadline")
    (warning,) = json.loads(call(*line, "2025-10-31")[1])["warnings"]
    assert warning == "Den 31 oktober 2025 har redan varit. Välj en senare dag."


def test_an_export_into_a_relative_folder_is_listed_relative_to_it(
    day: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _complaints = call("export", day, "--to", "ut", "--json")
    assert code == 0
    names = json.loads(out)["done"]
    assert [name for name in names if not (tmp_path / "ut" / name).is_file()] == []
    assert {Path(name).suffix for name in names} == {".pdf", ".docx", ".xlsx", ".svg", ".zip"}


def test_an_unknown_language_in_the_environment_is_passed_over(day: Path) -> None:
    done = alone("check", day, FINSAM_LANG="xx")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "dag.finsam är hel.\n"


@pytest.mark.parametrize("inside", ["", "inne"])
def test_a_home_that_is_a_file_is_one_sentence(inside: str, day: Path, tmp_path: Path) -> None:
    home = tmp_path / "hem"
    home.write_text("en fil")
    for words in (("import", day, tmp_path), ("show", day), ("check", day)):
        done = alone(*words, FINSAM_HOME=str(home / inside))
        assert done.returncode == 3
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "Inga säkerhetskopior kan sparas i" in done.stderr


def test_a_place_for_backups_that_is_taken_stops_the_import_before_it_begins(
    day: Path, call: Call, own_home: Path, tmp_path: Path
) -> None:
    shutil.rmtree(own_home / "state" / "backups")
    (own_home / "state" / "backups").write_text("en fil")
    notes = tmp_path / "lappar.csv"
    notes.write_text("bord,ansökan,fråga,text\n1,1,1,Hej\n", encoding="utf-8")
    code, _out, complaints = call("import", day, notes)
    assert code == 3
    assert complaints.count("\n") == 1
    assert "Inga säkerhetskopior" in complaints


@pytest.mark.parametrize("words", [("show",), ("show", "--json"), ("check",)])
def test_a_reader_that_stops_in_the_middle_is_met_with_silence(words: tuple[str, ...], day: Path) -> None:
    line = [sys.executable, "-m", "finsam_review", words[0], str(day), *words[1:]]
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_help_that_nobody_reads_to_the_end_is_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    line = [sys.executable, "-m", "finsam_review", "--help"]
    try:
        done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    finally:
        os.close(writing)
    assert done.stderr == b""


def test_an_error_of_the_computer_that_nobody_foresaw_is_one_sentence(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise OSError(116, "Stale file handle", str(day))

    monkeypatch.setattr(Session, "open", refuse)
    code, out, complaints = call("show", day, "--json")
    assert code == 3
    assert complaints == "Datorn sa nej: Stale file handle (dag.finsam).\n"
    assert json.loads(out)["failed"] == [{"item": "dag.finsam", "reason": complaints.strip()}]


def test_a_bug_stays_a_bug(day: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Session, "open", fail)
    with pytest.raises(ZeroDivisionError):
        call("show", day)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_it_is_said_and_the_rehearsal_day_is_made_all_the_same(
    day: Path, tmp_path: Path
) -> None:
    done = alone(day, without=SCREENS)
    assert done.returncode == 3
    assert done.stderr.startswith("Det finns ingen skärm här")
    assert done.stderr.count("\n") == 1
    made = tmp_path / "repetition.finsam"
    done = alone("demo", made, without=SCREENS)
    assert done.returncode == 3
    assert "ingen skärm" in done.stderr
    assert made.is_file()


@pytest.mark.parametrize(
    ("word", "said"),
    [("shwo", "varken en fil eller ett kommando"), ("borta.finsam", "ingen fil borta.finsam")],
)
def test_a_mistyped_command_or_file_opens_no_window(word: str, said: str, call: Call) -> None:
    code, out, complaints = call(word)
    assert code == 3
    assert not out
    assert complaints.count("\n") == 1
    assert said in complaints
