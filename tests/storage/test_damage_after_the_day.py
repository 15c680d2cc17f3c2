"""A letter changed in any cell of any table is named, also in the tables that came after the day."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.flips import content_or_refusal, damage, flipped

from finsam_review.services.session import Session
from finsam_review.storage import tables
from finsam_review.storage.integrity import Damage, find_damage
from finsam_review.storage.seals import SEALED

FORMATS = Path(__file__).parents[1] / "data" / "formats"
SPELT_BY_ITS_HASH = {"note_revision", "note_parent", "original"}
"""What has a hash of its own, and is named otherwise; the tests beside this one change those."""


def tables_in(path: Path) -> set[str]:
    """Return the tables of a file."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


NEW = sorted(tables_in(FORMATS / "format-2.finsam") - tables_in(FORMATS / "format-1.finsam"))


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A copy of the day that holds something of everything in format 2."""
    target = tmp_path / "dag.finsam"
    shutil.copy(FORMATS / "format-2.finsam", target)
    return target


def cells(raw: sqlite3.Connection, name: str) -> Iterator[tuple[str, int, object]]:
    """Yield column, rowid and value of every cell of a table that holds something."""
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({name})")]
    for column in columns:
        rows = raw.execute(f'SELECT rowid, "{column}" FROM {name}').fetchall()
        yield from ((column, rowid, value) for rowid, value in rows if value not in (None, ""))


def changed(value: object) -> object:
    """Return ``value`` with one letter or one digit changed."""
    if isinstance(value, int):
        return value ^ 1024  # far off: numbers of one table are often all different
    assert isinstance(value, str)
    middle = len(value) // 2
    return value[:middle] + chr(ord(value[middle]) ^ 1) + value[middle + 1 :]


def test_no_table_is_left_without_a_seal_or_hashes_of_its_own():
    assert len(NEW) == 16
    assert set(NEW) <= SEALED.keys()
    known = SEALED.keys() | SPELT_BY_ITS_HASH | {"draft", "seal", "alembic_version"}
    assert tables_in(FORMATS / "format-2.finsam") == known
    assert {table.name for table in tables.metadata.sorted_tables} <= known


@pytest.mark.parametrize("name", sorted(SEALED))
def test_one_changed_letter_in_any_cell_is_named(frozen: Path, name: str):
    tried = 0
    with closing(sqlite3.connect(frozen, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        for column, rowid, value in list(cells(raw, name))[:60]:
            raw.execute("BEGIN")
            statement = f'UPDATE {name} SET "{column}" = ? WHERE rowid = ?'
            raw.execute(statement, (changed(value), rowid))
            found = find_damage(raw)
            raw.execute("ROLLBACK")
            assert Damage("day", name) in found, (column, value)
            tried += 1
        assert tried
        assert find_damage(raw) == ()


@pytest.mark.parametrize("name", NEW)
def test_a_row_more_or_less_is_named(frozen: Path, name: str):
    with closing(sqlite3.connect(frozen, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(f"DELETE FROM {name} WHERE rowid = (SELECT max(rowid) FROM {name})")
        assert Damage("day", name) in find_damage(raw)


@pytest.mark.parametrize("name", NEW)
def test_a_bit_flipped_on_the_disk_is_named_and_the_day_still_opens_or_says_why(frozen: Path, name: str):
    with closing(sqlite3.connect(frozen)) as raw:
        texts = [value for _column, _rowid, value in cells(raw, name) if isinstance(value, str)]
    data = frozen.read_bytes()
    where = {text: data.find(text.encode()) for text in texts}
    texts = [text for text in texts if where[text] >= 0]  # a long one runs over several pages
    alone = [text for text in texts if data.count(text.encode()) == 1]
    text = max(alone or texts, key=len)
    spoilt = flipped(frozen, offset=where[text], bit=0)
    assert damage(spoilt)
    if alone:
        assert Damage("day", name) in damage(spoilt)
    content_or_refusal(spoilt)


def test_a_kept_letter_that_was_changed_is_named_by_its_file_name(frozen: Path):
    with closing(sqlite3.connect(frozen)) as raw:
        sha, name = raw.execute("SELECT sha256, file_name FROM dispatch_file WHERE role = 'mail'").fetchone()
        raw.execute("UPDATE original SET content = x'00' WHERE sha256 = ?", (sha,))
        raw.commit()
    assert damage(frozen) == (Damage("document", name),)
    with Session.open(frozen) as session:
        assert session.find_damage() == (Damage("document", name),)
