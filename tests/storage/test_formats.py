"""Every format that was ever released opens, and holds what it held."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.data.formats import make_format_1, make_format_2
from tests.data.formats.make_format_1 import FOLDER

from finsam_review.domain.notes import NoteContent
from finsam_review.services.session import Session
from finsam_review.storage.header import FORMAT

FROZEN = {
    "format-1": "6327b1daa496eca0956c2eff43d431396d47a58ab74e29febde4856a83154ed3",
    "format-2": "a6705bc0ae3251dd302ba066a1a3f5c1c69f445473115f1d3a8d0022ad9e479f",
}
TOLD = {"format-1": make_format_1.told, "format-2": make_format_2.told}


def known_then(now: Any, then: Any) -> Any:
    """Return ``now`` without the fields of values that the program had not yet when ``then`` was told."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: known_then(value, then[key]) for key, value in now.items() if key in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [known_then(*pair) for pair in zip(now, then, strict=True)]
    return now


def test_every_format_has_its_frozen_file():
    assert {path.stem for path in FOLDER.glob("*.finsam")} == set(FROZEN)
    assert set(FROZEN) == {f"format-{number}" for number in range(1, FORMAT + 1)}


@pytest.mark.parametrize("name", FROZEN)
def test_a_frozen_file_is_never_touched(name: str):
    assert hashlib.sha256((FOLDER / f"{name}.finsam").read_bytes()).hexdigest() == FROZEN[name]


@pytest.mark.parametrize("name", FROZEN)
def test_a_file_of_every_format_opens_and_holds_what_it_held(name: str, tmp_path: Path):
    path = tmp_path / "dag.finsam"
    shutil.copy(FOLDER / f"{name}.finsam", path)
    held = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    with Session.open(path) as session:
        assert known_then(TOLD[name](session), held) == held
        assert session.find_damage() == ()
        note = session.notes.all()[0]
        session.notes.add(note.place, NoteContent("Ny lapp i gammal fil"))
        assert len(session.notes.all()) == len(held["notes"]) + 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (FORMAT,)


def test_an_older_day_gets_the_steps_and_hints_that_a_new_one_has(tmp_path: Path):
    path = tmp_path / "dag.finsam"
    shutil.copy(FOLDER / "format-1.finsam", path)
    with Session.open(path) as session:
        assert [step.code for step in session.steps.steps()] == [
            "received", "read", "sent", "revised", "preparation", "board_preparation", "board", "decided",
        ]  # fmt: skip
        themes = {theme.code: theme for theme in session.themes.catalogue()}
        assert themes["implementation"].not_demanded_of == ("forberedande",)
        assert all(theme.words for theme in themes.values())


@pytest.mark.parametrize("name", FROZEN)
def test_the_frozen_day_has_something_of_everything(name: str, tmp_path: Path):
    held = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert all(held.values())
    assert len(held["revisions"]) > len(held["notes"])
    assert any(application["doubts"] for application in held["applications"])
    maker = {"format-1": make_format_1, "format-2": make_format_2}[name]
    with maker.make(tmp_path / "ny.finsam") as session:
        assert maker.told(session).keys() == held.keys()
        assert len(maker.told(session)["notes"]) == len(held["notes"])
