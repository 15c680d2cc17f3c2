"""Owns what the tests of the file stand on: a made day, and a second process that wants the same file."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.services.building import WorkshopBuilder, a_workshop

from finsam_review.services.session import Session
from finsam_review.storage.workshop_file import WorkshopFile

ROOT = Path(__file__).resolve().parents[2]
OPENER = """
import sys
from pathlib import Path
from finsam_review.domain.errors import UserError
from finsam_review.storage.workshop_file import WorkshopFile
try:
    mode = sys.argv[3]
    with WorkshopFile.open(Path(sys.argv[1]), backups=Path(sys.argv[2]), read_only=mode == "ro") as file:
        print("opened", file.read_only)
        if sys.argv[4] == "hold":
            sys.stdout.flush()
            sys.stdin.read()
except UserError as error:
    print(error.code, *sorted(error.values))
"""


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Callable[[WorkshopBuilder], Session]]:
    """Make days in files of their own, closed when the test is over."""
    with ExitStack() as opened:
        made: list[Session] = []

        def make(builder: WorkshopBuilder) -> Session:
            session = builder.at(tmp_path / f"dag {len(made)}.finsam")
            made.append(session)
            return opened.enter_context(session)

        yield make


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file with notes and documents that many tests take a copy of."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        a_workshop().with_notes(40).with_documents().at(folder / "dag.finsam").close()
    return folder / "dag.finsam"


@pytest.fixture
def path(made_once: Path, tmp_path: Path) -> Path:
    """A closed file with 40 notes and three documents, under a name that asks for care."""
    target = tmp_path / "Budgetupptakt åäö 100% #1.finsam"
    shutil.copy(made_once, target)
    return target


@pytest.fixture
def opened(path: Path, tmp_path: Path) -> Iterator[WorkshopFile]:
    """The same file, open."""
    with WorkshopFile.open(path, backups=tmp_path / "backups") as file:
        yield file


@pytest.fixture
def another_process(tmp_path: Path) -> Callable[..., str]:
    """Open a file in a process of its own and return the words it answers with."""

    def ask(target: Path, *, mode: str = "rw") -> str:
        command = [sys.executable, "-c", OPENER, str(target), str(tmp_path / "backups"), mode, "leave"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.stdout.strip()

    return ask


@pytest.fixture
def held_elsewhere(tmp_path: Path) -> Iterator[Callable[[Path], None]]:
    """Let another process open a file and keep it until the test is over."""
    with ExitStack() as running:

        def hold(target: Path) -> None:
            command = [sys.executable, "-c", OPENER, str(target), str(tmp_path / "backups"), "rw", "hold"]
            child = running.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            running.callback(child.communicate)
            assert child.stdout is not None
            assert child.stdout.readline() == "opened False\n"

        yield hold


@pytest.fixture
def fingerprint() -> Callable[[Path], tuple[str, int, list[str]]]:
    """Return what must not change when a file is refused: its bytes, its time, and what lies beside it.

    Not for a file that this process has open: reading it would drop the lock (POSIX).
    """

    def take(target: Path) -> tuple[str, int, list[str]]:
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        beside = sorted(item.name for item in target.parent.iterdir())
        return digest, target.stat().st_mtime_ns, beside

    return take
