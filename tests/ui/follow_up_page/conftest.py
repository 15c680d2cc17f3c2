"""The page Uppföljning on a day some weeks later: one reply came late, one is missing, one was not sent."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.building import DAY
from tests.services.follow_up.conftest import sample, take_in
from tests.services.outgoing.approving import approve

from finsam_review.domain.applications import Application, ApplicationDetails
from finsam_review.domain.notes import NoteContent, Place
from finsam_review.services.days.presets import load_preset
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.follow_up_page import FollowUpPage
from finsam_review.ui.follow_up_page.revised.part import RevisedPart
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import LIGHT, Theme, apply_theme

TODAY = date(2025, 11, 4)
LONG = 60_000
TEXTS = (
    "Tre kommuner är en part. Minst två behövs",
    "Bredda styrgruppen",
    "Vården är <b>bara</b> tillfrågad",
)
OTHERS = ("Grönt steg – på gård", "Språkbron")


def fill(session: Session) -> None:
    """Put three applications in, approve all, send two, and take the revised version of the first in."""
    take_in(session, sample("ansokningar"))
    for title in OTHERS:
        amounts = ((2026, 100_000), (2027, 200_000))
        session.applications.add(ApplicationDetails(title=title, amounts=amounts, amount_total=350_000))
    workshop = session.day.frame().workshop
    session.day.change_workshop(replace(workshop, deadline=date(2025, 10, 31)))
    applications, frame = session.applications.all(), session.day.frame()
    for number, item in enumerate(applications, start=50):
        details = replace(
            item.details, diary_number=f"2025/0{number}", contact_email="kansli@sokande.example"
        )
        session.applications.change(item.id, details)
    for item in applications:
        for question, text, table in zip(frame.review_questions, TEXTS, frame.tables, strict=True):
            session.notes.add(Place(item.id, question.id, table.id), NoteContent(text))
        approve(session, item.id)
    for item in applications[:2]:
        letter = session.outbox.letter(item.id)
        session.outbox.keep([make_letter(letter, written_at=datetime(2025, 10, 16).astimezone())])
        session.outbox.mark_sent(item.id, date(2025, 10, 16))
    take_in(session, sample("reviderade"))
    document = session.applications.all()[0].documents[1]
    session.revisions.set_received(document.id, date(2025, 11, 3))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That day as a closed file."""
    folder = tmp_path_factory.mktemp("followed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        path, preset = folder / "dag.finsam", load_preset("skaraborg")
        with Session.create(path, preset=preset, title="Budgetupptakt", day=DAY, tables=3) as session:
            fill(session)
    return path


@pytest.fixture
def path(made_once: Path, tmp_path: Path) -> Path:
    """A copy of the file."""
    target = tmp_path / "dag.finsam"
    shutil.copy(made_once, target)
    return target


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    """The day, open, with nothing to undo."""
    with Session.open(path) as opened:
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@dataclass
class Followed:
    """The page and what a test asks of it."""

    page: FollowUpPage
    context: DayContext
    qtbot: QtBot
    remarks: list[str]

    @property
    def session(self) -> Session:
        """The open day."""
        return self.context.session

    @property
    def applications(self) -> tuple[Application, ...]:
        """The applications by number."""
        return self.session.applications.all()

    @property
    def revised(self) -> RevisedPart:
        """The tab Reviderade, when nothing is being compared any more."""
        part = self.page.part("revised")
        assert isinstance(part, RevisedPart)
        self.qtbot.waitUntil(lambda: not part.is_busy, timeout=LONG)
        return part

    def show(self, number: int) -> RevisedPart:
        """Show an application by its number."""
        self.revised.show_application(self.applications[number - 1])
        return self.revised


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Callable[..., Followed]]:
    """Return a way to open the page as the window does; its work is ended when the test is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))
    pages: list[FollowUpPage] = []

    def make(*, size: tuple[int, int] = (1250, 680), scale: float = 1.0, tab: str = "revised") -> Followed:
        apply_theme(app, Theme(LIGHT, text_scale=scale))
        page = FollowUpPage(context, today=lambda: TODAY)
        qtbot.addWidget(page)
        page.resize(*size)
        remarks: list[str] = []
        context.commands.remarked.connect(remarks.append)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        pages.append(page)
        page.show_tab(tab)
        page.focus_first()
        made = Followed(page, context, qtbot, remarks)
        assert not made.revised.is_busy
        return made

    yield make
    for page in pages:
        page.leave()
    apply_theme(app, Theme(LIGHT))


@pytest.fixture
def followed(opened: Callable[..., Followed]) -> Followed:
    """The page, open."""
    return opened()
