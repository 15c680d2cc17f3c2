"""The commands of ``dev.py``: they start on a bare machine, pick a Python, see what must not be committed."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from installer.dev import checks, console, environment, interpreters, system

ROOT = Path(__file__).resolve().parents[2]
BARE = [ROOT / "dev.py", *sorted((ROOT / "installer" / "dev").glob("*.py"))]
NEEDS_BABEL = "catalogue.py"


@pytest.mark.parametrize("path", BARE, ids=lambda path: path.name)
def test_it_can_be_read_by_python_3_8(path: Path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@pytest.mark.parametrize(
    "path", [path for path in BARE if path.name != NEEDS_BABEL], ids=lambda path: path.name
)
def test_it_needs_nothing_but_the_standard_library(path: Path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    tops = {name.split(".")[0] for name in named}
    assert tops - {"installer"} <= set(sys.stdlib_module_names) | {"__future__"}


def test_the_python_behind_an_environment_is_found():
    python = interpreters.probe(Path(sys.executable))
    assert python is not None
    assert python.version == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert not python.path.resolve().is_relative_to(Path(sys.prefix)) or sys.prefix == sys.base_prefix


def test_what_is_no_python_is_passed_over(tmp_path: Path):
    impostor = tmp_path / "python3.13"
    impostor.write_text("#!/bin/sh\necho hello\n")
    impostor.chmod(0o755)
    assert interpreters.probe(impostor) is None
    assert interpreters.probe(tmp_path / "missing") is None


def test_the_newest_python_that_qt_is_safe_on_comes_first(monkeypatch: pytest.MonkeyPatch):
    offered = {
        version: interpreters.Interpreter(Path(version), version, version, ()) for version in ("3.11", "3.12")
    }
    monkeypatch.setattr(interpreters, "candidates", lambda version: [Path(version)])
    monkeypatch.setattr(interpreters, "probe", lambda path: offered.get(str(path)))
    assert interpreters.find(alone=True) == offered["3.12"]


def test_a_python_without_ensurepip_is_good_enough_only_for_uv(monkeypatch: pytest.MonkeyPatch):
    lacking = interpreters.Interpreter(Path("3.13"), "3.13", "3.13.5", ("ensurepip",))
    whole = interpreters.Interpreter(Path("3.11"), "3.11", "3.11.2", ())
    monkeypatch.setattr(interpreters, "candidates", lambda version: [Path(version)])
    monkeypatch.setattr(interpreters, "probe", lambda path: {"3.13": lacking, "3.11": whole}.get(str(path)))
    assert interpreters.find(alone=False) == lacking
    assert interpreters.find(alone=True) == whole


def test_the_python_of_last_time_is_asked_first_but_a_better_one_wins(monkeypatch: pytest.MonkeyPatch):
    offered = {
        name: interpreters.Interpreter(Path(name), name[:4], name, ()) for name in ("3.12", "3.13a", "3.13b")
    }
    monkeypatch.setattr(
        interpreters, "candidates", lambda version: [Path("3.12"), Path("3.13a"), Path("3.13b")]
    )
    monkeypatch.setattr(interpreters, "probe", lambda path: offered.get(str(path)))
    assert interpreters.find(alone=True, likely=Path("3.13b")) == offered["3.13b"]
    assert interpreters.find(alone=True, likely=Path("3.12")) == offered["3.13a"]


def test_a_machine_without_any_python_for_us_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(interpreters, "probe", lambda path: None)
    with pytest.raises(console.CannotGoOnError, match=r"3\.11, 3\.12 or 3\.13"):
        environment.prepare(ROOT)


def test_an_unknown_command_is_wrong_use():
    done = subprocess.run(
        [sys.executable, "dev.py", "fly"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "invalid choice: 'fly'" in done.stderr


def test_a_screen_is_seen_where_there_is_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not system.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system.has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert system.has_screen()


def test_a_program_that_is_not_there_is_an_answer(tmp_path: Path):
    assert console.ask([tmp_path / "missing"])[0] == 127


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one committed file that is in order."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "README.md").write_text("See https://example.org and /usr/share.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.lock", "x==1 --hash=sha256:1\n--ind" + "ex-url https://example.org\n"),
        ("a.cfg", "--extra-" + "index-url = somewhere\n"),
        ("notes.md", "it lies in /ho" + "me/anna/projects\n"),
        ("notes.md", "it lies in C:\\Us" + "ers\\anna\n"),
    ],
)
def test_an_address_or_a_place_on_a_machine_is_found(repository: Path, name: str, text: str):
    subprocess.run(["git", "-C", repository, "add", "."], check=True)
    assert list(checks.machine_traces(repository)) == []
    (repository / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "-C", repository, "add", "."], check=True)
    assert [trace.split(":")[0] for trace in checks.machine_traces(repository)] == [name]


def test_the_repository_itself_is_found_in_what_is_committed(repository: Path):
    (repository / "notes.md").write_text(f"see {repository}/x\n", encoding="utf-8")
    subprocess.run(["git", "-C", repository, "add", "."], check=True)
    assert list(checks.machine_traces(repository)) == ["notes.md:1: names a place on one machine"]
