"""The day after, by one person at the keyboard: points, approval, drafts, the revised version, answers."""

import email
import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email import policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.services.outgoing.approving import approve as approve_at_once

from finsam_review.app import make_application, make_window
from finsam_review.domain.follow_up.responses import Answer
from finsam_review.domain.notes import NoteContent
from finsam_review.domain.summaries import SummaryState
from finsam_review.paths import resources
from finsam_review.services.days.rehearsal import make_rehearsal
from finsam_review.services.outgoing.letters import make_letter
from finsam_review.services.session import Session
from finsam_review.ui.day import DayView
from finsam_review.ui.follow_up_page.answers.view import AnswersView
from finsam_review.ui.follow_up_page.revised.part import RevisedPart
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.points_page import PointsPage

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
REVISED = resources() / "sample" / "reviderade"


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice day: sixteen applications, 428 notes, made once."""
    folder = tmp_path_factory.mktemp("day")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FINSAM_HOME", str(folder / "home"))
        make_rehearsal(folder / "dag.finsam").close()
    return folder / "dag.finsam"


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window as the program makes it."""
    app = make_application()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = sys.excepthook
    made = make_window(app, language="sv")
    sys.excepthook = hook
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def day(window: MainWindow, rehearsal: Path, tmp_path: Path) -> DayView:
    """A copy of the practice day, open."""
    path = tmp_path / "dag.finsam"
    shutil.copy(rehearsal, path)
    window.open_day(path)
    view = window.findChildren(DayView)[-1]
    assert isinstance(view, DayView)
    return view


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifiers)


def focus() -> QWidget:
    """Return what has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def approve(session: Session, page: PointsPage, application_id: str) -> None:
    """Approve by keyboard; the first time the program asks who does."""
    press(K.Key_Return, CTRL | SHIFT)
    if session.summaries.approval(application_id) is None:
        if not getattr(focus(), "text", str)():
            QTest.keyClicks(focus(), "Karin Ek")
        press(K.Key_Return)
    assert session.summaries.approval(application_id) is not None, page.presenter.desk.application


def mask_what_may_not_leave(session: Session, page: PointsPage, application_id: str) -> None:
    """Go through the points and mask, with M, until nothing is left to look at."""
    press(K.Key_F6)
    press(K.Key_Home)
    for _step in range(200):
        if not session.summaries.open_hits(application_id):
            break
        before = len(session.summaries.open_hits(application_id))
        press(K.Key_M)
        if len(session.summaries.open_hits(application_id)) == before:
            press(K.Key_Down)
    assert session.summaries.open_hits(application_id) == ()
    page.focus_first()


@pytest.mark.slow
def test_the_whole_material_is_worked_through_by_keyboard_alone(day: DayView, qtbot: QtBot) -> None:
    session = day.context.session
    day.show_page("summaries")
    page = day.findChild(PointsPage)
    assert page is not None
    page.focus_first()
    for application in session.applications.all():
        assert page.presenter.desk.application_id == application.id
        for _note in range(80):
            left = session.points.receipt(application.id).left
            if left == 0:
                break
            press(K.Key_P)
            if session.points.receipt(application.id).left == left:
                press(K.Key_N)
        told = page.receipt.receipt
        assert told == session.points.receipt(application.id)
        assert told.balances
        assert (told.left, told.quoted) == (0, told.notes)
        mask_what_may_not_leave(session, page, application.id)
        approve(session, page, application.id)
        press(K.Key_Down, ALT)
    assert session.points.receipt_of_day([a.id for a in session.applications.all()]).quoted == 428
    states = {item.state for item in session.summaries.sources()}
    assert states == {SummaryState.APPROVED}


def test_from_approval_to_the_answers(
    day: DayView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One application the whole way: approved, drafted, sent, the revised version in, each point judged."""
    session = day.context.session
    stegen = session.applications.all()[7]
    approve_at_once(session, stegen.id)
    _save_and_tick(day, qtbot, tmp_path / "utkast", monkeypatch)
    (draft,) = (tmp_path / "utkast").glob("*.eml")
    message = email.message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert message["To"] == stegen.details.contact_email
    assert [part.get_filename() for part in message.iter_attachments()] == ["2025-050 Stegen in.pdf"]
    (dispatch,) = session.outbox.dispatches()
    assert session.outbox.content(dispatch.sha256) == draft.read_bytes()
    assert dispatch.sent_on is not None
    assert session.summaries.source(stegen.id).state is SummaryState.SENT

    _take_in_revised(day, qtbot)
    first, revised = session.applications.get(stegen.id).documents
    assert (first.version.value, revised.version.value) == ("first", "revised")
    session.revisions.set_received(revised.id, date(2025, 11, 3))
    _judge(day, qtbot)
    judged = session.revisions.responses(stegen.id).values()
    assert len(judged) == len(session.revisions.points(stegen.id))
    assert {item.answer for item in judged} == {Answer.ANSWERED, Answer.PARTLY}
    assert session.steps.current_steps()[stegen.id] == "revised"


def _save_and_tick(day: DayView, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words, **_more: str(folder))
    press(K.Key_3, CTRL)
    page = day.findChild(LettersPage)
    assert page is not None
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    page.listing.save.click()
    qtbot.waitUntil(lambda: any(folder.glob("*.eml")) and not page.is_busy, timeout=60_000)
    page.choose(day.context.session.applications.all()[7].id)
    page.focus_first()
    press(K.Key_Space)
    press(K.Key_Return)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)


def _take_in_revised(day: DayView, qtbot: QtBot) -> None:
    """Drop the folder on the window and take in what was read."""
    day.take_in([REVISED])
    page = day.findChild(IntakePage)
    assert page is not None
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    with qtbot.waitSignal(page.finished, timeout=60_000):
        page.foot.take_all.click()


def _judge(day: DayView, qtbot: QtBot) -> None:
    press(K.Key_4, CTRL)
    part = day.findChild(RevisedPart)
    assert part is not None
    qtbot.waitUntil(lambda: not part.is_busy, timeout=60_000)
    view = part.findChild(AnswersView)
    assert view is not None
    view.setFocus()
    press(K.Key_Home)
    for place in range(60):
        press(K.Key_1 if place % 2 else K.Key_2)
        press(K.Key_Down)


def test_what_is_drafted_is_what_was_approved_also_after_the_notes_change(
    rehearsal: Path, tmp_path: Path
) -> None:
    path = tmp_path / "dag.finsam"
    shutil.copy(rehearsal, path)
    moment = datetime(2025, 10, 16, tzinfo=UTC)
    with Session.open(path) as session:
        app = session.applications.all()[0].id
        approve_at_once(session, app)
        before = make_letter(session.outbox.letter(app), written_at=moment)
        session.notes.edit(session.notes.of_topic(app)[0].id, NoteContent("Skrivet efter godkännandet"))
        assert make_letter(session.outbox.letter(app), written_at=moment).draft.data == before.draft.data
