"""Owns the schema of a workshop file: making it, bringing an older one up to date, refusing foreign parts."""

import sqlite3

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from finsam_review.domain.errors import UserError
from finsam_review.paths import package_folder
from finsam_review.storage.engine import engine_on
from finsam_review.storage.header import APPLICATION_ID, FORMAT

_ALEMBIC_TABLE = "alembic_version"


def create_schema(raw: sqlite3.Connection) -> None:
    """Make an empty database a workshop file of today's format, in one transaction."""
    _upgrade(raw)


def migrate(raw: sqlite3.Connection, *, found: int) -> None:
    """Bring a file of format ``found`` up to today's, in one transaction; on any fault nothing has changed.

    Foreign keys are off meanwhile, because with them on a batch ALTER deletes child rows in silence; what
    points nowhere afterwards, or a changed number of note revisions, undoes it all. Raises :class:`UserError`
    ``migration_failed``.
    """
    before = _count_revisions(raw)
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        _upgrade(raw, expected_revisions=before)
    except AssertionError as error:
        raise UserError("migration_failed", format=found) from error
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def refuse_foreign_parts(raw: sqlite3.Connection) -> None:
    """Raise :class:`UserError` ``file_foreign_parts`` if the file holds triggers, views or tables not ours.

    A workshop file arrives on sticks and by mail; a trigger in it would run with our hands.
    """
    from finsam_review.storage.tables import metadata

    known = {table.name for table in metadata.tables.values()} | {_ALEMBIC_TABLE}
    foreign = [
        f"{kind} {name}"
        for kind, name, table in raw.execute("SELECT type, name, tbl_name FROM sqlite_master")
        if kind not in ("table", "index") or table not in known
    ]
    if foreign:
        raise UserError("file_foreign_parts", parts=", ".join(sorted(foreign)))


def _upgrade(raw: sqlite3.Connection, *, expected_revisions: int | None = None) -> None:
    engine = engine_on(raw)
    with engine.begin() as connection:
        _run_scripts(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise AssertionError("a migration left a reference that points nowhere")
        if expected_revisions is not None and _count_revisions(raw) != expected_revisions:
            raise AssertionError("a migration changed the number of note revisions")
    _forget(engine)


def _run_scripts(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(package_folder() / "storage" / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _forget(engine: Engine) -> None:
    """Let go of the engine without closing the connection it borrowed."""
    engine.dispose(close=False)


def _count_revisions(raw: sqlite3.Connection) -> int:
    (count,) = raw.execute("SELECT count(*) FROM note_revision").fetchone()
    return int(count)
