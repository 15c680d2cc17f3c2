"""Format 1: the day, its applications and documents, readings, note revisions and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    _create_day()
    _create_applications()
    _create_notes()
    op.create_table(
        "seal",
        sa.Column("table_name", sa.String, primary_key=True),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index("ix_document_application", "document", ["application_id"])
    op.create_index("ix_note_revision_note", "note_revision", ["note_id"])
    op.create_index("ix_note_revision_topic", "note_revision", ["topic_id"])
    op.create_index("ix_note_revision_lamport", "note_revision", ["lamport"])
    op.create_index("ix_note_parent_revision", "note_parent", ["revision_id"])


def _create_day() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.String, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("preset", sa.String, nullable=False),
        sa.Column("reply_to", sa.Text, nullable=False),
        sa.Column("deadline", sa.String),
        sa.Column("created_at", sa.String, nullable=False),
    )
    op.create_table(
        "replica",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("since", sa.String, nullable=False),
    )
    op.create_table(
        "party",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("short_name", sa.Text, nullable=False),
        sa.Column("synonyms", sa.JSON, nullable=False),
        sa.Column("bodies", sa.JSON, nullable=False),
    )
    op.create_table(
        "measure_kind",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("synonyms", sa.JSON, nullable=False),
    )
    op.create_table(
        "question",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("exercise", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("shape", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("short_text", sa.Text, nullable=False),
    )
    op.create_table(
        "theme",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "table_group",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_table(
        "application",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("diary_number", sa.Text, nullable=False),
        sa.Column("received_on", sa.String),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.String),
        sa.Column("applicant", sa.Text, nullable=False),
        sa.Column("organisations", sa.JSON, nullable=False),
        sa.Column("parties", sa.JSON, nullable=False),
        sa.Column("contact_name", sa.Text, nullable=False),
        sa.Column("contact_email", sa.Text, nullable=False),
        sa.Column("period_start", sa.String),
        sa.Column("period_end", sa.String),
        sa.Column("amounts", sa.JSON, nullable=False),
        sa.Column("amount_total", sa.Integer),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("doubts", sa.JSON, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
    )


def _create_applications() -> None:
    op.create_table(
        "original",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("original.sha256"), nullable=False),
        sa.Column("received_on", sa.String),
        sa.Column("media", sa.String, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("blocks", sa.JSON, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
    )
    op.create_table(
        "reading",
        sa.Column("table_id", sa.String, sa.ForeignKey("table_group.id"), primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "topic",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("exercise", sa.String, nullable=False),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id")),
        sa.Column("party_code", sa.String, sa.ForeignKey("party.code")),
    )


def _create_notes() -> None:
    op.create_table(
        "note_revision",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("note_id", sa.String, nullable=False),
        sa.Column("lamport", sa.Integer, nullable=False),
        sa.Column("replica_id", sa.String, sa.ForeignKey("replica.id"), nullable=False),
        sa.Column("topic_id", sa.String, sa.ForeignKey("topic.id"), nullable=False),
        sa.Column("question_id", sa.String, sa.ForeignKey("question.id"), nullable=False),
        sa.Column("table_id", sa.String, sa.ForeignKey("table_group.id"), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("parties", sa.JSON, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("written_at", sa.String, nullable=False),
    )
    op.create_table(
        "note_parent",
        sa.Column("parent_id", sa.String, sa.ForeignKey("note_revision.id"), primary_key=True),
        sa.Column("revision_id", sa.String, sa.ForeignKey("note_revision.id"), primary_key=True),
    )
    op.create_table(
        "draft",
        sa.Column("topic_id", sa.String, sa.ForeignKey("topic.id"), primary_key=True),
        sa.Column("question_id", sa.String, sa.ForeignKey("question.id"), primary_key=True),
        sa.Column("table_id", sa.String, sa.ForeignKey("table_group.id"), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("parties", sa.JSON, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String, nullable=False),
    )
