"""The window: days are opened, closed and changed in it, and no text is lost on the way."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from finsam_review.domain.notes import NOTE_LIMIT, NoteContent, Place
from finsam_review.services.session import Session
from finsam_review.ui.applications_page.header import BoardHeader
from finsam_review.ui.board.board import Board
from finsam_review.ui.board.note_editor import NoteEditor
from finsam_review.ui.day import DayView
from finsam_review.ui.day.status_line import StatusLine
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.frame.status import StatusPiece
from finsam_review.ui.main_window import MainWindow
from finsam_review.ui.start_page import StartPage
from finsam_review.ui.table_view import TableView
from finsam_review.ui.writing.draft_notice import DraftNotice

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Key = Qt.Key
SHOWN = ("applications", "summaries", "follow_up", "settings")
"""Pages of the rail that have no tabs of their own here."""
PageOf = Callable[[MainWindow], DayView | TableView]


def board_of(page: QWidget) -> Board:
    board = page.findChild(Board)
    assert isinstance(board, Board)
    return board


def editor_of(page: QWidget, number: int = 1) -> NoteEditor:
    return board_of(page).order[number - 1].editor


def texts_of(page: QWidget, number: int = 1) -> list[str]:
    return [card.text for card in board_of(page).order[number - 1].model.cards]


def type_in(page: QWidget, text: str, number: int = 1) -> None:
    editor = editor_of(page, number)
    editor.focus_text()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                editor.text_box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            )


def press(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def status_of(page: QWidget) -> str:
    line = page.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    return " ".join(piece.text for piece in line.findChildren(StatusPiece))


def stored(path: Path) -> list[str]:
    with Session.open(path) as session:
        return [note.content.text for note in session.notes.all()]


def list_words(page: DayView, row: int) -> str:
    model = page.applications._list.view.model()
    return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_opening_shows_the_day_with_the_caret_where_one_writes(day: DayView, window: MainWindow) -> None:
    assert window.windowTitle() == "Dag åäö.finsam – Workshopdag"
    assert QApplication.focusWidget() is editor_of(day).text_box
    assert "0 av 27" in status_of(day)


def test_closing_the_day_comes_back_to_the_start_page_which_lists_it(
    window: MainWindow, day: DayView
) -> None:
    type_in(day, "En lapp")
    press(Key.Key_Return, CTRL)
    press(Key.Key_W, CTRL)
    start = window.centralWidget().currentWidget()
    assert isinstance(start, StartPage)
    listed = start._recent.model()
    assert listed.rowCount() == 1
    words = listed.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "3 ansökningar" in words
    assert "1 lapp" in words


def test_undo_and_redo_work_in_the_emptied_editor(day: DayView) -> None:
    type_in(day, "Språkstöd på plats")
    press(Key.Key_Return, CTRL)
    assert texts_of(day) == ["Språkstöd på plats"]
    press(Key.Key_Z, CTRL)
    assert texts_of(day) == []
    assert "Lappen sitter uppe" in status_of(day)
    press(Key.Key_Y, CTRL)
    assert texts_of(day) == ["Språkstöd på plats"]


def test_undo_takes_back_typing_before_it_takes_back_notes(day: DayView) -> None:
    type_in(day, "första")
    press(Key.Key_Return, CTRL)
    type_in(day, "andra")
    press(Key.Key_Z, CTRL)
    assert texts_of(day) == ["första"]
    assert editor_of(day).content().text == ""
    press(Key.Key_Y, CTRL)
    assert editor_of(day).content().text == "andra"
    assert texts_of(day) == ["första"]


def test_nothing_to_undo_is_a_remark_and_no_alarm(day: DayView) -> None:
    press(Key.Key_Z, CTRL)
    assert "ingenting" in status_of(day).lower() or "inget" in status_of(day).lower()
    piece = day.findChildren(StatusPiece)[0]
    assert piece._kind == "neutral"


def test_going_on_to_the_next_application_sticks_up_what_is_written(day: DayView) -> None:
    type_in(day, "Utan knapp")
    press(Key.Key_Down, ALT)
    assert texts_of(day) == []
    assert editor_of(day).content().is_empty
    press(Key.Key_Up, ALT)
    assert texts_of(day) == ["Utan knapp"]
    press(Key.Key_Z, CTRL)
    assert texts_of(day) == []


def test_letting_another_table_write_sticks_up_what_is_written(day: DayView) -> None:
    type_in(day, "Bord A")
    header = day.findChild(BoardHeader)
    assert header is not None
    header.table_chosen.emit(2)
    assert [(card.table_letter, card.text) for card in board_of(day).order[0].model.cards] == [
        ("A", "Bord A")
    ]
    type_in(day, "Bord B")
    press(Key.Key_Return, CTRL)
    assert [card.table_letter for card in board_of(day).order[0].model.cards] == ["A", "B"]


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Key.Key_1, "applications"),
        (Key.Key_2, "summaries"),
        (Key.Key_3, "outgoing"),
        (Key.Key_4, "follow_up"),
        (Key.Key_5, "settings"),
    ],
)
def test_every_page_of_the_rail_has_its_key(day: DayView, key: Key, page: str) -> None:
    day.show_page("settings" if page != "settings" else "applications")
    press(key, CTRL)
    assert day.page == page


def test_the_tabs_of_a_page_are_gone_round_by_key(day: DayView) -> None:
    day.show_page("outgoing")
    tabs = day.findChild(TabbedPage)
    been = [tabs.tab]
    for _step in range(3):
        press(Key.Key_Tab, CTRL)
        been.append(tabs.tab)
    assert been == ["letters", "documents", "folders", "letters"]


@pytest.mark.parametrize("page", ["summaries", "outgoing", "follow_up", "settings"])
def test_another_page_sticks_up_what_is_written(day: DayView, page: str) -> None:
    type_in(day, "Kvar i rutan")
    day.show_page(page)
    day.show_page("applications")
    assert texts_of(day) == ["Kvar i rutan"]


def test_a_text_too_long_stays_a_draft_and_is_counted_where_the_application_is_listed(day: DayView) -> None:
    long = "å" * (NOTE_LIMIT + 1)
    editor_of(day).set_content(NoteContent(long))
    press(Key.Key_Return, CTRL)
    assert str(NOTE_LIMIT) in editor_of(day).error
    press(Key.Key_Down, ALT)
    assert "1 ej uppsatt" in list_words(day, 0)
    press(Key.Key_Up, ALT)
    assert editor_of(day).content().text == long
    assert board_of(day).order[0].findChild(DraftNotice) is not None


def test_a_text_left_at_closing_is_there_again_with_a_word_about_it(
    window: MainWindow, day: DayView, page_of: PageOf
) -> None:
    path = day.context.session.path
    press(Key.Key_Down, ALT)
    type_in(day, "Jag hann inte")
    window.close_day()
    window.open_day(path)
    again = page_of(window)
    assert editor_of(again).content().text == "Jag hann inte"
    assert board_of(again).order[0].findChild(DraftNotice) is not None
    press(Key.Key_Return, CTRL)
    assert texts_of(again) == ["Jag hann inte"]
    window.close_day()
    assert stored(path) == ["Jag hann inte"]


def test_closing_the_window_at_the_very_last_key_keeps_the_text(window: MainWindow, day: DayView) -> None:
    path = day.context.session.path
    type_in(day, "mitt i ett or")
    window.close()
    QApplication.processEvents()
    with Session.open(path) as session:
        assert [draft.content.text for draft in session.notes.drafts()] == ["mitt i ett or"]


def test_the_row_of_the_list_and_the_status_line_follow_a_note(day: DayView) -> None:
    assert "fråga 1 besvarad" not in list_words(day, 0)
    type_in(day, "En lapp")
    press(Key.Key_Return, CTRL)
    assert "Bord A: fråga 1 besvarad" in list_words(day, 0)
    assert "1 av 27" in status_of(day)
    assert "senaste lappen" in status_of(day)


def test_opening_the_open_day_again_changes_nothing(
    window: MainWindow, day: DayView, page_of: PageOf
) -> None:
    window.open_day(day.context.session.path)
    assert page_of(window) is day


def test_a_day_that_can_not_be_opened_leaves_the_open_one(
    window: MainWindow, day: DayView, page_of: PageOf, answers, tmp_path: Path
) -> None:
    foreign = tmp_path / "text.finsam"
    foreign.write_text("hej", encoding="utf-8")
    type_in(day, "Skriver")
    window.open_day(foreign)
    assert answers.told == ["Filen är ingen workshopdag. Den är orörd."]
    assert page_of(window) is day
    assert editor_of(day).content().text == "Skriver"
    assert foreign.read_text(encoding="utf-8") == "hej"


def test_a_day_of_a_newer_version_is_refused_in_words(
    window: MainWindow, make_day, answers, tmp_path: Path
) -> None:
    path = make_day()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    window.open_day(path)
    assert ["nyare version" in told for told in answers.told] == [True]
    assert path.read_bytes() == before


def test_a_day_open_elsewhere_says_who_has_it(window: MainWindow, make_day, answers) -> None:
    path = make_day()
    with Session.open(path):
        window.open_day(path)
    assert len(answers.told) == 1
    assert "annat fönster" in answers.told[0]
    assert isinstance(window.centralWidget().currentWidget(), StartPage)


def test_a_table_that_the_day_lacks_is_told_and_the_day_opened(
    window: MainWindow, make_day, answers, page_of: PageOf
) -> None:
    window.open_day(make_day(), table=9)
    assert len(answers.told) == 1
    assert isinstance(page_of(window), DayView)


def test_table_view_and_back_stick_to_the_same_day(window: MainWindow, day: DayView, page_of: PageOf) -> None:
    type_in(day, "Halvskrivet")
    day.table_view_requested.emit(1)
    page = page_of(window)
    assert isinstance(page, TableView)
    assert editor_of(page).content().text == "Halvskrivet"
    assert window.windowTitle() == "Bord A – Dagen"
    page.day_view_requested.emit()
    again = page_of(window)
    assert isinstance(again, DayView)
    assert editor_of(again).content().text == "Halvskrivet"


def test_another_language_keeps_the_day_and_the_page(
    window: MainWindow, day: DayView, page_of: PageOf
) -> None:
    type_in(day, "Kvar")
    day.show_page("settings")
    window.preferences.change(language="en")
    again = page_of(window)
    assert isinstance(again, DayView)
    assert again is not day
    assert again.page == "settings"
    assert window.windowTitle() == "Dag åäö.finsam – Workshop day"
    assert texts_of(again) == ["Kvar"]
    window.preferences.change(language="sv")
    assert window.windowTitle() == "Dag åäö.finsam – Workshopdag"


def test_an_empty_day_says_what_to_do_and_takes_the_first_step(
    window: MainWindow, make_day, page_of: PageOf
) -> None:
    window.open_day(make_day(titles=()))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Ta in ansökningar"
    assert not board_of(page_of(window)).isVisible()


def test_files_dropped_on_the_day_are_taken_in(day: DayView, qtbot: QtBot, tmp_path: Path) -> None:
    document = tmp_path / "Ansökan.docx"
    shutil.copy(_sample_document(), document)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(document))])
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(day.applications.files_dropped) as dropped:
        day.applications.dropEvent(event)
    assert dropped.args == [[document]]
    from finsam_review.ui.intake_page import IntakePage

    page = day.findChild(IntakePage)
    assert page is not None
    assert page.isVisible()
    qtbot.waitUntil(lambda: not page.is_busy, timeout=30_000)
    day.show_page("settings")
    day.show_page("applications")
    assert page.isVisible()
    page.cancelled.emit()
    assert day.page == "applications"


def _sample_document() -> Path:
    from finsam_review.paths import resources

    return next((resources() / "sample" / "ansokningar").glob("*.docx"))


@contextmanager
def refusing_disk(path: Path) -> Iterator[None]:
    """Let no file grow past the size that the day has now; the system says so as a broken disk would."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def fill_up(session: Session) -> None:
    """Use up the free room within the file, so that the next note needs more of the disk."""
    question = session.day.frame().review_questions[0].id
    table = session.day.frame().tables[0].id
    place = Place(session.applications.all()[0].id, question, table)
    session.notes.add(place, NoteContent("x" * NOTE_LIMIT))


