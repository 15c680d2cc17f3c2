"""The command line is a contract with scripts: names, exit codes, JSON keys, and never a traceback."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from finsam_review.cli.arguments import COMMANDS
from finsam_review.domain.applications import ApplicationDetails
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.session import Session

SHOWN = {
    "format", "workshop", "parties", "questions", "tables", "participants", "applications", "notes", "points",
    "set_aside", "themes", "summaries", "dispatches", "responses",
}  # fmt: skip

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def day(tmp_path: Path, call: Call) -> Path:
    """Return a new, empty day."""
    path = tmp_path / "dag.finsam"
    assert call("new", path, "--title", "Budgetupptakt", "--date", "2025-10-15", "--tables", "3")[0] == 0
    return path


def shown(call: Call, path: Path) -> dict[str, Any]:
    """Return what ``show --json`` says."""
    code, out, _complaints = call("show", path, "--json")
    assert code == 0
    data: dict[str, Any] = json.loads(out)
    return data


def test_a_new_day_is_shown_with_every_key_of_the_contract(day: Path, call: Call) -> None:
    data = shown(call, day)
    assert set(data) == SHOWN
    assert data["format"] == 1
    assert data["workshop"]["title"] == "Budgetupptakt"
    assert data["workshop"]["date"] == "2025-10-15"
    assert [party["code"] for party in data["parties"]] == ["kommun", "region", "af", "fk"]
    assert [table["number"] for table in data["tables"]] == [1, 2, 3]
    shapes = [q["shape"] for q in data["questions"] if q["exercise"] == "applications"]
    assert shapes == ["text", "parties", "challenge"]
    assert all(data[key] == [] for key in ("participants", "points", "summaries", "dispatches", "responses"))


def test_only_one_json_object_stands_on_stdout(day: Path, call: Call) -> None:
    code, out, _complaints = call("check", day, "--json")
    assert code == 0
    assert json.loads(out) == {"done": ["dag.finsam"], "warnings": [], "failed": []}


@pytest.mark.parametrize(
    "words",
    [
        ("new", "x.finsam", "--title", "T"),
        ("new", "x.finsam", "--title", "T", "--date", "2025-13-40"),
        ("import", "x.finsam"),
        ("export", "x.finsam", "--to", "ut", "--only", "poems"),
        ("show", "x.finsam", "--lang", "de"),
        ("show",),
    ],
)
def test_wrong_use_is_exit_code_2(words: tuple[str, ...], call: Call) -> None:
    code, out, complaints = call(*words)
    assert code == 2
    assert not out
    assert "finsam-review" in complaints


@pytest.mark.parametrize("command", ["show", "check", "import-notes", "import", "export"])
def test_a_file_that_is_not_there_is_exit_code_3_and_one_sentence(
    command: str, call: Call, tmp_path: Path
) -> None:
    more = {"import-notes": ["a.csv"], "import": ["a.docx"], "export": ["--to", tmp_path]}.get(command, [])
    code, out, complaints = call(command, tmp_path / "saknas.finsam", *more)
    assert code == 3
    assert not out
    assert complaints.count("\n") == 1
    assert complaints.startswith("saknas.finsam: Filen går inte att hitta")


@pytest.mark.parametrize("content", [b"", b"hej", b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_not_ours_is_refused(content: bytes, call: Call, tmp_path: Path) -> None:
    path = tmp_path / "annan.finsam"
    path.write_bytes(content)
    code, _out, complaints = call("show", path, "--json")
    assert code == 3
    assert "ingen workshopdag" in complaints
    assert path.read_bytes() == content


def test_a_newer_day_is_refused_and_untouched(day: Path, call: Call) -> None:
    with sqlite3.connect(day) as raw:
        raw.execute("PRAGMA user_version=999")
    raw.close()
    before = day.read_bytes()
    code, _out, complaints = call("import", day, day.parent)
    assert code == 3
    assert "nyare version" in complaints
    assert day.read_bytes() == before


def test_an_existing_file_is_never_overwritten(day: Path, call: Call) -> None:
    before = day.read_bytes()
    code, _out, complaints = call("new", day, "--title", "En annan", "--date", "2026-01-01")
    assert code == 3
    assert "orörd" in complaints
    assert day.read_bytes() == before


def test_an_unknown_preset_and_a_mad_number_of_tables_make_no_file(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "ny.finsam"
    for more in (("--preset", "atlantis"), ("--tables", "27"), ("--tables", "0")):
        code, _out, complaints = call("new", path, "--title", "T", "--date", "2025-10-15", *more)
        assert code == 2
        assert complaints.count("\n") == 1
        assert not path.exists()


def test_a_day_open_in_another_window_is_left_alone(day: Path, call: Call) -> None:
    with Session.open(day):
        script = [sys.executable, "-m", "finsam_review", "show", str(day), "--json"]
        done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "annat fönster" in done.stderr
    assert json.loads(done.stdout)["failed"][0]["item"] == "dag.finsam"
    assert call("show", day)[0] == 0


def test_rows_that_fail_are_named_and_the_others_come_in(day: Path, call: Call, tmp_path: Path) -> None:
    notes = tmp_path / "lappar.csv"
    notes.write_text(
        "bord,ansökan,fråga,text\n1,1,1,Hej\n9,1,1,Nej\n1,77,1,Nej\n1,1,8,Nej\n", encoding="utf-8"
    )
    with Session.open(day) as session:
        session.applications.add(ApplicationDetails(title="Grönt steg", diary_number="2025/041"))
    code, out, complaints = call("import-notes", day, notes, "--json")
    data = json.loads(out)
    assert code == 1
    assert data["added"] == 1
    assert [item["reason"] for item in data["failed"]] == [
        "Det finns inget bord 9.",
        "Det finns ingen ansökan 77.",
        "Det finns ingen fråga 8.",
    ]
    assert complaints.count("\n") == 3
    assert [note["text"] for note in shown(call, day)["notes"]] == ["Hej"]


def test_english_is_spoken_when_asked_for(call: Call, tmp_path: Path) -> None:
    code, _out, complaints = call("show", tmp_path / "none.finsam", "--lang", "en")
    assert code == 3
    assert "can't be found" in complaints


def test_a_console_that_lacks_letters_gets_no_traceback(day: Path) -> None:
    script = [sys.executable, "-m", "finsam_review", "check", str(day)]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(script, capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_the_self_test_goes_all_the_way() -> None:
    script = [sys.executable, "-m", "finsam_review", "--self-test", "--json"]
    done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["done"] == ["new", "import", "note", "export", "reopen", "check"]


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "en", "check", "FILE"),
        ("--lang=en", "check", "FILE"),
        ("check", "--lang", "en", "FILE"),
        ("check", "FILE", "--lang", "en"),
        ("--json", "--lang", "en", "check", "FILE"),
    ],
)
def test_options_may_stand_before_the_command(words: tuple[str, ...], day: Path, call: Call) -> None:
    code, out, _complaints = call(*(day if word == "FILE" else word for word in words))
    assert code == 0
    assert "dag.finsam is whole." in out or json.loads(out)["done"] == ["dag.finsam"]


def test_a_file_called_as_a_language_is_no_language(call: Call, tmp_path: Path) -> None:
    _code, _out, complaints = call("check", tmp_path / "borta.finsam", "--json")
    assert "går inte att hitta" in complaints
    code, _out, complaints = call("en")
    assert code == 3
    assert "varken en fil" in complaints


def test_wrong_use_is_said_in_the_language_asked_for(call: Call) -> None:
    assert "fel användning" in call("show")[2]
    assert "wrong use" in call("show", "--lang", "en")[2]
    assert call("--help")[1].startswith("så här: finsam-review")


ENGLISH = ("positional arguments", "options:", "show this", "show program", "invalid", "required", "expected")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_is_swedish_throughout(command: str, call: Call) -> None:
    code, out, _complaints = call(*filter(None, (command, "--help")))
    assert code == 0
    assert [words for words in ENGLISH if words in out] == []
    assert "flaggor:" in out
    assert "visa den här hjälpen" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show",), "det här saknas: FILE"),
        (("new", "a", "--title", "T"), "det här saknas: --date"),
        (("show", "a", "b", "--c"), "känner inte till: b --c"),
        (("show", "a", "--lang", "xx"), "--lang: xx går inte att välja; välj bland sv, en"),
        (
            ("export", "a", "--to", "b", "--only", "x"),
            "--only: x går inte att välja; välj bland summaries, summaries-word",
        ),
        (("export", "a", "--to"), "--to: här saknas ett värde"),
        (("import", "a"), "det här saknas: PATH"),
        (
            ("new", "a", "--title", "T", "--date", "2025-10-15", "--tables", "x"),
            "--tables: x är inget heltal",
        ),
        (("new", "a", "--title", "T", "--date", "i går"), "--date: i går är inget datum"),
        (("check", "a", "--json=ja"), "--json: tar inget värde, men fick ja"),
    ],
)
def test_wrong_use_is_told_in_swedish(words: tuple[str, ...], said: str, call: Call) -> None:
    code, out, complaints = call(*words)
    assert (code, out) == (2, "")
    assert said in complaints
    assert [english for english in (*ENGLISH, "argument", "choose") if english in complaints] == []


def test_wrong_use_is_still_told_in_english(call: Call) -> None:
    assert "--to: a value is missing here" in call("export", "a", "--to", "--lang", "en")[2]
    assert "show this help and exit" in call("show", "--help", "--lang", "en")[1]


def test_a_file_that_cannot_be_read_is_named_once_and_makes_no_application(
    day: Path, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "tom.docx").write_bytes(b"")
    code, out, complaints = call("import", day, tmp_path / "saknas.docx", tmp_path / "tom.docx", "--json")
    assert code == 1
    assert [item["documents"] for item in json.loads(out)["done"]] == [["tom.docx"]]
    assert sorted(line.split()[0] for line in complaints.splitlines()) == ["saknas.docx", "tom.docx"]


def test_a_list_that_is_not_there_is_said_to_be_missing(day: Path, call: Call, tmp_path: Path) -> None:
    code, _out, complaints = call("import-notes", day, tmp_path / "borta.csv")
    assert code == 1
    assert complaints.startswith("borta.csv går inte att öppna.")


def test_an_export_tells_of_texts_that_are_not_stuck_up(day: Path, call: Call, tmp_path: Path) -> None:
    with Session.open(day) as session:
        made, _changes = session.applications.add(ApplicationDetails(title="Grönt steg"))
        frame = session.day.frame()
        for question, table in ((0, 0), (1, 0), (1, 1)):
            place = Place(made.id, frame.review_questions[question].id, frame.tables[table].id)
            session.notes.keep_draft(place, NoteContent("halv"))
    code, out, _complaints = call("export", day, "--to", tmp_path / "ut", "--json")
    assert code == 0
    assert json.loads(out)["warnings"] == [
        "3 texter är inte uppsatta: Grönt steg (bord A), Grönt steg (bord B).",
        "1 summering är inte godkänd, så det står Utkast på den: Grönt steg.",
    ]
