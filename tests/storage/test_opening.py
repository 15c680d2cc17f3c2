"""A workshop file is made, opened or refused in words; a refused file is not changed by one byte."""

import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PureWindowsPath

import pytest
from tests.services.building import WorkshopBuilder, a_workshop

from finsam_review.domain.errors import UserError
from finsam_review.services.session import Session
from finsam_review.storage import holder
from finsam_review.storage.engine import uri_of
from finsam_review.storage.header import APPLICATION_ID, FORMAT
from finsam_review.storage.workshop_file import WorkshopFile


def refusal(path: Path) -> UserError:
    """Return why ``path`` is refused."""
    with pytest.raises(UserError) as refused:
        WorkshopFile.open(path, backups=path.parent / "backups").close()
    return refused.value


def altered(path: Path, offset: int, value: int) -> None:
    """Write a big-endian 32-bit value into the header."""
    content = bytearray(path.read_bytes())
    content[offset : offset + 4] = struct.pack(">I", value)
    path.write_bytes(content)


def changed_by(path: Path, *statements: str) -> None:
    """Let somebody else's program change the file."""
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_a_new_file_is_ours_and_of_todays_format(tmp_path: Path):
    WorkshopFile.create(tmp_path / "ny.finsam").close()
    header = (tmp_path / "ny.finsam").read_bytes()[:100]
    assert header[68:72] == APPLICATION_ID.to_bytes(4, "big")
    assert header[60:64] == FORMAT.to_bytes(4, "big")
    assert sorted(item.name for item in tmp_path.iterdir()) in (
        ["ny.finsam"],
        ["ny.finsam", "ny.finsam-journal"],
    )


def test_a_new_file_never_touches_another(path: Path, fingerprint: Callable[[Path], object]):
    before = fingerprint(path)
    with pytest.raises(UserError) as refused:
        WorkshopFile.create(path)
    assert refused.value.code == "file_exists"
    assert fingerprint(path) == before


def test_a_new_file_in_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path):
    (tmp_path / "not a folder").write_text("x")
    with pytest.raises(UserError) as refused:
        WorkshopFile.create(tmp_path / "not a folder" / "ny.finsam")
    assert refused.value.code == "folder_read_only"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b""), "file_not_ours"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "file_not_ours"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 500), "file_not_ours"),
        (lambda path: altered(path, 68, 0), "file_not_ours"),
        (lambda path: altered(path, 68, 0x47504B47), "file_not_ours"),
        (lambda path: altered(path, 60, 0), "file_not_ours"),
        (lambda path: altered(path, 60, FORMAT + 1), "file_newer"),
        (lambda path: altered(path, 60, FORMAT + 100), "file_newer"),
        (lambda path: changed_by(path, "CREATE VIEW v AS SELECT 1"), "file_foreign_parts"),
        (lambda path: changed_by(path, "CREATE TABLE extra (x)"), "file_foreign_parts"),
        (lambda path: changed_by(path, "CREATE VIRTUAL TABLE f USING fts5(x)"), "file_foreign_parts"),
        (lambda path: changed_by(path, "CREATE UNIQUE INDEX u ON note_revision(text)"), "file_foreign_parts"),
        (lambda path: changed_by(path, "CREATE INDEX e ON party(abs(code))"), "file_foreign_parts"),
        (lambda path: changed_by(path, "ALTER TABLE party ADD COLUMN x"), "file_foreign_parts"),
        (
            lambda path: changed_by(path, "ALTER TABLE party ADD COLUMN x AS (abs(position))"),
            "file_foreign_parts",
        ),
        (
            lambda path: changed_by(
                path, "DROP TABLE theme", "CREATE VIRTUAL TABLE theme USING fts5(code, name)"
            ),
            "file_foreign_parts",
        ),
        (lambda path: changed_by(path, "DROP TABLE theme"), "file_damaged"),
        (lambda path: changed_by(path, "ALTER TABLE party DROP COLUMN synonyms"), "file_damaged"),
    ],
)
def test_a_file_that_is_not_an_ordinary_workshop_is_refused_untouched(
    path: Path, spoil: Callable[[Path], None], code: str, fingerprint: Callable[[Path], object]
):
    spoil(path)
    before = fingerprint(path)
    assert refusal(path).code == code
    assert fingerprint(path) == before


