"""Applications are read, looked at, corrected and taken in through the page, on a real day."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from finsam_review.domain.intake import Candidate, FailedItem, Gathered, ReadingRow
from finsam_review.i18n.wording import doubt_text, failure_text
from finsam_review.paths import resources
from finsam_review.services.session import Session
from finsam_review.ui.application_fields.draft import Draft
from finsam_review.ui.context import DayContext
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.theme import LIGHT, Theme, apply_theme

Make = Callable[..., Candidate]
ABOUT = ("amounts", "amount_approximate", "ungefär 720 tkr")


def titles(session: Session) -> list[str]:
    """Return the titles in the day, by number."""
    return [application.title for application in session.applications.all()]


def write(page: IntakePage, key: str, text: str) -> QLineEdit:
    """Type ``text`` into a line of the form, in place of what stood there."""
    from PySide6.QtTest import QTest

    editor = page.panes.form.lines[key].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text) if text else QTest.keyClick(editor, Qt.Key.Key_Delete)
    return editor


def chosen(page: IntakePage) -> Draft:
    """Return the chosen application."""
    item = page.panes.chosen
    assert isinstance(item, Draft)
    return item


def test_real_files_are_read_on_another_thread_and_taken_in_as_one_step(
    qtbot: QtBot, page: IntakePage, context: DayContext
):
    sample = resources() / "sample" / "ansokningar"
    files = [sample / "Handledarkraft.docx", sample / "Andrum_Skara.pdf"]
    page.start(files)
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    assert {draft.candidate.documents[0].file_name for draft in page.review.drafts} == {f.name for f in files}
    with qtbot.waitSignal(page.finished, timeout=10_000) as told:
        page.foot.take_all.click()
    (ids,) = told.args
    taken = context.session.applications.all()
    assert sorted(ids) == sorted(application.id for application in taken)
    assert {context.session.applications.original(a.documents[0].id) for a in taken} == {
        file.read_bytes() for file in files
    }
    context.commands.undo()
    assert context.session.applications.all() == ()
    assert context.session.undo.next_undo is None


def test_a_page_that_goes_away_while_it_reads_stops_reading(qtbot: QtBot, context: DayContext):
    around = QWidget()
    page = IntakePage(context, around)
    page.start([resources() / "sample" / "ansokningar"])
    task = page._task
    assert task is not None
    delete(around)
    assert not isValid(page)
    qtbot.waitUntil(task.isFinished, timeout=60_000)
    assert titles(context.session) == []


def test_reading_can_be_stopped(qtbot: QtBot, page: IntakePage):
    page.start([resources() / "sample" / "ansokningar"])
    with qtbot.waitSignal(page.cancelled, timeout=60_000):
        page._progress.cancelled.emit()
    assert not page.is_busy


def test_a_folder_that_cant_be_read_is_told(qtbot: QtBot, page: IntakePage, monkeypatch: pytest.MonkeyPatch):
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "no", "/hemligt/Mappen")

    monkeypatch.setattr(Path, "iterdir", refuse)
    page.start([resources() / "sample"])
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)
    row = page.panes.list.model().index(0, 0).data()
    assert failure_text("no_access", {"file": "sample"}) in row


def test_those_that_need_a_look_come_first_and_the_rest_as_they_were_read(page: IntakePage, candidate: Make):
    page.show_gathered(
        Gathered(
            (
                candidate("Ett"),
                candidate("Två", doubts=(ABOUT,)),
                candidate("Tre"),
                candidate("", problem="no_text"),
            )
        )
    )
    rows = [page.panes.list.model().index(row, 0).data() for row in range(4)]
    assert [row.split(",")[0] for row in rows] == ["namnlös.docx", "Två", "Ett", "Tre"]
    assert failure_text("no_text", {"file": "namnlös.docx"}) in rows[0]
    assert doubt_text("amount_approximate", {}) in rows[1]
    assert "720 000 kr" in rows[1]
    numbers = [word for word in page.panes.head.summary.split() if word.isdigit()]
    assert numbers == ["2", "1", "1"]


def test_the_very_sentence_is_marked_for_the_doubted_field(page: IntakePage, candidate: Make):
    page.show_gathered(Gathered((candidate(doubts=(ABOUT,)),)))
    assert page.panes.document.marked == "Vi behöver ungefär 720 tkr för 2026."
    page.panes.form.lines["applicant"].editor.setFocus()
    assert page.panes.document.marked == "Vara kommun söker pengar."


def test_writing_in_a_field_settles_its_doubt_and_goes_into_the_day(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make
):
    page.show_gathered(Gathered((candidate(doubts=(ABOUT, ("applicant", "from_text", ""))),)))
    write(page, "amount:2026", "815000")
    assert [doubt.field for doubt in chosen(page).doubts] == ["applicant"]
    with qtbot.waitSignal(page.finished):
        page.foot.take_all.click()
    (taken,) = context.session.applications.all()
    assert taken.details.amounts == ((2026, 815_000),)
    assert taken.details.amount_total == 815_000
    assert [doubt.field for doubt in taken.doubts] == ["applicant"]


def test_all_is_right_settles_everything_and_can_be_taken_back(page: IntakePage, candidate: Make):
    page.show_gathered(Gathered((candidate(doubts=(ABOUT, ("applicant", "from_text", ""))),)))
    assert page.review.clear == []
    page.panes.header.button.click()
    assert page.review.clear == [chosen(page)]
    page.panes.header.button.click()
    assert len(chosen(page).doubts) == 2


def test_a_value_that_cant_be_understood_is_told_and_blocks_until_it_is_mended(
    page: IntakePage, candidate: Make
):
    page.show_gathered(Gathered((candidate("Ett"), candidate("Två"))))
    write(page, "amount:2026", "ganska mycket")
    line = page.panes.form.lines["amount:2026"]
    assert line.error
    assert line.error in line.editor.accessibleDescription()
    assert page.foot.take_all.reason
    page.panes.list.setCurrentIndex(page.panes.list.model().index(1, 0))
    page.panes.list.setCurrentIndex(page.panes.list.model().index(0, 0))
    kept = page.panes.form.lines["amount:2026"]
    assert (kept.editor.text(), bool(kept.error)) == ("ganska mycket", True)
    write(page, "amount:2026", "1 200 tkr")
    assert not page.foot.take_all.reason
    assert chosen(page).details.amounts == ((2026, 1_200_000),)


def test_one_without_a_title_is_filled_in_by_hand(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make
):
    page.show_gathered(Gathered((candidate("", problem="encrypted", amount=None),)))
    assert page.foot.take_all.reason
    qtbot.keyClicks(page.panes.form.lines["title"].editor, "Bryggan")
    assert not page.foot.take_all.reason
    with qtbot.waitSignal(page.finished):
        page.foot.take_all.click()
    (taken,) = context.session.applications.all()
    assert (taken.title, taken.documents[0].problem) == ("Bryggan", "encrypted")


def test_the_clear_ones_can_be_taken_in_first_and_the_rest_stay(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make
):
    page.show_gathered(Gathered((candidate("Ett"), candidate("Två", doubts=(ABOUT,)), candidate("Tre"))))
    page.foot.take_clear.click()
    qtbot.waitUntil(lambda: not page.is_busy)
    assert titles(context.session) == ["Ett", "Tre"]
    assert [draft.details.title for draft in page.review.drafts] == ["Två"]
    with qtbot.waitSignal(page.finished) as told:
        page.foot.leave.click()
    assert told.args == [tuple(a.id for a in context.session.applications.all())]
    context.commands.undo()
    assert titles(context.session) == []


def test_applications_are_numbered_as_they_were_read(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make
):
    page.show_gathered(Gathered((candidate("Ett"), candidate("Två", doubts=(ABOUT,)))))
    with qtbot.waitSignal(page.finished):
        page.foot.take_all.click()
    assert titles(context.session) == ["Ett", "Två"]


def test_who_reads_what_is_undone_with_the_applications(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make
):
    page.show_gathered(Gathered((candidate("Ett"),), (ReadingRow(1, "Ett", 1),)))
    with qtbot.waitSignal(page.finished):
        page.foot.take_all.click()
    assert len(context.session.day.frame().readings) == 1
    context.commands.undo()
    assert context.session.day.frame().readings == ()
    assert titles(context.session) == []
    context.commands.redo()
    assert titles(context.session) == ["Ett"]
    assert len(context.session.day.frame().readings) == 1


def test_taking_in_is_backed_up_first_and_can_be_stopped(
    qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make, own_home: Path
):
    page.show_gathered(Gathered(tuple(candidate(f"Nummer {n}") for n in range(1, 6))))
    page.foot.take_all.click()
    qtbot.waitUntil(lambda: len(titles(context.session)) >= 2)
    page._progress.cancelled.emit()
    here = titles(context.session)
    left = [draft.details.title for draft in page.review.drafts]
    assert sorted(here + left) == [f"Nummer {n}" for n in range(1, 6)]
    assert left
    assert list(own_home.rglob("*.finsam"))
    context.commands.undo()
    assert titles(context.session) == []


def test_files_that_gave_nothing_are_listed_with_their_reason(page: IntakePage, candidate: Make):
    failed = FailedItem("Protokoll.txt", "unsupported", {"file": "Protokoll.txt"})
    here = FailedItem("Bryggan.pdf", "already_here", {"file": "Bryggan.pdf"})
    page.show_gathered(Gathered((candidate("Ett"),), (), (failed,), (here,)))
    assert failure_text("unsupported", failed.values) in page.panes.list.model().index(1, 0).data()
    assert failure_text("already_here", here.values) in page.panes.notices.words
    page.panes.list.setCurrentIndex(page.panes.list.model().index(1, 0))
    assert page.panes.chosen == failed
    assert not page.panes.form.isVisible()


def test_an_unread_file_that_can_be_filled_in_is_counted_once(page: IntakePage, candidate: Make):
    unread = candidate("", problem="no_text")
    name = unread.documents[0].file_name
    page.show_gathered(Gathered((unread,), (), (FailedItem(name, "no_text", {"file": name}),)))
    assert page.panes.list.model().rowCount() == 1
    assert page.review.unread == 1


def test_leaving_takes_nothing_in(qtbot: QtBot, page: IntakePage, context: DayContext, candidate: Make):
    page.show_gathered(Gathered((candidate(),)))
    with qtbot.waitSignal(page.cancelled):
        page.foot.leave.click()
    assert titles(context.session) == []


def test_f6_goes_round_the_panes_and_arrows_choose(qtbot: QtBot, page: IntakePage, candidate: Make):
    page.show_gathered(Gathered((candidate("Ett"), candidate("Två"))))
    with qtbot.waitActive(page):
        page.activateWindow()
    panes = page.panes
    assert panes.list.hasFocus()
    qtbot.keyClick(panes.list, Qt.Key.Key_Down)
    assert chosen(page).details.title == "Två"
    met = []
    for _turn in range(4):
        qtbot.keyClick(page, Qt.Key.Key_F6)
        met.append(page.focusWidget())
    assert met == [panes.form.lines["title"].editor, panes.document.text, page.foot.take_all, panes.list]


@pytest.fixture
def text_scale(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[float]:
    """A text size, put back after the test."""
    apply_theme(qapp, Theme(LIGHT, request.param))
    yield request.param
    apply_theme(qapp, Theme(LIGHT))


SIZES = [(1.0, (1366, 650)), (1.5, (1276, 591)), (2.0, (1246, 532)), (2.0, (1000, 700))]


@pytest.mark.parametrize(("text_scale", "size"), SIZES, indirect=["text_scale"])
def test_nothing_is_cut_off_sideways_at_any_text_size(
    qtbot: QtBot, text_scale: float, page: IntakePage, candidate: Make, size: tuple[int, int]
):
    page.resize(*size)
    page.show_gathered(Gathered((candidate(doubts=(ABOUT,)), candidate("Två"))))
    qtbot.waitUntil(lambda: page.panes.form.width() > 100)
    QApplication.processEvents()
    assert page.width() == size[0]
    area = page.panes.form.parentWidget()
    assert area is not None
    assert page.panes.form.width() <= area.width()
    for key, line in page.panes.form.lines.items():
        right = line.editor.mapTo(page.panes.form, line.editor.rect().topRight()).x()
        assert right <= page.panes.form.width(), key


def test_everything_that_takes_the_keyboard_has_a_name(page: IntakePage, candidate: Make):
    page.show_gathered(Gathered((candidate(doubts=(ABOUT,)), candidate("Två"))))
    nameless = [
        found.object()
        for found in walk(QAccessible.queryAccessibleInterface(page))
        if found.state().focusable and not found.text(QAccessible.Text.Name)  # type: ignore[attr-defined]
    ]
    assert nameless == []


def walk(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """Return everything below ``interface`` that is on the screen."""
    found: list[QAccessibleInterface] = []
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid() and not child.state().invisible:  # type: ignore[attr-defined]
            found += [child, *walk(child)]
    return found
