"""Owns points, notes set aside and themes in the file: a sheet per application, written by what differs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection, Row

from finsam_review.domain.points.sheet import Point, Reason, SetAside, Sheet
from finsam_review.storage import tables

_point = tables.point
_place = tables.point_note
_aside = tables.set_aside
_theme = tables.note_theme
_MANY = 500
"""How many ids one statement names: SQLite counts its parameters."""


class SheetsRepository:
    """Reads and writes sheets within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, application_id: str) -> Sheet:
        """Return the sheet of one application; an empty one if nothing was decided yet."""
        found = self._read(lambda table: table.c.application_id == application_id)
        return found.get(application_id, Sheet(application_id))

    def all(self) -> Mapping[str, Sheet]:
        """Return the sheet of every application that has one, by the application's id."""
        return self._read(None)

    def save(self, before: Sheet, after: Sheet) -> None:
        """Write what differs between ``before``, which the file holds, and ``after``."""
        old, new = _placements(before), _placements(after)
        moved = [note_id for note_id, row in old.items() if new.get(note_id) != row]
        self._drop(_place, _place.c.note_id, moved)
        self._put(_point, _changed(_point_rows(before), _point_rows(after)))
        kept = {point.id for point in after.points}
        self._put(_place, _changed(old, new))
        self._drop(_point, _point.c.id, [point.id for point in before.points if point.id not in kept])
        for table, rows in ((_aside, _aside_rows), (_theme, _theme_rows)):
            gone = rows(before).keys() - rows(after).keys()
            self._drop(table, table.c.note_id, sorted(gone))
            self._put(table, _changed(rows(before), rows(after)))

    def _read(self, belongs: Any) -> dict[str, Sheet]:
        points = self._rows(select(_point).order_by(_point.c.position), _point, belongs)
        places = select(_place.c.note_id, _place.c.point_id).order_by(_place.c.position)
        if belongs is not None:
            places = places.join(_point, _point.c.id == _place.c.point_id).where(belongs(_point))
        notes: defaultdict[str, list[str]] = defaultdict(list)
        for row in self._connection.execute(places).all():
            notes[row.point_id].append(row.note_id)
        aside = self._rows(select(_aside).order_by(_aside.c.note_id), _aside, belongs)
        themes = self._rows(select(_theme).order_by(_theme.c.note_id), _theme, belongs)
        ids = {row.application_id for rows in (points, aside, themes) for row in rows}
        return {
            key: Sheet(
                key,
                tuple(_point_from(row, notes[row.id]) for row in points if row.application_id == key),
                tuple(_aside_from(row) for row in aside if row.application_id == key),
                tuple((row.note_id, tuple(row.themes)) for row in themes if row.application_id == key),
            )
            for key in ids
        }

    def _rows(self, query: Any, table: Table, belongs: Any) -> Sequence[Row[Any]]:
        chosen = query if belongs is None else query.where(belongs(table))
        return self._connection.execute(chosen).all()

    def _drop(self, table: Table, column: ColumnElement[Any], ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _MANY):
            self._connection.execute(delete(table).where(column.in_(ids[start : start + _MANY])))

    def _put(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if not rows:
            return
        statement = upsert(table)
        key = [column.name for column in table.primary_key]
        values = {name: statement.excluded[name] for name in rows[0] if name not in key}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=key, set_=values), [dict(row) for row in rows]
        )


class GateChoices:
    """What a person decided about personal data: by topic, kind and the folded words found."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, topic_id: str) -> Mapping[tuple[str, str], str]:
        """Return the choices made for one topic: *mask* or *pass* by kind and words."""
        columns = tables.gate_choice.c
        rows = self._connection.execute(select(tables.gate_choice).where(columns.topic_id == topic_id)).all()
        return {(row.kind, row.found): row.choice for row in rows}

    def set(self, topic_id: str, kind: str, found: str, choice: str | None) -> None:
        """Keep a choice in place of the one before; ``None`` takes it back."""
        columns = tables.gate_choice.c
        same = (columns.topic_id == topic_id, columns.kind == kind, columns.found == found)
        self._connection.execute(delete(tables.gate_choice).where(*same))
        if choice is not None:
            row = {"topic_id": topic_id, "kind": kind, "found": found, "choice": choice}
            self._connection.execute(insert(tables.gate_choice), [row])


def _changed(
    before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]
) -> list[Mapping[str, object]]:
    return [row for key, row in after.items() if before.get(key) != row]


def _point_rows(sheet: Sheet) -> dict[str, dict[str, object]]:
    return {
        point.id: {
            "id": point.id,
            "application_id": sheet.application_id,
            "position": position,
            "question_id": point.question_id,
            "text": point.text,
            "proposal": point.proposal,
            "themes": list(point.themes),
        }
        for position, point in enumerate(sheet.points)
    }


def _placements(sheet: Sheet) -> dict[str, dict[str, object]]:
    return {
        note_id: {"note_id": note_id, "point_id": point.id, "position": position}
        for point in sheet.points
        for position, note_id in enumerate(point.notes)
    }


def _aside_rows(sheet: Sheet) -> dict[str, dict[str, object]]:
    return {
        item.note_id: {
            "note_id": item.note_id,
            "application_id": sheet.application_id,
            "reason": item.reason.value,
            "words": item.words,
        }
        for item in sheet.aside
    }


def _theme_rows(sheet: Sheet) -> dict[str, dict[str, object]]:
    return {
        note_id: {"note_id": note_id, "application_id": sheet.application_id, "themes": list(themes)}
        for note_id, themes in sheet.note_themes
    }


def _point_from(row: Row[Any], notes: Iterable[str]) -> Point:
    return Point(row.id, row.question_id, tuple(notes), row.text, row.proposal, tuple(row.themes))


def _aside_from(row: Row[Any]) -> SetAside:
    return SetAside(row.note_id, Reason(row.reason), row.words)
