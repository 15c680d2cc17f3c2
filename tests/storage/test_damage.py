"""Damage is named: a changed letter, a lost row, a ruined page; never a traceback, never silence."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.faults.flips import content_or_refusal, damage, flipped, flips_seen

from finsam_review.domain.errors import UserError
from finsam_review.services.session import Session
from finsam_review.storage.integrity import Damage
from finsam_review.storage.workshop_file import WorkshopFile

SEEN_AT_LEAST = 0.99


@contextmanager
def raw_on(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a connection that checks nothing, as somebody else's program would have it."""
    with closing(sqlite3.connect(path)) as raw:
        yield raw
        raw.commit()


def test_a_whole_file_is_whole(path: Path):
    assert damage(path) == ()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE note_revision SET text = text || '.' WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET text = CAST(x'FFFE' AS TEXT) WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET text = NULL WHERE lamport = 7", "structure"),
        ("UPDATE note_revision SET text = x'00' WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET lamport = 9e999 WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET parties = '{' WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET parties = 5 WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET removed = 1 WHERE lamport = 7", "note"),
        ("UPDATE note_revision SET hash = '' WHERE lamport = 7", "note"),
        ("DELETE FROM replica", "reference"),
        ("UPDATE original SET content = zeroblob(length(content))", "document"),
        ("UPDATE original SET content = 'text'", "document"),
        ("UPDATE application SET amounts = '[[2026,1185001]]' WHERE number = 1", "day"),
        ("UPDATE application SET title = title || '.' WHERE number = 1", "day"),
        ("UPDATE document SET blocks = replace(blocks, 'skogen', 'stan')", "day"),
        ("UPDATE workshop SET deadline = 'soon'", "day"),
        ("UPDATE question SET text = ''", "day"),
        ("DELETE FROM seal WHERE table_name = 'party'", "day"),
    ],
)
def test_a_changed_value_is_named(path: Path, statement: str, kind: str):
    with raw_on(path) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        if kind == "structure":
            raw.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '')")
    with raw_on(path) as raw:
        raw.execute(statement)
    if kind == "structure":
        with raw_on(path) as raw:
            raw.execute("PRAGMA writable_schema=ON")
            raw.execute("UPDATE sqlite_master SET sql = replace(sql, 'text TEXT', 'text TEXT NOT NULL')")
    assert kind in {item.kind for item in damage(path)}
    content_or_refusal(path)


def test_the_damaged_document_is_named_by_its_file_name(path: Path):
    with raw_on(path) as raw:
        raw.execute(
            "UPDATE original SET content = x'00' WHERE sha256 = "
            "(SELECT sha256 FROM document WHERE file_name = 'Ansökan 2.docx')"
        )
    assert damage(path) == (Damage("document", "Ansökan 2.docx"),)


def test_the_damaged_note_is_named_and_the_others_can_be_read(path: Path):
    with raw_on(path) as raw:
        raw.execute("UPDATE note_revision SET parties = '[', text = CAST(x'C3' AS TEXT) WHERE lamport = 7")
        (ident,) = raw.execute("SELECT id FROM note_revision WHERE lamport = 7").fetchone()
    assert damage(path) == (Damage("note", ident),)
    with Session.open(path) as session:
        assert session.find_damage() == (Damage("note", ident),)
        assert len(session.notes.all()) == 40


def test_a_flipped_bit_is_seen_or_changes_nothing(path: Path):
    assert flips_seen(path, flips=150, seed=1) >= SEEN_AT_LEAST


@pytest.mark.slow
def test_ten_thousand_flipped_bits_are_seen_or_change_nothing(path: Path):
    assert flips_seen(path, flips=10_000, seed=2) >= SEEN_AT_LEAST


def test_every_flipped_bit_in_the_words_of_a_note_is_seen(path: Path):
    words = "Lapp 7: långsamt tempo, åtta händer & en sjö".encode()
    start = path.read_bytes().index(words)
    for offset in range(start, start + len(words)):
        spoilt = flipped(path, offset=offset, bit=offset % 8)
        assert [item.kind for item in damage(spoilt)] == ["note"]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.999])
def test_a_cut_off_file_is_refused_or_named(path: Path, share: float):
    with path.open("rb+") as stream:
        stream.truncate(int(path.stat().st_size * share))
    try:
        assert damage(path)
    except UserError as error:
        assert error.code == "file_damaged"  # noqa: PT017 - refusing is as good as naming
    content_or_refusal(path)


def test_a_page_of_zeros_is_refused_or_named(path: Path):
    pages = path.stat().st_size // 4096
    for page in range(1, pages, 3):
        spoilt = path.with_name("spoilt.finsam")
        changed = bytearray(path.read_bytes())
        changed[page * 4096 : (page + 1) * 4096] = bytes(4096)
        spoilt.write_bytes(changed)
        try:
            assert damage(spoilt), page
        except UserError as error:
            assert error.code == "file_damaged"  # noqa: PT017 - refusing is as good as naming


@pytest.mark.parametrize("words", [b"CREATE TABLE party", b"short_name", b"ix_note_revision_topic"])
def test_a_schema_that_is_no_text_any_more_is_refused_in_words(path: Path, words: bytes):
    changed = bytearray(path.read_bytes())
    start = changed.index(words)
    for offset in range(start, start + len(words)):
        spoilt = flipped(path, offset=offset, bit=7)
        content_or_refusal(spoilt)
        with pytest.raises(UserError):
            WorkshopFile.open(spoilt, backups=path.parent).close()


def test_a_damaged_file_is_not_written_over_by_looking_at_it(
    path: Path, fingerprint: Callable[[Path], object]
):
    with raw_on(path) as raw:
        raw.execute("UPDATE note_revision SET text = 'x' WHERE lamport = 7")
    before = fingerprint(path)
    damage(path)
    assert fingerprint(path) == before


def test_the_foreign_journal_of_another_day_is_never_rolled_back_into_a_copy(path: Path, tmp_path: Path):
    """A power cut leaves a journal; the file is thrown away and a backup put in its place."""
    target = tmp_path / "back.finsam"
    cut = tmp_path / "cut"
    cut.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN")
        raw.execute("UPDATE note_revision SET text = printf('%.4000c', 'x')")
        shutil.copy(path.with_name(f"{path.name}-journal"), target.with_name("back.finsam-journal"))
        raw.execute("ROLLBACK")
    with WorkshopFile.open(path, backups=tmp_path) as file:
        with file.work() as work:
            work.day.add_replica("r9", host="x", place="y", since="z")
            work.commit()
        file.save_copy(target)
    assert damage(target) == ()
    assert [item.name for item in tmp_path.glob("back.finsam-journal *")] != []
