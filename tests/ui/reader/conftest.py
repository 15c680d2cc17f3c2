"""An open day with applications whose documents are made here, and what every page is given."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from finsam_review.domain.applications import Application, ApplicationDetails, DocumentVersion
from finsam_review.domain.intake import (
    Block,
    Candidate,
    Gathered,
    Heading,
    ListItem,
    Paragraph,
    Proposal,
    ReadDocument,
    TableBlock,
)
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore

TakeIn = Callable[..., Application]

BLOCKS: tuple[Block, ...] = (
    Heading("Sammanfattning", 1),
    Paragraph("Hjo kommun vill öppna en <b>liten</b> grupp & en gård."),
    Heading("Bakgrund", 2),
    ListItem("att första veckan var för full", 1),
    ListItem("att gruppen var okänd", 1),
    TableBlock((("Sökt belopp 2026", "1 185 000 kr"), ("Kontakt", "Lovisa\nBrandell"))),
    Paragraph("Gruppen träffas två förmiddagar i veckan."),
)


@pytest.fixture
def blocks() -> tuple[Block, ...]:
    """The text of a document with everything a text can hold."""
    return BLOCKS


@pytest.fixture
def pdf() -> bytes:
    """A real PDF of three empty A4 pages."""
    import io

    document = pypdfium2.PdfDocument.new()
    for _page in range(3):
        document.new_page(595, 842)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new day."""
    path = tmp_path / "Dag.finsam"
    with Session.create(path, preset=load_preset(), title="Dagen", day=date(2025, 10, 15)) as opened:
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def take_in(session: Session) -> TakeIn:
    """Take in one document as a new application (or as a revision of one), and return it."""

    def take(
        name: str = "Ansökan Grönt steg.docx",
        *,
        media: str = "docx",
        data: bytes = b"word",
        blocks: tuple[Block, ...] = BLOCKS,
        problem: str = "",
        revises: Application | None = None,
    ) -> Application:
        details = ApplicationDetails(title="Grönt steg – på gård", received_on=date(2025, 8, 28))
        read = ReadDocument(name, data, media, () if problem else blocks, problem)
        candidate = Candidate(
            Proposal(details),
            (read,),
            version=DocumentVersion.REVISED if revises else DocumentVersion.FIRST,
            application_id=revises.id if revises else None,
        )
        return session.intake.take_in(Gathered((candidate,))).applications[0]

    return take
