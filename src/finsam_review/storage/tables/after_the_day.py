"""Owns the tables of what comes after the day: points, summaries, what was sent, answers, and the people."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from finsam_review.storage.tables.day import metadata

participant = Table(
    "participant",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("party", String),
    Column("municipality", Text, nullable=False),
    Column("municipality_size", String),
    Column("role", Text, nullable=False),
    Column("present", Boolean, nullable=False),
)

point = Table(
    "point",
    metadata,
    Column("id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("question_id", String, ForeignKey("question.id"), nullable=False),
    Column("text", Text),
    Column("proposal", Text, nullable=False),
    Column("themes", JSON, nullable=False),
    Index("ix_point_application", "application_id"),
)

point_note = Table(
    "point_note",
    metadata,
    Column("note_id", String, primary_key=True),
    Column("point_id", String, ForeignKey("point.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Index("ix_point_note_point", "point_id"),
)

set_aside = Table(
    "set_aside",
    metadata,
    Column("note_id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("reason", String, nullable=False),
    Column("words", Text, nullable=False),
    Index("ix_set_aside_application", "application_id"),
)

note_theme = Table(
    "note_theme",
    metadata,
    Column("note_id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("themes", JSON, nullable=False),
    Index("ix_note_theme_application", "application_id"),
)

gate_choice = Table(
    "gate_choice",
    metadata,
    Column("topic_id", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("found", String, primary_key=True),
    Column("choice", String, nullable=False),
)

summary = Table(
    "summary",
    metadata,
    Column("application_id", String, ForeignKey("application.id"), primary_key=True),
    Column("state", String, nullable=False),
    Column("approved_by", Text, nullable=False),
    Column("approved_on", String),
    Column("frozen", JSON, nullable=False),
    Column("sha256", String, nullable=False),
)

log_entry = Table(
    "log_entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("application_id", String),
    Column("who", Text, nullable=False),
    Column("detail", Text, nullable=False),
)

mail_template = Table(
    "mail_template",
    metadata,
    Column("name", String, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
)

dispatch = Table(
    "dispatch",
    metadata,
    Column("id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("deadline", String),
    Column("drafted_on", String, nullable=False),
    Column("sent_on", String),
    Index("ix_dispatch_application", "application_id"),
)

dispatch_file = Table(
    "dispatch_file",
    metadata,
    Column("dispatch_id", String, ForeignKey("dispatch.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String, ForeignKey("original.sha256"), nullable=False),
)

response = Table(
    "response",
    metadata,
    Column("point_id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("answer", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", String, nullable=False),
    Index("ix_response_application", "application_id"),
)

status_step = Table(
    "status_step",
    metadata,
    Column("code", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("outcomes", JSON, nullable=False),
)

status_entry = Table(
    "status_entry",
    metadata,
    Column("id", String, primary_key=True),
    Column("application_id", String, ForeignKey("application.id"), nullable=False),
    Column("step", String, nullable=False),
    Column("on", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("outcome", String, nullable=False),
    Index("ix_status_entry_application", "application_id"),
)

day_text = Table(
    "day_text",
    metadata,
    Column("name", String, primary_key=True),
    Column("text", Text, nullable=False),
)

next_step = Table(
    "next_step",
    metadata,
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", String),
)
