"""Owns the seals: a hash over each table that frames the day, renewed by whoever changes it.

Notes and originals carry a hash of their own. What surrounds them is small and changes rarely, so one hash
per table is enough to see a single changed letter, which SQLite's own check does not.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from finsam_review.storage import tables

_as_json = json.JSONEncoder(ensure_ascii=False, default=repr).encode
"""Made once: the points of a whole day are sealed anew at every key press."""

_OWN_HASH = {"note_revision", "note_parent", "original"}
_PROVISIONAL = {"draft", "seal"}
SEALED = {
    table.name: str(select(table).compile(dialect=sqlite.dialect()))
    for table in tables.metadata.sorted_tables
    if table.name not in _OWN_HASH | _PROVISIONAL
}
"""The tables under seal and how each is read."""


def renew(connection: Connection, names: Iterable[str]) -> None:
    """Seal those of the tables ``names`` that are under seal, as they stand in this transaction."""
    rows = [
        {"table_name": name, "hash": _digest(connection.exec_driver_sql(SEALED[name]).all())}
        for name in sorted(SEALED.keys() & set(names))
    ]
    if rows:
        statement = upsert(tables.seal)
        new = {"hash": statement.excluded.hash}
        connection.execute(statement.on_conflict_do_update(index_elements=["table_name"], set_=new), rows)


def broken(raw: sqlite3.Connection) -> Iterator[str]:
    """Yield the name of each table that is not as it was when it was last written."""
    known = dict(raw.execute("SELECT table_name, hash FROM seal"))
    for name, query in SEALED.items():
        if known.get(name) != _digest(raw.execute(query).fetchall()):
            yield name


def _digest(rows: Sequence[Sequence[Any]]) -> str:
    lines = sorted(_as_json(tuple(row)) for row in rows)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
