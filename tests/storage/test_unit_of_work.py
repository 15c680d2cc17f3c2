"""A transaction is kept only when it is committed; known troubles come in words, bugs as they are."""

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, ProgrammingError

from finsam_review.domain.errors import UserError
from finsam_review.domain.notes import NoteContent, Place, Revision
from finsam_review.storage.failures import told_in_words, user_error_of, writing_in_words
from finsam_review.storage.workshop_file import WorkshopFile


def revision(file: WorkshopFile, *, text: str = "ny", ident: str = "r1") -> Revision:
    """Return a revision of a new note at the first place of the day."""
    with file.work() as work:
        place = work.notes.all()[0].place
        lamport = work.notes.next_lamport()
    content = NoteContent(text)
    return Revision(ident, "n1", (), lamport, file.replica_id, place, content, False, "2025-10-15T13:00:00Z")


def test_what_is_not_committed_is_gone(opened: WorkshopFile):
    new = revision(opened)
    with opened.work() as work:
        work.notes.add(new)
        assert work.notes.note("n1") is not None
    with opened.work() as work:
        assert work.notes.note("n1") is None


def test_an_error_undoes_everything_and_the_next_transaction_works(opened: WorkshopFile):
    new = revision(opened)

    def stopped() -> None:
        with opened.work() as work:
            work.notes.add(new)
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        stopped()
    with opened.work() as work:
        work.notes.add(new)
        work.commit()
    with opened.work() as work:
        note = work.notes.note("n1")
    assert note is not None
    assert note.content.text == "ny"


def test_a_commit_that_fails_leaves_no_transaction_open(opened: WorkshopFile):
    """SQLite keeps a transaction open when its COMMIT is refused; SQLAlchemy believes that it is over."""
    new = revision(opened)

    def refused() -> None:
        with opened.work() as work:
            work.notes.add(new)
            opened._raw.execute("PRAGMA defer_foreign_keys=ON")
            opened._raw.execute("UPDATE note_revision SET topic_id = 'nowhere' WHERE id = 'r1'")
            work.commit()

    with pytest.raises(IntegrityError):
        refused()
    assert not opened._raw.in_transaction
    with opened.work() as work:
        work.notes.add(new)
        work.commit()


def test_the_same_revision_twice_is_a_bug_not_a_message(opened: WorkshopFile):
    new = revision(opened)
    with opened.work() as work:
        work.notes.add(new)
        work.commit()
    with pytest.raises(IntegrityError), opened.work() as work:
        work.notes.add(new)


def test_a_note_on_a_topic_that_is_not_there_is_a_bug(opened: WorkshopFile):
    at = revision(opened).place
    lost = Place("nowhere", at.question_id, at.table_id)
    new = Revision("r2", "n2", (), 99, opened.replica_id, lost, NoteContent("x"), False, "")
    with pytest.raises(IntegrityError), opened.work() as work:
        work.notes.add(new)


def test_another_thread_may_not_touch_the_file(opened: WorkshopFile):
    caught: list[BaseException] = []

    def intrude() -> None:
        try:
            with opened.work() as work:
                work.notes.all()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is looked at below
            caught.append(error)

    thread = threading.Thread(target=intrude)
    thread.start()
    thread.join()
    assert [type(error) for error in caught] in ([ProgrammingError], [sqlite3.ProgrammingError])
    assert "thread" in str(caught[0])
    with opened.work() as work:
        assert len(work.notes.all()) == 40


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_IOERR, "disk_error"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk_error"),
        (sqlite3.SQLITE_READONLY_ROLLBACK, "file_read_only"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "file_in_use"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "file_damaged"),
        (sqlite3.SQLITE_NOTADB, "file_not_ours"),
        (sqlite3.SQLITE_CANTOPEN, "file_unreadable"),
        (sqlite3.SQLITE_TOOBIG, "file_too_big"),
        (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, None),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_MISUSE, None),
    ],
)
def test_result_codes_are_known_troubles_or_bugs(number: int, code: str | None):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = number
    known = user_error_of(error, file="dag.finsam")
    assert (known.code if known else None) == code
    with pytest.raises(UserError if code else sqlite3.OperationalError), told_in_words("dag.finsam"):
        raise error


def test_a_full_disk_says_so_and_an_unknown_trouble_is_named_too(tmp_path: Path):
    for error, code in (
        (OSError(28, "no space"), "disk_full"),
        (OSError(30, "read-only"), "folder_read_only"),
        (PermissionError(13, "denied"), "folder_read_only"),
        (OSError(5, "io"), "disk_error"),
        (OSError("no number"), "disk_error"),
    ):
        with pytest.raises(UserError) as told, writing_in_words(tmp_path / "x.finsam"):
            raise error
        assert told.value.code == code
        assert told.value.values == {"file": "x.finsam", "folder": tmp_path.name}
