"""Backups, copies and the list of recent files: whole, checked, and never in the way."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.services.building import all_places

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent
from finsam_review.paths import state_folder
from finsam_review.services.days import recent
from finsam_review.services.days.backups import all_backups, backups_folder, restore
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.storage.backup import KEPT_OF_THE_DAY, folder_for, rotate, stem_of


def add(session: Session, text: str = "x") -> None:
    """Stick up a note."""
    session.notes.add(all_places(session)[0], NoteContent(text))


def test_a_backup_is_made_when_something_changed_and_only_then(session: Session):
    assert session.backups.if_changed() is None
    add(session)
    made = session.backups.if_changed()
    assert made is not None
    assert session.backups.if_changed() is None
    session.notes.keep_draft(all_places(session)[1], NoteContent("halv"))
    assert session.backups.if_changed() is not None


def test_closing_a_changed_day_backs_it_up(session: Session):
    add(session)
    session.close()
    (made,) = all_backups()
    assert made.name == "Budgetupptakt"
    assert made.size == made.path.stat().st_size


def test_a_backup_comes_back_whole_and_beside_what_is_there(session: Session, tmp_path: Path):
    add(session, "före")
    made = session.backups.now(reason="import")
    add(session, "efter")
    target = tmp_path / "tillbaka" / "dag.finsam"
    assert restore(made, target) == target
    with Session.open(target) as back:
        assert [note.content.text for note in back.notes.all()] == ["före"]
        assert back.find_damage() == ()
        assert back.day.frame() == session.day.frame()
        assert len(back.applications.original(back.applications.all()[0].documents[0].id)) > 2_000
    with pytest.raises(UserError) as refused:
        restore(made, target)
    assert refused.value.code == "file_exists"


def test_a_spoilt_backup_is_refused_not_restored(session: Session, tmp_path: Path):
    made = session.backups.now()
    made.write_bytes(made.read_bytes()[:5_000])
    with pytest.raises(UserError):
        restore(made, tmp_path / "tillbaka.finsam")
    assert not (tmp_path / "tillbaka.finsam").exists()


def named(folder: Path, *names: str) -> None:
    """Make empty files of these names."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.finsam").touch()


def test_ten_of_the_day_and_one_of_each_earlier_day_stay(tmp_path: Path):
    today = [f"dag 2025-10-15T{hour:02}0000" for hour in range(8, 20)]
    named(tmp_path, *today, "dag 2025-10-14T080000", "dag 2025-10-14T090000 import", "dag 2025-10-13T080000")
    named(tmp_path, "annan dag 2025-10-14T070000", "annan dag 2025-10-14T080000", "eget namn")
    rotate(tmp_path, stem="dag", now=datetime(2025, 10, 15, 20).astimezone())
    left = {path.stem for path in tmp_path.iterdir()}
    assert left == {
        *today[-KEPT_OF_THE_DAY:], "dag 2025-10-14T090000 import", "dag 2025-10-13T080000",
        "annan dag 2025-10-14T070000", "annan dag 2025-10-14T080000", "eget namn",
    }  # fmt: skip


def test_a_backup_made_after_the_clock_was_set_back_is_not_thrown_away_at_once(tmp_path: Path):
    named(tmp_path, *(f"dag 2025-10-15T{hour:02}0000" for hour in range(8, 20)), "dag 2025-10-15T070000")
    made = tmp_path / "dag 2025-10-15T070000.finsam"
    rotate(tmp_path, stem="dag", now=datetime(2025, 10, 15, 7).astimezone(), keep=made)
    assert made.exists()


def test_a_damaged_day_pushes_no_older_backup_out(session: Session):
    add(session)
    named(session.backups.now().parent, *(f"Budgetupptakt 2025-10-14T{hour:02}0000" for hour in range(8, 12)))
    session.backups._whole = None
    session._file._raw.execute("UPDATE note_revision SET text = 'y'")
    session.backups.now(reason="skadad")
    assert len(all_backups()) == 6


def test_many_backups_of_one_day_push_out_none_of_another_with_the_same_file_name(tmp_path: Path):
    one, other = (
        Session.create(
            tmp_path / place / "dag.finsam", preset=load_preset(), title=place, day=date(2025, 10, 15)
        )
        for place in ("a", "b")
    )
    with one, other:
        kept = one.backups.now()
        for number in range(KEPT_OF_THE_DAY + 3):
            other.backups.now(reason=f"{number:02}")
        assert kept.exists()
        assert len(all_backups()) == 1 + KEPT_OF_THE_DAY


