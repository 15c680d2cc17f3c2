"""Owns the rules of the house that a machine can hold: sizes, names, the guard on Qt's virtuals, the pins."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "finsam_review"
MODULES = sorted(SOURCE.rglob("*.py"))
MODULE_LINES, FUNCTION_LINES, CLASS_LINES = 300, 40, 200
FOLDER_MODULES = 12
VAGUE = re.compile(r"(^|_)(utils?|helpers?|managers?)($|_)")
VAGUE_CLASS = re.compile(r"(Utils?|Helpers?|Managers?)$")
CAMEL = re.compile(r"^[a-z]+[A-Z]\w*$")
SHORT_VIRTUALS = {"data", "event", "paint", "index", "parent", "flags", "sort", "run"}
"""Qt's virtuals that are one word; a method of that name counts when the class derives from a Qt class."""


def named(path: Path) -> str:
    """Return a module's path as a failure names it."""
    return path.relative_to(SOURCE).as_posix()


def under(*folders: str) -> list[Path]:
    """Return the modules in these folders or files of the top floor."""
    return [path for path in MODULES if path.relative_to(SOURCE).parts[0] in folders]


def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def length(node: ast.stmt) -> int:
    """Return how many lines a definition takes, without its docstring: explaining is free."""
    assert node.end_lineno is not None
    lines = node.end_lineno - node.lineno + 1
    body = getattr(node, "body", [])
    if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        lines -= (body[0].end_lineno or 0) - body[0].lineno + 1
    return lines


def definitions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield every function and class of a module."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def qt_methods(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield (class, method) for methods that Qt calls: camelCase names, and short ones under a Qt base."""
    for cls in ast.walk(tree):
        if not isinstance(cls, ast.ClassDef):
            continue
        under_qt = any(re.search(r"\bQ[A-Z]", ast.unparse(base)) for base in cls.bases)
        for item in cls.body:
            if isinstance(item, ast.FunctionDef) and (
                CAMEL.match(item.name) or (under_qt and item.name in SHORT_VIRTUALS)
            ):
                yield cls.name, item


def is_guarded(method: ast.FunctionDef) -> bool:
    """Return whether a method carries ``@guarded(...)``."""
    return any(re.match(r"(guard\.)?guarded\b", ast.unparse(mark)) for mark in method.decorator_list)


def test_there_is_something_to_look_at():
    assert len(MODULES) > 10


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_short_and_says_what_it_owns(path: Path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MODULE_LINES
    if text.strip():
        assert ast.get_docstring(tree_of(path)), "no docstring"


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent.name != "versions"], ids=named)
def test_functions_and_classes_are_short(path: Path):
    """Migrations are left out: each is one list of statements, and is never read again once released."""
    for node in definitions(path):
        limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        assert length(node) <= limit, f"{node.name} has {length(node)} lines"


def test_folders_stay_small():
    folders = {path.parent for path in MODULES}
    crowded = {named(folder): len(list(folder.glob("*.py"))) for folder in folders}
    assert {name: count for name, count in crowded.items() if count > FOLDER_MODULES + 1} == {}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_names_say_what_a_thing_is(path: Path):
    vague = [part for part in (path.stem, path.parent.name) if VAGUE.search(part)]
    vague += [
        node.name
        for node in definitions(path)
        if (VAGUE_CLASS if isinstance(node, ast.ClassDef) else VAGUE).search(node.name)
    ]
    assert vague == []


def test_one_module_opens_message_boxes():
    users = [named(path) for path in MODULES if "QMessageBox" in path.read_text(encoding="utf-8")]
    assert len(users) <= 1, users


@pytest.mark.parametrize("path", [path for path in MODULES if path not in under("cli")], ids=named)
def test_only_the_command_line_prints(path: Path):
    calls = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    assert [
        node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"
    ] == []


@pytest.mark.parametrize("path", under("ui", "app.py"), ids=named)
def test_no_exception_can_leave_a_method_that_qt_calls(path: Path):
    """An error that leaves an overridden virtual is a segfault on Python 3.11."""
    open_ones = [f"{owner}.{item.name}" for owner, item in qt_methods(tree_of(path)) if not is_guarded(item)]
    assert open_ones == []


def test_the_rule_about_guards_sees_what_it_should():
    tree = ast.parse(
        "class A(QListView):\n"
        "    def data(self): ...\n"
        "    @guarded(None)\n"
        "    def sizeHint(self): ...\n"
        "    def mousePressEvent(self): ...\n"
        "    def add_note(self): ...\n"
        "class B:\n"
        "    def data(self): ...\n"
    )
    found = [(f"{owner}.{item.name}", is_guarded(item)) for owner, item in qt_methods(tree)]
    assert found == [("A.data", False), ("A.sizeHint", True), ("A.mousePressEvent", False)]


WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
import finsam_review
for floor in ("paths", "i18n", "domain", "storage", "importing", "reporting", "services", "cli"):
    top = importlib.import_module("finsam_review." + floor)
    for found in pkgutil.walk_packages(getattr(top, "__path__", []), top.__name__ + "."):
        if ".migrations" not in found.name and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
"""


def test_everything_but_the_window_works_without_qt():
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-600:]


def test_no_test_sleeps():
    """A test waits for what it waits for: ``waitSignal``, ``waitUntil``, a process that ends."""
    sleepers = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                called = ast.unparse(node.func)
                if called in {"time.sleep", "qtbot.wait"} or called.endswith("qWait"):
                    sleepers.append(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
    assert sleepers == []


def test_qt_is_pinned_to_the_version_that_was_measured():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"PySide6_Essentials==6.11.3", "shiboken6==6.11.3"} <= set(project["dependencies"])
    assert not any("Addons" in line for line in project["dependencies"])
    assert version("PySide6_Essentials") == version("shiboken6") == "6.11.3"


def test_the_lock_holds_hashes_and_no_addresses():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    requirements = re.findall(r"^[\w.-]+==\S+.*(?:\n    .*)*", lock, flags=re.MULTILINE)
    assert len(requirements) > 20
    assert [line.split("==")[0] for line in requirements if "--hash=sha256:" not in line] == []
