"""Format 2: what comes after the day: points, summaries, drafts and answers; participants; richer themes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

STEPS: tuple[tuple[str, str, list[str]], ...] = (
    ("received", "Inkommen", []),
    ("read", "Läst", []),
    ("sent", "Utskickad", []),
    ("revised", "Reviderad", []),
    ("preparation", "Beredningsgrupp", []),
    ("board_preparation", "Styrelseberedning", []),
    ("board", "Styrelse", []),
    ("decided", "Beslut", ["grant", "complete", "reject"]),
)
"""What every day made before had in common: the eight steps of an application."""

# fmt: off
THEMES: dict[str, tuple[str, list[str], list[str]]] = {
    "two_parties": ("Två parter, förankrat", [
        "tvåparter", "parter", "part", "parterna", "parten", "förankrad", "förankring", "förankrat",
        "förankra", "avsiktsförklaring", "underskrift", "medfinansiering", "enpart", "tillfrågad",
        "två parter", "minst två",
    ], []),
    "existing": ("Befintlig verksamhet", [
        "befintlig", "befintliga", "redan", "ordinarie", "nytt", "dubbelt", "dubblera", "överlapp",
        "överlappar", "skiljer", "skillnad", "parallellt", "likadan", "liknande", "motsvarande",
        "finns redan", "redan idag",
    ], []),
    "implementation": ("Implementering", [
        "implementering", "implementera", "implementeras", "efteråt", "fortsätta", "fortsättning",
        "fortlevnad", "permanent", "permanenta", "övertagande", "projektslut", "projekttid", "vidare",
        "uthålligt", "hållbart", "drift", "budgeteras", "tar över", "ta över", "efter projektet",
        "när pengarna tar slut",
    ], ["forberedande"]),
    "needs": ("Behovsanalys", [
        "behov", "behoven", "behovsanalys", "behovsunderlag", "underlag", "statistik", "siffror",
        "kartläggning", "kartlägga", "kartlagt", "analys", "intervjuer", "enkät", "belagt", "belägg",
        "hur många",
    ], []),
}
# fmt: on
"""What the themes of every preset so far are called in a narrow column, hinted at by, and not demanded of."""


def upgrade() -> None:
    """Add everything that format 1 has not."""
    _widen_themes()
    _create_points()
    _create_summaries()
    _create_follow_up()
    _fill()
    op.create_index("ix_point_application", "point", ["application_id"])
    op.create_index("ix_point_note_point", "point_note", ["point_id"])
    op.create_index("ix_set_aside_application", "set_aside", ["application_id"])
    op.create_index("ix_note_theme_application", "note_theme", ["application_id"])
    op.create_index("ix_dispatch_application", "dispatch", ["application_id"])
    op.create_index("ix_response_application", "response", ["application_id"])
    op.create_index("ix_status_entry_application", "status_entry", ["application_id"])


def _widen_themes() -> None:
    op.add_column("theme", sa.Column("short_name", sa.Text, nullable=False, server_default=""))
    op.add_column("theme", sa.Column("words", sa.JSON, nullable=False, server_default="[]"))
    op.add_column("theme", sa.Column("not_demanded_of", sa.JSON, nullable=False, server_default="[]"))


def _create_points() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("organisation", sa.Text, nullable=False),
        sa.Column("party", sa.String),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("municipality_size", sa.String),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("present", sa.Boolean, nullable=False),
    )
    op.create_table(
        "point",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("question_id", sa.String, sa.ForeignKey("question.id"), nullable=False),
        sa.Column("text", sa.Text),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("themes", sa.JSON, nullable=False),
    )
    op.create_table(
        "point_note",
        sa.Column("note_id", sa.String, primary_key=True),
        sa.Column("point_id", sa.String, sa.ForeignKey("point.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
    )
    op.create_table(
        "set_aside",
        sa.Column("note_id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_table(
        "note_theme",
        sa.Column("note_id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("themes", sa.JSON, nullable=False),
    )


def _create_summaries() -> None:
    op.create_table(
        "gate_choice",
        sa.Column("topic_id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("found", sa.String, primary_key=True),
        sa.Column("choice", sa.String, nullable=False),
    )
    op.create_table(
        "summary",
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), primary_key=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("approved_by", sa.Text, nullable=False),
        sa.Column("approved_on", sa.String),
        sa.Column("frozen", sa.JSON, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
    )
    op.create_table(
        "log_entry",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("application_id", sa.String),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
    )
    op.create_table(
        "mail_template",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "dispatch",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("deadline", sa.String),
        sa.Column("drafted_on", sa.String, nullable=False),
        sa.Column("sent_on", sa.String),
    )


def _create_follow_up() -> None:
    op.create_table(
        "dispatch_file",
        sa.Column("dispatch_id", sa.String, sa.ForeignKey("dispatch.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("original.sha256"), nullable=False),
    )
    op.create_table(
        "response",
        sa.Column("point_id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("answer", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    op.create_table(
        "status_step",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("outcomes", sa.JSON, nullable=False),
    )
    op.create_table(
        "status_entry",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("application_id", sa.String, sa.ForeignKey("application.id"), nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("on", sa.String, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
    )
    op.create_table(
        "day_text",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "next_step",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.String),
    )


def _fill() -> None:
    """Give an older day the steps and the hints that a new one is made with; a new one has no themes yet."""
    step = sa.table(
        "status_step",
        sa.column("code"),
        sa.column("position"),
        sa.column("name"),
        sa.column("outcomes", sa.JSON),
    )
    bind = op.get_bind()
    if bind.execute(sa.text("SELECT count(*) FROM workshop")).scalar():
        rows = [
            {"code": code, "position": position, "name": name, "outcomes": outcomes}
            for position, (code, name, outcomes) in enumerate(STEPS)
        ]
        op.bulk_insert(step, rows)
    theme = sa.table(
        "theme", sa.column("code"), sa.column("short_name"), sa.column("words", sa.JSON),
        sa.column("not_demanded_of", sa.JSON),
    )  # fmt: skip
    for code, (short_name, words, kinds) in THEMES.items():
        values = {"short_name": short_name, "words": words, "not_demanded_of": kinds}
        op.execute(sa.update(theme).where(theme.c.code == code).values(**values))
