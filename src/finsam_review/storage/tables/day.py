"""Owns the tables of the day itself: what frames it, applications, documents, readings, notes and drafts."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

workshop = Table(
    "workshop",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("date", String, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("preset", String, nullable=False),
    Column("reply_to", Text, nullable=False),
    Column("deadline", String),
    Column("created_at", String, nullable=False),
)

replica = Table(
    "replica",
    metadata,
    Column("id", String, primary_key=True),
    Column("host", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("since", String, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("code", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("synonyms", JSON, nullable=False),
    Column("bodies", JSON, nullable=False),
)

measure_kind = Table(
    "measure_kind",
    metadata,
    Column("code", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("synonyms", JSON, nullable=False),
)

question = Table(
    "question",
    metadata,
    Column("id", String, primary_key=True),
    Column("exercise", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("shape", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("short_text", Text, nullable=False),
)

theme = Table(
    "theme",
    metadata,
    Column("code", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False, server_default=""),
    Column("words", JSON, nullable=False, server_default="[]"),
    Column("not_demanded_of", JSON, nullable=False, server_default="[]"),
)

table_group = Table(
    "table_group",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False),
)

application = Table(
    "application",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("diary_number", Text, nullable=False),
    Column("received_on", String),
    Column("title", Text, nullable=False),
    Column("kind", String),
    Column("applicant", Text, nullable=False),
    Column("organisations", JSON, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("contact_name", Text, nullable=False),
    Column("contact_email", Text, nullable=False),
    Column("period_start", String),
    Column("period_end", String),
    Column("amounts", JSON, nullable=False),
    Column("amount_total", Integer),
    Column("status", String, nullable=False),
    Column("doubts", JSON, nullable=False),
    Column("removed", Boolean, nullable=False),
)

original = Table(
    "original",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("version", String, nullable=False),
    Column("sha256", String, ForeignKey("original.sha256"), nullable=False),
    Column("received_on", String),
    Column("media", String, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("problem", String, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("removed", Boolean, nullable=False),
    Index("ix_document_application", "application_id"),
)

reading = Table(
    "reading",
    metadata,
    Column("table_id", String, ForeignKey("table_group.id"), primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), primary_key=True),
    Column("position", Integer, nullable=False),
)

topic = Table(
    "topic",
    metadata,
    Column("id", String, primary_key=True),
    Column("exercise", String, nullable=False),
    Column("application_id", String, ForeignKey("application.id")),
    Column("party_code", String, ForeignKey("party.code")),
)

note_revision = Table(
    "note_revision",
    metadata,
    Column("id", String, primary_key=True),
    Column("note_id", String, nullable=False),
    Column("lamport", Integer, nullable=False),
    Column("replica_id", String, ForeignKey("replica.id"), nullable=False),
    Column("topic_id", String, ForeignKey("topic.id"), nullable=False),
    Column("question_id", String, ForeignKey("question.id"), nullable=False),
    Column("table_id", String, ForeignKey("table_group.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("proposal", Text, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("hash", String, nullable=False),
    Column("written_at", String, nullable=False),
    Index("ix_note_revision_note", "note_id"),
    Index("ix_note_revision_topic", "topic_id"),
    Index("ix_note_revision_lamport", "lamport"),
)

note_parent = Table(
    "note_parent",
    metadata,
    Column("parent_id", String, ForeignKey("note_revision.id"), primary_key=True),
    Column("revision_id", String, ForeignKey("note_revision.id"), primary_key=True),
    Index("ix_note_parent_revision", "revision_id"),
)

seal = Table(
    "seal",
    metadata,
    Column("table_name", String, primary_key=True),
    Column("hash", String, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("topic_id", String, ForeignKey("topic.id"), primary_key=True),
    Column("question_id", String, ForeignKey("question.id"), primary_key=True),
    Column("table_id", String, ForeignKey("table_group.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("proposal", Text, nullable=False),
    Column("saved_at", String, nullable=False),
)