def test_backups_of_an_earlier_version_that_lie_side_by_side_are_still_listed(session: Session):
    made = session.backups.now()
    flat = backups_folder() / "Budgetupptakt 2025-10-14T080000.finsam"
    shutil.copy(made, flat)
    assert {item.path for item in all_backups()} == {made, flat}


@pytest.mark.parametrize("mad", ["../../utanför", "", "..", "C:x", "a" * 300])
def test_an_id_that_is_no_plain_name_leads_nowhere_else(mad: str, tmp_path: Path):
    folder = folder_for(tmp_path, workshop_id=mad)
    assert folder.parent == tmp_path
    assert folder.name.isalnum()


def test_a_name_is_read_back_from_a_backup():
    assert stem_of(Path("Min dag 2 2025-10-15T080000 import.finsam")) == "Min dag 2"
    assert stem_of(Path("eget namn.finsam")) == "eget namn"


def test_a_copy_is_whole_and_a_day_of_its_own(session: Session, tmp_path: Path):
    add(session)
    target = tmp_path / "ny mapp" / "kopia.finsam"
    session.save_copy(target)
    assert [item.name for item in target.parent.iterdir()] == ["kopia.finsam"]
    with Session.open(target) as copy:
        assert copy.notes.all() == session.notes.all()
        assert copy._file.replica_id != session._file.replica_id


def test_a_day_is_never_copied_over_itself_nor_over_one_that_is_open(session: Session, tmp_path: Path):
    """The program would go on writing into a file that has no name any more."""
    other = tmp_path / "annan.finsam"
    session.save_copy(other)
    with Session.open(other) as opened:
        for target in (session.path, other, tmp_path / "." / other.name):
            with pytest.raises(UserError) as refused:
                session.save_copy(target)
            assert refused.value.code == "file_in_use_by"
        add(opened)
    session.save_copy(other)


def test_a_copy_that_can_not_be_written_is_said_in_words(session: Session, tmp_path: Path):
    (tmp_path / "x").touch()
    with pytest.raises(UserError) as refused:
        session.save_copy(tmp_path / "x" / "kopia.finsam")
    assert refused.value.code in {"folder_read_only", "disk_error"}


def entry(path: str, **changes: object) -> recent.RecentFile:
    """Return an entry of the list."""
    return replace(recent.RecentFile(path, "Dag", "2025-10-15T13:00+02:00"), **changes)


def test_the_newest_file_comes_first_each_once_and_twelve_are_kept():
    for number in (*range(15), 3):
        recent.remember(entry(f"/dag {number}", notes=number))
    paths = [item.path for item in recent.recent_files()]
    assert paths[:2] == ["/dag 3", "/dag 14"]
    assert len(paths) == len(set(paths)) == 12
    recent.forget("/dag 3")
    assert "/dag 3" not in [item.path for item in recent.recent_files()]


@pytest.mark.parametrize(
    "stored",
    ["", "{", "5", "null", "[1]", '[{"path": 1}]', "[[]]", '{"a": 1}', "\x00", "[" * 100_000,
     json.dumps([{"path": 1, "title": 2, "opened_at": 3}]),
     json.dumps([{"path": "p", "title": "t", "opened_at": "o", "notes": "many"}]),
     json.dumps([{"path": "p", "title": "t", "opened_at": "o", "extra": 1}])],
)  # fmt: skip
def test_a_spoilt_list_is_no_list_and_can_be_written_again(stored: str):
    (state_folder() / "recent.json").write_text(stored)
    assert recent.recent_files() == ()
    recent.remember(entry("/ny"))
    assert [item.path for item in recent.recent_files()] == ["/ny"]


def test_a_list_that_can_not_be_written_stops_nobody(expect_log: Callable[[str], None]):
    (state_folder() / "recent.json").mkdir()
    expect_log("recent files could not be written")
    recent.remember(entry("/ny"))
    assert [item.name for item in state_folder().iterdir()] == ["recent.json"]


def test_an_open_day_is_remembered_with_what_it_holds(session: Session):
    add(session)
    session.remember(rehearsal=True)
    (item,) = recent.recent_files()
    assert (item.title, item.applications, item.notes, item.rehearsal) == ("Budgetupptakt", 3, 1, True)
    assert item.path == str(session.path)


def test_a_day_opened_for_reading_is_looked_at_and_left_alone(session: Session, path: Path):
    add(session)
    session.close()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    shutil.rmtree(backups_folder())
    with Session.open(path, read_only=True) as looking:
        assert looking.read_only
        assert len(looking.notes.all()) == 1
        with pytest.raises(UserError) as refused:
            add(looking)
        assert refused.value.code == "file_read_only"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert all_backups() == ()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM note_revision").fetchone() == (1,)