def test_a_trigger_is_refused_and_never_runs(path: Path):
    changed_by(
        path,
        "CREATE TRIGGER evil AFTER INSERT ON replica BEGIN DELETE FROM note_revision; END",
        "DELETE FROM replica WHERE id NOT IN (SELECT replica_id FROM note_revision)",
        "UPDATE replica SET host = 'elsewhere'",
    )
    assert refusal(path).code == "file_foreign_parts"
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM note_revision").fetchone() == (40,)


def test_a_missing_file_and_a_folder_are_no_files(tmp_path: Path):
    assert refusal(tmp_path / "borta.finsam").code == "file_missing"
    assert refusal(tmp_path).code == "file_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_newer_file_says_which_format_it_needs(path: Path):
    altered(path, 60, FORMAT + 3)
    assert refusal(path).values == {"file": path.name, "format": FORMAT + 3, "known": FORMAT}


def test_a_newer_format_that_a_cut_left_in_the_header_only_is_taken_back_first(path: Path, tmp_path: Path):
    """The header is read before SQLite has rolled back what was cut; what counts is what it says after."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA application_id=0")
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("PRAGMA cache_size=1")
        raw.execute("PRAGMA cache_spill=1")
        raw.execute("BEGIN")
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("UPDATE original SET content = zeroblob(200000)")
        cut = tmp_path / "cut.finsam"
        shutil.copy(path, cut)
        shutil.copy(path.with_name(f"{path.name}-journal"), cut.with_name(f"{cut.name}-journal"))
        raw.execute("ROLLBACK")
    content = bytearray(cut.read_bytes())
    content[68:72] = APPLICATION_ID.to_bytes(4, "big")
    cut.write_bytes(content)
    assert refusal(cut).code == "file_not_ours"


def test_a_second_process_is_told_who_has_the_file(opened: WorkshopFile, another_process: Callable[..., str]):
    before = (opened.path.stat().st_mtime_ns, opened.path.stat().st_size)
    assert another_process(opened.path) == "file_in_use_by computer file since user"
    assert another_process(opened.path, mode="ro") == "file_in_use_by computer file since user"
    assert (opened.path.stat().st_mtime_ns, opened.path.stat().st_size) == before


def test_a_file_held_by_another_process_is_refused_for_writing_and_for_reading(
    path: Path, held_elsewhere: Callable[[Path], None]
):
    held_elsewhere(path)
    for read_only in (False, True):
        with pytest.raises(UserError) as refused:
            WorkshopFile.open(path, backups=path.parent, read_only=read_only)
        assert refused.value.code == "file_in_use_by"
        assert refused.value.values["user"] == holder.user()


def test_a_second_window_in_the_same_program_does_not_open_the_door_for_others(
    opened: WorkshopFile, another_process: Callable[..., str]
):
    """POSIX forgets every lock a process has on a file when that process closes any handle on it."""
    assert refusal(opened.path).code == "file_in_use_by"
    with pytest.raises(UserError):
        WorkshopFile.open(opened.path, backups=opened.path.parent, read_only=True)
    assert another_process(opened.path).startswith("file_in_use_by")


def test_the_file_is_free_again_when_it_is_closed(path: Path, another_process: Callable[..., str]):
    with WorkshopFile.open(path, backups=path.parent) as file:
        file.close()
        assert another_process(path) == "opened False"
    assert not holder.note_path(path).exists()


SPOILT_NOTES = (
    "",
    "[]",
    "5",
    '{"computer": "x"}',
    "\x00",
    "[" * 100_000,
    json.dumps({"computer": "x", "user": "y", "process": 1, "since": "yesterday"}),
    json.dumps({"computer": 1, "user": 2, "process": 3, "since": 4}),
    json.dumps({"computer": 1, "user": 2, "process": 3, "since": "2025-10-15T13:00+02:00"}),
)


def test_a_spoilt_note_about_the_holder_costs_only_the_name(
    path: Path, held_elsewhere: Callable[[Path], None]
):
    held_elsewhere(path)
    for note in SPOILT_NOTES:
        holder.note_path(path).write_text(note)
        assert refusal(path).code == "file_in_use"


def test_a_note_left_by_a_crash_stops_nobody(path: Path):
    left = {"computer": holder.computer(), "user": "x", "process": 1, "since": "2025-10-15T13:00+02:00"}
    holder.note_path(path).write_text(json.dumps(left))
    with WorkshopFile.open(path, backups=path.parent) as file:
        assert not file.read_only


def test_a_file_that_could_not_be_opened_whole_is_let_go(path: Path, another_process: Callable[..., str]):
    """A day that can't be read must not stay locked behind the message that says so."""
    changed_by(path, "UPDATE question SET shape = 'round'")
    with pytest.raises(UserError) as refused:
        Session.open(path)
    assert refused.value.code == "file_damaged"
    assert another_process(path) == "opened False"


