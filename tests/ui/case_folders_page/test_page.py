"""The tab Ärendemappar: what is in each folder, one or all saved as zip, the window usable meanwhile."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot
from tests.services.building import a_workshop
from tests.services.outgoing.addressing import address, let_all_read
from tests.services.outgoing.approving import approve

from finsam_review.domain.changes import Changes
from finsam_review.services.outgoing.case_contents import case_contents
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.ui.case_folders_page import CaseFoldersPage
from finsam_review.ui.case_folders_page.case_list import CaseListModel
from finsam_review.ui.change_bus import ChangeBus
from finsam_review.ui.commands import Commands
from finsam_review.ui.context import DayContext
from finsam_review.ui.preferences import PreferenceStore
from finsam_review.ui.theme import LIGHT, TEXT_SCALES, Theme, apply_theme
from finsam_review.ui.widgets.cards import EmptyState

LONG = 60_000
Opened = Callable[[], CaseFoldersPage]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An open day with three applications; the letter of the second is sent."""
    with a_workshop().with_documents().with_notes(6).at(tmp_path / "dag.finsam") as opened:
        let_all_read(opened)
        second = opened.applications.all()[1].id
        address(opened, second, "milad@skovde.kommun.example")
        approve(opened, second)
        letter = make_letter(opened.outbox.letter(second), written_at=datetime(2025, 10, 16).astimezone())
        opened.outbox.keep([letter])
        opened.outbox.mark_sent(second, date(2025, 10, 16))
        yield opened


@pytest.fixture
def context(session: Session, tmp_path: Path) -> DayContext:
    """What every page is given."""
    bus = ChangeBus()
    return DayContext(session, bus, Commands(session, bus), PreferenceStore(tmp_path))


