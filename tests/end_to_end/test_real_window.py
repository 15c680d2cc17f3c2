"""The real window on a real screen: a note typed, stuck up and read back; a text left and found again."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.xvfb
TEXT = 'Åäö – "citat" & <b>fetstil</b> é § 5 €\nandra raden'


def load_screen() -> ModuleType:
    """Return the module beside this one: tests are not a package."""
    place = Path(__file__).with_name("screen.py")
    spec = importlib.util.spec_from_file_location("finsam_test_screen", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


screen = load_screen()


@pytest.fixture
def person(tmp_path: Path) -> Iterator[object]:
    """Somebody at a screen of their own."""
    missing = screen.missing() if sys.platform.startswith("linux") else ["an X server"]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"needs {', '.join(missing)}")
    with screen.own_screen(tmp_path) as somebody:
        yield somebody


@pytest.fixture
def day(own_home: Path, tmp_path: Path) -> Path:
    """A day with one application."""
    path = tmp_path / "Dag åäö.finsam"
    letter = tmp_path / "lista.csv"
    letter.write_text("Diarienummer;Projektnamn;Sökande\n2025/041;Grönt steg;Hjo kommun\n", encoding="utf-8")
    call("new", path, "--title", "Dagen", "--date", "2025-10-15", "--tables", "2")
    call("import", path, letter)
    return path


def call(*words: object) -> str:
    line = [sys.executable, "-m", "finsam_review", *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def open_program(person, *words: object) -> subprocess.Popen[bytes]:
    """Open the program; it is ready when the day's window is there."""
    line = [sys.executable, "-m", "finsam_review", *map(str, words)]
    return person.start(line)


def close_program(person, process: subprocess.Popen[bytes]) -> None:
    """Close the window as a person does; the program ends by itself, and well."""
    person.press("alt+F4")
    assert process.wait(screen.PATIENCE) == 0


def test_what_is_typed_in_the_real_window_is_in_the_file(person, day: Path) -> None:
    program = open_program(person, day)
    person.window("Workshopdag")
    person.paste(TEXT)
    person.press("ctrl+Return")
    person.paste("Utan knapp")
    person.press("ctrl+2")
    close_program(person, program)
    notes = json.loads(call("show", day, "--json"))["notes"]
    assert [(note["text"], note["question"], note["table"]) for note in notes] == [
        (TEXT, 1, 1),
        ("Utan knapp", 1, 1),
    ]


def test_a_text_left_in_the_editor_of_a_table_is_there_again(person, day: Path) -> None:
    program = open_program(person, day, "--table", "B")
    person.window("Bord B")
    person.press("alt+3")
    person.paste("Hann inte")
    close_program(person, program)
    assert json.loads(call("show", day, "--json"))["notes"] == []
    program = open_program(person, day, "--table", "B")
    person.window("Bord B")
    person.press("alt+3", "ctrl+Return")
    close_program(person, program)
    notes = json.loads(call("show", day, "--json"))["notes"]
    assert [(note["text"], note["question"], note["table"]) for note in notes] == [("Hann inte", 3, 2)]


def test_keys_of_a_swedish_keyboard_reach_the_note(person, day: Path) -> None:
    program = open_program(person, day)
    person.window("Workshopdag")
    person.ask("xdotool", "type", "--delay", "60", "Åtta ä ö")
    person.press("ctrl+Return")
    close_program(person, program)
    assert [note["text"] for note in json.loads(call("show", day, "--json"))["notes"]] == ["Åtta ä ö"]
