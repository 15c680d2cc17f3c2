"""Owns the schema of a workshop file: making it, bringing an older one up to date, refusing foreign parts."""

import re
import sqlite3

from sqlalchemy import Engine, Table, UniqueConstraint
from sqlalchemy.engine import Connection

from finsam_review.domain.errors import UserError
from finsam_review.paths import package_folder
from finsam_review.storage.engine import engine_on
from finsam_review.storage.header import APPLICATION_ID, FORMAT
from finsam_review.storage.seals import SEALED, renew
from finsam_review.storage.tables import metadata

_ALEMBIC_TABLE = "alembic_version"
_PLAIN = re.compile(
    r"CREATE (TABLE|(UNIQUE )?INDEX) (?!.*\b(CHECK|COLLATE|GENERATED|AS|WHERE|CONFLICT)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_INDEX_COLUMNS = "SELECT name FROM pragma_index_info(?) ORDER BY seqno"


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

    A workshop file arrives on sticks and by mail; a trigger in it would run with our hands. So would a check
    or a computed column in a table that has one of our names.
    """
    known = {*metadata.tables, _ALEMBIC_TABLE}
    foreign = [
        f"{kind} {name}"
        for kind, name, table, sql in raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
        if kind not in ("table", "index") or table not in known or (sql and not _PLAIN.fullmatch(sql))
    ]
    if foreign:
        raise UserError("file_foreign_parts", parts=", ".join(sorted(foreign)))


def refuse_other_tables(raw: sqlite3.Connection) -> None:
    """Raise :class:`UserError` if the tables of a file of today's format are not today's.

    ``file_foreign_parts`` if there is a column or an index too many, ``file_damaged`` if one is missing.
    """
    for table in metadata.tables.values():
        wanted = _parts_wanted(table)
        found = _parts_found(raw, table.name)
        if found - wanted:
            raise UserError("file_foreign_parts", parts=", ".join(sorted(map(str, found - wanted))))
        if wanted - found:
            raise UserError("file_damaged")


def _parts_wanted(table: Table) -> set[tuple[str, ...]]:
    columns = {(column.name,) for column in table.columns}
    indexes = {("index", "0", *index.columns.keys()) for index in table.indexes}
    rules = (item for item in table.constraints if isinstance(item, UniqueConstraint))
    return columns | indexes | {("index", "1", *rule.columns.keys()) for rule in rules}


def _parts_found(raw: sqlite3.Connection, table: str) -> set[tuple[str, ...]]:
    columns = {(str(name),) for (name,) in raw.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))}
    query = "SELECT name, \"unique\" FROM pragma_index_list(?) WHERE origin <> 'pk'"
    indexes = {
        ("index", str(unique), *(str(row[0]) for row in raw.execute(_INDEX_COLUMNS, (name,))))
        for name, unique in raw.execute(query, (table,)).fetchall()
    }
    return columns | indexes


def _upgrade(raw: sqlite3.Connection, *, expected_revisions: int | None = None) -> None:
    engine = engine_on(raw)
    with engine.begin() as connection:
        _run_scripts(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
        renew(connection, SEALED)
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
