"""What the migrations make is what the program reads and writes, and it is made durable as promised."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from finsam_review.storage.header import FORMAT
from finsam_review.storage.seals import SEALED
from finsam_review.storage.tables import metadata
from finsam_review.storage.workshop_file import WorkshopFile


def test_the_tables_are_those_that_the_migrations_make(path: Path):
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_difference_would_be_seen(path: Path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("ALTER TABLE party ADD COLUMN extra TEXT")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert len(compare_metadata(MigrationContext.configure(connection), metadata)) == 1
    engine.dispose()


def test_the_format_is_the_number_of_the_newest_migration(path: Path):
    with closing(sqlite3.connect(path)) as raw:
        (newest,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    assert int(newest) == FORMAT


def test_the_connection_is_as_durable_as_promised(opened: WorkshopFile):
    said = {
        name: opened._raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema")
    }
    assert said == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_a_closed_day_is_one_file(path: Path):
    with WorkshopFile.open(path, backups=path.parent) as file, file.work() as work:
        work.day.save_workshop(work.day.workshop())
        work.commit()
        assert path.with_name(f"{path.name}-journal").exists()
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_everything_is_under_a_hash_of_some_kind():
    hashed_one_by_one = {"note_revision", "note_parent", "original"}
    assert SEALED.keys() == metadata.tables.keys() - hashed_one_by_one - {"draft", "seal"}
