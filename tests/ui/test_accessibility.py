"""Every control of every page and dialog has a name, and Tab reaches it and comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from finsam_review.domain.notes import NoteContent, Place
from finsam_review.paths import resources
from finsam_review.services.session import Session
from finsam_review.ui.application_dialog import ApplicationDialog
from finsam_review.ui.day import DayView
from finsam_review.ui.dialogs import KeysDialog, NewDayDialog, RestoreDialog
from finsam_review.ui.dialogs.crash import CrashDialog
from finsam_review.ui.frame.page_tabs import TabbedPage
from finsam_review.ui.intake_page import IntakePage
from finsam_review.ui.letters_page import LettersPage
from finsam_review.ui.main_window import MainWindow

MOST_STOPS = 300
SAMPLE = resources() / "sample" / "ansokningar"


@pytest.fixture
def written(make_day: Callable[..., Path]) -> Path:
    """A day with a note of each question on the first application, and a document to read."""
    path = make_day()
    with Session.open(path) as session:
        document = next(SAMPLE.glob("*.docx"))
        for step in session.intake.gather([document]):
            if step.gathered is not None:
                session.intake.take_in(step.gathered)
        frame, topics = session.day.frame(), session.applications.all()
        for topic in topics:
            for question in frame.review_questions:
                place = Place(topic.id, question.id, frame.tables[0].id)
                session.notes.add(place, NoteContent(f"Lapp {question.number}"))
    return path


def start(window: MainWindow, _day: Path, _qtbot: QtBot) -> None:
    """The first screen, with one recent day."""
    window.open_day(_day)
    window.close_day()


def board(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The main page."""
    window.open_day(day)