def test_a_disk_that_refuses_is_told_and_the_text_stays_in_the_editor(
    window: MainWindow, day: DayView, answers, page_of: PageOf
) -> None:
    session = day.context.session
    fill_up(session)
    answers.press = "Avbryt"
    long = "ö" * NOTE_LIMIT
    editor_of(day).set_content(NoteContent(long))
    with refusing_disk(session.path):
        press(Key.Key_Return, CTRL)
        assert editor_of(day).content().text == long
        assert "Ej sparad" in status_of(day)
        assert "Ej sparad" in editor_of(day).error
        press(Key.Key_Down, ALT)
        assert editor_of(day).content().text == long
        window.close_day()
        assert len(answers.told) == 1
        assert page_of(window) is day
    QTest.keyClick(editor_of(day).text_box, Key.Key_Return, CTRL)
    assert "Allt är sparat" in status_of(day)
    assert long in texts_of(day)


def test_full_screen_and_back(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Key.Key_F11)
    assert not window.isFullScreen()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1366, 768), (910, 480)])
@pytest.mark.parametrize("page", [*SHOWN, "letters", "documents", "folders", "reader", "table", "start"])
def test_no_page_is_wider_than_the_window(
    window: MainWindow,
    make_day,
    page_of: PageOf,
    *,
    page: str,
    scale: float,
    size: tuple[int, int],
    qtbot: QtBot,
) -> None:
    window.preferences.change(text_scale=scale)
    if page != "start":
        window.open_day(make_day(), table=1 if page == "table" else None)
    shown = window.centralWidget().currentWidget()
    if page in SHOWN:
        shown.show_page(page)
    if page in {"letters", "documents", "folders"}:
        shown.show_page("outgoing")
        window.findChild(TabbedPage).show_tab(page)
    if page == "reader":
        shown.applications.toggle_reader()
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    for area in window.findChildren(QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        seen = area.isVisible() and bar.maximum() > 0 and bar.isVisible()
        assert not seen, f"{type(area).__name__} {area.accessibleName()!r} scrolls sideways"
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not _in_scroll(widget):
            right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
            assert right <= window.width(), f"{type(widget).__name__} {widget.accessibleName()!r} sticks out"


def _in_scroll(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
