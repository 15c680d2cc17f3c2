"""The day as its people would do it: applications in, notes typed, the plug pulled, summaries out."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from finsam_review.i18n.masks import mask_words
from finsam_review.paths import resources
from finsam_review.reporting.verify import read_tags
from finsam_review.services.session import Session

SAMPLE = resources() / "sample"
PERSON = Path(__file__).with_name("person.py")
Run = Callable[..., subprocess.CompletedProcess[str]]


def call(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a script would, and expect that everything asked for was done."""
    line = [sys.executable, "-m", "finsam_review", *map(str, words)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def run(own_home: Path) -> Run:
    """Return the command line of the program; the folders are the test's own."""
    return call


@pytest.fixture(scope="session")
def sixteen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a day with the sixteen applications of the sample, once."""
    path = tmp_path_factory.mktemp("sixteen") / "Budgetupptakt åäö.finsam"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(path.parent / "state"))
        call("new", path, "--title", "Budgetupptakt inför 2026", "--date", "2025-10-15")
        call("import", path, SAMPLE / "ansokningar", SAMPLE / "ansokningslista.xlsx")
    return path


@pytest.fixture
def day(sixteen: Path, tmp_path: Path) -> Path:
    """Return a copy of that day."""
    return Path(shutil.copy(sixteen, tmp_path / sixteen.name))


def shown(run: Run, path: Path) -> dict[str, list[dict[str, object]]]:
    """Return what ``show --json`` says."""
    data: dict[str, list[dict[str, object]]] = json.loads(run("show", path, "--json").stdout)
    return data


def typing(path: Path, *, notes: int) -> list[str]:
    """Let a person type until ``notes`` are acknowledged, then pull the plug; return those acknowledged."""
    person = subprocess.Popen(
        [sys.executable, str(PERSON), str(path)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert person.stdout is not None
    acknowledged: list[str] = []
    for line in person.stdout:
        if line.startswith("Lapp"):
            acknowledged.append(line.rstrip("\n"))
        if len(acknowledged) >= notes:
            break
    os.kill(person.pid, signal.SIGKILL)
    acknowledged += [line.rstrip("\n") for line in person.stdout if line.endswith("\n")]
    person.wait()
    person.stdout.close()
    return acknowledged


@pytest.mark.parametrize("notes", [1, 9, 23])
def test_nothing_acknowledged_is_lost_when_the_plug_is_pulled(day: Path, run: Run, notes: int) -> None:
    acknowledged = typing(day, notes=notes)
    assert len(acknowledged) >= notes
    texts = {str(note["text"]) for note in shown(run, day)["notes"]}
    assert set(acknowledged) <= texts
    assert "hel" in run("check", day).stdout


def test_every_note_is_read_back_from_the_sixteen_pdfs(day: Path, run: Run, tmp_path: Path) -> None:
    typed = typing(day, notes=12)
    run("import-notes", day, SAMPLE / "reflektioner.csv")
    out = tmp_path / "ut"
    done = json.loads(run("export", day, "--to", out, "--only", "summaries", "--json").stdout)
    assert len(done["done"]) == 16
    assert sorted(path.name for path in out.iterdir()) == sorted(done["done"])
    printed = "\n".join(" ".join(_texts(out / name)) for name in done["done"])
    with (SAMPLE / "reflektioner.csv").open(encoding="utf-8", newline="") as stream:
        written = [row["text"] for row in csv.DictReader(stream)]
    assert len(written) == 428
    missing = [text for text in [*written, *typed] if _plain(text) not in _plain(printed)]
    assert len(missing) == 11
    assert [text for text in _through_the_gate(day, missing) if _plain(text) not in _plain(printed)] == []


def _through_the_gate(day: Path, texts: list[str]) -> list[str]:
    """Return ``texts`` as they may leave: with what may be personal data masked, and told to be so."""
    with Session.open(day, read_only=True) as session:
        gate = session.gate.gate(session.applications.all()[0].id)
    passed = [gate.passed(text, mask_words()) for text in texts]
    assert all("[" in text for text in passed)
    return passed


def test_notes_of_a_list_are_not_doubled(day: Path, run: Run) -> None:
    first = json.loads(run("import-notes", day, SAMPLE / "reflektioner.csv", "--json").stdout)
    again = json.loads(run("import-notes", day, SAMPLE / "reflektioner.csv", "--json").stdout)
    assert (first["added"], again["added"], again["already_here"]) == (428, 0, 428)
    assert len(shown(run, day)["notes"]) == 428


def test_the_same_documents_again_change_nothing(day: Path, run: Run) -> None:
    before = shown(run, day)["applications"]
    run("import", day, SAMPLE / "ansokningar", SAMPLE / "ansokningslista.xlsx")
    assert shown(run, day)["applications"] == before


def _texts(path: Path) -> Iterator[str]:
    yield from read_tags(path).texts


def _plain(text: str) -> str:
    """Return ``text`` without blanks: a line break in a note is a line break on paper."""
    return "".join(text.split())


def test_a_revised_application_stands_beside_the_first(day: Path, run: Run) -> None:
    run("import", day, SAMPLE / "reviderade")
    applications = shown(run, day)["applications"]
    assert len(applications) == 16
    revised = [a for a in applications if len(_documents(a)) == 2]
    assert [a["diary_number"] for a in revised] == ["2025/050"]
    assert [document["version"] for document in _documents(revised[0])] == ["first", "revised"]
    assert any("nya handlingen" in str(doubt) for doubt in _list(revised[0], "doubts"))


def test_the_list_may_come_after_the_documents(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "dag.finsam"
    run("new", path, "--title", "Dag", "--date", "2025-10-15")
    run("import", path, SAMPLE / "ansokningar")
    run("import", path, SAMPLE / "ansokningslista.xlsx")
    applications = shown(run, path)["applications"]
    assert len(applications) == 16
    assert {str(a["diary_number"])[:5] for a in applications} == {"2025/"}


def _documents(application: dict[str, object]) -> list[dict[str, object]]:
    return _list(application, "documents")


def _list(application: dict[str, object], key: str) -> list[dict[str, object]]:
    found = application[key]
    assert isinstance(found, list)
    return found
