"""Owns the day itself in the file: workshop, parties, kinds, questions, themes, tables and readings."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from finsam_review.domain.applications import Reading
from finsam_review.domain.workshop import (
    Exercise,
    MeasureKind,
    Party,
    Question,
    Shape,
    TableGroup,
    Theme,
    Workshop,
)
from finsam_review.storage import tables


def party_topic(code: str) -> str:
    """Return the id of the topic that a party is in the missions exercise."""
    return f"party:{code}"


class DayRepository:
    """Reads and writes what frames the day, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def workshop(self) -> Workshop:
        """Return the day this file holds."""
        row = self._connection.execute(select(tables.workshop)).one()
        return Workshop(
            id=row.id,
            title=row.title,
            date=date.fromisoformat(row.date),
            organisation=row.organisation,
            preset=row.preset,
            reply_to=row.reply_to,
            deadline=date.fromisoformat(row.deadline) if row.deadline else None,
        )

    def add_workshop(self, workshop: Workshop, *, created_at: str) -> None:
        """Write the day into an empty file."""
        values = _workshop_row(workshop) | {"created_at": created_at}
        self._connection.execute(insert(tables.workshop), [values])

    def save_workshop(self, workshop: Workshop) -> None:
        """Replace what the file says about the day."""
        self._connection.execute(update(tables.workshop).values(**_workshop_row(workshop)))

    def add_parties(self, parties: Sequence[Party]) -> None:
        """Add the parties in their order, and the topic each is in the missions exercise."""
        rows = [
            {
                "code": party.code,
                "position": position,
                "name": party.name,
                "short_name": party.short_name,
                "synonyms": list(party.synonyms),
                "bodies": list(party.bodies),
            }
            for position, party in enumerate(parties)
        ]
        self._connection.execute(insert(tables.party), rows)
        topics = [
            {"id": party_topic(party.code), "exercise": Exercise.MISSIONS.value, "party_code": party.code}
            for party in parties
        ]
        self._connection.execute(insert(tables.topic), topics)

    def parties(self) -> tuple[Party, ...]:
        """Return the parties in their order."""
        rows = self._connection.execute(select(tables.party).order_by(tables.party.c.position)).all()
        return tuple(
            Party(row.code, row.name, row.short_name, tuple(row.synonyms), tuple(row.bodies)) for row in rows
        )

    def add_kinds(self, kinds: Sequence[MeasureKind]) -> None:
        """Add the kinds of measure in their order."""
        rows = [
            {"code": kind.code, "position": position, "name": kind.name, "synonyms": list(kind.synonyms)}
            for position, kind in enumerate(kinds)
        ]
        self._connection.execute(insert(tables.measure_kind), rows)

    def kinds(self) -> tuple[MeasureKind, ...]:
        """Return the kinds of measure in their order."""
        rows = self._connection.execute(
            select(tables.measure_kind).order_by(tables.measure_kind.c.position)
        ).all()
        return tuple(MeasureKind(row.code, row.name, tuple(row.synonyms)) for row in rows)

    def add_questions(self, questions: Sequence[Question]) -> None:
        """Add the questions of both exercises."""
        rows = [
            {
                "id": question.id,
                "exercise": question.exercise.value,
                "number": question.number,
                "shape": question.shape.value,
                "text": question.text,
                "short_text": question.short_text,
            }
            for question in questions
        ]
        self._connection.execute(insert(tables.question), rows)

    def questions(self) -> tuple[Question, ...]:
        """Return all questions, those about applications first."""
        columns = tables.question.c
        rows = self._connection.execute(
            select(tables.question).order_by(columns.exercise, columns.number)
        ).all()
        return tuple(
            Question(row.id, row.number, Exercise(row.exercise), Shape(row.shape), row.text, row.short_text)
            for row in rows
        )

    def save_question_text(self, question_id: str, *, text: str, short_text: str) -> None:
        """Change the wording of a question."""
        query = update(tables.question).where(tables.question.c.id == question_id)
        self._connection.execute(query.values(text=text, short_text=short_text))

    def add_themes(self, themes: Sequence[Theme]) -> None:
        """Add the theme catalogue in its order."""
        rows = [
            {
                "code": theme.code,
                "position": position,
                "name": theme.name,
                "short_name": theme.short_name,
                "words": list(theme.words),
                "not_demanded_of": list(theme.not_demanded_of),
            }
            for position, theme in enumerate(themes)
        ]
        if rows:
            self._connection.execute(insert(tables.theme), rows)

    def replace_themes(self, themes: Sequence[Theme]) -> None:
        """Put ``themes`` in place of the catalogue there is."""
        self._connection.execute(delete(tables.theme))
        self.add_themes(themes)

    def themes(self) -> tuple[Theme, ...]:
        """Return the theme catalogue in its order."""
        rows = self._connection.execute(select(tables.theme).order_by(tables.theme.c.position)).all()
        return tuple(
            Theme(row.code, row.name, row.short_name, tuple(row.words), tuple(row.not_demanded_of))
            for row in rows
        )

    def add_tables(self, groups: Sequence[TableGroup]) -> None:
        """Add tables."""
        rows = [{"id": group.id, "number": group.number, "name": group.name} for group in groups]
        self._connection.execute(insert(tables.table_group), rows)

    def tables(self) -> tuple[TableGroup, ...]:
        """Return the tables by number."""
        rows = self._connection.execute(
            select(tables.table_group).order_by(tables.table_group.c.number)
        ).all()
        return tuple(TableGroup(row.id, row.number, row.name) for row in rows)

    def readings(self) -> tuple[Reading, ...]:
        """Return who reads what, by table and place in its order."""
        columns = tables.reading.c
        rows = self._connection.execute(
            select(tables.reading).order_by(columns.table_id, columns.position)
        ).all()
        return tuple(Reading(row.table_id, row.application_id, row.position) for row in rows)

    def replace_readings(self, readings: Sequence[Reading]) -> None:
        """Put ``readings`` in place of all there are."""
        self._connection.execute(delete(tables.reading))
        rows = [
            {"table_id": r.table_id, "application_id": r.application_id, "position": r.position}
            for r in readings
        ]
        if rows:
            self._connection.execute(insert(tables.reading), rows)

    def replica(self, *, host: str, place: str) -> str | None:
        """Return the id of the copy of the file that was last written on ``host`` at ``place``."""
        columns = tables.replica.c
        query = select(columns.id).where(columns.host == host, columns.place == place)
        return self._connection.execute(query.order_by(columns.since.desc()).limit(1)).scalar()

    def add_replica(self, replica_id: str, *, host: str, place: str, since: str) -> None:
        """Note that this is a copy of its own, so that its revisions are told from every other copy's."""
        row = {"id": replica_id, "host": host, "place": place, "since": since}
        self._connection.execute(insert(tables.replica), [row])


def _workshop_row(workshop: Workshop) -> dict[str, object]:
    return {
        "id": workshop.id,
        "title": workshop.title,
        "date": workshop.date.isoformat(),
        "organisation": workshop.organisation,
        "preset": workshop.preset,
        "reply_to": workshop.reply_to,
        "deadline": workshop.deadline.isoformat() if workshop.deadline else None,
    }
