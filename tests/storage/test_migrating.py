"""An older file is backed up and brought up to date in one transaction, or left exactly as it was.

A format after the newest is made up here: a copy of the scripts with one more.
"""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from finsam_review.domain.errors import UserError
from finsam_review.paths import package_folder
from finsam_review.storage import header, schema, workshop_file
from finsam_review.storage.header import FORMAT
from finsam_review.storage.workshop_file import WorkshopFile

SCRIPT = '''
"""A format that is not there yet."""
import sqlalchemy as sa
from alembic import op
revision = "{next:04}"
down_revision = "{last:04}"
def upgrade():
    {body}
'''
REBUILD = """with op.batch_alter_table("note_revision", recreate="always") as table:
        table.alter_column("proposal", existing_type=sa.Text, nullable=False)
    op.execute("UPDATE workshop SET title = title || ' 2'")"""


@pytest.fixture
def next_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Let the program be of a later format, whose script does what it is told."""

    def become(body: str) -> None:
        package = tmp_path / "package"
        shutil.copytree(package_folder() / "storage" / "migrations", package / "storage" / "migrations")
        script = package / "storage" / "migrations" / "versions" / "9999_made_up.py"
        script.write_text(SCRIPT.format(body=body, next=FORMAT + 1, last=FORMAT))
        monkeypatch.setattr(schema, "package_folder", lambda: package)
        for module in (header, schema, workshop_file):
            monkeypatch.setattr(module, "FORMAT", FORMAT + 1)

    return become


def content(path: Path) -> list[str]:
    """Return the whole database as text."""
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    path: Path, tmp_path: Path, next_format: Callable[[str], None]
):
    before = content(path)
    next_format(REBUILD)
    with WorkshopFile.open(path, backups=tmp_path / "backups") as file:
        assert file.find_damage() == ()
        with file.work() as work:
            assert len(work.notes.all()) == 40
            assert work.day.workshop().title == "Budgetupptakt 2"
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
    (backup,) = (tmp_path / "backups").iterdir()
    assert "migrate" in backup.name
    assert content(backup) == before


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ('op.execute("DELETE FROM note_parent"); op.execute("DELETE FROM note_revision")', UserError),
        ('op.execute("DELETE FROM topic")', UserError),
        ('op.execute("UPDATE workshop SET title = 1"); raise ZeroDivisionError', ZeroDivisionError),
    ],
)
def test_a_migration_that_fails_leaves_the_file_as_it_was_and_free(
    path: Path, tmp_path: Path, next_format: Callable[[str], None], body: str, error: type[Exception]
):
    before = content(path)
    next_format(body)
    for _again in range(2):
        with pytest.raises(error) as failed:
            WorkshopFile.open(path, backups=tmp_path / "backups")
        assert not isinstance(failed.value, UserError) or failed.value.code == "migration_failed"
    assert content(path) == before
    assert list((tmp_path / "backups").iterdir()) != []


def test_an_older_file_that_is_only_read_is_shown_in_todays_format_and_stays_as_it_is(
    path: Path, tmp_path: Path, next_format: Callable[[str], None]
):
    before = path.read_bytes()
    next_format(REBUILD)
    backups, target = tmp_path / "backups", tmp_path / "tillbaka.finsam"
    with WorkshopFile.open(path, backups=backups, read_only=True) as file:
        assert file.find_damage() == ()
        with file.work() as work:
            assert len(work.notes.all()) == 40
            assert work.day.workshop().title == "Budgetupptakt 2"
        with file.work() as work, pytest.raises(OperationalError, match="readonly"):
            work.day.save_workshop(work.day.workshop())
        file.save_copy(target)
    assert path.read_bytes() == before
    assert not backups.exists()
    with WorkshopFile.open(target, backups=backups) as restored, restored.work() as work:
        assert work.day.workshop().title == "Budgetupptakt 2"
    assert not backups.exists()


def test_an_older_file_that_is_only_read_and_cannot_be_brought_up_is_refused_and_free(
    path: Path, tmp_path: Path, next_format: Callable[[str], None]
):
    before = path.read_bytes()
    next_format('op.execute("DELETE FROM topic")')
    with pytest.raises(UserError) as refused:
        WorkshopFile.open(path, backups=tmp_path / "backups", read_only=True)
    assert refused.value.code == "migration_failed"
    assert path.read_bytes() == before
    path.rename(path.with_name("fri.finsam"))