@pytest.fixture
def opened(qtbot: QtBot, context: DayContext) -> Iterator[Opened]:
    """Open the tab as the window does; its work is ended when the test is."""
    pages = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(LIGHT))

    def make() -> CaseFoldersPage:
        page = CaseFoldersPage(context)
        qtbot.addWidget(page)
        page.resize(1250, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.focus_first()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.leave()
    apply_theme(app, Theme(LIGHT))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a person chooses when asked for one."""
    chosen = tmp_path / "Diariet"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(chosen))
    return chosen


def rest(qtbot: QtBot, page: CaseFoldersPage) -> None:
    """Wait until nothing is being made."""
    qtbot.waitUntil(lambda: not page.is_busy, timeout=LONG)


def nameless(interface: QAccessibleInterface) -> list[str]:
    """Return the focusable things below ``interface`` that have no name."""
    found = []
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is None or child.state().invisible:
            continue
        if child.state().focusable and not child.text(QAccessible.Text.Name):
            found.append(f"{child.role()} {child.object()}")
        found += nameless(child)
    return found


def test_the_model_keeps_qts_rules(session: Session, qtbot: QtBot):
    model = CaseListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cases = case_contents(session)
    model.set_cases(cases)
    model.set_cases((replace(cases[0], notes=9), *cases[1:]))
    model.set_cases(cases[:1])
    assert tester.model() is model
    assert model.rowCount() == 1


def test_every_row_says_how_far_the_case_has_come(opened: Opened):
    model = opened().list.folders
    said = [model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert said == [
        "1 Ansökan 1, 6 lappar · 5 filer, Inget brev ännu",
        "2 Ansökan 2, 0 lappar · 7 filer, Skickad, skickat den 16 oktober 2025",
        "3 Ansökan 3, 0 lappar · 5 filer, Inget brev ännu",
    ]


def test_what_is_in_the_folder_is_told_file_by_file(opened: Opened):
    page = opened()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.card.accessibleName() == "Det som ligger i Ansökan 2.zip"
    assert page.card.said.splitlines() == [
        "Innehåll.txt",
        "1 Ansökan: Ansökan 2.docx",
        "2 Lappar: Lappar.xlsx",
        "2 Lappar: Intern kopia.pdf",
        "3 Summering: Ansökan 2.pdf",
        "4 Brev: Ansökan 2.eml",
        "Logg.txt",
    ]


def test_all_are_saved_in_the_folder_chosen(opened: Opened, qtbot: QtBot, folder: Path):
    page = opened()
    page.save_all.click()
    assert page.is_busy
    rest(qtbot, page)
    files = sorted(folder.rglob("*.zip"))
    assert [file.name for file in files] == ["Ansökan 1.zip", "Ansökan 2.zip", "Ansökan 3.zip"]
    assert page.panel.said.startswith("3 ärendemappar är sparade.")
    with zipfile.ZipFile(files[1]) as archive:
        assert archive.testzip() is None
        assert "4 Brev/Ansökan 2.eml" in archive.namelist()


def test_one_is_saved_under_the_name_chosen(
    opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    page, asked = opened(), []

    def choose(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(tmp_path / "ärende två"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    page.save_one.click()
    rest(qtbot, page)
    assert asked == ["Ansökan 2.zip"]
    assert zipfile.is_zipfile(tmp_path / "ärende två.zip")
    assert page.panel.said.startswith("Ärendemappen är sparad.")


def test_stopping_while_they_are_gathered_saves_none(opened: Opened, qtbot: QtBot, folder: Path):
    page = opened()
    page.save_all.click()
    page.panel.cancelled.emit()
    rest(qtbot, page)
    assert list(folder.rglob("*.zip")) == []
    assert page.panel.said.startswith("0 av 3 ärendemappar är sparade.")


def test_stopping_while_they_are_written_keeps_whole_files(opened: Opened, qtbot: QtBot, folder: Path):
    page = opened()
    page.work.stepped.connect(lambda _step: page.work.cancel())
    page.save_all.click()
    rest(qtbot, page)
    saved = list(folder.rglob("*.zip"))
    assert 1 <= len(saved) <= 3
    assert all(zipfile.is_zipfile(path) for path in saved)
    assert not list(folder.rglob(".finsam-*"))


def test_leaving_while_they_are_gathered_leaves_nothing_behind(opened: Opened, qtbot: QtBot, folder: Path):
    page = opened()
    page.save_all.click()
    page.leave()
    assert not page.is_busy
    assert not folder.exists()


def test_a_folder_that_can_not_be_written_is_told(opened: Opened, qtbot: QtBot, folder: Path):
    folder.write_text("", encoding="utf-8")
    page = opened()
    page.save_all.click()
    rest(qtbot, page)
    assert page.panel.said.startswith("Ärendemapparna är inte sparade.")


def test_what_changes_is_seen(opened: Opened, session: Session, context: DayContext):
    page = opened()
    first = session.applications.all()[0].id
    approve(session, first)
    address(session, first, "lovisa@hjo.kommun.example")
    made = make_letter(session.outbox.letter(first), written_at=datetime(2025, 10, 17).astimezone())
    context.commands.do(lambda: session.outbox.keep([made]))
    assert "4 Brev: Ansökan 1.eml" in page.card.said
    assert len(page.list.folders.cases[0].files) == 7


def test_without_applications_it_says_what_to_do_first(
    opened: Opened, session: Session, context: DayContext
):  # fmt: skip
    page = opened()
    for application in session.applications.all():
        session.applications.remove(application.id)
    context.bus.changed.emit(Changes(applications=frozenset({"all"})))
    assert page.findChild(EmptyState).isVisible()


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_every_text_size_fits_beside_the_rail(opened: Opened, qtbot: QtBot, scale: float):
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page = opened()
    apply_theme(app, Theme(LIGHT, scale))
    page.resize(1366 - round((116 if scale < 1.5 else 60) * scale), 650)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= page.width()
    for area in page.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
    for part in (page.save_one, page.save_all):
        assert part.mapTo(page, part.rect().topRight()).x() <= page.width()


def test_every_control_has_a_name(opened: Opened):
    interface = QAccessible.queryAccessibleInterface(opened())
    assert interface.childCount() >= 1
    assert nameless(interface) == []
