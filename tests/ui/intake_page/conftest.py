"""A real day, and what an import found, for the page that takes applications in."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from finsam_review.domain.applications import ApplicationDetails, Doubt
from finsam_review.domain.intake import Candidate, FieldSource, Heading, Paragraph, Proposal, ReadDocument
from finsam_review.services.days.presets import load_preset
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.preferences import PreferenceStore

LETTER = (
    Heading("Nya vägar Vara"),
    Paragraph("Vara kommun söker pengar. Vi behöver ungefär 720 tkr för 2026. Lokal har vi."),
    Paragraph("Kontakta Gunvor Ståhlbrand."),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An empty day."""
    with Session.create(
        tmp_path / "Dag.finsam", preset=load_preset(), title="Dag", day=date(2026, 10, 14)
    ) as day:
        yield day


@pytest.fixture
def context(session: Session, tmp_path: Path, qapp: object) -> DayContext:
    """The day as pages get it."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def candidate() -> Callable[..., Candidate]:
    """Make an application as read: ``doubts`` are (field, code, quote); ``problem`` says it gave no text."""

    def make(
        title: str = "Nya vägar Vara",
        *,
        doubts: tuple[tuple[str, str, str], ...] = (),
        problem: str = "",
        amount: int | None = 720_000,
    ) -> Candidate:
        details = ApplicationDetails(
            title=title,
            applicant="Vara kommun",
            amounts=((2026, amount),) if amount is not None else (),
            amount_total=amount,
        )
        name = f"{title or 'namnlös'}.docx"
        blocks = () if problem else LETTER
        document = ReadDocument(name, name.encode(), "docx", blocks, problem)
        asked = tuple(Doubt(field, code, {}, quote) for field, code, quote in doubts)
        sources = {"applicant": FieldSource("both", "Vara kommun söker pengar")}
        return Candidate(Proposal(details, sources, asked), (document,))

    return make


@pytest.fixture
def page(qtbot: QtBot, context: DayContext) -> IntakePage:
    """The page, on the screen at the size of an ordinary laptop."""
    made = IntakePage(context)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made