def test_a_share_on_the_network_and_odd_names_are_addressed_as_sqlite_wants_them():
    assert uri_of(PureWindowsPath(r"C:\Users\Åsa\dag 100%#1?.finsam"), mode="rw") == (
        "file:///C:/Users/%C3%85sa/dag%20100%25%231%3F.finsam?mode=rw"
    )
    assert uri_of(PureWindowsPath(r"\\server\delad yta\dag.finsam"), mode="ro") == (
        "file:////server/delad%20yta/dag.finsam?mode=ro"
    )


def test_a_copy_of_the_file_gets_a_replica_id_of_its_own(path: Path, tmp_path: Path):
    copy = tmp_path / "stick" / "kopia.finsam"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    with WorkshopFile.open(path, backups=tmp_path) as one, WorkshopFile.open(copy, backups=tmp_path) as other:
        ids = (one.replica_id, other.replica_id)
    assert len({*ids, ""}) == 3
    with WorkshopFile.open(path, backups=tmp_path) as again:
        assert again.replica_id == ids[0]


READER = """
import os, sys
from pathlib import Path
os.environ["FINSAM_HOME"] = sys.argv[2]
from finsam_review.services.session import Session
from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent
with Session.open(Path(sys.argv[1])) as session:
    print(session.read_only, len(session.notes.all()), len(session.find_damage()))
    place = session.notes.all()[0].place
    try:
        session.notes.add(place, NoteContent("x"))
    except UserError as error:
        print(error.code)
    session.save_copy(Path(sys.argv[2]) / "copy.finsam")
"""


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs root, to give its rights away")
@pytest.mark.parametrize("held", ["file", "folder"])
def test_a_file_without_the_right_to_write_opens_for_reading(path: Path, tmp_path: Path, held: str):
    import tempfile

    with tempfile.TemporaryDirectory() as public:
        folder = Path(public) / "stick"
        folder.mkdir()
        home = Path(public) / "home"
        home.mkdir()
        target = folder / "dag.finsam"
        shutil.copy(path, target)
        Path(public).chmod(0o755)
        folder.chmod(0o755 if held == "folder" else 0o777)
        target.chmod(0o444 if held == "file" else 0o666)
        home.chmod(0o777)
        before = (target.read_bytes(), target.stat().st_mtime_ns, list(folder.iterdir()))
        code = f"import os\nos.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\n{READER}"
        source = "import finsam_review.services.session, alembic.command, alembic.config\n" + code
        done = subprocess.run(
            [sys.executable, "-c", source, str(target), str(home)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.split() == ["True", "40", "0", "file_read_only"]
        assert (target.read_bytes(), target.stat().st_mtime_ns, list(folder.iterdir())) == before
        assert (home / "copy.finsam").stat().st_size == target.stat().st_size


def test_made_days_hold_what_they_were_asked_for(day: Callable[[WorkshopBuilder], Session]):
    session = day(a_workshop().with_tables(4).with_applications(2).with_notes(7))
    assert [table.letter for table in session.day.frame().tables] == ["A", "B", "C", "D"]
    assert [item.number for item in session.applications.all()] == [1, 2]
    assert len(session.notes.all()) == 7