def reader(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The main page with an application open."""
    window.open_day(day)
    view = day_view(window)
    for _step in range(3):
        view.applications._step(1)
    view.applications.toggle_reader()


def table(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The view of one table."""
    window.open_day(day, table=2)


def table_reader(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The view of one table, reading."""
    window.open_day(day, table=2)
    window.centralWidget().currentWidget()._toggle_reader()


def outgoing(window: MainWindow, day: Path, tab: str) -> None:
    """A tab of the page from which letters, documents and case folders go out."""
    window.open_day(day)
    day_view(window).show_page("outgoing")
    tabs = day_view(window).findChild(TabbedPage)
    tabs.show_tab(tab)
    tabs.focus_first()


def letters(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The letters."""
    outgoing(window, day, "letters")


def letters_template(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The template of the letters."""
    outgoing(window, day, "letters")
    day_view(window).findChild(LettersPage).edit_template()


def documents(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The summaries as documents."""
    outgoing(window, day, "documents")


def case_folders(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The case folders."""
    outgoing(window, day, "folders")


def settings(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """The settings."""
    window.open_day(day)
    day_view(window).show_page("settings")


def intake(window: MainWindow, day: Path, qtbot: QtBot) -> None:
    """Applications being looked over before they are taken in."""
    window.open_day(day)
    view = day_view(window)
    view.take_in([sorted(SAMPLE.glob("*.odt"))[0]])
    page = view.findChild(IntakePage)
    assert page is not None
    qtbot.waitUntil(lambda: not page.is_busy, timeout=60_000)


def empty(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """A day without applications."""
    window.open_day(day)
    session = day_view(window).context.session
    for application in session.applications.all():
        session.applications.remove(application.id)
    path = day.with_name("Kopia.finsam")
    session.save_copy(path)
    window.open_day(path)


def read_only(window: MainWindow, day: Path, _qtbot: QtBot) -> None:
    """A day that can only be read."""
    session = Session.open(day, read_only=True)
    window._opener._take(lambda: session)


PAGES = [
    start, board, reader, table, table_reader, letters, letters_template, documents, case_folders, settings,
    intake, empty, read_only,
]  # fmt: skip


def new_day(window: MainWindow) -> QDialog:
    """A new day."""
    return NewDayDialog(window)


def keys(window: MainWindow) -> QDialog:
    """The keys."""
    return KeysDialog(window)


def restore(window: MainWindow) -> QDialog:
    """The backups."""
    return RestoreDialog(window)


def details(window: MainWindow) -> QDialog:
    """An application's details, with its document."""
    context = day_view(window).context
    return ApplicationDialog(context, context.session.applications.all()[-1], window)


def by_hand(window: MainWindow) -> QDialog:
    """An application by hand."""
    return ApplicationDialog(day_view(window).context, None, window)


def crash(window: MainWindow) -> QDialog:
    """What is shown when the program errs."""
    return CrashDialog("Traceback", window)


DIALOGS = [new_day, keys, restore, details, by_hand, crash]


def day_view(window: MainWindow) -> DayView:
    page = window.centralWidget().currentWidget()
    assert isinstance(page, DayView)
    return page


@pytest.fixture
def page(request: pytest.FixtureRequest, window: MainWindow, written: Path, qtbot: QtBot) -> MainWindow:
    """The window at a page."""
    request.param(window, written, qtbot)
    QApplication.processEvents()
    return window


@pytest.fixture
def dialog(
    request: pytest.FixtureRequest, window: MainWindow, written: Path, qtbot: QtBot
) -> Iterator[QDialog]:
    """A dialog over an open day."""
    window.open_day(written)
    made: QDialog = request.param(window)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def name_of(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name).strip()


def parts(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Walk a tree, but not into the rows of a list: their texts are tested with their models."""
    yield root
    if isinstance(root.object(), QAbstractItemView):
        return
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None and not child.state().invisible:
            yield from parts(child)


def nameless(root: QWidget) -> list[str]:
    tree = parts(QAccessible.queryAccessibleInterface(root))
    bare = [part for part in tree if part.state().focusable and not name_of(part)]
    return [f"{type(part.object()).__name__} {part.role()}" for part in bare]


def stops(root: QWidget) -> set[QWidget]:
    """Return the controls that Tab is to reach."""
    found = set()
    for widget in root.findChildren(QWidget):
        reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        here = widget.isVisible() and widget.isEnabled() and widget.window() is root.window()
        if reachable and here and not _is_reached_by_arrows(widget):
            found.add(widget)
    return found


def _is_reached_by_arrows(widget: QWidget) -> bool:
    """Return whether ``widget`` is a choice among several of which Tab stops at the chosen one only."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() not in {None, widget}


def tabbed(first: QWidget, *, backwards: bool = False) -> list[QWidget]:
    """Press Tab until the focus is where it was; return where it has been."""
    been = [first]
    modifiers = Qt.KeyboardModifier.ShiftModifier if backwards else Qt.KeyboardModifier.NoModifier
    for _stop in range(MOST_STOPS):
        QTest.keyClick(been[-1], Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab, modifiers)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus went nowhere after {words(been[-1])}"
        if now in been:
            assert now is first, (
                f"Tab goes round in a part: {[words(stop) for stop in been]} and {words(now)}"
            )
            return been
        been.append(now)
    raise AssertionError("Tab never comes back")


def words(widget: QWidget) -> str:
    part = QAccessible.queryAccessibleInterface(widget)
    return f"{type(widget).__name__} {name_of(part)!r}"


def check_tab(root: QWidget) -> None:
    wanted = stops(root)
    assert wanted
    first = QApplication.focusWidget()
    if first is None or first not in wanted:
        first = sorted(wanted, key=words)[0]
        first.setFocus()
    for backwards in (False, True):
        missed = wanted - set(tabbed(first, backwards=backwards))
        assert not missed, f"missed by Tab: {sorted(words(widget) for widget in missed)}"


def id_of(build: Callable[..., object]) -> str:
    return build.__name__


@pytest.mark.parametrize("page", PAGES, indirect=True, ids=id_of)
def test_every_control_of_a_page_has_a_name(page: MainWindow) -> None:
    assert nameless(page) == []


@pytest.mark.parametrize("page", [board], indirect=True, ids=id_of)
def test_a_control_without_a_name_would_be_found(page: MainWindow) -> None:
    bare = QLineEdit(page.centralWidget().currentWidget())
    bare.show()
    assert [text.split()[0] for text in nameless(page)] == ["QLineEdit"]


@pytest.mark.parametrize("page", PAGES, indirect=True, ids=id_of)
def test_tab_reaches_every_control_of_a_page_and_comes_back(page: MainWindow) -> None:
    check_tab(page)


@pytest.mark.parametrize("page", [board, table, letters, case_folders, settings], indirect=True, ids=id_of)
def test_tab_reaches_every_control_at_200_percent(page: MainWindow) -> None:
    page.preferences.change(text_scale=2.0)
    QApplication.processEvents()
    check_tab(page)
    assert nameless(page) == []


@pytest.mark.parametrize("dialog", DIALOGS, indirect=True, ids=id_of)
def test_every_control_of_a_dialog_has_a_name(dialog: QDialog) -> None:
    assert nameless(dialog) == []
    assert dialog.windowTitle()


@pytest.mark.parametrize("dialog", DIALOGS, indirect=True, ids=id_of)
def test_tab_reaches_every_control_of_a_dialog_and_comes_back(dialog: QDialog) -> None:
    check_tab(dialog)


@pytest.mark.parametrize("dialog", [new_day, keys, restore, details, by_hand], indirect=True, ids=id_of)
def test_esc_closes_a_dialog(dialog: QDialog) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
